"""Asks every connected source again and again what is new: the way that works without a public address.

One thread. Each page is one transaction: what it brought and what is to be asked next, so that a hub that is
switched off goes on where it was. A source in trouble rests, longer each time, and keeps no other waiting.
"""

import logging
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from email.utils import parsedate_to_datetime
from typing import Any, Protocol

import msgspec
import sqlalchemy as sa
from uuid_utils import uuid7

from clienteling.hub.intake import raw as raws
from clienteling.hub.intake.raw import Coming
from clienteling.hub.sources import positions
from clienteling.hub.sources.asking import MINUTE_MS, Answer, Page, Poll
from clienteling.hub.sources.positions import UNKNOWN, Position
from clienteling.hub.sources.source import Source
from clienteling.hub.sources.web import UNREADABLE, Busy, Refused, Trouble, Web
from sync.hub.writer import HubWriter
from sync.instants import Now

LOOK_AGAIN_S = 30.0
FIRST_REST_MS = 5_000
LONGEST_REST_MS = 15 * MINUTE_MS
REFUSED_REST_MS = 15 * MINUTE_MS
HELD_MS = 5 * MINUTE_MS
ACCESS_MS = 360 * MINUTE_MS
_STALE = frozenset({400, 404, 410, 422})
"""A position that the source does not know any more."""
_log = logging.getLogger(__name__)


class Store(Protocol):
    """As much of the hub's store as polling needs."""

    @property
    def in_order(self) -> bool:
        """False where several processes may share the database."""
        ...

    def write(self) -> AbstractContextManager[HubWriter]: ...

    def read(self) -> AbstractContextManager[sa.Connection]: ...


class Kept(Protocol):
    def __call__(self) -> None:
        """There is something new to be worked through."""


