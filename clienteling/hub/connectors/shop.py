"""What shop systems have in common: accounts and guests, what they say of themselves, moments, money."""

import math
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, tzinfo

import msgspec

from clienteling.customers import normal
from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors.foreign import Words, cents, text
from clienteling.hub.connectors.heard import Hint, Profile
from clienteling.hub.importing.names import calm

HOME_CURRENCY = "EUR"
_LANGUAGE = re.compile(r"[a-z]{2}(?![a-z])", re.IGNORECASE)


class Terms(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Whose payload it is, and how far its word goes."""

    source: str
    """The source's id: "shopify:shop"."""
    trust_email: bool = True
    """The shop has checked the addresses of those who log in there."""
    trust_guest_email: bool = False
    """What was typed without a login counts as much. Only for a shop that has every address confirmed."""


class Money(msgspec.Struct, frozen=True, gc=False):
    amount: int = 0
    """Cents of its currency."""
    currency: str = HOME_CURRENCY

    @property
    def cents(self) -> int:
        """Of the shops' own currency: 0 of another, so that no sum is wrong."""
        return self.amount if self.currency == HOME_CURRENCY else 0

    @property
    def elsewhere(self) -> str:
        """What it is in another currency: "120.00 USD"."""
        foreign = self.amount and self.currency != HOME_CURRENCY
        return f"{self.amount / 100:.2f} {self.currency}" if foreign else ""


def hints(terms: Terms, user_id: str, *, email: str, phone: str = "", registered: bool) -> tuple[Hint, ...]:
    """Her account first. What no login vouches for names her within this source only, and joins nobody."""
    vouched = terms.trust_email if registered else terms.trust_guest_email
    where = "" if vouched else terms.source
    found = [Hint(IdentifierKind.USER, terms.source, user_id)] if user_id else []
    if address := normal.email(email):
        found.append(Hint(IdentifierKind.EMAIL, where, address, verified=vouched))
    if number := normal.phone(phone):
        found.append(Hint(IdentifierKind.PHONE, where, number, verified=vouched))
    return tuple(found)


def once(terms: Terms, thing: str) -> Hint:
    """A thing that has one owner, "order/17", where a payload names the thing and not her."""
    return Hint(IdentifierKind.ANONYMOUS, terms.source, thing)


def profile(
    *,
    given: object = "",
    family: object = "",
    language: object = "",
    email: object = "",
    phones: tuple[object, ...] = (),
    birthday: object = "",
    address: tuple[object, ...] = (),
    postcode: object = "",
    city: object = "",
) -> Profile | None:
    """As a shop system has it, normalised. None where nothing usable is said."""
    numbers = [number for phone in phones if (number := normal.phone(text(phone)))]
    tongue = _LANGUAGE.match(text(language))
    said = Profile(
        given_name=calm(text(given)),
        family_name=calm(text(family)),
        language=tongue[0].lower() if tongue else "",
        email=normal.email(text(email)),
        phone=numbers[0] if numbers else "",
        birthday_on=_day(text(birthday)),
        address=", ".join(part for line in address if (part := text(line))),
        postcode=text(postcode),
        city=text(city),
    )
    return None if said == Profile() else said


def _day(written: str) -> str:
    try:
        return date.fromisoformat(written[:10]).isoformat()
    except ValueError:
        return ""


def moment(written: object, latest: int, zone: tzinfo = UTC) -> int:
    """Milliseconds UTC; without a zone of its own it is meant in `zone`. 0 where there is no moment.

    Never later than `latest`: nothing is told before it happened, whatever the shop's clock says.
    """
    said = text(written)
    if not said or said.startswith("0000"):
        return 0
    try:
        exact = datetime.fromisoformat(said)
        at = math.floor((exact if exact.tzinfo else exact.replace(tzinfo=zone)).timestamp() * 1000)
    except (ValueError, OverflowError):
        return 0
    return max(0, min(at, latest))


def money(amount: object, currency: object) -> Money:
    """An amount, where its currency is the shops' or none is named."""
    return Money(cents(amount), text(currency).upper()[:3] or HOME_CURRENCY)


def total(parts: Sequence[Money]) -> Money:
    """Of one currency: the first one's."""
    currency = parts[0].currency if parts else HOME_CURRENCY
    return Money(sum(part.amount for part in parts if part.currency == currency), currency)


def quantity(said: Words, *keys: str) -> int:
    """How many pieces; 1 where nothing usable is said."""
    for key in keys:
        try:
            pieces = round(float(text(said.get(key)) or _number(said.get(key))))
        except (ValueError, OverflowError):
            continue
        if 0 < pieces < 10_000:  # noqa: PLR2004 - more is a slip of the pen
            return pieces
    return 1


def _number(value: object) -> float:
    return value if isinstance(value, float) else math.nan
