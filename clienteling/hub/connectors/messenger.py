"""Meta's webhooks for Messenger and Instagram direct messages → what we heard.

Pure translation. One body batches many items, at least once and in no order: every item has a key of its
own. Format: https://developers.facebook.com/docs/messenger-platform/reference/webhook-events
"""

import hashlib
import hmac
import re
from collections.abc import Iterator

import msgspec

from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors.heard import Heard, HeardEvent, HeardItem, Hint, Translation
from clienteling.timeline.values import EventDetail, EventKind
from clienteling.vocabulary import Channel

LARGEST_BODY = 1024 * 1024
LONGEST_TEXT = 2_000
_CHANNELS = {"page": Channel.MESSENGER, "instagram": Channel.INSTAGRAM}
_PERSON = re.compile(r"[^\W\d_](?:[^\W_]|[ .,'\u2019-]){1,58}")
_SIGNATURE = "sha256="

Id = str | int


class Party(msgspec.Struct, frozen=True):
    id: Id


class Advert(msgspec.Struct, frozen=True):
    ad_title: str = ""
    product_id: Id = ""


class Referral(msgspec.Struct, frozen=True):
    ref: str = ""
    source: str = ""
    ad_id: Id = ""
    ads_context_data: Advert = Advert()


class Words(msgspec.Struct, frozen=True):
    mid: str
    text: str = ""
    is_echo: bool = False
    metadata: str = ""
    referral: Referral | None = None


class Postback(msgspec.Struct, frozen=True):
    title: str = ""
    payload: str = ""
    mid: str = ""
    referral: Referral | None = None


class Item(msgspec.Struct, frozen=True):
    sender: Party
    recipient: Party
    timestamp: int = 0
    message: Words | None = None
    postback: Postback | None = None
    referral: Referral | None = None


class Entry(msgspec.Struct, frozen=True):
    id: Id
    messaging: list[msgspec.Raw] = []


class Body(msgspec.Struct, frozen=True):
    object: str
    entry: list[Entry]


def signature_holds(body: bytes, header: str, secret: str) -> bool:
    """`X-Hub-Signature-256`: hexadecimal HMAC-SHA256 over the bytes as they came."""
    expected = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(f"{_SIGNATURE}{expected}".encode(), header.strip().encode())


def sign(body: bytes, secret: str) -> str:
    """The header that `signature_holds` accepts."""
    return _SIGNATURE + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def translate(body: bytes, received_at: int) -> tuple[Translation, ...]:
    """One translation for each page in the body. Raises msgspec.MsgspecError."""
    read = msgspec.json.decode(body, type=Body, strict=False)
    channel = _CHANNELS.get(read.object)
    if channel is None:
        return ()
    return tuple(_entry(entry, channel, received_at) for entry in read.entry)


def _entry(entry: Entry, channel: Channel, received_at: int) -> Translation:
    source = f"{channel}:{entry.id}"
    heard: list[Heard] = []
    aside: list[str] = []
    for place, raw in enumerate(entry.messaging):
        try:
            item = msgspec.json.decode(raw, type=Item, strict=False)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            aside.append(f"item {place + 1}: not readable")
            continue
        heard.extend(_hear(item, str(entry.id), channel, source, received_at))
    return Translation(source, tuple(heard), tuple(aside))


def _hear(item: Item, page: str, channel: Channel, source: str, received_at: int) -> Iterator[Heard]:
    person = _customer(item, page)
    at = max(0, min(item.timestamp or received_at, received_at))
    hints = (Hint(IdentifierKind.PAGE_SCOPED, source, person),)
    for referral, kind in _referrals(item):
        yield Heard(
            key=f"{person}/{item.timestamp}/{kind}",
            hints=hints,
            event=_tapped(referral, at),
            ref=referral.ref,
        )
    if item.message is not None and item.message.text:
        yield Heard(key=item.message.mid, hints=hints, event=_message(item.message, channel, at))
    if item.postback is not None and item.postback.title:
        key = item.postback.mid or f"{person}/{item.timestamp}/postback"
        words = HeardEvent(
            channel=channel, kind=EventKind.MESSAGE_IN, at=at, text=item.postback.title[:LONGEST_TEXT]
        )
        yield Heard(key=key, hints=hints, event=words)


def _customer(item: Item, page: str) -> str:
    """On an echo the shop is the sender."""
    sender, recipient = str(item.sender.id), str(item.recipient.id)
    echo = item.message is not None and item.message.is_echo
    return recipient if (echo or sender == page) and recipient != page else sender


def _referrals(item: Item) -> Iterator[tuple[Referral, str]]:
    """The three places of a click-to-message referral: existing thread, new thread, first direct message."""
    if item.referral is not None:
        yield item.referral, "referral"
    if item.postback is not None and item.postback.referral is not None:
        yield item.postback.referral, "postback-referral"
    if item.message is not None and item.message.referral is not None:
        yield item.message.referral, "message-referral"


def _tapped(referral: Referral, at: int) -> HeardEvent | None:
    """Only an advert is an event: a link of our own tells who she is, not that she saw an advert."""
    if referral.source != "ADS" and not referral.ad_id:
        return None
    advert = referral.ads_context_data
    product = str(advert.product_id) or referral.ref
    return HeardEvent(
        channel=Channel.ADVERT,
        kind=EventKind.ADVERT_TAPPED,
        at=at,
        detail=EventDetail(advert_title=advert.ad_title[:LONGEST_TEXT], advert_id=str(referral.ad_id)),
        items=(HeardItem(product_id=product, sku=product, name=advert.ad_title),) if product else (),
    )


def _message(words: Words, channel: Channel, at: int) -> HeardEvent:
    kind = EventKind.MESSAGE_OUT if words.is_echo else EventKind.MESSAGE_IN
    by_name = words.metadata if words.is_echo and _PERSON.fullmatch(words.metadata) else ""
    return HeardEvent(
        channel=channel,
        kind=kind,
        at=at,
        text=words.text[:LONGEST_TEXT],
        detail=EventDetail(by_name=by_name),
    )
