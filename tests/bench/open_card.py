"""From the tap that opens a customer's card to the frame that shows it with all its sections."""

import time

from clienteling.tablet.app import App
from clienteling.tablet.navigation import Navigation
from tests.bench.figure import Figure, percentile
from tests.bench.hands import rest, signed_in, wait_until
from tests.bench.million import big_tablet

WARM_UP = 10
ALLOWED_MS = 50


def measure() -> list[Figure]:
    with big_tablet() as big, signed_in(big.tablet.folder) as app:
        taken = [_open(app, her) for her, _ in big.tablet.codes][WARM_UP:]
    of = f"p95 of {big.customers:,} customers, from the client book"
    wall, work = zip(*taken, strict=True)
    return [
        Figure(
            "open_card", percentile(wall, 95), "ms", ALLOWED_MS, len(wall), f"{of}; limit: what it may take"
        ),
        Figure("open_card_work", percentile(work, 95), "ms", ALLOWED_MS, len(work), f"{of}; processor time"),
    ]


def _open(app: App, her: str) -> tuple[float, float]:
    """Milliseconds on the clock, and those that this process worked: others do not lengthen them."""
    app.navigation.go(Navigation.Place.Book.value)
    rest()
    card = app.root.shop.card.card
    painted: list[tuple[float, float]] = []

    def on_frame() -> None:
        if not painted and card.customer_id == her and not card.loading:
            painted.append((time.perf_counter(), time.process_time()))

    app.window.quick.frameSwapped.connect(on_frame)
    start, worked = time.perf_counter(), time.process_time()
    app.navigation.open_customer(her)
    wait_until(lambda: bool(painted))
    app.window.quick.frameSwapped.disconnect(on_frame)
    return (painted[0][0] - start) * 1000, (painted[0][1] - worked) * 1000
