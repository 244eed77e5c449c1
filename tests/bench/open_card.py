"""From the tap that opens a customer's card to the frame that shows it with all its sections."""

import time

from clienteling.tablet.app import App
from clienteling.tablet.navigation import Navigation
from tests.bench.figure import Figure, percentile
from tests.bench.hands import rest, signed_in, wait_until
from tests.bench.million import big_tablet

WARM_UP = 10
ALLOWED_MS = 50


def measure() -> Figure:
    with big_tablet() as big, signed_in(big.tablet.folder) as app:
        values = [_open(app, her) for her, _ in big.tablet.codes][WARM_UP:]
    return Figure(
        name="open_card",
        value=percentile(values, 95),
        unit="ms",
        limit=ALLOWED_MS,
        n=len(values),
        note=f"p95 of {big.customers:,} customers, from the client book; limit: what it may take",
    )


def _open(app: App, her: str) -> float:
    app.navigation.go(Navigation.Place.Book.value)
    rest()
    card = app.root.shop.card.card
    painted: list[float] = []

    def on_frame() -> None:
        if not painted and card.customer_id == her and not card.loading:
            painted.append(time.perf_counter())

    app.window.quick.frameSwapped.connect(on_frame)
    start = time.perf_counter()
    app.navigation.open_customer(her)
    wait_until(lambda: bool(painted))
    app.window.quick.frameSwapped.disconnect(on_frame)
    return (painted[0] - start) * 1000
