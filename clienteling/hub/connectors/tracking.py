"""What analytics packages tell of a website's visitors → what we heard. Each format has a file of its own.

Pure translation. The messages are those of https://segment.com/docs/connections/spec/
"""

import math
from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache

import msgspec

from clienteling.customers import normal
from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors import commerce
from clienteling.hub.connectors.foreign import LONGEST_TEXT, Words, decoded, seen, text, topic, words
from clienteling.hub.connectors.heard import Heard, HeardEvent, Hint, Profile, Translation
from clienteling.hub.connectors.shop import Money
from clienteling.timeline.values import EventDetail, EventKind
from clienteling.vocabulary import Channel

LARGEST_EVENT = 32 * 1024
LONGEST_ID = 200

Id = str | int | float | None


class Account(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Whose batch it is, and how far its word goes."""

    name: str
    """"web" → the events' source is "segment:web", its user ids are scoped to "web"."""
    trust_user_id: bool = True
    """A `userId` is a login of the shop's own site: what is done under it is hers.

    A write key is no secret where a browser sends with it, and any page can name any login with it: for a
    site on which that matters, say false, and let its server send what is done under a login.
    """
    trust_email: bool = False
    """An e-mail beside it counts as well. Only for a site whose pages cannot name somebody else's."""
    server: bool = False
    """Sent with a key that only the shop's own server has: login, e-mail and alias are vouched for."""
    logins_of: str = ""
    """A source whose customers have the same ids here: "woocommerce:shop". Only the server's word counts."""


_NOTHING = msgspec.Raw(b"null")


def _nothing() -> msgspec.Raw:
    """Not the value itself: the description of the hub's calls names values, and this one has no words."""
    return _NOTHING


class Message(msgspec.Struct, frozen=True, rename="camel", gc=False):
    type: str = ""
    message_id: str | None = None
    user_id: Id = None
    anonymous_id: Id = None
    previous_id: Id = None
    event: str | None = None
    name: str | None = None
    properties: Words | None = None
    traits: Words | None = None
    context: msgspec.Raw = msgspec.field(default_factory=_nothing)
    """Read no further than it is needed: packages fill it with all that they know of a browser."""
    timestamp: str | None = None
    original_timestamp: str | None = None
    sent_at: str | None = None


class _Spot(msgspec.Struct, frozen=True, gc=False):
    title: str | int | float | None = None
    url: str | int | float | None = None


class _Context(msgspec.Struct, frozen=True, gc=False):
    """What of it is of use."""

    page: _Spot | None = None


class Batch(msgspec.Struct, frozen=True, rename="camel", gc=False):
    batch: list[msgspec.Raw]
    sent_at: str | None = None
    write_key: str | None = None


_UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
"""Nested without end is found at the door, at a depth that depends on who reads it there."""
_read_context = msgspec.json.Decoder(_Context | None).decode
_NOWHERE = _Spot()


def translated(
    batch: Batch, read: Callable[[msgspec.Raw], Message], account: Account, received_at: int
) -> Translation:
    """Every message that we understand; `read` makes one of an item and raises msgspec.MsgspecError."""
    heard: list[Heard] = []
    aside: list[str] = []
    for raw in batch.batch:
        if too_large(raw):
            aside.append("an event that is too large")
            continue
        try:
            message = read(raw)
        except _UNREADABLE:
            aside.append("an event that is not a message")
            continue
        one = _hear(message, account, received_at)
        if one.event is None and (silent := _silent(message)):
            aside.append(silent)
        heard.append(one)
    return Translation(f"segment:{account.name}", tuple(heard), tuple(aside))


def too_large(raw: msgspec.Raw) -> bool:
    return len(memoryview(raw)) > LARGEST_EVENT


def _hear(message: Message, account: Account, received_at: int) -> Heard:
    at = corrected(message.timestamp, message.sent_at, received_at)
    profile = _profile(_traits(message)) if message.type == "identify" else None
    event = _event(message, at)
    return Heard(
        key=_key(message, event),
        hints=_hints(message, account, profile),
        event=event,
        profile=profile if _vouched(account) else None,
        same=_same(message, account),
    )


def _key(message: Message, event: HeardEvent | None) -> str:
    """Scripts on the page and the server's package may tell one order with an id each.

    Whoever tells it as somebody else tells another: nobody takes the word from the one who ordered.
    """
    if event is not None and event.kind in commerce.ONCE and event.detail.order_number:
        who = _id(message.user_id) or _id(message.anonymous_id)
        return f"order/{event.detail.order_number}/{event.kind}/{who}"
    return seen(message.message_id or "")


def corrected(happened: str | None, sent: str | None, received_at: int) -> int:
    """The moment by our clock: the sender's clock is as wrong as its `sentAt`. Never later than received."""
    happened_at, sent_at = _millis(happened), _sent_millis(sent)
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


_sent_millis = lru_cache(maxsize=16)(_millis)
"""It is the same for all of a batch."""


def _vouched(account: Account) -> bool:
    return account.trust_email or account.server


def _hints(message: Message, account: Account, profile: Profile | None) -> tuple[Hint, ...]:
    hints: list[Hint] = []
    if (account.trust_user_id or account.server) and (user := _id(message.user_id)):
        if account.server and account.logins_of:
            hints.append(Hint(IdentifierKind.USER, account.logins_of, user))
        hints.append(Hint(IdentifierKind.USER, account.name, user))
    if profile is not None and profile.email and _vouched(account):
        hints.append(Hint(IdentifierKind.EMAIL, "", profile.email))
    earlier = message.previous_id if message.type == "alias" else message.anonymous_id
    if anonymous := _id(earlier):
        hints.append(Hint(IdentifierKind.ANONYMOUS, account.name, anonymous))
    return tuple(hints)


def _same(message: Message, account: Account) -> tuple[Hint, ...]:
    """Any page can send an alias; only the shop's own server is believed that two accounts are one."""
    if message.type == "alias" and account.server and (earlier := _id(message.previous_id)):
        return (Hint(IdentifierKind.USER, account.name, earlier),)
    return ()


def _traits(message: Message) -> Words:
    """RudderStack's package for Python has them in the context alone."""
    return message.traits or words(decoded(bytes(message.context)), "traits")


def _profile(traits: Words) -> Profile:
    birthday = text(traits.get("birthday"))[:10]
    return Profile(
        given_name=text(traits.get("firstName") or traits.get("first_name")),
        family_name=text(traits.get("lastName") or traits.get("last_name")),
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
    paid = commerce.total(said) if channel is Channel.ORDER else Money()
    return HeardEvent(
        channel=channel,
        kind=kind,
        at=at,
        text=commerce.saying(kind, said),
        detail=EventDetail(
            order_number=text(said.get("order_id")),
            price_cents=paid.cents,
            elsewhere=paid.elsewhere,
            url=_url(message, said),
        ),
        items=commerce.items(kind, said),
    )


def _page(message: Message, said: Words, at: int) -> HeardEvent:
    title = message.name or text(said.get("title")) or text(_spot(message).title)
    return HeardEvent(
        channel=Channel.WEB,
        kind=EventKind.PAGE_VIEWED,
        at=at,
        text=title[:LONGEST_TEXT],
        detail=EventDetail(url=_url(message, said)),
    )


def _url(message: Message, said: Words) -> str:
    return text(said.get("url")) or text(_spot(message).url)


def _spot(message: Message) -> _Spot:
    """The page on which it happened; odd fields of a page say nothing."""
    try:
        context = _read_context(message.context)
    except _UNREADABLE:
        page = words(decoded(bytes(message.context)), "page")
        return _Spot(text(page.get("title")), text(page.get("url")))
    return (context.page if context is not None else None) or _NOWHERE


def _silent(message: Message) -> str:
    """What it was about, for counting. A name that a site made up may hold anything, a person's data too."""
    match message.type:
        case "track" if commerce.is_silent(message.event or ""):
            return f"track {commerce.plain(message.event or '')}"
        case "track":
            return f"track {topic(message.event or '')}"
        case "identify" | "alias":
            return ""
        case "group":
            return "group"
        case _:
            return f"type {topic(message.type)}"


def _id(value: Id) -> str:
    """An id as text; 0, none and the placeholders that scripts leave behind name nobody."""
    written = f"{value:.0f}" if isinstance(value, float) else str(value or "").strip()
    return "" if written.lower() in NOBODY or len(written) > LONGEST_ID else written


NOBODY = frozenset(
    {
        "",
        "0",
        "null",
        "none",
        "undefined",
        "nan",
        "inf",
        "-inf",
        "nil",
        "anonymous",
        "guest",
        "[object object]",
    }
    | {"00000000-0000-0000-0000-000000000000", "false", "true", "not set", "(not set)", "unknown"}
)
