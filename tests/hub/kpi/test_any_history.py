"""However things come, are corrected, joined and counted on the way, a day is what counting it plainly is."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import reduce

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from clienteling.appointments.hours import instant
from clienteling.basis.values import LEAST_PEOPLE
from clienteling.customers.aliases import her
from clienteling.hub.identity.merging import merge, unmerge
from clienteling.kpi.sums import key_of
from clienteling.staff.tables import associate
from tests.hub.kpi.chain import PEOPLE, SHOPS, Chain, open_chain
from tests.hub.kpi.plain import Plain, bare

NOW = instant(date(2026, 11, 22), 600, "Europe/Rome")
PRODUCTS = ("nora", "alba", "ada")
DAYS = (
    date(2026, 3, 29),
    *(date(2026, 10, day) for day in (1, 23, 24, 25, 26)),
    *(date(2026, 11, day) for day in (20, 21)),
)
"""With the nights that have an hour twice or lack one, and nights before which summer still was."""
when = st.tuples(st.sampled_from(DAYS), st.integers(0, 1439))
shop = st.sampled_from(tuple(SHOPS))
somebody, anybody = st.sampled_from(PEOPLE), st.sampled_from((*PEOPLE, None))
product = st.sampled_from(PRODUCTS)
things = st.lists(
    st.tuples(product, st.integers(1, 2), st.booleans(), st.sampled_from(("", "size", "price"))), max_size=3
)
kind = st.sampled_from(("visit", "sale", "not_bought", "fitting", "return", "call", "message", "complaint"))
which = st.integers(0, 30)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("record"), kind, anybody, shop, when, things, st.sampled_from(("", "v1", "v2"))),
        st.tuples(st.just("undo"), which),
        st.tuples(st.just("change"), which, anybody, things),
        st.tuples(
            st.just("online"),
            st.sampled_from(("ordered", "product_viewed", "email_sent")),
            somebody,
            when,
            product,
        ),
        st.tuples(st.just("promise"), somebody, shop, st.sampled_from(DAYS)),
        st.tuples(st.just("close"), which, st.sampled_from(("kept", "cancelled")), when),
        st.tuples(st.just("put off"), which, st.sampled_from(DAYS), shop),
        st.tuples(
            st.just("task"),
            anybody,
            shop,
            st.sampled_from(("call", "other")),
            st.sampled_from(("", "birthday")),
        ),
        st.tuples(st.just("do"), which, st.sampled_from(("reached", "no_answer")), when),
        st.tuples(st.just("open again"), which),
        st.tuples(st.just("judge"), somebody, shop, when, product, st.booleans()),
        st.tuples(st.just("consent"), somebody, shop, when, st.booleans()),
        st.tuples(st.just("merge"), somebody, somebody),
        st.tuples(st.just("unmerge"), somebody),
        st.tuples(st.just("people"), shop, st.integers(0, 3)),
        st.tuples(st.just("count")),
        st.tuples(st.just("from a backup")),
    ),
    max_size=25,
)


@dataclass
class History:
    chain: Chain
    deeds: list[tuple[str, dict]] = field(default_factory=list)
    promises: list[str] = field(default_factory=list)
    tasks: list[str] = field(default_factory=list)

    def happen(self, what: str, *said) -> None:
        getattr(self, f"_{what.replace(' ', '_')}")(*said)

    def _record(self, kind, whose, store_id, at, *said):
        things, visit = said
        values = {
            "kind": kind,
            "customer_id": whose,
            "store_id": store_id,
            "at": _at(at, store_id),
            "items": _items(kind, things),
            "visit_id": visit and f"{visit}{whose}{store_id}{at[0]}",
        }
        self.deeds.append((self.chain.write("interaction", **values), values))

    def _undo(self, number):
        self._correct(number, "undone")

    def _change(self, number, whose, things):
        if self.deeds:
            kind = self.deeds[number % len(self.deeds)][1]["kind"]
            self._correct(number, "changed", customer_id=whose, items=_items(kind, things))

    def _correct(self, number, how, **other):
        if self.deeds:
            old_id, old = self.deeds.pop(number % len(self.deeds))
            values = {**old, **other, "corrects": old_id, "correction": how}
            new_id = self.chain.write("interaction", **values)
            if how == "changed":
                self.deeds.append((new_id, {k: v for k, v in values.items() if k in old}))

    def _online(self, kind, whose, at, product):
        detail = {"items": [{"product_id": product}]}
        self.chain.write("event", kind=kind, customer_id=whose, at=_at(at, "milano"), detail=detail)

    def _promise(self, whose, store_id, due):
        values = {"customer_id": whose, "store_id": store_id, "due_on": str(due), "state": "open"}
        self.promises.append(self.chain.write("promise", **values))

    def _close(self, number, state, at):
        if self.promises:
            one = self.promises[number % len(self.promises)]
            self.chain.change("promise", one, state=state, closed_at=_at(at, "milano"))

    def _put_off(self, number, due, store_id):
        if self.promises:
            one = self.promises[number % len(self.promises)]
            self.chain.change("promise", one, due_on=str(due), store_id=store_id)

    def _task(self, whose, store_id, kind, rule):
        values = {"customer_id": whose, "store_id": store_id, "kind": kind, "rule": rule, "state": "open"}
        self.tasks.append(self.chain.write("task", **values))

    def _do(self, number, outcome, at):
        if self.tasks:
            one = self.tasks[number % len(self.tasks)]
            self.chain.change("task", one, state="done", closed_at=_at(at, "milano"), outcome=outcome)

    def _open_again(self, number):
        if self.tasks:
            one = self.tasks[number % len(self.tasks)]
            self.chain.change("task", one, state="open", closed_at=None, outcome="")

    def _judge(self, whose, store_id, at, product, useful):
        values = {"customer_id": whose, "store_id": store_id, "other_product_id": product}
        self.chain.write(
            "suggestion_feedback", kind="goes_with", at=_at(at, store_id), useful=useful, **values
        )

    def _consent(self, whose, store_id, at, granted):
        values = {"customer_id": whose, "store_id": store_id, "purpose": "service", "granted": granted}
        self.chain.write("consent", at=_at(at, store_id), **values)

    def _merge(self, one, other):
        with self.chain.store.write() as writer:
            if her(writer.connection, one) != her(writer.connection, other):
                merge(writer, one, other, by="Sara", evidence="")

    def _unmerge(self, whose):
        with self.chain.store.write() as writer:
            if her(writer.connection, whose).id != whose:
                unmerge(writer, whose, by="Sara")

    def _people(self, store_id, count):
        """So many of its three work there from now on."""
        for number in range(3):
            self.chain.change("associate", f"{store_id}-{number}", active=number < count)

    def _count(self):
        self.chain.count()

    def _from_a_backup(self):
        self.chain.store.renew_epoch()


def _at(moment, store_id) -> int:
    return instant(*moment, SHOPS[store_id])


def _items(kind, things) -> list[dict]:
    return [
        {
            "product_id": product,
            "quantity": pieces,
            "price_cents": 1000,
            "bought": bought and kind == "sale",
            "reason": "" if bought else reason,
        }
        for product, pieces, bought, reason in things
    ]


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    return tmp_path_factory.mktemp("hubs"), iter(range(10_000))


LATE_VIEW = [
    ("record", "visit", PEOPLE[0], "milano", (DAYS[3], 150), [], ""),
    ("count",),
    ("online", "product_viewed", PEOPLE[0], (DAYS[1], 60), "nora"),
]
OF_TWO = [
    ("record", "visit", PEOPLE[0], "lisboa", (DAYS[3], 0), [], ""),
    ("online", "ordered", PEOPLE[1], (DAYS[0], 60), "nora"),
    ("count",),
    ("merge", PEOPLE[0], PEOPLE[1]),
    ("count",),
    ("unmerge", PEOPLE[1]),
]
ONE_LEAVES_AND_ONE_COMES = [
    ("record", "sale", PEOPLE[0], "milano", (DAYS[3], 150), [("nora", 1, True, "")], ""),
    ("record", "visit", PEOPLE[1], "lisboa", (DAYS[3], 0), [], ""),
    ("count",),
    ("people", "milano", 2),
    ("count",),
    ("people", "lisboa", 1),
    ("count",),
    ("record", "visit", PEOPLE[1], "milano", (DAYS[4], 0), [], ""),
    ("people", "lisboa", 3),
]
A_MAIL_AFTER = [
    ("judge", PEOPLE[0], "lisboa", (DAYS[0], 39), "ada", True),
    ("online", "email_sent", PEOPLE[0], (DAYS[1], 44), "alba"),
]


@settings(
    max_examples=30,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps)
@example(LATE_VIEW)
@example(OF_TWO)
@example(A_MAIL_AFTER)
@example(ONE_LEAVES_AND_ONE_COMES)
def test_each_day_is_what_counting_it_plainly_finds(places, story):
    folder = places[0] / str(next(places[1]))
    folder.mkdir()
    chain = open_chain(folder, NOW)
    history = History(chain)
    for step in story:
        history.happen(*step)
    chain.count()
    check(chain)
    chain.store.engine.dispose()


def check(chain: Chain) -> None:
    """Every day of both shops as it is told, also those of which nothing is."""
    told = chain.told()
    with chain.store.read() as conn:
        plain = Plain(conn)
        working = Counter(conn.scalars(sa.select(associate.c.store_id).where(associate.c.active)))
    for stores in _sums(working):
        for day in DAYS:
            expected = reduce(_plus, (plain.parts(store_id, day) for store_id in stores))
            assert bare(told.pop((key_of(stores), str(day)), {})) == bare(expected)
    assert told == {}


def _sums(working: Counter[str]) -> list[frozenset[str]]:
    """Each shop of three, and those of fewer together where that makes three."""
    few = frozenset(store_id for store_id in SHOPS if working[store_id] < LEAST_PEOPLE)
    alone = [frozenset({store_id}) for store_id in SHOPS.keys() - few]
    return [*alone, few] if sum(working[one] for one in few) >= LEAST_PEOPLE else alone


def _plus(one, other):
    if not isinstance(one or other, dict):
        return (one or 0) + (other or 0)
    one, other = one or {}, other or {}
    return {name: _plus(one.get(name), other.get(name)) for name in {**one, **other}}
