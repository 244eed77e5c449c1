"""A year of ten shops, for any chart of it: read, added up day by day, week by week, month by month.

The limit is one bare read of the same rows in the same file, by the driver alone.
"""

import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from clienteling.kpi.definitions import value_of
from clienteling.kpi.queries import figures_over
from clienteling.kpi.tables import kpi_day
from clienteling.kpi.values import Kpi, Led, Parts, Step
from clienteling.review.values import Receipts
from clienteling.tablet.opening.device import open_device
from sync.device.replica import Replica
from sync.instants import wall_clock
from tests.bench.figure import Figure, percentile

SHOPS = tuple(f"shop-{number}" for number in range(10))
UNTIL = date(2026, 11, 22)
DAYS = 365
TIMES = 40
_BARE = "SELECT store_id, day_on, parts FROM kpi_day WHERE day_on >= ? AND day_on <= ?"


def measure() -> list[Figure]:
    with TemporaryDirectory(prefix="clienteling-bench-") as temporary:
        replica = open_device(Path(temporary), wall_clock).replica
        _fill(replica)
        bare, years = (
            _taken(partial(_bare, replica)),
            {step: _taken(partial(_year, replica, step)) for step in Step},
        )
        replica.engine.dispose()
    limit = percentile(bare, 50)
    note = f"{DAYS} days of {len(SHOPS)} shops, all {len(Kpi)} figures by"
    return [
        Figure(
            "kpi_year" if step is Step.MONTH else f"kpi_year_{step.value}s",
            percentile(some, 95),
            "ms",
            limit,
            len(some),
            f"{note} {step.value}",
        )
        for step, some in years.items()
    ]


def _fill(replica: Replica) -> None:
    rows = [
        {
            "id": f"{shop}/{day}",
            "store_id": shop,
            "day_on": str(day),
            "parts": msgspec.to_builtins(_parts(number)),
        }
        for shop in SHOPS
        for number in range(DAYS)
        for day in [UNTIL - timedelta(days=number)]
    ]
    with replica.engine.begin() as connection:
        connection.execute(kpi_day.insert(), rows)


def _parts(number: int) -> Parts:
    led = Led(tried=number % 7 + 1, useful=number % 5, returned=number % 3, sold=number % 2)
    return Parts(
        visits=number % 60 + 40,
        identified=number % 30 + 10,
        interactions=number % 80 + 60,
        known=Receipts(count=20, cents=318_000, pieces=33),
        unknown=Receipts(count=15, cents=161_000, pieces=18),
        returned=Receipts(count=2, cents=30_000, pieces=2),
        promises_due=number % 9 + 1,
        promises_kept=number % 9,
        lost={"size": 4, "colour": 2, "price": 1, "": 3},
        suggestions={"goes_with": led, "step_up": led},
        rules={"after_purchase": led, "birthday": led, "": led},
        consents={"service": 3, "profiling": 2, "marketing_email": 1},
        customers=number % 25 + 8,
        two_channels=number % 8,
        recorded=number % 90 + 60,
        late=number % 4,
    )


def _year(replica: Replica, step: Step) -> None:
    with replica.read() as connection:
        found = figures_over(connection, SHOPS, UNTIL - timedelta(days=DAYS - 1), UNTIL, step)
    assert sum(one.days for one in found) == DAYS
    for kpi in Kpi:
        for one in found:
            value_of(kpi, one.parts)


def _bare(replica: Replica) -> None:
    asked = (str(UNTIL - timedelta(days=DAYS - 1)), str(UNTIL))
    with replica.read() as connection:
        rows = connection.connection.cursor().execute(_BARE, asked).fetchall()
    assert len(rows) == DAYS * len(SHOPS)


def _taken(run: Callable[[], None]) -> list[float]:
    run()
    found: list[float] = []
    for _ in range(TIMES):
        began = time.perf_counter()
        run()
        found.append((time.perf_counter() - began) * 1000)
    return found
