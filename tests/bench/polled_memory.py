"""What a hub holds in memory while it asks a large shop on WooCommerce for all its customers and orders."""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa

from clienteling.hub.intake.tables import raw_payload
from tests.bench.figure import Figure
from tests.hub.serving.hub_process import HubProcess
from tests.hub.sources.fake_shop import FakeShop
from tests.hub.sources.fake_woocommerce import KEY, SECRET, Fake

CUSTOMERS, ORDERS = 10_000, 30_000
FIRST = CUSTOMERS
"""Payloads after which everything that is kept for the whole of a shop is there."""
EVERY_S = 1.0
WITHIN_S = 1_800.0
LINES = 3


def measure() -> Figure:
    """MiB, of the hub's process alone, without what it shares with the programs on the disk."""
    with FakeShop() as shop, TemporaryDirectory(prefix="polled-bench-") as name:
        shop.answer = Fake(
            shop,
            customers=[_person(n) for n in range(1, CUSTOMERS + 1)],
            orders=[_order(n) for n in range(1, ORDERS + 1)],
        )
        folder = Path(name)
        hub = HubProcess(folder)
        with (folder / "hub.toml").open("a", encoding="utf-8") as settings:
            settings.write(_section(shop.url))
        hub.start()
        try:
            after_first, most = _watched(hub)
        finally:
            hub.close()
    return Figure(
        name="polled_memory",
        value=most,
        unit="MiB",
        limit=after_first,
        n=CUSTOMERS + ORDERS,
        note=f"at most, until all of it was kept; limit: after {FIRST:,} payloads",
    )


def _watched(hub: HubProcess) -> tuple[float, float]:
    """After the first payloads, and the most from then on."""
    after_first = most = 0.0
    give_up = time.monotonic() + WITHIN_S
    while (kept := _kept(hub)) < CUSTOMERS + ORDERS:
        if time.monotonic() > give_up:
            raise TimeoutError(f"{kept} payloads in {WITHIN_S:.0f} s")
        if kept >= FIRST:
            held = _own_mib(hub)
            after_first, most = after_first or held, max(most, held)
        time.sleep(EVERY_S)
    return after_first, max(most, _own_mib(hub))


def _kept(hub: HubProcess) -> int:
    with hub.house.store.read() as conn:
        return conn.execute(sa.select(sa.func.count()).select_from(raw_payload)).scalar_one()


def _own_mib(hub: HubProcess) -> float:
    assert hub.process is not None
    status = Path(f"/proc/{hub.process.pid}/status").read_text("ascii")
    return int(status.partition("RssAnon:")[2].split()[0]) / 1024


def _section(url: str) -> str:
    keys = f'consumer_key = "{KEY}"\nconsumer_secret = "{SECRET}"\n'
    return f'\n[sources.shop]\nkind = "woocommerce"\nurl = "{url}"\n{keys}'


def _person(number: int) -> dict:
    return {
        "id": number,
        "date_created_gmt": _stamp(number),
        "date_modified_gmt": _stamp(number),
        "role": "customer",
        **_name(number),
        "billing": {**_name(number), "phone": f"+39399{number:07}", "city": "Milano", "postcode": "20121"},
    }


def _order(number: int) -> dict:
    by = number % CUSTOMERS + 1
    return {
        "id": number,
        "number": str(number),
        "status": "completed",
        "customer_id": by,
        "total": "159.00",
        "currency": "EUR",
        "date_created_gmt": _stamp(number),
        "date_modified_gmt": _stamp(number),
        "billing": _name(by),
        "line_items": [_line(number, place) for place in range(LINES)],
    }


def _line(number: int, place: int) -> dict:
    name = f"Stringata {(number + place) % 500}"
    return {"id": number * LINES + place, "name": name, "product_id": 1, "quantity": 1, "total": "53.00"}


def _name(number: int) -> dict:
    names = {"first_name": f"Prova{number % 997}", "last_name": f"Numero{number % 1_499}"}
    return {**names, "email": f"prova{number}@example.org"}


def _stamp(number: int) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(1_700_000_000 + number * 37))
