"""How somebody came into a chat: by an advert, or by a link of our own."""

from collections.abc import Iterator

from clienteling.hub.connectors.foreign import Words, text, words
from clienteling.hub.connectors.heard import HeardEvent, HeardItem
from clienteling.hub.connectors.meta.told import id_of, said
from clienteling.timeline.values import EventDetail, EventKind
from clienteling.vocabulary import Channel


def referrals(item: Words) -> Iterator[tuple[Words, str]]:
    """The places of a click-to-message referral: existing thread, new thread, first message, check box."""
    for outer, name in ((item, "referral"), *((words(item, key), key) for key in ("postback", "message"))):
        if found := words(outer, "referral"):
            yield found, name if name == "referral" else f"{name}-referral"
    if text(words(item, "optin").get("ref")):
        yield words(item, "optin"), "optin"


def of_chat(referral: Words, at: int) -> HeardEvent | None:
    """Only an advert is an event: a link of our own tells who she is, not that she saw an advert."""
    advert_id = id_of(referral.get("ad_id"))
    if text(referral.get("source")) != "ADS" and not advert_id:
        return None
    advert = words(referral, "ads_context_data")
    title = said(advert.get("ad_title"))
    product = (
        id_of(advert.get("product_id"))
        or id_of(words(referral, "product").get("id"))
        or text(referral.get("ref"))
    )
    return _tapped(title, advert_id, at, product)


def of_whatsapp(referral: Words, at: int) -> HeardEvent:
    title = said(referral.get("headline")) or said(referral.get("body"))
    return _tapped(title, id_of(referral.get("source_id")), at, "", text(referral.get("source_url")))


def _tapped(title: str, advert_id: str, at: int, product: str, url: str = "") -> HeardEvent:
    return HeardEvent(
        channel=Channel.ADVERT,
        kind=EventKind.ADVERT_TAPPED,
        at=at,
        detail=EventDetail(advert_title=title, advert_id=advert_id, url=url),
        items=(HeardItem(product_id=product, sku=product, name=title),) if product else (),
    )
