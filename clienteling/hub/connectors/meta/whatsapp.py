"""WhatsApp's webhooks (Cloud API) → what we heard.

Format: https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/components
"""

from collections.abc import Callable, Iterator

import msgspec

from clienteling.consents.values import Purpose
from clienteling.customers import normal
from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors.foreign import Words, listed, text, topic, words
from clienteling.hub.connectors.heard import (
    Amendment,
    Amends,
    Heard,
    HeardConsent,
    HeardEvent,
    Hint,
    Profile,
    Translation,
)
from clienteling.hub.connectors.meta import adverts, whatsapp_message
from clienteling.hub.connectors.meta.told import id_of, moment
from clienteling.timeline.values import EventDetail, EventKind, Media
from clienteling.vocabulary import Channel

SCOPE = "whatsapp"
"""Meta's own id of a person is the same for all numbers of one business."""
_GRANTED = {"stop": False, "resume": True, "signup": True}
_REACHED = {"read": Amendment.READ, "failed": Amendment.FAILED, "deleted": Amendment.DELETED}
_BY_US = "BUSINESS_INITIATED"
LONGEST_CALL_S = 86_400


class _Of(msgspec.Struct, frozen=True):
    """One change, with what its envelope says."""

    value: Words
    source: str
    received_at: int

    @property
    def contacts(self) -> list[Words]:
        return listed(self.value, "contacts")

    def at(self, item: Words) -> int:
        return moment(item.get("timestamp"), self.received_at)


def of_entry(entry: Words, received_at: int) -> Iterator[Translation]:
    for change in listed(entry, "changes"):
        field, value = text(change.get("field")), words(change, "value")
        number = id_of(words(value, "metadata").get("phone_number_id")) or id_of(entry.get("id"))
        of = _Of(value, f"{Channel.WHATSAPP}:{number}", received_at)
        heard: list[Heard] = []
        aside: list[str] = []
        for place, hear in _PLACES.items():
            for item in listed(value, place):
                told = list(hear(of, item))
                heard.extend(told)
                if not told:
                    aside.append(f"whatsapp {_silent(field, item)}")
        if not heard and not aside:
            aside.append(f"whatsapp {topic(field)}")
        yield Translation(of.source, tuple(_introduced(heard)), tuple(aside))


def _introduced(heard: list[Heard]) -> Iterator[Heard]:
    """The number of who writes is hers, Meta has checked it: the shop may lack it on her card.

    The name beside it is whatever she likes to call herself there.
    """
    for person in dict.fromkeys(one.hints for one in heard):
        for hint in person:
            if hint.kind is IdentifierKind.PHONE:
                yield Heard(key=f"phone/{hint.value}", hints=person, profile=Profile(phone=hint.value))
    yield from heard


def _message(of: _Of, item: Words, *, by_us: bool = False, with_whom: str = "") -> Iterator[Heard]:
    """One message of hers, or of the shop (`by_us`)."""
    hints = _person(of, with_whom or text(item.get("from")), text(item.get("from_user_id")))
    key, kind, at = text(item.get("id")), text(item.get("type")), of.at(item)
    if not key or not hints:
        return
    match kind:
        case "revoke":
            if original := text(words(item, "revoke").get("original_message_id")):
                yield _deleted(original, hints, at)
        case "edit":
            yield from _edited(of, item, key, hints, by_us=by_us)
        case "reaction":
            yield from _reaction(of, item, key, hints, by_us=by_us)
        case "system":
            yield from _new_number(of, item, key, hints)
        case _:
            if (referral := words(item, "referral")) and not by_us:
                yield Heard(key=f"{key}/referral", hints=hints, event=adverts.of_whatsapp(referral, at))
            yield Heard(key=key, hints=hints, event=whatsapp_message.event(item, kind, at, by_us=by_us))
            for place, wanted in enumerate(whatsapp_message.ordered(item, at)):
                yield Heard(key=f"{key}/item/{place}", hints=hints, event=wanted)


def _edited(of: _Of, item: Words, key: str, hints: tuple[Hint, ...], *, by_us: bool) -> Iterator[Heard]:
    edit = words(item, "edit")
    original, message = text(edit.get("original_message_id")), words(edit, "message")
    if original:
        at = of.at(item)
        event = whatsapp_message.event(message, text(message.get("type")), at, by_us=by_us)
        amends = Amends(how=Amendment.EDITED, at=at, of=original)
        yield Heard(key=key, hints=hints, event=event, amends=amends)


def _deleted(original: str, hints: tuple[Hint, ...], at: int) -> Heard:
    amends = Amends(how=Amendment.DELETED, at=at, of=original)
    return Heard(key=f"{original}/deleted", hints=hints, amends=amends)


def _reaction(of: _Of, item: Words, key: str, hints: tuple[Hint, ...], *, by_us: bool) -> Iterator[Heard]:
    """Her thumb up is an answer; without a sign it is taken back."""
    reaction = words(item, "reaction")
    original, shown, at = text(reaction.get("message_id")), text(reaction.get("emoji")), of.at(item)
    if not original or by_us:
        return
    how = Amendment.EDITED if shown else Amendment.DELETED
    event = HeardEvent(
        channel=Channel.WHATSAPP,
        kind=EventKind.MESSAGE_IN,
        at=at,
        text=shown,
        detail=EventDetail(media=Media.REACTION.value),
    )
    amends = Amends(how=how, at=at, of=f"{original}/reaction")
    yield Heard(key=key, hints=hints, event=event if shown else None, amends=amends)


