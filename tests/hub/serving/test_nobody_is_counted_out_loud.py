"""Whatever a device asks the hub, no answer tells what one person did: no sum, no mean, no share.

Anna's and Bruno's figures are numbers that nothing else comes to. A hub process with its own work running is
asked everything that its description of its calls lists. What it sends is searched for them, and so is what a
new tablet is told. A month was closed of what each gets: the tablets of that shop read it, all hold it.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import msgspec
import pytest

from clienteling.appointments.hours import instant
from clienteling.attribution import scheme_use_cases, use_cases
from clienteling.attribution.closing import closed_of
from clienteling.attribution.schemes import Due, Line, Scheme, Statement, Whose
from clienteling.hub.kpi.figures import DayFigures
from clienteling.interactions.values import InteractionKind
from clienteling.staff.values import Author
from sync.device.passes import run_pass
from sync.device.trusted.pairing import pair
from sync.writer import Writer
from tests.hub.serving.asked_everything import answers, key_of, numbers, tablet, told
from tests.hub.serving.hub_process import HubProcess

STORE, ROME = "brera", "Europe/Rome"
NOON = instant(date(2026, 10, 14), 12 * 60, ROME)
PRICES = {"anna": (200_001, 239_112, 300_000), "bruno": (90_019, 110_019)}
OF_ONE = frozenset({"739113", "246371", "7391", "200038", "100019"})
"""The sum of each, the average receipt, one percent of it."""
EACH = Scheme(
    first_id="each", store_id=STORE, name="Each", whose=Whose.PERSON, per_mille=10, from_on="2026-10-01"
)
OCTOBER = Statement(
    scheme=EACH,
    month="2026-10-01",
    due=(
        Due(party="anna", sold_cents=739_113, amount_cents=7_391),
        Due(party="bruno", sold_cents=200_038, amount_cents=2_000),
    ),
    lines=(
        Line("s1", "", "2026-10-14", "shop", "anna", 739_113),
        Line("s2", "", "2026-10-14", "shop", "bruno", 200_038),
    ),
)
OF_ALL = "939151"


def sold(writer: Writer) -> None:
    for who, prices in PRICES.items():
        for cents in prices:
            items = [{"product_id": "nora", "price_cents": cents, "quantity": 1, "bought": True}]
            whose = {"store_id": STORE, "associate_id": who, "at": NOON}
            writer.insert("interaction", {**whose, "kind": InteractionKind.SALE.value, "items": items})


def furnish(writer: Writer) -> None:
    """Three people of a shop, and a scheme for each by her own."""
    writer.insert("store", {"id": STORE, "name": "Milano Brera", "time_zone": ROME})
    for one in ("anna", "bruno", "carla"):
        writer.insert("associate", {"id": one, "given_name": one, "store_id": STORE, "role": "associate"})
    writer.insert("associate", {"id": "marta", "given_name": "M", "store_id": STORE, "role": "manager"})
    scheme_use_cases.set_up(writer, EACH, author=Author("marta", STORE))
    sold(writer)


@pytest.fixture
def busy(tmp_path) -> Iterator[HubProcess]:
    """It has counted the day."""
    hub = HubProcess(tmp_path / "busy")
    with hub.house.store.write() as writer:
        furnish(writer)
    DayFigures(hub.house.store).catch_up()
    hub.start()
    yield hub
    hub.close()


def closed(hub: HubProcess, file: Path) -> None:
    """October, on a tablet of that shop."""
    known = pair(hub.code(scope=STORE), "Till 7")
    with tablet(hub, known, file) as (replica, link):
        with replica.write() as writer:
            key = key_of(replica)
            use_cases.close(writer, OCTOBER, author=Author("marta", STORE), key=key)
        run_pass(replica, link, lambda _: None)


def read_in(hub: HubProcess, scope: str, file: Path) -> Statement:
    with tablet(hub, pair(hub.code(scope=scope), "Till 8"), file) as (replica, _):
        key = key_of(replica)
        assert key
        with replica.read() as conn:
            [october] = closed_of(conn, STORE, key)
    assert october.sealed is (scope != STORE)
    return october.statement


def of_one(said: Mapping[str, str]) -> set[str]:
    return {where for where, words in said.items() if numbers(words) & OF_ONE}


def test_no_answer_of_the_hub_tells_what_one_person_did_and_one_that_did_would_be_found(
    busy: HubProcess, tmp_path
):
    closed(busy, tmp_path / "closing.sqlite")
    known = pair(busy.code(), "Till 1")
    heard = answers(busy, known)
    assert OF_ALL in numbers(heard["/sync/v1/feed"])
    assert of_one(heard) == set()
    tables = told(busy, known, tmp_path / "new.sqlite")
    assert {name for name, words in tables.items() if OF_ALL in numbers(words)} == {"kpi_day"}
    assert of_one(tables) == set()
    assert "'sealed'" in tables["incentive_statement"]
    assert read_in(busy, STORE, tmp_path / "here.sqlite") == OCTOBER
    assert read_in(busy, "milano", tmp_path / "there.sqlite").due == ()
    with busy.house.store.write() as writer:
        parts = {"known": {"count": 3, "cents": sum(PRICES["anna"])}}
        writer.insert("kpi_day", {"id": "leak", "store_id": "anna", "day_on": "2026-10-14", "parts": parts})
    assert of_one(answers(busy, known)) == {"/sync/v1/feed"}
    assert of_one(told(busy, known, tmp_path / "newer.sqlite")) == {"kpi_day"}
    with busy.house.store.write() as writer:
        said = msgspec.to_builtins(OCTOBER)
        writer.insert("incentive_statement", {"store_id": STORE, "scheme_id": "each", "statement": said})
    leaking = told(busy, known, tmp_path / "newest.sqlite")
    assert of_one(leaking) == {"kpi_day", "incentive_statement"}
