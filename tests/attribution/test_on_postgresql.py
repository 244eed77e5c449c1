"""What contacts led to comes to the same in a hub's PostgreSQL as on a tablet's SQLite."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest

from clienteling.attribution import scheme_use_cases, use_cases
from clienteling.attribution.closing import Months, months
from clienteling.attribution.schemes import Scheme, Whose
from clienteling.attribution.values import Priority, Share
from clienteling.basis.queries import crews
from clienteling.staff.values import Author
from sync.hub.store import HubStore
from tests.hub.little_house import ANNA, BEA, NOW, open_house

MARTA = Author("marta", "milano")
NOVEMBER, DECEMBER, JANUARY = date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 9)
DAY = 86_400_000
SOLD = [{"product_id": "nora", "price_cents": 15_900, "quantity": 1, "bought": True}]


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request, tmp_path: Path) -> Iterator[HubStore]:
    there = request.param == "postgresql"
    store = open_house(tmp_path, request.getfixturevalue("postgresql").database() if there else "")
    yield store
    store.engine.dispose()


def happened(store: HubStore) -> None:
    """Anna is advised and buys; Bea is called, orders, and brings it back in December."""
    whose = {"store_id": "milano"}
    with store.write() as writer:
        for one in ("marta", "sofia", "paolo"):
            writer.insert("associate", {"id": one, "given_name": one, "store_id": "milano"})
        for customer, who, at, kind, items in (
            (ANNA, "sofia", NOW - 2 * DAY, "advice", []),
            (ANNA, "paolo", NOW - DAY, "sale", SOLD),
            (BEA, "paolo", NOW - 3 * DAY, "call", []),
        ):
            said = {"customer_id": customer, "associate_id": who, "at": at, "kind": kind, "items": items}
            writer.insert("interaction", {**whose, **said})
        for kind, at in (("ordered", NOW - DAY), ("refunded", NOW + 20 * DAY)):
            detail = {"order_number": "7", "items": [{**SOLD[0], "price_cents": 31_800}]}
            order = {"customer_id": BEA, "channel": "order", "kind": kind, "at": at, "detail": detail}
            writer.insert("event", {**order, "source": "shop"})


def read(store: HubStore, month: date) -> Months:
    with store.read() as conn:
        return months(conn, "milano", month, JANUARY)


def test_schemes_months_and_what_changes_later_are_the_same_on_both(store: HubStore):
    happened(store)
    with store.write() as writer:
        use_cases.lay_down(writer, 14, Priority.LAST, till=False, from_on=date(2026, 1, 1), author=MARTA)
        for whose in Whose:
            made = Scheme(name=whose.value, whose=whose, per_mille=100, from_on="2026-11-01")
            scheme_use_cases.set_up(writer, made, author=MARTA)
    by_whose = {one.statement.scheme.whose: one.statement for one in read(store, NOVEMBER).rows}
    assert {whose: one.amount_cents for whose, one in by_whose.items()} == dict.fromkeys(Whose, 4_770)
    assert {due.party: due.amount_cents for due in by_whose[Whose.PERSON].due} == {
        "sofia": 1_590,
        "paolo": 3_180,
    }
    team = by_whose[Whose.TEAM].scheme
    sale = next(one for one in read(store, NOVEMBER).found if one.sold_in == "milano")
    with store.write() as writer:
        use_cases.close(writer, by_whose[Whose.TEAM], author=MARTA)
        scheme_use_cases.change(
            writer, msgspec.structs.replace(team, per_mille=50, from_on="2026-12-01"), author=MARTA
        )
        half = [Share(associate_id=who, store_id="milano", percent=50) for who in ("sofia", "paolo")]
        use_cases.part(writer, sale, half, "Together", author=MARTA)
    december = {one.statement.scheme.whose: one.statement for one in read(store, DECEMBER).rows}
    assert december[Whose.TEAM].scheme.per_mille == 50
    assert december[Whose.TEAM].due[0].back_cents == -31_800
    person = next(one for one in read(store, NOVEMBER).rows if one.statement.scheme.whose is Whose.PERSON)
    assert {due.party: due.sold_cents for due in person.statement.due} == {"sofia": 7_950, "paolo": 39_750}
    assert read(store, DECEMBER).waiting == (NOVEMBER, DECEMBER)
    with store.read() as conn:
        assert crews(conn)["milano"].people == 3
