"""Two tablets and a hub on the real parts: records, merges and unmerges in any order, tablets away for long.

The model knows nothing of aliases: it has a tree of who was joined to whom, and who wrote what about whom.
"""

import shutil
import tempfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from clienteling.card.compose import customer_card
from clienteling.customers.search import search
from clienteling.database import create_tables
from clienteling.errors import UnknownRecord
from clienteling.hub import migrations
from clienteling.hub.holding import holding
from clienteling.hub.identity.merging import merge, unmerge
from clienteling.notes import use_cases as notes
from clienteling.notes.values import Visibility
from clienteling.replicated import REGISTRY
from clienteling.staff.values import Author
from clienteling.timeline.queries import page
from clienteling.wording import Wording
from sync.device.database import open_plain
from sync.device.passes import run_pass
from sync.device.replica import Replica
from sync.hub.databases.database import open_hub
from sync.hub.gone.remembered import Remembered
from sync.hub.local import LocalHub
from sync.hub.store import HubStore

SHOPS = ("milano", "roma")
HOMES = {"ada": "milano", "bea": "roma", "cleo": None, "dora": "milano"}
PEOPLE = tuple(HOMES)
WORDING = Wording("en")
people, shops = st.sampled_from(PEOPLE), st.sampled_from(SHOPS)


@lru_cache(maxsize=1)
def furnished() -> Path:
    """A hub and an empty replica, made once; every history works on copies."""
    directory = Path(tempfile.mkdtemp())
    engine = open_hub(directory / "hub.db")
    migrations.upgrade(engine)
    store = HubStore(engine, REGISTRY, lambda: 1_000, holding(12), Remembered(directory))
    with store.write() as writer:
        for shop in SHOPS:
            writer.insert("store", {"id": shop, "name": shop, "time_zone": "Europe/Rome"})
        for who, home in HOMES.items():
            writer.insert("customer", {"id": who, "given_name": who, "home_store_id": home})
    engine.dispose()
    replica = open_plain(directory / "replica.db")
    create_tables(replica)
    replica.dispose()
    return directory


class Tree:
    """Who was joined to whom."""

    def __init__(self) -> None:
        self.joined_to: dict[str, str] = {}
        self.erased: set[str] = set()

    def root(self, who: str) -> str:
        while who in self.joined_to:
            who = self.joined_to[who]
        return who

    def whole(self, who: str) -> set[str]:
        return {other for other in PEOPLE if self.root(other) == self.root(who)}

    def join(self, older: str, younger: str) -> None:
        if self.root(older) != self.root(younger):
            self.joined_to[self.root(younger)] = older

    def erase(self, who: str) -> None:
        gone = self.whole(who)
        self.erased |= gone
        self.joined_to = {one: to for one, to in self.joined_to.items() if one not in gone}