def _new_number(of: _Of, item: Words, key: str, hints: tuple[Hint, ...]) -> Iterator[Heard]:
    system = words(item, "system")
    phone = _phone(text(system.get("wa_id")) or text(system.get("new_wa_id")))
    if text(system.get("type")) in {"user_changed_number", "customer_changed_number"} and phone:
        yield Heard(
            key=key,
            hints=hints,
            same=(Hint(IdentifierKind.PHONE, "", phone),),
            profile=Profile(phone=phone),
            modified_at=of.at(item),
        )


def _echo(of: _Of, item: Words) -> Iterator[Heard]:
    """What the shop wrote on its own telephone."""
    yield from _message(of, item, by_us=True, with_whom=text(item.get("to")))


def _thread(of: _Of, item: Words) -> Iterator[Heard]:
    """What was written before the hub was connected, told once, thread by thread."""
    for thread in listed(item, "threads"):
        whom = text(thread.get("id"))
        for message in listed(thread, "messages"):
            by_us = _digits(text(message.get("from"))) != _digits(whom)
            yield from _message(of, message, by_us=by_us, with_whom=whom)


def _status(of: _Of, item: Words) -> Iterator[Heard]:
    """Sent and delivered are nothing to tell; in a group nobody's reading says that she has."""
    key, status = text(item.get("id")), text(item.get("status"))
    hints = _person(of, text(item.get("recipient_id")), text(item.get("recipient_user_id")))
    how = _REACHED.get(status)
    if key and hints and how and text(item.get("recipient_type")) != "group":
        amends = Amends(how=how, at=of.at(item), of=key)
        yield Heard(key=f"{key}/{status}", hints=hints, amends=amends)


def _call(of: _Of, item: Words) -> Iterator[Heard]:
    """A call is told when it is over."""
    by_us = text(item.get("direction")) == _BY_US
    hints = _person(of, text(item.get("to" if by_us else "from")), text(item.get("from_user_id")))
    key = text(item.get("id"))
    if not key or not hints or text(item.get("event")) != "terminate":
        return
    seconds = item.get("duration")
    lasted = seconds if type(seconds) is int and 0 < seconds <= LONGEST_CALL_S else 0
    answered = lasted > 0 or text(item.get("status")).upper() == "COMPLETED"
    kind = EventKind.CALL_IN if answered else EventKind.CALL_MISSED
    at = moment(item.get("start_time") or item.get("timestamp"), of.received_at)
    event = HeardEvent(
        channel=Channel.CALL,
        kind=EventKind.CALL_OUT if by_us else kind,
        at=at,
        detail=EventDetail(seconds=lasted),
    )
    yield Heard(key=key, hints=hints, event=event)


def _preference(of: _Of, item: Words) -> Iterator[Heard]:
    hints = _person(of, text(item.get("wa_id")), text(item.get("user_id")))
    value = text(item.get("value"))
    if not hints or value not in _GRANTED or text(item.get("category")) != "marketing_messages":
        return
    at = of.at(item)
    proof = ", ".join(filter(None, ("WhatsApp user_preferences", value, text(item.get("detail")))))
    consent = HeardConsent(purpose=Purpose.MARKETING_MESSAGE, granted=_GRANTED[value], at=at, proof=proof)
    yield Heard(key=f"{hints[0].value}/preference/{at}/{value}", hints=hints, consents=(consent,))


_PLACES: dict[str, Callable[[_Of, Words], Iterator[Heard]]] = {
    "messages": _message,
    "message_echoes": _echo,
    "history": _thread,
    "statuses": _status,
    "calls": _call,
    "user_preferences": _preference,
}


def _person(of: _Of, number: str, user_id: str) -> tuple[Hint, ...]:
    """Meta's own id, where it tells one, then the telephone number that it has checked."""
    contact = _contact(of, number, user_id)
    user_id = user_id or text(contact.get("user_id"))
    phone = _phone(number) or _phone(text(contact.get("wa_id")))
    hints: list[Hint] = []
    if user_id:
        hints.append(Hint(IdentifierKind.PAGE_SCOPED, SCOPE, user_id))
    if phone:
        hints.append(Hint(IdentifierKind.PHONE, "", phone))
    return tuple(hints)


def _contact(of: _Of, number: str, user_id: str) -> Words:
    contacts = of.contacts
    for one in contacts:
        if (user_id and text(one.get("user_id")) == user_id) or (number and text(one.get("wa_id")) == number):
            return one
    alone = contacts[0] if len(contacts) == 1 else {}
    return alone if not _phone(number) and not user_id else {}


def _phone(number: str) -> str:
    """Numbers come with their country's prefix and without the plus sign."""
    digits = _digits(number)
    return normal.phone(f"+{digits}") if digits.isascii() and digits.isdigit() else ""


def _digits(number: str) -> str:
    return number.removeprefix("+").replace(" ", "")


def _silent(field: str, item: Words) -> str:
    if field == "messages" and "status" in item:
        return f"status {topic(text(item.get('status')))}"
    return topic(text(item.get("type")) or field)
