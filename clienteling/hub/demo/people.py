"""Invents believable Italian customers from `resources/demo/people.toml`. None of them exists."""

import unicodedata
from collections.abc import Iterator
from datetime import date

import msgspec

from clienteling import resources
from clienteling.catalog.ean import check_digit
from clienteling.catalog.values import Colour
from clienteling.hub.demo.dice import Dice, Weighted
from clienteling.hub.demo.house import House

IN_HOUSE_CARD = "28"
"""GS1 keeps 20 to 29 for codes that a company prints for itself."""
UNUSED_MOBILES = "+39399"
"""Shaped like a mobile number; no operator has this prefix."""
SHOE_SIZES = Weighted(
    [("35", 3), ("36", 10), ("37", 20), ("38", 26), ("39", 21), ("40", 13), ("41", 5), ("42", 2)]
)
CLOTHES_SIZES = Weighted([("38", 8), ("40", 21), ("42", 28), ("44", 22), ("46", 14), ("48", 7)])
LETTERS = {"38": "XS", "40": "S", "42": "M", "44": "M", "46": "L", "48": "XL"}
BELTS = {"38": "75", "40": "80", "42": "85", "44": "90", "46": "95", "48": "100"}
COLOURS = Weighted(
    [
        (Colour.BLACK, 30),
        (Colour.TAN, 16),
        (Colour.BROWN, 12),
        (Colour.NAVY, 11),
        (Colour.BURGUNDY, 8),
        (Colour.CREAM, 7),
        (Colour.CAMEL, 7),
        (Colour.GREY, 6),
        (Colour.RED, 5),
        (Colour.WHITE, 5),
        (Colour.FOREST, 4),
        (Colour.ROSE, 3),
        (Colour.SAND, 3),
        (Colour.RUST, 2),
    ]
)
LONGEST_CUSTOMER_DAYS = 9 * 365


class Person(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    number: int
    given_name: str
    family_name: str
    language: str
    store_id: str
    since: date
    email: str = ""
    phone: str = ""
    card_number: str = ""
    birthday_on: str | None = None
    web_user: str = ""
    page_scoped_id: str = ""
    shoe_size: str = ""
    clothes_size: str = ""
    colours: tuple[Colour, ...] = ()
    visits: int = 0
    """How often she came or bought in the last two years."""

    def size_for(self, sizes: tuple[str, ...]) -> str:
        """Hers, as this kind of thing is labelled."""
        own = (self.shoe_size, LETTERS[self.clothes_size], BELTS[self.clothes_size], self.clothes_size)
        return next((size for size in own if size in sizes), sizes[len(sizes) // 2])


class _Names(msgspec.Struct, frozen=True):
    women: list[tuple[str, int]]
    men: list[tuple[str, int]]
    families: list[tuple[str, int]]
    abroad: list[tuple[str, str, str]]
    mail_domains: list[str]


class Invention:
    def __init__(self, dice: Dice, house: House) -> None:
        file = resources.path("demo", "people.toml")
        names = msgspec.toml.decode(file.read_bytes(), type=_Names)
        self._dice = dice
        self._house = house
        self._women, self._men = Weighted(names.women), Weighted(names.men)
        self._families = Weighted(names.families)
        self._abroad = names.abroad
        self._domains = names.mail_domains
        self._stores = Weighted([(store, store.share) for store in house.stores])
        self._taken: set[str] = set()

    def people(self, count: int) -> Iterator[Person]:
        for number in range(count):
            yield self._person(number)

    def _person(self, number: int) -> Person:
        dice = self._dice
        given_name, family_name, language = self._name()
        store = dice.weighed(self._stores)
        since = dice.days_ago(dice.early(3, LONGEST_CUSTOMER_DAYS))
        return Person(
            id=dice.id_at(dice.in_the_shop(since)),
            number=number,
            given_name=given_name,
            family_name=family_name,
            language=language,
            store_id=store.id,
            since=since,
            email=self._email(given_name, family_name) if dice.chance(0.72) else "",
            phone=f"{UNUSED_MOBILES}{2_000_000 + number * 37 % 7_000_000:07}" if dice.chance(0.86) else "",
            card_number=card_number(number),
            birthday_on=self._birthday() if dice.chance(0.55) else None,
            web_user=f"u-{10_000 + number}" if dice.chance(0.34) else "",
            page_scoped_id=f"{24_000_000_000_000 + number * 7919}" if dice.chance(0.08) else "",
            shoe_size=dice.weighed(SHOE_SIZES),
            clothes_size=dice.weighed(CLOTHES_SIZES),
            colours=(dice.weighed(COLOURS), dice.weighed(COLOURS)),
            visits=dice.early(0, 11),
        )

    def _name(self) -> tuple[str, str, str]:
        dice = self._dice
        if dice.chance(0.035):
            return dice.one(self._abroad)
        given_name = dice.weighed(self._women if dice.chance(0.88) else self._men)
        family_name = dice.weighed(self._families)
        if dice.chance(0.02):
            second = dice.weighed(self._families)
            family_name = family_name if second == family_name else f"{family_name} {second}"
        return given_name, family_name, "it"

    def _email(self, given_name: str, family_name: str) -> str:
        name = f"{_plain(given_name)}.{_plain(family_name)}"
        address = f"{name}@{self._dice.one(self._domains)}"
        while address in self._taken:
            address = f"{name}{self._dice.between(2, 99)}@{self._dice.one(self._domains)}"
        self._taken.add(address)
        return address

    def _birthday(self) -> str:
        born = self._dice.days_ago(self._dice.between(20 * 365, 72 * 365))
        if self._dice.chance(0.3):
            return f"0001-{born:%m-%d}"
        return born.isoformat()


def card_number(number: int) -> str:
    digits = f"{IN_HOUSE_CARD}{100_000_000 + number * 7_919:010}"
    return digits + check_digit(digits)


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.replace("ß", "ss").lower())
    return "".join(letter for letter in letters if letter.isascii() and letter.isalpha())
