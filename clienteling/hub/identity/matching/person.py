"""A customer as she is compared: every spelling of the same thing made one."""

from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from clienteling.customers import normal
from clienteling.customers.values import IdentifierKind
from clienteling.hub.importing.cells import plain

YEAR_NOT_KNOWN = "0001"
_PHONE_DIGITS = 9


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Names and places are lower case, without accents and signs; empty where nothing is known."""

    id: str
    given: tuple[str, ...] = ()
    """Words of the given name: ("anna", "maria")."""
    family: tuple[str, ...] = ()
    emails: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    """Their last nine digits: a number is written with its country and without."""
    cards: frozenset[str] = frozenset()
    birthday_on: str = ""
    """ISO 8601, its year 0001 where only day and month are known."""
    address: tuple[str, ...] = ()
    postcode: str = ""
    city: str = ""

    @property
    def whole_name(self) -> tuple[str, ...]:
        return (*self.given, *self.family)


def person(customer: Mapping[str, object], names: Iterable[tuple[str, str]]) -> Person:
    """From a row of `customer` and the kind and value of each identifier that is hers."""
    known = {(str(kind), value) for kind, value in names}
    emails = {normal.mailbox(value) for kind, value in known if kind == IdentifierKind.EMAIL}
    phones = {value for kind, value in known if kind == IdentifierKind.PHONE}
    cards = {value for kind, value in known if kind == IdentifierKind.CARD}
    return Person(
        id=str(customer["id"]),
        given=_words(customer["given_name"]),
        family=_words(customer["family_name"]),
        emails=frozenset(emails | {normal.mailbox(_text(customer["email"]))}) - {""},
        phones=frozenset(_tail(number) for number in phones | {_text(customer["phone"])}) - {""},
        cards=frozenset(cards | {_text(customer["card_number"])}) - {""},
        birthday_on=_day(_text(customer["birthday_on"])),
        address=_words(customer["address"]),
        postcode="".join(_words(customer["postcode"])),
        city=" ".join(_words(customer["city"])),
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _words(value: object) -> tuple[str, ...]:
    """`D'Amico` is one word, as `Damico` is."""
    return tuple(plain(_text(value).replace("'", "").replace("\u2019", "")).split())


def _tail(number: str) -> str:
    digits = "".join(sign for sign in number if sign.isdigit())
    return digits[-_PHONE_DIGITS:]


def _day(written: str) -> str:
    try:
        return date.fromisoformat(written).isoformat()
    except ValueError:
        return ""
