"""A tablet of a chain of ten shops with two busy years behind them; or with a shorter past and the same days.

Each shop's day is as long whatever the past: what a figure of one day costs then tells how it grows with the
history. Made once by plain SQL over the demo's chain, and kept under build/.
"""

import hashlib
import json
import random
import shutil
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from clienteling.appointments.hours import instant, wall
from clienteling.customers.search import create_index
from clienteling.schema import metadata
from clienteling.tablet.opening.device import open_device
from sync.instants import wall_clock
from tests.bench.crowd import Crowd, House, uuid7
from tests.bench.million import KEPT, Part, house, pour
from tests.bench.shop import stock

SHOPS = 10
CUSTOMERS = 20_000
A_DAY = 137
"""Interactions in one shop; two years of ten shops come to a million."""
ZONE = "Europe/Rome"
_FIRST_MINUTE, _LAST_MINUTE = 10 * 60, 19 * 60
_OPEN_PROMISES, _OPEN_TASKS = 25, 25
_KINDS = ("visit", "advice", "fitting", "fitting", "sale", "sale", "not_bought", "return", "call", "message")
_REASONS = ("size", "colour", "price", "fit", "not_in_stock", "thinking", "")


@dataclass(frozen=True, slots=True)
class Chain:
    folder: Path
    days: tuple[date, ...]
    """All that have something recorded, the oldest first."""
    interactions: int


