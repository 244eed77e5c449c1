"""The rows of a big chain: invented people, and what happened with them, in the order in which it happened.

Written past the use cases, straight into a replica's tables: this is about size, not about how it came.
"""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

import msgspec

from clienteling import resources

DAY = 86_400_000
YEAR = 365 * DAY
HISTORY = 2 * YEAR
TIMELINE_EACH = 5
"""Lines of the timeline that a customer has on average."""
BUSIEST_LINES = 10_000
"""Those of the busiest customer, who is the first."""

_EVENT_KINDS = (
    ("web", "product_viewed", 34),
    ("web", "page_viewed", 14),
    ("basket", "basket_added", 8),
    ("web", "wish_added", 4),
    ("order", "ordered", 12),
    ("messenger", "message_in", 9),
    ("messenger", "message_out", 7),
    ("email", "email_opened", 10),
    ("advert", "advert_tapped", 2),
)
_WORDS = {
    "message_in": "Buonasera, c'è ancora nel mio numero? Passerei sabato in negozio.",
    "message_out": "Buonasera, sì: ne teniamo un paio da parte fino a sabato.",
    "email_opened": "Le novità d'autunno",
}
_MET = (("sale", 40), ("fitting", 25), ("advice", 20), ("not_bought", 15))


@dataclass(frozen=True, slots=True)
class Thing:
    product_id: str
    variant_id: str
    name: str
    price_cents: int


@dataclass(frozen=True, slots=True)
class House:
    """What the chain has already: the rows name it."""

    stores: Sequence[str]
    associates: Sequence[str]
    things: Sequence[Thing]


class _Names(msgspec.Struct, frozen=True):
    women: list[tuple[str, int]]
    families: list[tuple[str, int]]


class Crowd:
    """So many people and their past, the same at every making but for the day on which it ends."""

    def __init__(self, count: int, now: int, house: House) -> None:
        self.count = count
        self.ids = [uuid7(now - 9 * YEAR + n * (9 * YEAR // count), n) for n in range(count)]
        self._now = now
        self._house = house
        self._random = random.Random(5)

    def customers(self) -> Iterator[tuple[object, ...]]:
        names = msgspec.toml.decode(resources.path("demo", "people.toml").read_bytes(), type=_Names)
        given, families = _weighted(names.women), _weighted(names.families)
        chance = self._random
        for number, customer_id in enumerate(self.ids):
            first = chance.choices(given[0], cum_weights=given[1])[0]
            family = chance.choices(families[0], cum_weights=families[1])[0]
            yield (
                customer_id,
                first,
                family,
                "it",
                f"{first}.{family}{number}@example.org".lower().replace(" ", "").replace("'", ""),
                f"+39399{number:07}",
                f"27{number:011}",
                chance.choice(self._house.stores),
                f"{2017 + number * 9 // self.count}-03-02",
                f"0001-{1 + number % 12:02}-{1 + number % 28:02}",
            )

    def consents(self) -> Iterator[tuple[object, ...]]:
        for number, customer_id in enumerate(self.ids):
            at = self._now - 300 * DAY + number
            yield uuid7(at, 2 * number), customer_id, "service", at
            if number % 5 < 3:
                yield uuid7(at, 2 * number + 1), customer_id, "profiling", at

    def sizes(self) -> Iterator[tuple[object, ...]]:
        for number in range(0, self.count, 2):
            at = self._now - 200 * DAY + number
            yield uuid7(at, number), self.ids[number], str(35 + number % 7), at

    def events(self) -> Iterator[tuple[object, ...]]:
        """Oldest first; a few customers have many."""
        kinds, sums = list(_EVENT_KINDS), list(accumulate(often for _, _, often in _EVENT_KINDS))
        chance = self._random
        for number, at, whose in self._moments(self.count * (TIMELINE_EACH - 1), BUSIEST_LINES):
            channel, kind, _ = chance.choices(kinds, cum_weights=sums)[0]
            detail = self._detail(kind, number)
            yield uuid7(at, number), whose, channel, kind, at, _WORDS.get(kind, ""), detail, f"{channel}:1"

    def interactions(self) -> Iterator[tuple[object, ...]]:
        kinds, sums = [kind for kind, _ in _MET], list(accumulate(often for _, often in _MET))
        chance, house = self._random, self._house
        for number, at, whose in self._moments(self.count * 9 // 10, BUSIEST_LINES // 50):
            thing = house.things[number % len(house.things)]
            kind = chance.choices(kinds, cum_weights=sums)[0]
            item = {"product_id": thing.product_id, "variant_id": thing.variant_id}
            if kind == "sale":
                item |= {"price_cents": thing.price_cents, "bought": True}
            elif kind == "not_bought":
                item |= {"reason": "size"}
            items = json.dumps([item] if kind != "advice" else [])
            where, who = chance.choice(house.stores), chance.choice(house.associates)
            yield uuid7(at, number), whose, kind, items, "", at, where, who

    def notes(self) -> Iterator[tuple[object, ...]]:
        body = "Cerca qualcosa di comodo per l'ufficio; torna con la sorella."
        chance, house = self._random, self._house
        for number, at, whose in self._moments(self.count // 10, BUSIEST_LINES // 100):
            where, who = chance.choice(house.stores), chance.choice(house.associates)
            yield uuid7(at, number), whose, body, "everybody", at, where, who

    def _moments(self, count: int, busiest: int) -> Iterator[tuple[int, int, str]]:
        """Number, moment and whose: everybody's, and among them the busiest one's."""
        chance, every = self._random, max(1, count // busiest)
        count = max(count, busiest)
        for number in range(count):
            at = self._now - HISTORY + HISTORY * number // count
            busy = number % every == 0 and number // every < busiest
            yield number, at, self.ids[0 if busy else int(chance.random() ** 1.5 * self.count)]

    def _detail(self, kind: str, number: int) -> str:
        thing = self._house.things[number % len(self._house.things)]
        one = {
            "product_id": thing.product_id,
            "variant_id": thing.variant_id,
            "product_name": thing.name,
            "price_cents": thing.price_cents,
        }
        match kind:
            case "product_viewed" | "basket_added" | "wish_added":
                return json.dumps(one)
            case "ordered":
                return json.dumps({"order_number": f"{number}", "items": [one]})
            case "message_in":
                return json.dumps({"asked_product_id": thing.product_id, "asked_size": "39"})
        return "{}"


def uuid7(at: int, number: int) -> str:
    """Of that moment, and the same each time."""
    mixed = (number * 0x9E3779B97F4A7C15 + at) & (2**64 - 1)
    moment, rest = f"{at:012x}", f"{mixed >> 16:012x}"[:12]
    return f"{moment[:8]}-{moment[8:]}-7{mixed & 0xFFF:03x}-{0x8000 | (number & 0x3FFF):04x}-{rest}"


def _weighted(entries: Sequence[tuple[str, int]]) -> tuple[list[str], list[int]]:
    return [word for word, _ in entries], list(accumulate(often for _, often in entries))
