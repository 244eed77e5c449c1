"""A shop with a year of figures behind it, and who reads them."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

import msgspec

from clienteling.kpi.values import Kpi, Led, Parts, Step
from clienteling.review.values import Receipts
from clienteling.tablet.navigation import Navigation
from sync.hub.store import HubStore
from tests.screens import counter
from tests.screens.visit import Visit
from tests.tablet import giulia, tablets

TODAY = date(2026, 11, 22)
DAYS = 760
MONTHS = 12
BARS = {"day": 14, "week": 7, "month": 22}
"""Today is the twenty-second."""
SUNDAY, SATURDAY = 6, 5
CHIARA = "chiara"
TARGETS = (
    (Kpi.IDENTIFIED, Step.DAY, 6500),
    (Kpi.IDENTIFIED, Step.WEEK, 6500),
    (Kpi.PROMISES_KEPT, Step.WEEK, 9500),
    (Kpi.SOLD, Step.WEEK, 24_000_00_00),
    (Kpi.VISITS, Step.MONTH, 900_00),
)


def furnish(hub: HubStore, days: int = DAYS) -> None:
    with hub.write() as writer:
        chiara = tablets.person(CHIARA, "Chiara", "Sanfilippo", "area_manager")
        writer.insert("associate", {**chiara, "store_id": None})
        for number in range(3):
            someone = tablets.person(f"turin-{number}", "Anna", f"Ferraris {number + 1}", "associate")
            writer.insert("associate", {**someone, "store_id": giulia.ELSEWHERE})
        for store_id, size in ((tablets.STORE, 1.0), (giulia.ELSEWHERE, 0.7)):
            chance = Random(store_id)
            for day in (TODAY - timedelta(days=n) for n in range(1, days)):
                if day.weekday() != SUNDAY:
                    on, parts = day.isoformat(), msgspec.to_builtins(a_day(day, chance, size))
                    said = {"store_id": store_id, "day_on": on, "parts": parts}
                    writer.insert("kpi_day", {"id": f"{store_id}/{on}", **said})
        for number, (kpi, step, hundredths) in enumerate(TARGETS):
            target = {"id": f"target-{number}", "store_id": tablets.STORE, "kpi": kpi, "period": step}
            said = {"hundredths": hundredths, "from_on": "2025-01-01", "at": 1, "associate_id": tablets.MARTA}
            writer.insert("kpi_target", target | said)


def a_day(day: date, chance: Random, size: float) -> Parts:
    """More on a Saturday and before Christmas; more and more customers are known."""
    busy = size * (1.7 if day.weekday() == SATURDAY else 1.0) * (1.5 if day.month == 12 else 1.0)
    visits = round(chance.randint(22, 38) * busy)
    identified = round(visits * min(0.8, 0.35 + 0.0004 * (day - TODAY + timedelta(days=DAYS)).days))
    sold = max(2, round(visits * chance.uniform(0.2, 0.35)))
    known = round(sold * 0.7)
    return Parts(
        visits=visits,
        identified=identified,
        interactions=round(visits * 1.6),
        known=receipts(known, chance.randint(130_00, 190_00), 2.1),
        unknown=receipts(sold - known, chance.randint(80_00, 120_00), 1.2),
        promises_due=4,
        promises_kept=chance.randint(2, 4),
        lost={"size": chance.randint(0, 4), "price": chance.randint(0, 3), "colour": 1, "": 1},
        suggestions={"goes_with": Led(tried=5, useful=3, sold=chance.randint(0, 3)), "step_up": Led(tried=2)},
        rules={"back_in_stock": Led(tried=3, useful=2, returned=chance.randint(0, 2)), "": Led(tried=1)},
        consents={"marketing_email": chance.randint(0, 5), "profiling": 2},
        customers=identified,
        two_channels=round(identified * 0.4),
        recorded=round(visits * 1.6),
        late=chance.randint(0, 2),
    )


def receipts(count: int, average: int, pieces: float) -> Receipts:
    return Receipts(count=count, cents=count * average, pieces=round(count * pieces))


def shown(kind: str, *, kpi: Kpi = Kpi.IDENTIFIED, who: str = tablets.MARTA) -> Callable[[Visit], None]:
    def reach(visit: Visit) -> None:
        visit.app.session.lock()
        visit.until(lambda: not visit.app.root.shop.sign_in.nobody)
        tablets.sign_in(visit.app, who)
        visit.until(lambda: visit.app.session.open)
        visit.until(lambda: visit.app.root.shop.figures.heading == "")
        visit.go(Navigation.Place.Figures)
        figures = visit.app.root.shop.figures
        figures.show_kind(kind)
        figures.choose(kpi.value)
        visit.until(lambda: figures.heading != "" and figures.chart.slots.count == BARS[kind])

    return reach


def a_year(visit: Visit) -> None:
    shown("month", kpi=Kpi.SOLD)(visit)
    figures = visit.app.root.shop.figures
    figures.begin_days()
    figures.days.take_preset("twelve_months")
    visit.until(lambda: figures.chart.slots.count == MONTHS)


def of_the_chain(visit: Visit) -> None:
    shown("week", kpi=Kpi.LOST, who=CHIARA)(visit)
    visit.app.root.shop.figures.choose_shop("")
    visit.until(lambda: visit.app.root.shop.figures.scope.count > 0)
    visit.until(lambda: visit.app.root.shop.figures.side_by_side.count > 1)


def before_anything(visit: Visit) -> None:
    shown("week")(visit)
    visit.app.root.shop.figures.move(-200)
    visit.until(lambda: visit.app.root.shop.figures.empty)


def days(visit: Visit) -> None:
    shown("week")(visit)
    counter.press(visit, "kind-range")


def target(visit: Visit) -> None:
    shown("week")(visit)
    counter.press(visit, "setTarget")


def target_before(visit: Visit) -> None:
    """One that was being set, put away and opened again."""
    shown("week")(visit)
    figures = visit.app.root.shop.figures
    figures.begin_target()
    visit.until(lambda: figures.target.unfinished.begun)
    figures.target.type("week", "71")
    figures.target.unfinished.end()
    counter.press(visit, "setTarget")
    visit.until(lambda: figures.target.unfinished.resumed)
