"""Freshdesk → what we heard: contacts, tickets and conversations as they are asked for.

Pure translation. Format: https://developers.freshdesk.com/api/ . An automation's webhook says neither when it
was nor which contact it is about: it has the desk asked, and nothing of it is told.
"""

from collections.abc import Iterator

import msgspec

from clienteling.customers import normal
from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors import contacts, moments
from clienteling.hub.connectors.foreign import Words, text, words
from clienteling.hub.connectors.heard import Heard, HeardEvent, Hint, Translation
from clienteling.hub.connectors.plain import readable
from clienteling.timeline.values import EventDetail, EventKind
from clienteling.vocabulary import Channel

LONGEST_TEXT = 2_000
WEBHOOK = "webhook"
_CLOSED = frozenset({"4", "5"})
"""Status: resolved, closed."""
_WRITTEN_BY_SHOP = "10"
"""A ticket's source: an e-mail that the shop sent first."""
_TO_OTHERS = frozenset({"2", "8"})
"""A conversation's source: a note between agents, or a forward to somebody else."""


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """How far the desk's word goes."""

    trust_email: bool = True
    """The address of a contact whom Freshdesk calls active (she confirmed it) counts as hers."""
    external_ids_of: str = ""
    """Whose ids stand in `unique_external_id`: the name of a connected shop, empty: nobody's."""


def translate(body: bytes, call: str, account: Account, source: str, received_at: int) -> Translation:
    """One delivery, or one item of an answer. Raises msgspec.MsgspecError."""
    said = msgspec.json.decode(body, type=Words)
    match call:
        case "contacts":
            return Translation(source, tuple(_contact(said, account, source)))
        case "tickets" if "conversations" in said:
            return Translation(source, tuple(_conversations(said, source, received_at)))
        case "tickets":
            return Translation(source, tuple(_ticket(said, source, received_at)))
    ticket = text((words(said, "freshdesk_webhook") or said).get("ticket_id"))
    return Translation(source, (), () if ticket else ("Freshdesk webhook: names no ticket",))


def _contact(said: Words, account: Account, source: str) -> Iterator[Heard]:
    contact = text(said.get("id"))
    if not contact or said.get("deleted") is True:
        return
    profile = contacts.profile(
        full_name=said.get("name"),
        language=said.get("language"),
        email=said.get("email"),
        phone=said.get("mobile") or said.get("phone"),
    )
    hints = [Hint(IdentifierKind.USER, source, contact)]
    external = text(said.get("unique_external_id") or said.get("external_id"))
    if external and account.external_ids_of:
        hints.append(Hint(IdentifierKind.USER, account.external_ids_of, external))
    if profile.email:
        sure = said.get("active") is True and account.trust_email
        hints.append(Hint(IdentifierKind.EMAIL, "" if sure else source, profile.email, verified=sure))
    if profile.phone:
        hints.append(Hint(IdentifierKind.PHONE, source, profile.phone, verified=False))
    changed = text(said.get("updated_at"))
    yield Heard(
        key=f"contact/{contact}@{changed}",
        hints=tuple(hints),
        profile=profile,
        modified_at=moments.written(changed),
    )


def _ticket(said: Words, source: str, received_at: int) -> Iterator[Heard]:
    number = text(said.get("id"))
    if not number or said.get("spam") is True or said.get("deleted") is True:
        return
    hints = _of_ticket(said, source)
    opened_at = moments.bounded(moments.written(said.get("created_at")), received_at)
    subject = text(said.get("subject"))
    by_shop = text(said.get("source")) == _WRITTEN_BY_SHOP
    if not by_shop:
        event = _event(EventKind.TICKET_OPENED, opened_at, subject, number)
        yield Heard(key=f"ticket/{number}/opened", hints=hints, event=event)
    description = readable(str(said.get("description_text") or said.get("description") or ""), LONGEST_TEXT)
    if description:
        kind = EventKind.MESSAGE_OUT if by_shop else EventKind.MESSAGE_IN
        event = _event(kind, opened_at, description, number)
        yield Heard(key=f"ticket/{number}/description", hints=hints, event=event)
    if text(said.get("status")) in _CLOSED:
        event = _event(EventKind.TICKET_SOLVED, _solved_at(said, received_at), subject, number)
        yield Heard(key=f"ticket/{number}/solved", hints=hints, event=event)


def _solved_at(said: Words, received_at: int) -> int:
    stats = words(said, "stats")
    told = (stats.get("resolved_at"), stats.get("closed_at"), said.get("updated_at"))
    return moments.bounded(next((at for one in told if (at := moments.written(one))), 0), received_at)


def _conversations(said: Words, source: str, received_at: int) -> Iterator[Heard]:
    """`{"ticket": …, "conversations": […]}`: what was written on one ticket after it was opened.

    A private note never reaches the timeline, whoever wrote it.
    """
    ticket = words(said, "ticket")
    many = said.get("conversations")
    for one in many if isinstance(many, list) else []:
        if (
            not isinstance(one, dict)
            or one.get("private") is not False
            or text(one.get("source")) in _TO_OTHERS
        ):
            continue
        key, written = text(one.get("id")), str(one.get("body_text") or one.get("body") or "")
        said_there = readable(written, LONGEST_TEXT)
        if not key or not said_there:
            continue
        incoming = one.get("incoming") is True
        at = moments.bounded(moments.written(one.get("created_at")), received_at)
        kind = EventKind.MESSAGE_IN if incoming else EventKind.MESSAGE_OUT
        writer = one.get("user_id") if incoming else None
        yield Heard(
            key=f"conversation/{key}",
            hints=_of_user(writer, source) or _of_ticket(ticket, source),
            event=_event(kind, at, said_there, text(ticket.get("id"))),
        )


def _event(kind: EventKind, at: int, said: str, ticket: str) -> HeardEvent:
    detail = EventDetail(ticket=ticket)
    return HeardEvent(channel=Channel.HELP_DESK, kind=kind, at=at, text=said, detail=detail)


def _of_ticket(ticket: Words, source: str) -> tuple[Hint, ...]:
    """The requester's address beside her id may be anybody's: whether it is hers, her contact tells."""
    requester = words(ticket, "requester")
    hints = _of_user(ticket.get("requester_id"), source)
    address = normal.email(text(requester.get("email")))
    return hints if hints or not address else (Hint(IdentifierKind.EMAIL, source, address, verified=False),)


def _of_user(user: object, source: str) -> tuple[Hint, ...]:
    known = text(user)
    return (Hint(IdentifierKind.USER, source, known),) if known not in {"", "0"} else ()
