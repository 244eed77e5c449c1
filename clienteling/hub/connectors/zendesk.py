"""Zendesk → what we heard: event webhooks as they arrive, tickets, people and comments as they are asked for.

Pure translation. Formats: https://developer.zendesk.com/api-reference/webhooks/event-types/ticket-events/
and https://developer.zendesk.com/api-reference/ticketing/ticket-management/incremental_exports/
"""

import base64
import hashlib
import hmac
import re
from collections.abc import Iterator

import msgspec

from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors import contacts, moments
from clienteling.hub.connectors.foreign import Words, text, words
from clienteling.hub.connectors.heard import Heard, HeardEvent, Hint, Translation
from clienteling.hub.connectors.plain import readable
from clienteling.timeline.values import EventDetail, EventKind
from clienteling.vocabulary import Channel

LONGEST_TEXT = 2_000
FRESH_MS = 5 * 60_000
"""A delivery signed longer ago, or so far ahead, is somebody repeating what he overheard."""
WEBHOOK = "webhook"
_TYPE = "zen:event-type:"
_TOPIC = re.compile(r"[a-z_]+(\.[a-z_]+)+")
_SOLVED = frozenset({"solved", "closed"})
_END_USER = "end-user"


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """How far the desk's word goes."""

    trust_email: bool = True
    """An address that Zendesk calls verified counts as hers."""
    external_ids_of: str = ""
    """Whose ids stand in `external_id`: the name of a connected shop, empty where they are nobody's."""


def signature_holds(body: bytes, timestamp: str, header: str, secret: str) -> bool:
    """`X-Zendesk-Webhook-Signature`: base64 of HMAC-SHA256 over the timestamp and the bytes, joined."""
    return hmac.compare_digest(sign(body, timestamp, secret).encode(), header.strip().encode())


def sign(body: bytes, timestamp: str, secret: str) -> str:
    """The header that `signature_holds` accepts."""
    return base64.b64encode(hmac.digest(secret.encode(), timestamp.encode() + body, hashlib.sha256)).decode()


def is_fresh(timestamp: str, now: int) -> bool:
    """Whether `X-Zendesk-Webhook-Signature-Timestamp` is of these minutes."""
    at = moments.written(timestamp)
    return at > 0 and abs(now - at) <= FRESH_MS


def translate(body: bytes, call: str, account: Account, source: str, received_at: int) -> Translation:
    """One delivery, or one item of an answer. Raises msgspec.MsgspecError."""
    said = msgspec.json.decode(body, type=Words)
    match call:
        case "users":
            return Translation(source, tuple(_user(said, account, source)))
        case "tickets" if "comments" in said:
            return Translation(source, tuple(_comments(said, source, received_at)))
        case "tickets":
            return Translation(source, tuple(_ticket(said, source, received_at)))
    return _delivery(said, source, received_at)


def _delivery(said: Words, source: str, received_at: int) -> Translation:
    topic = text(said.get("type")).removeprefix(_TYPE)
    at = moments.bounded(moments.written(said.get("time")), received_at)
    detail, event = words(said, "detail"), words(said, "event")
    match topic:
        case "ticket.created":
            return Translation(source, tuple(_ticket(detail, source, received_at)))
        case "ticket.status_changed":
            solved = text(event.get("current")).lower() in _SOLVED
            return Translation(source, (_solved(detail, source, at),) if solved else ())
        case "ticket.comment_added":
            return Translation(source, tuple(_added(detail, words(event, "comment"), source, at)))
        case "messaging_ticket.message_added":
            return Translation(source, tuple(_messaged(detail, event, source, at)))
    known = topic if _TOPIC.fullmatch(topic) else "without a topic"
    return Translation(source, (), (f"Zendesk event {known}: not used",))


def _user(said: Words, account: Account, source: str) -> Iterator[Heard]:
    """Agents are the shop's people; who is gone says nothing any more."""
    user = _id(said.get("id"))
    if not user or text(said.get("role")) != _END_USER or said.get("active") is False:
        return
    profile = contacts.profile(
        full_name=said.get("name"),
        language=said.get("locale"),
        email=said.get("email"),
        phone="" if said.get("shared_phone_number") else said.get("phone"),
    )
    hints = [Hint(IdentifierKind.USER, source, user)]
    external = text(said.get("external_id"))
    if external and account.external_ids_of:
        hints.append(Hint(IdentifierKind.USER, account.external_ids_of, external))
    if profile.email:
        sure = said.get("verified") is True and account.trust_email
        hints.append(Hint(IdentifierKind.EMAIL, "" if sure else source, profile.email, verified=sure))
    if profile.phone:
        hints.append(Hint(IdentifierKind.PHONE, source, profile.phone, verified=False))
    changed = text(said.get("updated_at"))
    yield Heard(
        key=f"user/{user}@{changed}",
        hints=tuple(hints),
        profile=profile,
        modified_at=moments.written(changed),
    )


def _ticket(said: Words, source: str, received_at: int) -> Iterator[Heard]:
    number, status = _id(said.get("id")), text(said.get("status")).lower()
    if not number or status == "deleted":
        return
    subject = text(said.get("subject") or said.get("raw_subject"))
    yield Heard(
        key=f"ticket/{number}/opened",
        hints=_of_ticket(said, source),
        event=HeardEvent(
            channel=Channel.HELP_DESK,
            kind=EventKind.TICKET_OPENED,
            at=moments.bounded(moments.written(said.get("created_at")), received_at),
            text=subject,
            detail=EventDetail(ticket=number),
        ),
    )
    if status in _SOLVED:
        yield _solved(said, source, moments.bounded(moments.written(said.get("updated_at")), received_at))


