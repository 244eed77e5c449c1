"""The Segment HTTP tracking API, which RudderStack speaks too: a batch of messages → what we heard.

Pure translation. Format: https://segment.com/docs/connections/spec/
"""

import hashlib
import math
from datetime import UTC, datetime

import msgspec

from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors import commerce
from clienteling.hub.connectors.foreign import LONGEST_TEXT, Words, text, words
from clienteling.hub.connectors.heard import Heard, HeardEvent, Hint, Profile, Translation
from clienteling.hub.identity import normal
from clienteling.timeline.values import EventDetail, EventKind
from clienteling.vocabulary import Channel

LARGEST_EVENT = 32 * 1024
LARGEST_BATCH = 500 * 1024
MOST_EVENTS = 2_500
CALLS = ("identify", "track", "page", "screen", "group", "alias")

Id = str | int | float | None


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """Whose batch it is, and how far its word goes."""

    name: str
    """"web" → the events' source is "segment:web", its user ids are scoped to "web"."""
    trust_user_id: bool = True
    """A `userId` is a login of the shop's own site; it vouches for the e-mail beside it.

    A write key is no secret where a browser sends with it: leave this on only if the site takes `userId`
    from its own session, as the shop systems and server packages do.
    """
    trust_email: bool = False
    """An e-mail counts even without a login. Only for a site that checked it."""


class Sender(msgspec.Struct, frozen=True, rename="camel"):
    """What a body says of its sender, whatever else it holds."""

    sent_at: str | None = None
    write_key: str | None = None


class Batch(msgspec.Struct, frozen=True, rename="camel"):
    batch: list[msgspec.Raw]
    sent_at: str | None = None
    write_key: str | None = None


class Message(msgspec.Struct, frozen=True, rename="camel"):
    type: str = ""
    message_id: str | None = None
    user_id: Id = None
    anonymous_id: Id = None
    previous_id: Id = None
    event: str | None = None
    name: str | None = None
    properties: Words | None = None
    traits: Words | None = None
    context: Words | None = None
    timestamp: str | None = None
    original_timestamp: str | None = None
    sent_at: str | None = None


def translate(body: bytes, call: str, account: Account, received_at: int) -> Translation:
    """Every message that we understand; the rest stays in the raw payload. Raises msgspec.MsgspecError.

    `call` is the last word of the address: "batch", or the type of the one message that is the body.
    """
    batch = read(body, call)
    heard: list[Heard] = []
    aside: list[str] = []
    for place, raw in enumerate(batch.batch):
        problem = "too large" if too_large(raw) else ""
        if not problem:
            try:
                heard.append(_hear(_message(raw, call, batch), account, received_at))
            except (msgspec.MsgspecError, UnicodeDecodeError):
                problem = "not a message"
        if problem:
            aside.append(f"event {place + 1}: {problem}")
    return Translation(f"segment:{account.name}", tuple(heard), tuple(aside))


def read(body: bytes, call: str) -> Batch:
    """The body as a batch, whichever call it came by. Raises msgspec.MsgspecError or UnicodeDecodeError."""
    if call == "batch":
        return msgspec.json.decode(body, type=Batch)
    sender = msgspec.json.decode(body, type=Sender)
    return Batch([msgspec.Raw(body)], sender.sent_at, sender.write_key)


def too_large(raw: msgspec.Raw) -> bool:
    return len(memoryview(raw)) > LARGEST_EVENT


def _message(raw: msgspec.Raw, call: str, batch: Batch) -> Message:
    """The message with what its address and its batch say about it, and an id where it came without."""
    message = msgspec.json.decode(raw, type=Message)
    return msgspec.structs.replace(
        message,
        type=message.type or call,
        message_id=message.message_id or hashlib.sha256(memoryview(raw)).hexdigest(),
        timestamp=message.timestamp or message.original_timestamp,
        sent_at=message.sent_at or batch.sent_at,
    )


def _hear(message: Message, account: Account, received_at: int) -> Heard:
    at = corrected(message.timestamp, message.sent_at, received_at)
    profile = _profile(message.traits or {}) if message.type == "identify" else None
    return Heard(
        key=message.message_id or "",
        hints=_hints(message, account, profile),
        event=_event(message, at),
        profile=profile if _vouched(message, account) else None,
    )


def corrected(happened: str | None, sent: str | None, received_at: int) -> int:
    """The moment by our clock: the sender's clock is as wrong as its `sentAt`. Never later than received."""
    happened_at, sent_at = _millis(happened), _millis(sent)
    if happened_at is None:
        return received_at
    skew = 0 if sent_at is None else received_at - sent_at
    return max(0, min(happened_at + skew, received_at))


def _millis(written: str | None) -> int | None:
    if not written:
        return None
    try:
        moment = datetime.fromisoformat(written)
        return math.floor((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1000)
    except (ValueError, OverflowError):
        return None


def _vouched(message: Message, account: Account) -> bool:
    return bool(_id(message.user_id) and account.trust_user_id) or account.trust_email


def _hints(message: Message, account: Account, profile: Profile | None) -> tuple[Hint, ...]:
    hints: list[Hint] = []
    if account.trust_user_id and (user := _id(message.user_id)):
        hints.append(Hint(IdentifierKind.USER, account.name, user))
    if profile is not None and profile.email and _vouched(message, account):
        hints.append(Hint(IdentifierKind.EMAIL, "", profile.email))
    earlier = message.previous_id if message.type == "alias" else message.anonymous_id
    if anonymous := _id(earlier):
        hints.append(Hint(IdentifierKind.ANONYMOUS, account.name, anonymous))
    return tuple(hints)


def _profile(traits: Words) -> Profile:
    birthday = text(traits.get("birthday"))[:10]
    return Profile(
        email=normal.email(text(traits.get("email"))),
        phone=normal.phone(text(traits.get("phone"))),
        birthday_on=birthday if _is_day(birthday) else "",
    )


def _is_day(written: str) -> bool:
    try:
        datetime.strptime(written, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        return False
    return True


def _event(message: Message, at: int) -> HeardEvent | None:
    said = message.properties or {}
    if message.type in {"page", "screen"}:
        return _page(message, said, at)
    if message.type != "track":
        return None
    known = commerce.meaning(message.event or "")
    if known is None:
        return None
    kind, channel = known
    return HeardEvent(
        channel=channel,
        kind=kind,
        at=at,
        text=text(said.get("query")) if kind is EventKind.PRODUCT_SEARCHED else "",
        detail=EventDetail(
            order_number=text(said.get("order_id")),
            price_cents=commerce.total(said) if channel is Channel.ORDER else 0,
            url=_url(message, said),
        ),
        items=commerce.items(said),
    )


def _page(message: Message, said: Words, at: int) -> HeardEvent:
    page = words(message.context, "page")
    title = message.name or text(said.get("title")) or text(page.get("title"))
    return HeardEvent(
        channel=Channel.WEB,
        kind=EventKind.PAGE_VIEWED,
        at=at,
        text=title[:LONGEST_TEXT],
        detail=EventDetail(url=_url(message, said)),
    )


def _url(message: Message, said: Words) -> str:
    return (text(said.get("url")) or text(words(message.context, "page").get("url")))[:LONGEST_TEXT]


def _id(value: Id) -> str:
    """An id as text; 0, none and the placeholders that scripts leave behind name nobody."""
    written = f"{value:.0f}" if isinstance(value, float) else str(value or "").strip()
    return "" if written.lower() in NOBODY else written


NOBODY = frozenset({"", "0", "null", "none", "undefined", "nan", "inf", "-inf"})
