"""A small shop in a real replica, for the tests of the feature packages."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from clienteling.database import create_tables
from clienteling.replicated import REGISTRY
from clienteling.schema import metadata
from clienteling.staff.values import Author
from clienteling.wording import Wording
from sync.device.database import open_plain
from sync.device.replica import Replica
from sync.writer import Writer
from tests import ready_made

__all__ = ["AUTHOR", "COLLEAGUE", "DAY", "HOUR", "MINUTE", "NOW", "Shop", "english", "italian", "shop"]

MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR
NOW = 1_795_341_600_000
"""Sunday 22 November 2026, 11:00 in Milan."""

AUTHOR = Author("sofia", "brera")
COLLEAGUE = Author("luca", "torino")


class Shop:
    """The replica with a clock that the test moves, and rows put in as a pull would."""

    def __init__(self, folder: Path) -> None:
        self.now = NOW
        self.engine = open_plain(folder / "replica.db")
        create_tables(self.engine)
        self.replica = Replica(self.engine, REGISTRY, lambda: self.now)
        self._connection: sa.Connection | None = None

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Whatever is put within goes to the disk together."""
        with self.replica.write() as writer:
            self._connection = writer.connection
            yield
        self._connection = None

    def put(self, table: str, **values: Any) -> None:
        if self._connection is None:
            with self.at_once():
                self.put(table, **values)
        else:
            self._connection.execute(metadata.tables[table].insert(), values)

    def event(self, record_id: str, channel: str, kind: str, at: int, text: str = "", **detail: Any) -> None:
        self.put(
            "event",
            id=record_id,
            customer_id="giulia",
            channel=channel,
            kind=kind,
            at=at,
            text=text,
            detail=detail,
            source=f"{channel}:1",
        )

    def write(self, work: Callable[[Writer], Any]) -> Any:
        """One transaction; a second passes with each."""
        self.now += 1_000
        with self.replica.write() as writer:
            return work(writer)

    def read(self, query: Callable[[sa.Connection], Any]) -> Any:
        with self.replica.read() as conn:
            return query(conn)

    def rows(self, table: str) -> list[dict[str, Any]]:
        return self.read(
            lambda conn: list(map(dict, conn.execute(metadata.tables[table].select()).mappings()))
        )

    def product(self, product_id: str, name: str, family: str, price_cents: int) -> None:
        self.put(
            "product",
            id=product_id,
            name=name,
            family=family,
            price_cents=price_cents,
            keywords=[],
            picture=f"picture of {product_id}",
        )

    def variant(self, product_id: str, colour: str, size: str, *, here: int = 0, elsewhere: int = 0) -> str:
        variant_id = "-".join(part for part in (product_id, colour, size) if part)
        self.put(
            "variant", id=variant_id, product_id=product_id, colour=colour, size=size, sku=variant_id.upper()
        )
        for store_id, quantity in (("brera", here), ("torino", elsewhere)):
            self.put(
                "stock_level",
                id=f"{variant_id}@{store_id}",
                variant_id=variant_id,
                store_id=store_id,
                quantity=quantity,
                counted_at=NOW,
            )
        return variant_id

    def fill(self) -> None:
        for store_id, name, city in (("brera", "Milano Brera", "Milano"), ("torino", "Torino Po", "Torino")):
            self.put("store", id=store_id, name=name, city=city, time_zone="Europe/Rome", opening={})
        for associate_id, given, family, store_id in (
            ("sofia", "Sofia", "Martini", "brera"),
            ("luca", "Luca", "Gallo", "torino"),
        ):
            self.put("associate", id=associate_id, given_name=given, family_name=family, store_id=store_id)
        self.product("nora", "Stringata Nora", "shoes", 15_900)
        self.product("alba", "Borsa Tracolla Alba", "bags", 18_900)
        self.product("lia", "Cintura Lia", "belts", 5_900)
        self.variant("nora", "black", "39", here=1, elsewhere=2)
        self.variant("alba", "tan", "", here=2)
        self.variant("lia", "brown", "85", here=3)
        self.put(
            "customer",
            id="giulia",
            given_name="Giulia",
            family_name="Ferraris",
            language="it",
            email="giulia.ferraris@example.it",
            phone="+393331234567",
            card_number="2900000000019",
            tier="gold",
            home_store_id="brera",
            since_on="2021-03-01",
            birthday_on="0001-12-04",
        )


def furnished(folder: Path) -> sa.Engine:
    """The goods are in place."""
    made = Shop(folder)
    with made.at_once():
        made.fill()
    return made.engine


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    ready_made.lay(tmp_path / "replica.db", furnished)
    made = Shop(tmp_path)
    yield made
    made.engine.dispose()


@pytest.fixture
def italian() -> Wording:
    return Wording("it")


@pytest.fixture
def english() -> Wording:
    return Wording("en")