def _solved(said: Words, source: str, at: int) -> Heard:
    """Told once: a ticket that is opened again and solved again is the same request."""
    number = _id(said.get("id"))
    event = HeardEvent(
        channel=Channel.HELP_DESK,
        kind=EventKind.TICKET_SOLVED,
        at=at,
        text=text(said.get("subject") or said.get("raw_subject")),
        detail=EventDetail(ticket=number),
    )
    return Heard(key=f"ticket/{number}/solved", hints=_of_ticket(said, source), event=event)


def _added(ticket: Words, comment: Words, source: str, at: int) -> Iterator[Heard]:
    """A comment as a webhook tells it. A private one is the shop's own affair."""
    if comment.get("is_public") is not True:
        return
    author = words(comment, "author")
    by_shop = author.get("is_staff") is not False
    yield from _said(
        _id(comment.get("id")),
        _id(ticket.get("id")),
        readable(str(comment.get("body") or ""), LONGEST_TEXT),
        by_shop=by_shop,
        by_name=text(author.get("name")),
        hints=_of_ticket(ticket, source) if by_shop else _of_user(author.get("id"), source),
        at=at,
    )


def _comments(said: Words, source: str, received_at: int) -> Iterator[Heard]:
    """`{"ticket": …, "comments": […], "users": […]}`: one ticket's comments with who wrote them."""
    ticket = words(said, "ticket")
    writers = {_id(user.get("id")): user for user in _all(said.get("users"))}
    for comment in _all(said.get("comments")):
        author = _id(comment.get("author_id"))
        writer = writers.get(author, {})
        at = moments.bounded(moments.written(comment.get("created_at")), received_at)
        if text(comment.get("type")) == "VoiceComment":
            yield _called(ticket, comment, source, at)
            continue
        if comment.get("public") is not True or not writer:
            continue
        by_shop = text(writer.get("role")) != _END_USER
        yield from _said(
            _id(comment.get("id")),
            _id(ticket.get("id")),
            readable(str(comment.get("plain_body") or comment.get("body") or ""), LONGEST_TEXT),
            by_shop=by_shop,
            by_name=text(writer.get("name")),
            hints=_of_ticket(ticket, source) if by_shop else _of_user(author, source),
            at=at,
        )


def _called(ticket: Words, comment: Words, source: str, at: int) -> Heard:
    """A call that Zendesk's own telephone took down. Its transcript stays there."""
    call = words(comment, "data")
    seconds = call.get("call_duration")
    kind = EventKind.CALL_IN if _id(call.get("answered_by_id")) else EventKind.CALL_MISSED
    event = HeardEvent(
        channel=Channel.CALL,
        kind=EventKind.CALL_OUT if call.get("outbound") is True else kind,
        at=at,
        detail=EventDetail(
            ticket=_id(ticket.get("id")), seconds=seconds if type(seconds) is int and seconds > 0 else 0
        ),
    )
    return Heard(key=f"comment/{_id(comment.get('id'))}", hints=_of_ticket(ticket, source), event=event)


def _messaged(ticket: Words, event: Words, source: str, at: int) -> Iterator[Heard]:
    """A chat of Zendesk's messaging names only its ticket: whose that is, the ticket itself tells.

    What an answering machine wrote is nobody's word.
    """
    actor, message = words(event, "actor"), words(event, "message")
    kind = text(actor.get("type"))
    if kind not in {"end_user", "agent"}:
        return
    yield from _said(
        text(message.get("id")),
        _id(ticket.get("id")),
        readable(str(message.get("body") or ""), LONGEST_TEXT),
        by_shop=kind == "agent",
        by_name=text(actor.get("name")),
        hints=(_chat(_id(ticket.get("id")), source),),
        at=at,
    )


def _said(
    key: str,
    ticket: str,
    said: str,
    *,
    by_shop: bool,
    by_name: str,
    hints: tuple[Hint, ...],
    at: int,
) -> Iterator[Heard]:
    if not key or not said:
        return
    event = HeardEvent(
        channel=Channel.HELP_DESK,
        kind=EventKind.MESSAGE_OUT if by_shop else EventKind.MESSAGE_IN,
        at=at,
        text=said,
        detail=EventDetail(ticket=ticket, by_name=by_name if by_shop else ""),
    )
    yield Heard(key=f"comment/{key}", hints=hints, event=event)


_CHATS = frozenset(
    {
        "native_messaging",
        "messaging",
        "whatsapp",
        "facebook_messenger",
        "facebook",
        "instagram_dm",
        "line",
        "telegram",
        "viber",
        "sunshine_conversations_api",
        "chat",
    }
)


def _of_ticket(ticket: Words, source: str) -> tuple[Hint, ...]:
    """Whoever asked for help. Of a chat the ticket itself is a name too: its messages know no other."""
    hints = _of_user(ticket.get("requester_id"), source)
    if text(words(ticket, "via").get("channel")).lower() in _CHATS:
        hints = (*hints, _chat(_id(ticket.get("id")), source))
    return hints


def _of_user(user: object, source: str) -> tuple[Hint, ...]:
    known = _id(user)
    return (Hint(IdentifierKind.USER, source, known),) if known else ()


def _chat(ticket: str, source: str) -> Hint:
    return Hint(IdentifierKind.PAGE_SCOPED, source, f"ticket/{ticket}")


def _all(many: object) -> list[Words]:
    return [one for one in many if isinstance(one, dict)] if isinstance(many, list) else []


def _id(value: object) -> str:
    """Ids are numbers here and text there; 0 and -1 are nobody."""
    written = text(value)
    return "" if written in {"0", "-1"} else written
