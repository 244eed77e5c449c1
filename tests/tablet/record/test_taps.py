"""How many touches each thing takes that an associate records; the figures are printed."""

from collections.abc import Callable

import pytest

from clienteling.interactions.tables import interaction
from clienteling.tablet.navigation import Navigation
from tests.tablet import giulia
from tests.tablet.counter import Counter

TWO = 2


def scan_shoes(counter: Counter) -> None:
    """A scan is no touch."""
    counter.app.scanner.offer(giulia.NORA_39_EAN)
    counter.wait(lambda: counter.record.sellable)


def tapped(*names: str) -> Callable[[Counter], None]:
    def do(counter: Counter) -> None:
        for name in names:
            counter.tap(name)

    return do


def scanned(*names: str) -> Callable[[Counter], None]:
    def do(counter: Counter) -> None:
        scan_shoes(counter)
        tapped(*names)(counter)

    return do


def written(counter: Counter) -> None:
    counter.tap("record-note")
    counter.wait(lambda: (item := counter.item("noteBody")) is not None and item.hasActiveFocus())
    counter.fingers.type("Ama le suole sottili")
    counter.tap("saveNote")


WAYS: dict[str, tuple[str, Callable[[Counter], None]]] = {
    "fitting": ("fitting", tapped("record-fitting")),
    "advice": ("advice", tapped("record-advice")),
    "sale of what was scanned": ("sale", scanned("record-sale")),
    "sale of what lies on the card": ("sale", tapped(f"take-{giulia.NORA_39}", "record-sale")),
    "not bought, and why": ("not_bought", tapped("record-not_bought", "reason-colour")),
    "not bought what was scanned, and why": ("not_bought", scanned("record-not_bought", "reason-size")),
    "reserved what was scanned": ("reservation", scanned("record-more", "act-reserve")),
    "visit": ("visit", tapped("record-more", "record-visit")),
    "return or exchange": ("return", tapped("record-more", "record-return")),
    "complaint": ("complaint", tapped("record-more", "record-complaint")),
    "call": ("call", tapped("record-more", "record-call")),
    "message": ("message", tapped("record-more", "record-message")),
    "appointment that took place": ("appointment", tapped("record-more", "record-appointment")),
    "note": ("note", written),
    "promise to call": ("promise", tapped("record-promise", "savePromise")),
}


@pytest.mark.parametrize("name", WAYS)
def test_everything_is_recorded_in_two_taps(counter: Counter, name: str, capsys) -> None:
    kind, do = WAYS[name]
    counter.open_card(giulia.GIULIA)
    counter.taps = 0
    do(counter)
    counter.wait_saved(kind)
    with capsys.disabled():
        print(f"\n{counter.taps} taps: {name}", end="")  # noqa: T201 - the count is what is asked for
    assert counter.taps <= TWO


@pytest.mark.parametrize("item", [False, True])
def test_a_lost_sale_to_somebody_without_a_code_takes_two_taps(counter: Counter, item: bool, capsys) -> None:
    counter.app.navigation.go(Navigation.Place.Scan.value)
    counter.wait(lambda: counter.item("withoutCode") is not None)
    counter.taps = 0
    counter.tap("withoutCode")
    if item:
        scan_shoes(counter)
    counter.tap("reason-not_in_stock")
    counter.wait(lambda: len(counter.rows(interaction, kind="not_bought")) == 1)
    [row] = counter.rows(interaction, kind="not_bought")
    assert row.customer_id is None
    assert [(i["product_id"], i["reason"]) for i in row.items] == [
        (giulia.NORA if item else "", "not_in_stock")
    ]
    with capsys.disabled():
        print(f"\n{counter.taps} taps: lost sale without a code{', of a scanned article' * item}", end="")  # noqa: T201
    assert counter.taps == TWO
