"""Three tablets and a hub on the real parts, anything in any order; when all is quiet they hold the same.

The rules of the histories that `test_convergence` runs a few of and `make soak` runs without end.
"""

import shutil
import tempfile
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from sync.device import outbox
from sync.device.quick import run_quick
from sync.device.replica import Replica
from sync.device.told import held
from sync.errors import HubUnreachable
from sync.wire import Push, Tally
from tests.sync.power import Moment, PowerCut, Supply, supplied
from tests.sync.ringing import Ringing, Stream
from tests.sync.shop import Shop, booking, go, healed, metadata, person, product, rows, tag, visit
from tests.sync.weather import Fault, Weather, arrive_late

TABLETS = ("a", "b", "c")
TAGS = ("vip", "press")
PEOPLE = ("ada", "bea", "cleo")
FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "name": st.sampled_from(["x", "y", "z"]),
        "email": st.sampled_from(["x@x.it", "y@x.it"]),
        "loyal": st.booleans(),
        "tags": st.lists(st.integers(0, 3), max_size=2),
        "born_on": st.none() | st.just("1990-01-01"),
    },
)
TITLES = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=3)
tablets = st.sampled_from(TABLETS)
HOUR = 3_600_000
YEAR = 365 * 24 * HOUR


class Chain(RuleBasedStateMachine):
    happened: ClassVar[Counter[str]] = Counter()
    """What all histories of this process met, by kind."""

    @initialize()
    def open(self) -> None:
        self.begin()

    def begin(self) -> None:
        self.happened["histories"] += 1
        self.directory = Path(tempfile.mkdtemp())
        self.shop = self.open_shop()
        with self.shop.store.write() as writer:
            writer.insert("person", {"id": "ada", "name": "Ada", "email": "ada@x.it"})
            writer.insert("product", {"id": "bag"})
        self.replicas = {name: self.shop.device(name) for name in TABLETS}
        self.visits: dict[str, set[str]] = {name: set() for name in TABLETS}
        self.made: set[str] = {"ada"}
        self.tagged: set[str] = set()
        self.untagged: set[str] = set()
        self.asked: set[str] = set()
        self.late: dict[str, list[Push]] = {name: [] for name in TABLETS}
        self.streams = {name: Stream(self.shop, name) for name in TABLETS}
        self.backup = self.shop.keep("hub")

    def open_shop(self) -> Shop:
        return Shop(self.directory)

    def saw(self, what: str) -> None:
        self.happened[what] += 1

    @rule(tablet=tablets, count=st.integers(1, 4))
    def record_visits(self, tablet, count) -> None:
        with self.replicas[tablet].write() as writer:
            for _ in range(count):
                self.visits[tablet].add(writer.insert("visit", {"at": writer.now}))

    @rule(tablet=tablets, who=st.sampled_from(PEOPLE), fields=FIELDS)
    def change_or_make_a_person(self, tablet, who, fields) -> None:
        replica = self.replicas[tablet]
        if who in rows(replica, person):
            with replica.write() as writer:
                writer.update("person", who, fields)
        elif who not in self.made:
            self.made.add(who)
            with replica.write() as writer:
                writer.insert("person", {"id": who, **fields})

    @rule(tablet=tablets, which=st.sampled_from(TAGS), rank=st.integers(0, 3))
    def add_or_rank_a_tag(self, tablet, which, rank) -> None:
        here = which in rows(self.replicas[tablet], tag)
        with self.replicas[tablet].write() as writer:
            if here:
                writer.update("tag", which, {"rank": rank})
            else:
                writer.insert("tag", {"id": which, "label": which, "rank": rank})
                self.tagged.add(which)

    @rule(tablet=tablets, which=st.sampled_from(TAGS))
    def remove_a_tag(self, tablet, which) -> None:
        if which in rows(self.replicas[tablet], tag):
            self.untagged.add(which)
            with self.replicas[tablet].write() as writer:
                writer.remove("tag", which)

    @rule(which=st.sampled_from(TAGS))
    def the_hub_removes_a_tag_or_adds_it_again(self, which) -> None:
        if which not in self.tagged:
            return
        with self.shop.store.write() as writer:
            if which in rows(self.shop.store, tag):
                self.untagged.add(which)
                writer.remove("tag", which)
            elif writer.find("tag", which) is not None:
                writer.insert("tag", {"id": which, "label": which})

    @rule(tablet=tablets)
    def ask(self, tablet) -> None:
        with self.replicas[tablet].write() as writer:
            self.asked.add(writer.insert("booking", {"what": "a fitting"}))

    @rule(tablet=tablets, pick=st.integers(0, 5))
    def take_a_request_back(self, tablet, pick) -> None:
        waiting = [i for i, row in rows(self.replicas[tablet], booking).items() if not row["answer"]]
        if waiting:
            with self.replicas[tablet].write() as writer:
                writer.cancel("booking", waiting[pick % len(waiting)])

    @rule(pick=st.integers(0, 5), answer=st.sampled_from(["granted", "refused"]))
    def the_hub_decides(self, pick, answer) -> None:
        waiting = [i for i, row in rows(self.shop.store, booking).items() if not row["answer"]]
        if waiting:
            with self.shop.store.write() as writer:
                writer.update("booking", waiting[pick % len(waiting)], {"answer": answer, "why": "so"})

    @rule(fields=FIELDS, title=TITLES)
    def the_hub_changes_something(self, fields, title) -> None:
        with self.shop.store.write() as writer:
            writer.update("person", "ada", fields)
            writer.update("product", "bag", {"title": title})

    @rule(tablet=tablets, faults=st.lists(st.sampled_from(Fault), max_size=6))
    def meet(self, tablet, faults) -> None:
        weather = Weather(self.shop, tablet, faults, self.saw)
        with suppress(HubUnreachable):
            go(self.replicas[tablet], weather)
        self.late[tablet] += weather.late

    @rule(tablet=tablets)
    def it_rings(self, tablet) -> None:
        self.streams[tablet].ring(self.replicas[tablet])

    @rule(tablet=tablets, backwards=st.booleans(), twice=st.booleans())
    def pass_quickly(self, tablet, backwards, twice) -> None:
        """What rang comes in any order, and once more; the answer to a push says what would ring next."""
        replica, stream = self.replicas[tablet], self.streams[tablet]
        bells = stream.taken(keep=twice)[:: -1 if backwards else 1]
        hub = Ringing(self.shop, tablet, lambda: stream.next(replica))
        self.saw("a quick pass")
        if not run_quick(replica, hub, bells, lambda _: None, stream.bells.append):
            self.saw("a quick pass that had to say hello")
            go(replica, self.shop.hub(tablet))
            stream.end()

    @rule(tablet=tablets, moment=st.sampled_from(Moment), at=st.integers(1, 8), further=st.integers(0, 5))
    def die_in_the_middle_of_a_pass(self, tablet, moment, at, further) -> None:
        at += 8 * further if moment is Moment.STATEMENT else 0
        try:
            with supplied(self.replicas[tablet].engine, Supply(moment, at)):
                go(self.replicas[tablet], self.shop.hub(tablet))
        except PowerCut:
            self.saw(f"a tablet died {moment}")
        self.replicas[tablet] = self.shop.device(tablet)

    @rule(tablet=tablets, moment=st.sampled_from([Moment.COMMIT, Moment.COMMITTED]))
    def die_while_saving(self, tablet, moment) -> None:
        """What was committed is there, said or not; what was not is not."""
        made: list[str] = []
        try:
            with (
                supplied(self.replicas[tablet].engine, Supply(moment, 1)),
                self.replicas[tablet].write() as writer,
            ):
                made.append(writer.insert("visit", {"at": writer.now}))
        except PowerCut:
            self.saw(f"a tablet died {moment} of its own")
        self.replicas[tablet] = self.shop.device(tablet)
        kept = set(made) & set(rows(self.replicas[tablet], visit))
        assert kept == (set(made) if moment is Moment.COMMITTED else set())
        self.visits[tablet] |= kept

    @rule(tablet=tablets)
    def what_was_given_up_arrives_after_all(self, tablet) -> None:
        arrive_late(self.shop.hub(tablet), self.late[tablet])
        self.late[tablet] = []

    @rule(tablet=tablets, name=st.sampled_from(["person", "product", "tag"]), fields=FIELDS)
    def something_spoils_rows(self, tablet, name, fields) -> None:
        table = metadata.tables[name]
        self.saw("rows were spoilt")
        replica = self.replicas[tablet]
        with replica.engine.begin() as connection:
            own = {record_id for _, record_id in outbox.unconfirmed(connection)}
            spoilt = table.update().values(name="?") if fields and table is person else table.delete()
            connection.execute(spoilt.where(table.c.id.not_in(own)))

    @rule(tablet=tablets)
    def restart_a_tablet(self, tablet) -> None:
        self.replicas[tablet] = self.shop.device(tablet)

    @rule()
    def restart_the_hub(self) -> None:
        self.shop.open_hub()

    @rule()
    def back_up_the_hub(self) -> None:
        self.backup = self.shop.keep("hub")

    @rule(told=st.booleans())
    def restore_the_hub(self, told) -> None:
        self.put_back(told=told)

    def put_back(self, *, told: bool) -> None:
        self.saw("the hub was restored" if told else "the hub was restored without being told")
        self.shop.restore("hub", self.backup)
        for stream in self.streams.values():
            stream.end()
        self.shop.open_hub()
        if told:
            self.shop.store.renew_epoch()

    @rule(
        tablet=tablets,
        by=st.sampled_from([-9 * YEAR, -24 * HOUR, -1, 0, 1, 500, 61_000, 24 * HOUR, 9 * YEAR]),
    )
    def turn_a_clock(self, tablet, by) -> None:
        self.saw("a tablet's clock jumped by years" if abs(by) == 9 * YEAR else "a tablet's clock was turned")
        self.shop.walls[tablet].ms += by

    @rule(by=st.sampled_from([-24 * HOUR, -HOUR, -1, 61_000, HOUR, 24 * HOUR]))
    def turn_the_hubs_clock(self, by) -> None:
        self.saw("the hub's clock was turned")
        self.shop.wall.ms += by

    @rule(by=st.integers(0, 5_000))
    def time_passes(self, by) -> None:
        for wall in (self.shop.wall, *self.shop.walls.values()):
            wall.ms += by

    @invariant()
    def one_more_step(self) -> None:
        self.happened["steps"] += 1

    @invariant()
    def what_a_tablet_recorded_stays_on_it(self) -> None:
        for name, replica in getattr(self, "replicas", {}).items():
            assert self.visits[name] <= set(rows(replica, visit))

    def teardown(self) -> None:
        if not hasattr(self, "shop"):
            return
        try:
            self.settle()
            self.all_hold_the_same()
        finally:
            self.shop.close()
            shutil.rmtree(self.directory)

    def settle(self) -> None:
        self.shop.store.renew_epoch()
        for _ in range(4):
            for name, replica in self.replicas.items():
                go(replica, self.shop.hub(name))
        for name, replica in self.replicas.items():
            assert healed(replica, self.shop.hub(name)) == ()

    def all_hold_the_same(self) -> None:
        everywhere = (*self.replicas.values(), self.shop.store)
        for table in (person, visit, product, tag, booking):
            states = [rows(where, table) for where in everywhere]
            assert all(state == states[-1] for state in states)
        assert set(rows(self.shop.store, visit)) == set().union(*self.visits.values())
        assert set(rows(self.shop.store, person)) == self.made
        assert self.tagged - self.untagged <= set(rows(self.shop.store, tag)) <= self.tagged
        assert set(rows(self.shop.store, booking)) == self.asked
        for who in self.made:
            rivals = [replica.disagreements("person", who) for replica in self.replicas.values()]
            assert all(one == rivals[0] for one in rivals)
        for replica in self.replicas.values():
            assert replica.pending() == 0
            assert replica.ledger(0).set_aside == 0
            self.counts_are_right(replica)

    def counts_are_right(self, replica: Replica) -> None:
        """What was kept up step by step is what is counted from nothing, alike on both ends."""
        store = self.shop.store
        with replica.transaction() as connection:
            kept = held.tallies(connection)
            for table in (person, visit, product, tag, booking):
                buckets = held.recount(connection, table.name)
                assert buckets == store.buckets(store.epoch, table.name).tallies
            empty = {name: Tally() for name in ("visit", "tag", "booking")}
            assert held.tallies(connection) == empty | kept