class Poller:
    def __init__(self, store: Store, sources: Mapping[str, Source], kept: Kept, now: Now) -> None:
        self._store = store
        self._sources = [source for source in sources.values() if source.kind.polls]
        self._kept = kept
        self._now = now
        self._webs: dict[str, Web] = {}
        self._rests: dict[str, int] = {}
        """Source → until when it rests."""
        self._failures: dict[str, int] = {}
        self._access: dict[str, tuple[int, Any]] = {}
        """Source → since when, and its settings with what it gave for a while."""
        self._wanted: set[tuple[str, str]] = set()
        self._tried: set[tuple[str, str]] = set()
        """Asked since this process began: what stood in the way before may have been put right."""
        self._me = str(uuid7())
        self._more = threading.Event()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="poller", daemon=True)

    def start(self) -> None:
        if self._sources:
            self._thread.start()

    def close(self) -> None:
        """Returns when the page at hand is done."""
        self._closing.set()
        self._more.set()
        if self._thread.ident is not None:
            self._thread.join()
        for web in self._webs.values():
            web.close()

    def look(self, source: Source, resources: Sequence[str]) -> None:
        """Ask for these now: the source has said that something is new."""
        self._wanted.update((source.id, resource) for resource in resources)
        self._more.set()

    def turn(self) -> bool:
        """One page of each source that is due. False where none is."""
        due = [source for source in self._sources if not self._rests_now(source)]
        return sum(map(self._one_page, due)) > 0

    def _run(self) -> None:
        while not self._closing.is_set():
            self._more.clear()
            try:
                busy = self.turn()
            except Exception as error:  # noqa: BLE001 - the boundary of the thread: it goes on later
                _log.error("asking the sources stopped (%s); it goes on later", type(error).__name__)
                busy = False
            if not busy:
                self._more.wait(self._pause_s())

    def _pause_s(self) -> float:
        """Until somebody has rested, where that is soon."""
        now = self._now()
        rests = [until - now for until in self._rests.values() if until > now]
        return min((LOOK_AGAIN_S, *(rest / 1000 for rest in rests)))

    def _rests_now(self, source: Source) -> bool:
        return self._closing.is_set() or self._now() < self._rests.get(source.id, 0)

    def _one_page(self, source: Source) -> bool:
        due = self._due(source)
        if due is None:
            return False
        poll, position = due
        try:
            self._ask(source, poll, position)
        except Trouble as trouble:
            self._in_trouble(source, poll, position, trouble)
        except UNREADABLE as error:
            unreadable = Busy(f"The source's answer could not be read ({type(error).__name__}).")
            self._in_trouble(source, poll, position, unreadable)
        else:
            self._failures.pop(source.id, None)
        return True

    def _due(self, source: Source) -> tuple[Poll, Position] | None:
        """The first resource that is due; a later one waits while an earlier one is under way and well."""
        for poll, position in self._positions(source):
            if position.held_by not in {"", self._me} and position.held_until > self._now():
                return None
            one = (source.id, poll.resource)
            anew = bool(position.problem) and one not in self._tried
            if anew or one in self._wanted or position.next_at <= self._now():
                self._wanted.discard(one)
                self._tried.add(one)
                return poll, position if position.under_way else self._begun(source, poll, position)
            if position.under_way and not position.problem:
                return None
        return None

    def _positions(self, source: Source) -> Iterator[tuple[Poll, Position]]:
        for poll in source.kind.polls:
            with self._store.read() as conn:
                position = positions.read(conn, source.id, poll.resource)
            yield poll, position

    def _begun(self, source: Source, poll: Poll, position: Position) -> Position:
        """A new pass: over what changed since the last one, or over everything where that is due."""
        last, whole = position.last_started_at, position.whole_at
        every = poll.whole_every_ms
        anew = last is None or whole is None or (every is not None and self._now() >= whole + every)
        since = None if anew or last is None else max(0, last - poll.overlap_ms)
        ask = poll.first(source.said, since)
        return msgspec.structs.replace(
            position, asks=(ask,), since=since, started_at=None, taken=0, total=UNKNOWN
        )

    def _ask(self, source: Source, poll: Poll, position: Position) -> None:
        ask = position.asks[0]
        answer = self._web(source).ask(source.kind.signed(self._signed_in(source), ask))
        page = poll.read(source.said, ask, answer)
        position = self._after(position, page, answer)
        if not position.under_way:
            position = self._ended(source, position)
        with self._store.write() as writer:
            raws.keep(writer, [Coming(source.id, poll.resource, item, page.stamp) for item in page.items])
            positions.write(writer.connection, source.id, poll.resource, self._held(position))
        if page.items:
            self._kept()
        if not position.under_way and poll is source.kind.polls[-1]:
            self._maintain(source)

    def _signed_in(self, source: Source) -> Any:
        since, said = self._access.get(source.id, (None, None))
        if since is None or self._now() >= since + ACCESS_MS:
            said = source.kind.signed_in(source.said, self._web(source))
            self._access[source.id] = (self._now(), said)
        return said

    def _after(self, position: Position, page: Page, answer: Answer) -> Position:
        onward = () if page.next is None else (page.next,)
        return msgspec.structs.replace(
            position,
            asks=(*page.also, *onward, *position.asks[1:]),
            started_at=position.started_at or _clock(answer) or self._now(),
            taken=position.taken + len(page.items),
            total=position.total if page.total is None else page.total,
            problem="",
            next_at=0,
        )

    def _ended(self, source: Source, position: Position) -> Position:
        now = self._now()
        return msgspec.structs.replace(
            position,
            last_started_at=position.started_at,
            whole_at=now if position.since is None else position.whole_at,
            last_ok_at=now,
            next_at=now + source.said.every_minutes * MINUTE_MS,
        )

    def _in_trouble(self, source: Source, poll: Poll, position: Position, trouble: Trouble) -> None:
        """All of it rests, or only this resource where the source is well and says no."""
        _log.warning("%s, %s: %s", source.id, poll.resource, trouble)
        changes: dict[str, object] = {"problem": str(trouble)}
        if isinstance(trouble, Refused):
            self._access.pop(source.id, None)
            changes["next_at"] = self._now() + REFUSED_REST_MS
            if trouble.status in _STALE and position.taken:
                changes |= {"asks": (poll.first(source.said, position.since),), "taken": 0}
        else:
            changes["next_at"] = self._rests[source.id] = self._now() + self._rest_ms(source, trouble)
        left = msgspec.structs.replace(position, **changes)
        with self._store.write() as writer:
            positions.write(writer.connection, source.id, poll.resource, self._held(left))

    def _rest_ms(self, source: Source, trouble: Trouble) -> int:
        """As long as it said; otherwise longer each time."""
        failures = self._failures[source.id] = self._failures.get(source.id, 0) + 1
        rest = min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** min(failures - 1, 16))
        return (trouble.wait_s * 1000 if isinstance(trouble, Busy) else 0) or rest

    def _maintain(self, source: Source) -> None:
        try:
            done = source.kind.upkeep(source.name, source.said, self._web(source))
        except Trouble as trouble:
            _log.warning("%s: %s", source.id, trouble)
        else:
            if done:
                _log.warning("%s: %s", source.id, done)

    def _held(self, position: Position) -> Position:
        """Only where several processes share the database; whoever stops lets go within minutes."""
        if self._store.in_order or not position.under_way:
            return msgspec.structs.replace(position, held_by="", held_until=0)
        return msgspec.structs.replace(position, held_by=self._me, held_until=self._now() + HELD_MS)

    def _web(self, source: Source) -> Web:
        if source.id not in self._webs:
            self._webs[source.id] = Web(source.said.ca, source.kind.pace_s)
        return self._webs[source.id]


def _clock(answer: Answer) -> int | None:
    """The source's own, as its answer says it (RFC 9110, 6.6.1): whole seconds."""
    try:
        return int(parsedate_to_datetime(answer.headers.get("date", "")).timestamp() * 1000)
    except (ValueError, TypeError, OverflowError):
        return None
