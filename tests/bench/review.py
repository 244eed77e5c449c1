"""From the tap that goes to the shop's day to the frame that shows all its figures, on a day of the past.

Among a million interactions of ten shops, and in the same run among a tenth of them: the days are as long, so
what grows is the history alone.
"""

import random
import time
from dataclasses import dataclass

from clienteling.tablet.app import App
from clienteling.tablet.navigation import Navigation
from tests.bench.chain import A_DAY, Chain, chain
from tests.bench.figure import Figure, percentile
from tests.bench.hands import rest, signed_in, wait_until

MANY, FEW = 1_000_000, 100_000
TIMES, WARM_UP = 60, 5
ALLOWED_MS = 150
ALLOWED_GROWTH = 1.2


@dataclass(frozen=True, slots=True)
class Opened:
    wall_ms: float
    work_ms: float
    """What this process worked: others on the machine do not lengthen it."""


def measure() -> list[Figure]:
    few, many = _measured(chain(FEW)), _measured(chain(MANY))
    of = f"p95 of a day with {A_DAY} interactions, among {MANY:,}"
    wall = percentile([one.wall_ms for one in many], 95)
    work = percentile([one.work_ms for one in many], 95)
    before = percentile([one.work_ms for one in few], 50)
    now = percentile([one.work_ms for one in many], 50)
    grown = f"median of the work among {MANY:,} by that among {FEW:,} ({now:.0f} and {before:.0f} ms)"
    return [
        Figure("review", wall, "ms", ALLOWED_MS, len(many), f"{of}; limit: what it may take"),
        Figure("review_work", work, "ms", ALLOWED_MS, len(many), f"{of}; processor time"),
        Figure("review_grown", now / before, "times", ALLOWED_GROWTH, len(many), grown),
    ]


def _measured(past: Chain) -> list[Opened]:
    """Days over the whole past, in no order: what was read before is no help."""
    days = random.Random(3).choices(past.days, k=TIMES + WARM_UP)
    with signed_in(past.folder) as app:
        return [_open(app, day.isoformat()) for day in days][WARM_UP:]


def _open(app: App, day: str) -> Opened:
    app.navigation.go(Navigation.Place.Book.value)
    rest()
    review = app.root.shop.review
    read: list[bool] = []
    painted: list[tuple[float, float]] = []

    def on_read() -> None:
        read.append(True)

    def on_frame() -> None:
        if read and not painted:
            painted.append((time.perf_counter(), time.process_time()))

    app.window.quick.frameSwapped.connect(on_frame)
    start, worked = time.perf_counter(), time.process_time()
    review.changed.connect(on_read)
    review.choose(day)
    app.navigation.go(Navigation.Place.Day.value)
    wait_until(lambda: bool(painted))
    review.changed.disconnect(on_read)
    app.window.quick.frameSwapped.disconnect(on_frame)
    return Opened((painted[0][0] - start) * 1000, (painted[0][1] - worked) * 1000)
