"""A hub with two shops in two time zones, and what is recorded in them."""

from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from clienteling.hub.kpi.figures import DayFigures
from clienteling.hub.kpi.leaving import keep_days
from clienteling.kpi.tables import kpi_day
from clienteling.kpi.values import NOTHING, Parts, parts_of
from clienteling.replicated import REGISTRY
from sync.hub.gone.remembered import Remembered
from sync.hub.store import HubStore
from sync.hub.writer import HubWriter
from tests.hub.little_house import empty_house
from tests.postgresql import Cluster

SHOPS = {"milano": "Europe/Rome", "lisboa": "Europe/Lisbon"}
PEOPLE = tuple(f"0190a000-0000-7000-8000-00000000000{n}" for n in range(3))


@dataclass
class Chain:
    store: HubStore
    clock: list[int]

    def write(self, collection: str, **values: object) -> str:
        with self.store.write() as writer:
            return writer.insert(collection, values)

    def change(self, collection: str, record_id: str, **values: object) -> None:
        with self.store.write() as writer:
            writer.update(collection, record_id, values)

    def count(self) -> None:
        DayFigures(self.store).catch_up()

    def told(self) -> dict[tuple[str, str], Parts]:
        with self.store.read() as conn:
            return {
                (row.store_id, row.day_on): parts_of(row.parts) for row in conn.execute(sa.select(kpi_day))
            }

    def day(self, day: str, store_id: str = "milano") -> Parts:
        """As tablets are told it, when all that moved is counted."""
        self.count()
        return self.told().get((store_id, day), NOTHING)


def hire(writer: HubWriter, who: str, store_id: str) -> None:
    writer.insert("associate", {"id": who, "given_name": "A", "family_name": "B", "store_id": store_id})


def open_chain(folder: Path, now: int, database: Cluster | str = "") -> Chain:
    clock = [now]
    engine = empty_house(folder, database)
    store = HubStore(engine, REGISTRY, now=lambda: clock[0], remembered=Remembered(folder))
    store.erasing.hooks.append(keep_days)
    with store.write() as writer:
        for store_id, zone in SHOPS.items():
            writer.insert("store", {"id": store_id, "name": store_id, "time_zone": zone})
            for number in range(3):
                hire(writer, f"{store_id}-{number}", store_id)
        for customer_id in PEOPLE:
            writer.insert("customer", {"id": customer_id, "given_name": "Somebody"})
    return Chain(store, clock)
