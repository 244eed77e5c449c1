"""A scope's pages against the plainest thing that could be right, whatever moves, wherever they are cut."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

import msgspec
import sqlalchemy as sa
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from sync.digest import changed, read_page
from sync.hub import schema
from sync.hub.scopes.holding import Holding
from sync.wire import Comparison, Difference, Page, Tally
from tests.sync.shop import REGISTRY, Shop

GROUPS = ("ada", "bea", "cleo", "dora")
OWNERS = (*GROUPS, None)
SCOPES = ("centro", "mare")
groups, owners, scopes = st.sampled_from(GROUPS), st.sampled_from(OWNERS), st.sampled_from(SCOPES)


@dataclass
class Reader:
    """A device without anything of its own: what pages tell it, and how far."""

    scope: str
    cursor: int = 0
    records: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)

    def apply(self, page: Page) -> None:
        told = set()
        for record, value in zip(page.records, page.hashes, strict=True):
            key = (record.collection, record.id)
            told.add(key)
            self.records.pop(key, None)
            if not record.deleted:
                self.records[key] = REGISTRY.group_of(*key, record.fields), value
        self.records = {
            key: kept
            for key, kept in self.records.items()
            if kept[0] not in page.left and (kept[0] not in page.entered or key in told)
        }
        self.cursor = page.next

    def tallies(self) -> dict[str, Tally]:
        found: dict[str, list[int]] = {}
        for (name, _), (_, value) in self.records.items():
            found.setdefault(name, []).append(value)
        return {name: changed(Tally(), entered=values) for name, values in found.items()}


class Pages(RuleBasedStateMachine):
    new_database: ClassVar[Callable[[], str]] = staticmethod(str)
    """Of the hub; empty: a file."""

    @initialize()
    def open(self) -> None:
        self.directory = Path(tempfile.mkdtemp())
        self.rule: dict[str, dict[str, int]] = {}
        self.version = 1
        self.shop = Shop(self.directory, database=self.new_database())
        self.reopen()
        self.readers = [Reader(scope) for scope in SCOPES for _ in range(2)]
        self.made = 0

    def reopen(self) -> None:
        self.shop.holding = Holding(str(self.version), self.holders)
        self.shop.open_hub()

    def holders(self, _connection, asked, now) -> dict[str, dict[str, int]]:
        return {
            group: {
                scope: until for scope, until in self.rule.get(group, {}).items() if until == 0 or until > now
            }
            for group in asked
        }

    @rule(group=groups)
    def make_or_change_somebody(self, group) -> None:
        with self.shop.store.write() as writer:
            if writer.find("person", group) is None:
                writer.insert("person", {"id": group})
            else:
                writer.update("person", group, {"name": str(writer.head)})

    @rule(owner=owners, count=st.integers(1, 4))
    def visits(self, owner, count) -> None:
        with self.shop.store.write() as writer:
            for _ in range(count):
                writer.insert("visit", {"person_id": owner, "at": 1})

    @rule(which=st.integers(0, 3), owners=st.lists(owners, min_size=1, max_size=3))
    def a_booking_goes_from_one_to_another(self, which, owners) -> None:
        with self.shop.store.write() as writer:
            for owner in owners:
                if writer.find("booking", str(which)) is None:
                    writer.insert("booking", {"id": str(which), "what": "x", "person_id": owner})
                else:
                    writer.update("booking", str(which), {"person_id": owner})

    @rule(which=st.integers(0, 2), owner=owners)
    def a_tag_comes_and_goes(self, which, owner) -> None:
        with self.shop.store.write() as writer:
            before = writer.find("tag", str(which))
            if before is None or before.deleted:
                writer.insert("tag", {"id": str(which), "label": "x", "person_id": owner})
            else:
                writer.remove("tag", str(which))

    @rule(group=groups, scope=scopes, until=st.sampled_from([0, 1, 1_000]))
    def the_rule_holds_somebody(self, group, scope, until) -> None:
        self.rule.setdefault(group, {})[scope] = until and self.shop.wall.ms + until
        with self.shop.store.write() as writer:
            writer.judge([group])

    @rule(group=groups, scope=scopes)
    def the_rule_holds_somebody_no_more(self, group, scope) -> None:
        self.rule.get(group, {}).pop(scope, None)
        with self.shop.store.write() as writer:
            writer.judge([group])

    @rule(changes=st.lists(st.tuples(groups, scopes, st.booleans()), max_size=6))
    def another_rule(self, changes) -> None:
        for group, scope, held in changes:
            if held:
                self.rule.setdefault(group, {})[scope] = 0
            else:
                self.rule.get(group, {}).pop(scope, None)
        self.version += 1
        self.reopen()

    @rule(by=st.sampled_from([1, 500, 2_000]))
    def time_passes(self, by) -> None:
        self.shop.wall.ms += by
        self.shop.store.review(self.shop.wall.ms)

    @rule(who=st.integers(0, 3), limit=st.integers(1, 4), most=st.integers(1, 3))
    def somebody_reads_some_pages(self, who, limit, most) -> None:
        for _ in range(most):
            self.read(self.readers[who], limit)

    @rule(who=st.integers(0, 3), limit=st.integers(1, 9))
    def somebody_reads_to_the_end(self, who, limit) -> None:
        while not self.read(self.readers[who], limit).complete:
            pass
        self.agrees(self.readers[who])

    def read(self, reader, limit) -> Page:
        store = self.shop.store
        page = read_page(store.page(store.epoch, reader.cursor, limit, reader.scope))
        assert page.next > reader.cursor or page.complete
        assert sorted(r.seq for r in page.records if not page.entered) == [
            r.seq for r in page.records if not page.entered
        ]
        reader.apply(page)
        if page.complete:
            counted = {name: tally for name, tally in (page.digest or {}).items() if tally.count}
            assert reader.tallies() == counted
        return page

    def agrees(self, reader) -> None:
        """With what the feed holds for the scope, and with every other way to ask for it."""
        held = {
            group for group in GROUPS if reader.scope in self.holders(None, GROUPS, self.shop.wall.ms)[group]
        }
        with self.shop.store.read() as connection:
            feed = schema.feed.c
            query = sa.select(feed.collection, feed.record_id, feed.group_id, feed.hash)
            rows = connection.execute(query.where(feed.hash.is_not(None))).all()
        mine = {(r.collection, r.record_id): (r.group_id, r.hash) for r in rows if r.group_id in {"", *held}}
        assert reader.records == mine
        store = self.shop.store
        for name in ("person", "visit", "booking", "tag"):
            asked = Comparison(
                epoch=store.epoch,
                collection=name,
                upto=reader.cursor,
                held={},
                strays=["nobody", *(r.record_id for r in rows if r.collection == name)],
            )
            answer = msgspec.json.decode(store.compare(asked, reader.scope), type=Difference)
            here = {key[1] for key in mine if key[0] == name}
            assert {record.id for record in answer.records} == here
            assert set(answer.outside) == {r.record_id for r in rows if r.collection == name} - here
            assert answer.unknown == ["nobody"]
            counted = store.buckets(store.epoch, name, reader.scope).tallies
            assert sum(tally.count for tally in counted) == len(here)

    def teardown(self) -> None:
        if not hasattr(self, "shop"):
            return
        try:
            for reader in [*self.readers, *(Reader(scope) for scope in SCOPES)]:
                self.somebody_reads_to_the_end_of(reader)
        finally:
            self.shop.close()
            shutil.rmtree(self.directory)

    def somebody_reads_to_the_end_of(self, reader) -> None:
        while not self.read(reader, 2).complete:
            pass
        self.agrees(reader)


TestPages = Pages.TestCase
TestPages.settings = settings(
    max_examples=40,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
