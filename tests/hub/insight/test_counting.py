"""However receipts come, are corrected, brought back or erased, what was counted on the way holds."""

from dataclasses import dataclass, field

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from clienteling.customers.aliases import her
from clienteling.hub.app import create_hub
from clienteling.hub.identity.merging import merge, unmerge
from clienteling.hub.insight.counting import recount
from clienteling.hub.insight.insight import Insight
from clienteling.hub.insight.tables import counted_receipt, pair_count, product_count
from tests.hub.little_house import NOW, settled

PRODUCTS = ("nora", "alba", "tilde", "ada")
PEOPLE = tuple(f"0190a000-0000-7000-8000-00000000000{n}" for n in range(3))
some_products = st.lists(st.sampled_from(PRODUCTS), max_size=3)
anybody = st.sampled_from((*PEOPLE, None))
somebody = st.sampled_from(PEOPLE)
place = st.integers(0, 30)

steps = st.lists(
    st.one_of(
        st.tuples(st.just("sell"), anybody, some_products),
        st.tuples(st.just("order"), somebody, some_products),
        st.tuples(st.just("cancel"), place),
        st.tuples(st.just("refund"), place),
        st.tuples(st.just("return"), anybody, some_products),
        st.tuples(st.just("undo"), place),
        st.tuples(st.just("change"), place, anybody, some_products),
        st.tuples(st.just("merge"), somebody, somebody),
        st.tuples(st.just("unmerge"), somebody),
        st.tuples(st.just("erase"), somebody),
        st.tuples(st.just("follow")),
        st.tuples(st.just("from a backup")),
    ),
    max_size=25,
)


@dataclass
class Life:
    """A shop's days. Each thing happens a minute after the one before."""

    hub: object
    at: int = NOW
    sales: list[str] = field(default_factory=list)
    orders: list[tuple[str, str]] = field(default_factory=list)
    erased: set[str] = field(default_factory=set)

    def live(self, what: str, *said) -> None:
        self.at += 60_000
        getattr(self, f"_{what.replace(' ', '_')}")(*said)

    def _interaction(self, whose, kind, products, **more) -> str | None:
        if whose in self.erased:
            return None
        items = [{"product_id": product, "bought": kind == "sale"} for product in products]
        with self.hub.store.write() as writer:
            values = {"kind": kind, "customer_id": whose, "items": items, "at": self.at, **more}
            return writer.insert("interaction", values)

    def _event(self, whose, kind, number, products=()) -> None:
        if whose not in self.erased:
            detail = {"order_number": number, "items": [{"product_id": product} for product in products]}
            with self.hub.store.write() as writer:
                values = {"kind": kind, "customer_id": whose, "at": self.at, "detail": detail}
                writer.insert("event", values)

    def _sell(self, whose, products):
        if sale := self._interaction(whose, "sale", products):
            self.sales.append(sale)

    def _order(self, whose, products):
        self.orders.append((whose, str(self.at)))
        self._event(*self.orders[-1][:1], "ordered", self.orders[-1][1], products)

    def _cancel(self, number):
        if self.orders:
            whose, order = self.orders[number % len(self.orders)]
            self._event(whose, "order_cancelled", order)

    def _refund(self, number):
        if self.orders:
            whose, order = self.orders[number % len(self.orders)]
            self._event(whose, "refunded", order)

    def _return(self, whose, products):
        self._interaction(whose, "return", products)

    def _undo(self, number):
        if self.sales:
            self._correct(self.sales.pop(number % len(self.sales)), "undone")

    def _change(self, number, whose, products):
        if self.sales and whose not in self.erased:
            sale = self.sales.pop(number % len(self.sales))
            if (changed := self._correct(sale, "changed", whose, products)) is not None:
                self.sales.append(changed)

    def _correct(self, sale, how, whose=None, products=()):
        with self.hub.store.read() as conn:
            query = sa.text("select customer_id from interaction where id = :sale")
            there = conn.execute(query, {"sale": sale}).first()
        if there is None:
            return None
        named = whose if how == "changed" else there[0]
        return self._interaction(named, "sale", products, corrects=sale, correction=how)

    def _merge(self, one, other):
        with self.hub.store.write() as writer:
            if not {one, other} & self.erased and her(writer.connection, one) != her(
                writer.connection, other
            ):
                merge(writer, one, other, by="Sara", evidence="")

    def _unmerge(self, whose):
        with self.hub.store.write() as writer:
            if her(writer.connection, whose).id != whose:
                unmerge(writer, whose, by="Sara")

    def _erase(self, whose):
        if whose not in self.erased:
            with self.hub.store.read() as conn:
                self.erased |= set(her(conn, whose).ids)
            self.hub.store.erasing.erase(whose)

    def _follow(self):
        Insight(self.hub.store).catch_up()

    def _from_a_backup(self):
        self.hub.store.renew_epoch()


def counts(conn) -> list[list[tuple]]:
    tables = (product_count, pair_count, counted_receipt)
    return [sorted(map(str, conn.execute(sa.select(table)))) for table in tables]


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    return tmp_path_factory.mktemp("hubs"), iter(range(10_000))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
@example([("sell", PEOPLE[0], ["nora"]), ("change", 0, PEOPLE[1], []), ("follow",), ("erase", PEOPLE[1])])
@example([("sell", None, ["nora"]), ("change", 0, PEOPLE[1], ["nora"]), ("follow",), ("erase", PEOPLE[1])])
def test_what_was_counted_on_the_way_is_what_counting_anew_finds(places, story):
    folder = places[0] / str(next(places[1]))
    hub = create_hub(settled(folder), now=lambda: NOW)
    with hub.store.write() as writer:
        for customer_id in PEOPLE:
            writer.insert("customer", {"id": customer_id, "given_name": "Somebody"})
    life = Life(hub)
    for step in story:
        life.live(*step)
    life.live("follow")
    with hub.store.read() as conn:
        on_the_way = counts(conn)
    with hub.store.write() as writer:
        recount(writer.connection)
        assert counts(writer.connection) == on_the_way
    hub.close()
