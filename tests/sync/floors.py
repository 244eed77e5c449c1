"""The chain with scopes: who holds whom changes, people are fetched and erased, tombstones are dropped."""

import sqlalchemy as sa
from hypothesis import strategies as st
from hypothesis.stateful import rule

from sync.device import outbox
from sync.device import schema as own
from sync.device.outbox import RecordState
from sync.device.replica import Replica
from sync.device.told import held
from sync.errors import Code, HubRefused
from sync.hub import schema
from sync.hub.scopes.holding import Holding
from sync.hub.scopes.members import scopes_of
from sync.wire import EVERYTHING
from tests.sync.chain import HOUR, PEOPLE, Chain, tablets
from tests.sync.shop import booking, go, person, product, rows, tag, visit

TABLES = (person, visit, product, tag, booking)
SCOPES = ("centro", "mare")
MAY_GO = ("bea", "cleo")
"""The hub's own rule changes Ada."""
people, scopes = st.sampled_from(PEOPLE), st.sampled_from(SCOPES)


class Floors(Chain):
    def begin(self) -> None:
        super().begin()
        self.rule: dict[str, set[str]] = {"ada": {"centro"}, "cleo": {"centro", "mare"}}
        self.shop.scopes = {"a": "centro", "b": "mare"}
        self.shop.holding = Holding("floors", self.holders)
        self.shop.open_hub()
        self.erased: set[str] = set()
        self.forgotten = False
        """Time enough has passed for the hub to forget what was deleted."""
        self.visits_of: dict[str, set[str]] = {who: set() for who in PEOPLE}

    def holders(self, _connection, groups, _now) -> dict[str, dict[str, int]]:
        return {group: dict.fromkeys(self.rule.get(group, ()), 0) for group in groups}

    @rule(tablet=tablets, who=people)
    def record_a_visit_of(self, tablet, who) -> None:
        with self.replicas[tablet].write() as writer:
            values = {
                "person_id": who,
                "at": writer.now,
                "receipt": f"{who}s receipt {writer.now} {self.count()}",
            }
            self.visits_of[who].add(writer.insert("visit", values))

    def count(self) -> int:
        return sum(len(visits) for visits in self.visits_of.values())

    @rule(who=people, scope=scopes, holds=st.booleans())
    def the_rule_changes(self, who, scope, holds) -> None:
        self.saw("somebody entered a scope or left it")
        of = self.rule.setdefault(who, set())
        (of.add if holds else of.discard)(scope)
        with self.shop.store.write() as writer:
            writer.judge([who])

    @rule(tablet=tablets, scope=st.sampled_from(["", *SCOPES]))
    def a_tablet_goes_to_another_floor(self, tablet, scope) -> None:
        self.saw("a tablet was given another scope")
        self.shop.scopes[tablet] = scope

    @rule(tablet=tablets, who=people)
    def fetch(self, tablet, who) -> None:
        try:
            self.shop.hub(tablet).fetch(who)
        except HubRefused:
            return
        self.saw("somebody was fetched")

    @rule(days=st.sampled_from([1, 29, 32, 95]))
    def days_pass(self, days) -> None:
        """A backup as old as that would bring back what nobody can put right any more."""
        self.saw("days passed")
        for wall in (self.shop.wall, *self.shop.walls.values()):
            wall.ms += 24 * days * HOUR
        self.forgotten = True
        self.shop.store.tidy(self.shop.wall.ms)
        self.backup = self.shop.keep("hub")

    @rule(who=st.sampled_from(MAY_GO))
    def erase(self, who) -> None:
        self.saw("somebody was erased")
        self.erased.add(who)
        self.shop.store.erasing.erase(who)

    @rule()
    def a_snapshot_is_made(self) -> None:
        """Who starts again from now on is given it."""
        self.saw("a snapshot was made")
        self.shop.make_snapshot()

    @rule(told=st.booleans())
    def restore_the_hub(self, told) -> None:
        self.put_back(told=told)
        self.shop.store.erasing.erase_again()

    def holds(self, name: str) -> str:
        return self.shop.store.holds(self.shop.scopes.get(name, ""))

    def settle(self) -> None:
        super().settle()
        self.shop.store.tidy(self.shop.wall.ms)
        self.somebody_gives_up_what_is_long_gone()

    def somebody_gives_up_what_is_long_gone(self) -> None:
        """The hub no longer knows that the tag was taken out: only a person can say what that means."""
        for name, replica in self.replicas.items():
            refused = [each for each in replica.ledger(0).entries if each.state is RecordState.SET_ASIDE]
            for entry in refused:
                assert self.forgotten
                assert (entry.collection, entry.code) == ("tag", Code.MISSING_RECORD)
                assert entry.record_id not in rows(self.shop.store, tag)
                self.saw("somebody gave up what was long gone")
                replica.drop_set_aside(entry.collection, entry.record_id)
            if refused:
                go(replica, self.shop.hub(name))

    def all_hold_the_same(self) -> None:
        store = self.shop.store
        assert set(rows(store, person)) == self.made - self.erased
        alive = [self.visits_of[who] for who in PEOPLE if who not in self.erased]
        assert set(rows(store, visit)) == set().union(*self.visits.values(), *alive)
        assert set(rows(store, booking)) == self.asked
        for name, replica in self.replicas.items():
            for table in TABLES:
                assert rows(replica, table) == self.expected(name, table)
            assert replica.pending() == 0
            assert replica.ledger(0).set_aside == 0
            self.counts_are_right_for(name, replica)
            self.nothing_is_left_in(name, replica)
        with store.read() as connection:
            bodies = connection.execute(sa.select(schema.rejected.c.body)).scalars().all()
        assert not any(who.encode() in body for who in self.erased for body in bodies)
        self.nothing_is_left_in_the_file("hub")

    def expected(self, name: str, table: sa.Table) -> dict[str, dict]:
        group = "id" if table is person else "person_id"
        everything = rows(self.shop.store, table)
        holds = self.holds(name)
        if holds == EVERYTHING:
            return everything
        with self.shop.store.read() as connection:
            mine = {g for g, of in scopes_of(connection, PEOPLE).items() if holds in of}
        return {i: row for i, row in everything.items() if row.get(group) is None or row[group] in mine}

    def counts_are_right_for(self, name: str, replica: Replica) -> None:
        store = self.shop.store
        with replica.transaction() as connection:
            kept = held.tallies(connection)
            for table in TABLES:
                buckets = held.recount(connection, table.name)
                assert buckets == store.buckets(store.epoch, table.name, self.holds(name)).tallies
            now = held.tallies(connection)
        assert {n: t for n, t in now.items() if t.count} == {n: t for n, t in kept.items() if t.count}

    def nothing_is_left_in(self, name: str, replica: Replica) -> None:
        with replica.read() as connection:
            written = connection.execute(sa.select(own.outbox)).all()
            assert not [r for r in written if r.group_id in self.erased or r.record_id in self.erased]
            assert not self.erased & {i for _, i in outbox.unconfirmed(connection)}
            assert connection.execute(sa.select(sa.func.count()).select_from(own.doubt)).scalar_one() == 0
        self.nothing_is_left_in_the_file(name)

    def nothing_is_left_in_the_file(self, name: str) -> None:
        content = b"".join(path.read_bytes() for path in self.directory.glob(f"{name}.db*"))
        assert not [who for who in self.erased if f"{who}s receipt".encode() in content]

    def counts_are_right(self, replica: Replica) -> None:
        """Told by scope instead."""