class AnyHistory(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.directory = Path(tempfile.mkdtemp())
        shutil.copytree(furnished(), self.directory, dirs_exist_ok=True)
        self.now = 10_000
        self.hub_engine = open_hub(self.directory / "hub.db")
        remembered = Remembered(self.directory)
        self.store = HubStore(self.hub_engine, REGISTRY, self.clock, holding(12), remembered)
        self.engines = {}
        self.tablets = {}
        for shop in SHOPS:
            file = shutil.copy(self.directory / "replica.db", self.directory / f"{shop}.db")
            self.engines[shop] = open_plain(Path(file))
            self.tablets[shop] = Replica(self.engines[shop], REGISTRY, self.clock)
        self.tree = Tree()
        self.written: dict[str, str] = {}
        self.waiting: dict[str, set[str]] = {shop: set() for shop in SHOPS}
        self.visited: dict[str, set[str]] = {shop: set() for shop in SHOPS}
        for shop in SHOPS:
            self.meet(shop)

    def teardown(self) -> None:
        if hasattr(self, "tablets"):
            self.settle()
            for engine in (self.hub_engine, *self.engines.values()):
                engine.dispose()
            shutil.rmtree(self.directory)

    def clock(self) -> int:
        self.now += 1
        return self.now

    @rule(shop=shops, who=people)
    def a_note_is_written_with_whichever_id_the_tablet_has(self, shop, who) -> None:
        author = Author("sofia", shop)
        try:
            with self.tablets[shop].write() as writer:
                noted = notes.write(
                    writer, customer_id=who, body="n", visibility=Visibility.EVERYBODY, author=author
                )
        except UnknownRecord:
            return
        self.written[noted] = who
        self.waiting[shop].add(noted)

    @rule(who=people)
    def a_source_tells_of_her(self, who) -> None:
        if who in self.tree.erased:
            return
        with self.store.write() as writer:
            said = {"customer_id": who, "channel": "web", "kind": "page_viewed", "at": self.clock()}
            self.written[writer.insert("event", {**said, "detail": {}, "source_id": str(self.now)})] = who

    @rule(older=people, younger=people)
    def two_are_made_one(self, older, younger) -> None:
        try:
            with self.store.write() as writer:
                merge(writer, older, younger, by="Sofia", evidence="")
        except UnknownRecord:
            assert {older, younger} & self.tree.erased
        else:
            self.tree.join(older, younger)

    @rule(who=people)
    def one_is_taken_apart(self, who) -> None:
        if who in self.tree.joined_to:
            with self.store.write() as writer:
                unmerge(writer, who, by="Sofia")
            del self.tree.joined_to[who]

    @rule(who=people, sure=st.integers(0, 5))
    def somebody_is_erased_now_and_then(self, who, sure) -> None:
        if sure == 0 and who not in self.tree.erased:
            self.store.erasing.erase(who)
            self.tree.erase(who)

    @rule(shop=shops, who=people)
    def her_old_code_is_scanned_in_another_shop(self, shop, who) -> None:
        if who not in self.tree.erased:
            self.store.fetch(shop, who)
            self.visited[shop].add(who)

    @rule(shop=shops)
    def a_tablet_meets_the_hub(self, shop) -> None:
        self.meet(shop)
        self.check(shop)

    def meet(self, shop: str) -> None:
        run_pass(self.tablets[shop], LocalHub(self.store, shop, shop), lambda _: None)
        self.waiting[shop] = set()

    def settle(self) -> None:
        for _ in range(2):
            for shop in SHOPS:
                self.meet(shop)
        for shop in SHOPS:
            self.check(shop)
        with self.store.read() as conn:
            for who in set(PEOPLE) - self.tree.erased:
                assert self.card(conn, who, SHOPS[0]) == self.expected(who)

    def check(self, shop: str) -> None:
        """Right after a pass a tablet shows everybody as the hub has them, and holds whom it should."""
        with self.tablets[shop].read() as conn:
            for who in PEOPLE:
                if who in self.tree.erased or not self.holds(shop, who):
                    assert self.card(conn, who, shop) is None
                else:
                    assert self.card(conn, who, shop) == self.expected(who)
                    assert [hit.id for hit in search(conn, who)] == [self.tree.root(who)]

    def holds(self, shop: str, who: str) -> bool:
        """Her home, where somebody noted something about her, or where she was asked for."""
        whole = self.tree.whole(who)
        noted = {about for record, about in self.at_hub() if record in self.noted_in(shop)}
        return any(HOMES[one] == shop for one in whole) or bool(whole & (noted | self.visited[shop]))

    def noted_in(self, shop: str) -> set[str]:
        with self.store.read() as conn:
            query = REGISTRY["note"].table.select().where(REGISTRY["note"].table.c.store_id == shop)
            return {row.id for row in conn.execute(query)}

    def at_hub(self) -> Iterator[tuple[str, str]]:
        away = set().union(*self.waiting.values())
        return ((r, who) for r, who in self.written.items() if r not in away and who not in self.tree.erased)

    def expected(self, who: str) -> tuple[str, set[str]]:
        whole = self.tree.whole(who)
        return self.tree.root(who), {record for record, about in self.at_hub() if about in whole}

    def card(self, conn, who: str, shop: str) -> tuple[str, set[str]] | None:
        asked = {"store_id": shop, "associate_id": "sofia", "now": self.now, "wording": WORDING}
        try:
            card = customer_card(conn, who, **asked)
        except UnknownRecord:
            return None
        lines = page(conn, who, wording=WORDING, associate_id="sofia", limit=500)
        assert {entry.id for entry in card.timeline} <= {entry.id for entry in lines}
        return card.customer.id, {entry.id for entry in lines}


TestAnyHistory = AnyHistory.TestCase
TestAnyHistory.settings = settings(
    max_examples=12,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
