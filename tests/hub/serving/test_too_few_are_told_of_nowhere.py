"""A shop of two people: what it came to lies on no other tablet and in no answer of the hub.

The sum of both is a number that nothing else comes to. A third person makes them a team; when one of them
leaves again, it goes from every tablet. A day that was read there is read by that shop's tablets alone.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from clienteling.appointments.hours import instant
from clienteling.hub.kpi.figures import DayFigures
from clienteling.interactions.values import InteractionKind
from clienteling.review import use_cases
from clienteling.review.queries import day_and_others, figures_on
from clienteling.staff.values import Author
from sync.device.passes import run_pass
from sync.device.trusted.pairing import pair
from sync.hub.writer import HubWriter
from tests.hub.serving.asked_everything import answers, key_of, numbers, tablet, told
from tests.hub.serving.hub_process import HubProcess

SMALL, LARGE, ROME = "prati", "brera", "Europe/Rome"
SATURDAY = date(2026, 10, 17)
NOON = instant(SATURDAY, 12 * 60, ROME)
PRICES = (200_017, 339_112)
OF_BOTH = "539129"
MARTA = Author("marta", SMALL)


def work(writer: HubWriter, store_id: str, *people: str) -> None:
    for one in people:
        role = "manager" if one == MARTA.associate_id else "associate"
        writer.insert("associate", {"id": one, "given_name": one, "store_id": store_id, "role": role})


def furnish(writer: HubWriter) -> None:
    for store_id in (SMALL, LARGE):
        writer.insert("store", {"id": store_id, "name": store_id, "time_zone": ROME})
    work(writer, SMALL, "marta", "dora")
    work(writer, LARGE, "anna", "bruno", "carla")
    for who, cents in zip(("marta", "dora"), PRICES, strict=True):
        items = [{"product_id": "nora", "price_cents": cents, "quantity": 1, "bought": True}]
        said = {"store_id": SMALL, "associate_id": who, "at": NOON, "items": items}
        writer.insert("interaction", {**said, "kind": InteractionKind.SALE.value})


@pytest.fixture
def busy(tmp_path) -> Iterator[HubProcess]:
    """The day is counted."""
    hub = HubProcess(tmp_path / "busy")
    with hub.house.store.write() as writer:
        furnish(writer)
    DayFigures(hub.house.store).catch_up()
    hub.start()
    yield hub
    hub.close()


def staffed(hub: HubProcess, **active: bool) -> None:
    with hub.house.store.write() as writer:
        for who, works in active.items():
            writer.update("associate", who, {"active": works})
    DayFigures(hub.house.store).catch_up()


def saying(hub: HubProcess, file: Path) -> set[str]:
    """Which answers say what both sold, and which tables of a new tablet."""
    known = pair(hub.code(), file.stem)
    said = {**answers(hub, known), **told(hub, known, file)}
    return {where for where, words in said.items() if OF_BOTH in numbers(words)}


def read_there(hub: HubProcess, file: Path) -> None:
    """The manager reads the day on a tablet of her shop, and says so."""
    with tablet(hub, pair(hub.code(scope=SMALL), "Till 7"), file) as (replica, link):
        with replica.write() as writer:
            figures = figures_on(writer.connection, SMALL, SATURDAY, ROME)
            assert str(figures.receipts.cents) == OF_BOTH
            use_cases.mark(writer, SATURDAY, figures, author=MARTA, key=key_of(replica))
        run_pass(replica, link, lambda _: None)


def changed(hub: HubProcess, scope: str, file: Path) -> tuple[str, tuple[str, ...]]:
    """Who read the day, and what a tablet of that shop says is another figure since."""
    with tablet(hub, pair(hub.code(scope=scope), "Till 8"), file) as (replica, _):
        key = key_of(replica)
        with replica.read() as conn:
            day, _ = day_and_others(conn, SMALL, SATURDAY, SATURDAY, ROME, key=key)
    assert day.reviewed is not None
    return day.reviewed.by_name, day.reviewed.changed


def test_what_two_people_sold_is_told_to_nobody_until_they_are_a_team(busy: HubProcess, tmp_path):
    read_there(busy, tmp_path / "there.sqlite")
    assert saying(busy, tmp_path / "new.sqlite") == set()
    assert changed(busy, SMALL, tmp_path / "here.sqlite") == ("marta", ())
    with busy.house.store.write() as writer:
        work(writer, SMALL, "elio")
        writer.insert("interaction", {"store_id": SMALL, "kind": "visit", "at": NOON + 1, "items": []})
    staffed(busy)
    assert saying(busy, tmp_path / "team.sqlite") == {"/sync/v1/feed", "kpi_day"}
    assert changed(busy, SMALL, tmp_path / "late.sqlite") == ("marta", ("visits", "interactions"))
    assert changed(busy, LARGE, tmp_path / "elsewhere.sqlite") == ("marta", ())


def test_when_one_of_three_leaves_what_was_told_goes_from_every_tablet(busy: HubProcess, tmp_path):
    with busy.house.store.write() as writer:
        work(writer, SMALL, "elio")
    staffed(busy)
    known = pair(busy.code(), "Till 1")
    with tablet(busy, known, tmp_path / "held.sqlite") as (replica, link):
        assert OF_BOTH in numbers(replica_says(replica))
        staffed(busy, dora=False)
        run_pass(replica, link, lambda _: None)
        assert OF_BOTH not in numbers(replica_says(replica))


def replica_says(replica) -> str:
    with replica.read() as conn:
        return str(conn.exec_driver_sql("SELECT parts FROM kpi_day").all())
