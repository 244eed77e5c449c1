"""What the hub asks of a source, page after page."""

from collections.abc import Sequence
from typing import Any, ClassVar

import msgspec

MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS
DAY_MS = 24 * HOUR_MS


class Ask(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One request, as it is kept for going on after a stop.

    Without address, credentials or signature: `Kind.signed` adds those each time it goes out.
    """

    path: str
    method: str = "GET"
    params: tuple[tuple[str, str], ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    body: str = ""
    carried: str = ""
    """What reading the answer needs of earlier ones: a product while its variants are asked for."""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """An answer with a status below 300."""

    status: int
    headers: dict[str, str]
    """Names in lower case."""
    body: bytes


class Page(msgspec.Struct, frozen=True, kw_only=True):
    items: Sequence[bytes] = ()
    """Each goes its way as a payload of its own, its call the resource's name."""
    next: Ask | None = None
    also: Sequence[Ask] = ()
    """Asked before `next`: the variants of the products of this page."""
    total: int | None = None
    """How many items the whole pass will bring, where the source says so."""
    stamp: str = ""
    """As `Accepted.stamp`, for items that carry no time of change: the hour, say."""


class Poll:
    """One resource of a kind, asked for regularly. Subclass it; an instance keeps no state."""

    resource: ClassVar[str]
    overlap_ms: ClassVar[int] = 15 * MINUTE_MS
    """Each pass begins so long before the last one began: clocks differ, and writes take time to show."""
    whole_every_ms: ClassVar[int | None] = None
    """How often everything is asked again, where the source cannot say all that changed. None: once."""

    def first(self, said: Any, since: int | None) -> Ask:
        """`since`: milliseconds UTC by the source's clock; None asks for everything."""
        raise NotImplementedError

    def read(self, said: Any, ask: Ask, answer: Answer) -> Page:
        """Raises UNREADABLE (`intake.body`) or KeyError where the answer is no page: asked again later."""
        raise NotImplementedError


def day_of(answer: Answer) -> str:
    """The source's own, as a stamp for what is worth reading again on another day (RFC 9110, 6.6.1)."""
    return answer.headers.get("date", "")[:16]
