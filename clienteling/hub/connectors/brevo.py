"""Brevo → what we heard: events of mailings and of single e-mails, and contacts as they are asked for.

Pure translation. Formats: https://developers.brevo.com/docs/marketing-webhooks and
https://developers.brevo.com/docs/transactional-webhooks . Unsigned, without ids, sometimes many in one body.
"""

from collections.abc import Iterator

import msgspec

from clienteling.consents.values import Purpose
from clienteling.customers import normal
from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors import contacts, moments
from clienteling.hub.connectors.foreign import Words, mark, text, words
from clienteling.hub.connectors.heard import Heard, HeardConsent, HeardEvent, Hint, Translation
from clienteling.timeline.values import EventDetail, EventKind
from clienteling.vocabulary import Channel

WEBHOOK, CONTACTS = "webhook", "contacts"
_CONTACTS = frozenset({CONTACTS, "left"})
_TOLD = {
    "request": EventKind.EMAIL_SENT,
    "sent": EventKind.EMAIL_SENT,
    "delivered": EventKind.EMAIL_SENT,
    "opened": EventKind.EMAIL_OPENED,
    "unique_opened": EventKind.EMAIL_OPENED,
    "click": EventKind.EMAIL_CLICKED,
    "hard_bounce": EventKind.EMAIL_BOUNCED,
    "hardbounce": EventKind.EMAIL_BOUNCED,
    "invalid_email": EventKind.EMAIL_BOUNCED,
    "blocked": EventKind.EMAIL_BOUNCED,
}
_LEFT = {
    "unsubscribe": "unsubscribed",
    "unsubscribed": "unsubscribed",
    "spam": "reported as spam",
    "complaint": "reported as spam",
}
_NOTHING_OF_HERS = frozenset(
    {
        "proxy_open",  # a machine that fetches pictures for her
        "unique_proxy_open",
        "soft_bounce",  # tried again by Brevo itself
        "softbounce",
        "deferred",
        "error",
        "list_addition",  # the shop's doing, unless her contact says that she confirmed it
        "listaddition",
        "contact_updated",  # the contact itself is asked for
        "contact_deleted",
    }
)
_YES = frozenset({"1", "true", "yes", "sì", "si"})


def translate(body: bytes, call: str, source: str, received_at: int) -> Translation:
    """One delivery, of one event or many, or one item of an answer. Raises msgspec.MsgspecError."""
    if call in _CONTACTS:
        return Translation(
            source, tuple(_contact(msgspec.json.decode(body, type=Words), source, received_at))
        )
    said = msgspec.json.decode(body, type=Words | list[object])
    heard: list[Heard] = []
    aside: list[str] = []
    for place, one in enumerate(said if isinstance(said, list) else [said]):
        name = text(one.get("event")).lower() if isinstance(one, dict) else ""
        if isinstance(one, dict) and (name in _TOLD or name in _LEFT):
            heard.extend(_event(one, name, received_at))
        elif name not in _NOTHING_OF_HERS:
            aside.append(f"event {place + 1}: of no known kind")
    return Translation(source, tuple(heard), tuple(aside))


def _event(said: Words, name: str, received_at: int) -> Iterator[Heard]:
    address = normal.email(text(said.get("email")))
    if not address:
        return
    hints = (Hint(IdentifierKind.EMAIL, "", address),)
    at = moments.bounded(_at(said), received_at)
    if name in _LEFT:
        proof = f"Brevo, {_LEFT[name]}{_campaign(said)}"
        consent = HeardConsent(purpose=Purpose.MARKETING_EMAIL, granted=False, at=at, proof=proof)
        yield Heard(key=_key(said, name, address, str(at)), hints=hints, consents=(consent,))
        return
    kind, url = _TOLD[name], text(said.get("link") or said.get("URL"))
    event = HeardEvent(
        channel=Channel.EMAIL,
        kind=kind,
        at=at,
        text=text(said.get("subject") or said.get("campaign name")),
        detail=EventDetail(url=url),
    )
    yield Heard(key=_key(said, kind, address, url), hints=hints, event=event)


def _at(said: Words) -> int:
    """`date` is the account's local time and not read."""
    told = (said.get(name) for name in ("ts_epoch", "ts_event", "s_epoch", "ts"))
    return next((at for moment in told if (at := moments.counted(moment))), 0)


def _key(said: Words, what: str, address: str, more: str) -> str:
    """One e-mail is sent, opened, and each of its links followed, once: the first time is told.

    Brevo's `id` is the webhook's or the template's, not the event's.
    """
    mail = text(said.get("message-id") or said.get("camp_id"))
    return mark(what, address, mail, more)


def _campaign(said: Words) -> str:
    number = text(said.get("camp_id"))
    return f", campaign {number}" if number else ""


def _contact(said: Words, source: str, received_at: int) -> Iterator[Heard]:
    contact, address = text(said.get("id")), normal.email(text(said.get("email")))
    if not contact or not address:
        return
    told = words(said, "attributes")
    changed = text(said.get("modifiedAt"))
    changed_at = moments.bounded(moments.written(changed), received_at)
    hints = (Hint(IdentifierKind.EMAIL, "", address), Hint(IdentifierKind.USER, source, contact))
    profile = contacts.profile(
        given_name=told.get("FIRSTNAME") or told.get("NOME") or told.get("PRENOM"),
        family_name=told.get("LASTNAME") or told.get("COGNOME") or told.get("NOM"),
        language=told.get("LANGUAGE") or told.get("LINGUA"),
    )
    yield Heard(key=f"contact/{contact}@{changed}", hints=hints, profile=profile, modified_at=changed_at)
    if said.get("emailBlacklisted") is True:
        yield _standing(contact, hints, changed_at, granted=False)
    elif str(told.get("DOUBLE_OPT-IN", "")).strip().lower() in _YES:
        joined_at = moments.bounded(moments.written(said.get("createdAt")), received_at)
        yield _standing(contact, hints, joined_at, granted=True)


def _standing(contact: str, hints: tuple[Hint, ...], at: int, *, granted: bool) -> Heard:
    """Told once each way: a contact does not say when, and every later edit would withdraw anew."""
    word = "confirmed by e-mail" if granted else "not to be written to"
    proof = f"Brevo contact {contact}, {word}"
    consent = HeardConsent(purpose=Purpose.MARKETING_EMAIL, granted=granted, at=at, proof=proof)
    return Heard(key=f"contact/{contact}/{'joined' if granted else 'left'}", hints=hints, consents=(consent,))