def chain(interactions: int) -> Chain:
    """The tablet's folder itself, not a copy."""
    folder = KEPT / f"shops-{interactions}-{_written()}"
    today = wall(wall_clock(), ZONE)[0]
    if folder.exists():
        today = date.fromisoformat((folder / "until").read_text())
    past = Past(interactions // (SHOPS * A_DAY), today)
    if not folder.exists():
        for old in KEPT.glob(f"shops-{interactions}-*"):
            shutil.rmtree(old)
        _make(folder, past)
    engine = open_device(folder, wall_clock).replica.engine
    metadata.create_all(engine)
    engine.dispose()
    return Chain(folder, past.days, len(past.days) * SHOPS * A_DAY)


def _written() -> str:
    """Another one where other rows would be made, or a table of them is another one."""
    filled = ["store", "customer", "interaction", "promise", "task", "day_review"]
    columns = [list(metadata.tables[name].columns.keys()) for name in filled]
    return hashlib.sha256(Path(__file__).read_bytes() + json.dumps(columns).encode()).hexdigest()[:8]


class Past:
    """So many days of ten shops up to yesterday, the same at every making but for when they end."""

    def __init__(self, days: int, today: date) -> None:
        self.today = today
        self.days = tuple(today - timedelta(days=ago) for ago in range(days, 0, -1))
        self._random = random.Random(8)

    def parts(self, there: House) -> Iterator[Part]:
        stores = [*there.stores, *(f"shop-{n}" for n in range(len(there.stores), SHOPS))]
        crowd = Crowd(CUSTOMERS, wall_clock(), there)
        more = ((one, one, ZONE, "{}") for one in stores[len(there.stores) :])
        yield "store", ("id", "name", "time_zone", "opening"), more
        person = ("id", "given_name", "family_name", "language", "email", "phone", "card_number")
        yield "customer", (*person, "home_store_id", "since_on", "birthday_on"), crowd.customers()
        yield "interaction", _INTERACTION, self._interactions(stores, there, crowd.ids)
        yield "promise", _PROMISE, self._promises(stores, there, crowd.ids)
        yield "task", _TASK, self._tasks(stores, there, crowd.ids)
        yield "day_review", _REVIEW, self._reviews(stores, there)

    def _interactions(
        self, stores: Sequence[str], there: House, people: Sequence[str]
    ) -> Iterator[tuple[object, ...]]:
        chance, number = self._random, 0
        span = (_LAST_MINUTE - _FIRST_MINUTE) * 60_000
        for day in self.days:
            opens = instant(day, _FIRST_MINUTE, ZONE)
            for store in stores:
                for nth in range(A_DAY):
                    number += 1
                    at = opens + span * nth // A_DAY
                    her = chance.choice(people) if nth % 3 else None
                    kind = chance.choice(_KINDS)
                    items = json.dumps(self._items(kind, there))
                    visit = f"{day}-{store}-{nth // 2}"
                    yield (
                        uuid7(at, number),
                        her,
                        kind,
                        items,
                        at,
                        store,
                        chance.choice(there.associates),
                        visit,
                        "",
                    )

    def _items(self, kind: str, there: House) -> list[dict[str, object]]:
        thing = self._random.choice(there.things)
        item: dict[str, object] = {"product_id": thing.product_id, "variant_id": thing.variant_id}
        match kind:
            case "sale":
                return [item | {"price_cents": thing.price_cents, "bought": True}]
            case "not_bought":
                return [item | {"reason": self._random.choice(_REASONS)}]
            case "fitting" | "return":
                return [item]
        return []

    def _promises(
        self, stores: Sequence[str], there: House, people: Sequence[str]
    ) -> Iterator[tuple[object, ...]]:
        """A dozen for each day, kept but for the newest."""
        chance, number = self._random, 0
        for store in stores:
            for day in self.days:
                at = instant(day, _LAST_MINUTE, ZONE)
                for _ in range(12):
                    number += 1
                    who = chance.choice(there.associates)
                    made = (uuid7(at, number), chance.choice(people), "call", "the bag", day.isoformat())
                    yield (*made, "kept", at, who, store, at)
            at = instant(self.today, _FIRST_MINUTE, ZONE)
            for nth in range(_OPEN_PROMISES):
                number += 1
                due = (self.today - timedelta(days=nth % 9)).isoformat()
                made = (uuid7(at, number), chance.choice(people), "call", "the bag", due)
                yield (*made, "open", at, chance.choice(there.associates), store, None)

    def _tasks(
        self, stores: Sequence[str], there: House, people: Sequence[str]
    ) -> Iterator[tuple[object, ...]]:
        chance, number = self._random, 0
        for store in stores:
            at = instant(self.today, _FIRST_MINUTE, ZONE)
            for nth in range(_OPEN_TASKS):
                number += 1
                due = (self.today + timedelta(days=nth % 9 - 4)).isoformat()
                who = chance.choice(there.associates)
                yield uuid7(at, number), chance.choice(people), "call", "", due, store, "open", at, who, "{}"

    def _reviews(self, stores: Sequence[str], there: House) -> Iterator[tuple[object, ...]]:
        for number, (day, store) in enumerate((day, store) for day in self.days for store in stores):
            at = instant(day, _LAST_MINUTE, ZONE)
            yield uuid7(at, number), store, day.isoformat(), "{}", at, there.associates[0], ""


_INTERACTION = (
    "id",
    "customer_id",
    "kind",
    "items",
    "at",
    "store_id",
    "associate_id",
    "visit_id",
    "correction",
)
_PROMISE = (
    "id",
    "customer_id",
    "kind",
    "what",
    "due_on",
    "state",
    "made_at",
    "made_by",
    "store_id",
    "closed_at",
)
_TASK = (
    "id",
    "customer_id",
    "kind",
    "what",
    "due_on",
    "store_id",
    "state",
    "made_at",
    "made_by",
    "because",
)
_REVIEW = ("id", "store_id", "day_on", "figures", "at", "associate_id", "correction")


def _make(folder: Path, past: Past) -> None:
    began = time.perf_counter()
    print(f"  making {len(past.days)} days of {SHOPS} shops …", flush=True)
    with TemporaryDirectory(prefix="clienteling-bench-") as temporary:
        small = stock(Path(temporary), lambda _: ())
        _fill(small.folder, past)
        (small.folder / "until").write_text(past.today.isoformat())
        folder.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(small.folder, folder)
    print(f"  made in {time.perf_counter() - began:.0f} s", flush=True)


def _fill(folder: Path, past: Past) -> None:
    engine = open_device(folder, wall_clock).replica.engine
    with engine.connect() as connection:
        there = house(connection)
    raw = engine.raw_connection()
    try:
        pour(raw.driver_connection, past.parts(there))  # type: ignore[arg-type] - SQLCipher's, the same calls
    finally:
        raw.close()
    with engine.begin() as connection:
        create_index(connection)
    engine.dispose()
