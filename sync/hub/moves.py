"""What one transaction does to the feed: which records move to new positions, told when it ends."""

from collections.abc import Iterator, Sequence

import msgspec
import sqlalchemy as sa

from sync.collection import Collection, Registry, Rule
from sync.digest import hash_of
from sync.hub import feed
from sync.hub.databases import bulk
from sync.hub.feed import Key
from sync.hub.intake.facts import NewFact
from sync.hub.schema import FeedRow
from sync.hub.tally import NO_SCOPES, Scopes
from sync.hub.tally import Key as TallyKey
from sync.merge import State
from sync.record import record_of
from sync.wire import FeedRecord, Tally


class _Told(msgspec.Struct, frozen=True, gc=False):
    """A `FeedRecord` as it is written of a fact, with its fields in a struct of its table's or written."""

    seq: int
    collection: str
    id: str
    fields: msgspec.Struct | msgspec.Raw


class Moves:
    """Records as this transaction finds and leaves them. Positions are given at once, stored by `put`."""

    def __init__(self, connection: sa.Connection, registry: Registry, start: int) -> None:
        self._connection = connection
        self._registry = registry
        self._start = self._head = start
        self._known: dict[Key, FeedRecord | None] = {}
        self._moved: dict[Key, FeedRecord] = {}
        self._left: dict[Key, int] = {}
        self._was: dict[Key, str] = {}
        self._facts: dict[int, NewFact] = {}

    @property
    def head(self) -> int:
        """The newest position."""
        return self._head

    @property
    def advanced(self) -> bool:
        return self._head > self._start

    @property
    def keys(self) -> Iterator[Key]:
        """Of the records that move."""
        yield from self._moved
        yield from ((fact.collection, fact.id) for fact in self._facts.values())

    @property
    def groups(self) -> set[str]:
        """Those to which the records belong that move, and did before."""
        now = {self._registry.group_of(*key, record.fields) for key, record in self._moved.items()}
        return now | {fact.group for fact in self._facts.values()} | set(self._was.values())

    def find(self, key: Key) -> FeedRecord | None:
        """The record's newest state, this transaction's own included; nobody asks for facts that it added."""
        if key not in self._known:
            self.prefetch([key])
        return self._known[key]

    def found(self, key: Key) -> FeedRecord | None:
        """The same where `prefetch` has looked already."""
        return self._known.get(key)

    def prefetch(self, keys: Sequence[Key]) -> None:
        """Read many records at once that `find` will be asked for."""
        new = [key for key in keys if key not in self._known]
        self._known |= dict.fromkeys(new)
        self._known |= feed.find(self._connection, new)

    def next(self) -> int:
        self._head += 1
        return self._head

    def enter(self, target: Collection, record_id: str, state: State) -> FeedRecord:
        """Give a record's new state the next position."""
        deleted = target.rule is Rule.SET and not state.dots
        seq = self.next()
        return self.move(record_of(target.name, record_id, state, seq=seq, deleted=deleted))

    def add(self, fact: NewFact) -> int:
        """The same for one that nobody has entered before, with its row."""
        seq = self.next()
        self._facts[seq] = fact
        return seq

    def move(self, record: FeedRecord) -> FeedRecord:
        """Enter what has its position already."""
        key = (record.collection, record.id)
        before = self.find(key)
        if before is not None and key not in self._moved:
            self._left[key] = before.seq
            self._was[key] = self._registry.group_of(*key, before.fields)
        self._known[key] = self._moved[key] = record
        return record

    def put(self, scopes: Scopes = NO_SCOPES) -> dict[TallyKey, Tally]:
        """Write the feed's entries; once. Returns what that changes in the tallies."""
        self._put_rows()
        of = self._registry.group_of
        rows = [feed.row_of(record, of(*key, record.fields)) for key, record in self._moved.items()]
        rows += (_row_of(seq, fact) for seq, fact in self._facts.items())
        left = {self._moved[key].seq: seq for key, seq in self._left.items()}
        return feed.put(self._connection, rows, left, scopes)

    def gone_over(self) -> Iterator[dict[str, str | int]]:
        """The records that went over to another group, as `members.note_moved` takes them."""
        for (name, record_id), was in self._was.items():
            record = self._moved[name, record_id]
            if was != self._registry.group_of(name, record_id, record.fields):
                yield {"collection": name, "record_id": record_id, "group_id": was, "seq": record.seq}

    def _put_rows(self) -> None:
        alike: dict[tuple[str, tuple[str, ...]], list[tuple]] = {}
        for fact in self._facts.values():
            alike.setdefault((fact.collection, fact.names), []).append(fact.values)
        for (name, names), values in alike.items():
            bulk.insert_rows(self._connection, self._registry[name].table, names, values)


def _row_of(seq: int, fact: NewFact) -> FeedRow:
    body = msgspec.json.encode(_Told(seq, fact.collection, fact.id, fact.fields))
    return FeedRow(seq, fact.collection, fact.id, fact.group, body, hash_of(body))
