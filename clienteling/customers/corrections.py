"""What she says is wrong about her: each field as somebody types it, and as it is kept."""

import re
from collections.abc import Mapping
from datetime import date

from clienteling.customers import normal
from clienteling.errors import InvalidRecord, TooLong

LONGEST_NAME, LONGEST_EMAIL = 200, 254
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_BIRTHDAY = re.compile(r"(\d{1,2})[./ -](\d{1,2})(?:[./ -](\d{4}))?")
_YEAR_NOT_KNOWN = 1


def corrected(typed: Mapping[str, str]) -> dict[str, str | None]:
    """By field, as it is kept. Raises InvalidRecord, which names the field; empty takes a value away."""
    said = {field: " ".join(value.split()) for field, value in typed.items()}
    found: dict[str, str | None] = {f: _name(f, said[f]) for f in ("given_name", "family_name") if f in said}
    if "email" in said:
        found["email"] = _email(said["email"])
    if "phone" in said:
        found["phone"] = _phone(said["phone"])
    if "birthday_on" in said:
        found["birthday_on"] = _birthday(said["birthday_on"])
    return found


def birthday_typed(birthday_on: str | None) -> str:
    """As it is typed: `4/12/1985`, or `4/12` where the year is not known."""
    if not birthday_on:
        return ""
    year, month, day = (int(part) for part in birthday_on.split("-"))
    return f"{day}/{month}" if year == _YEAR_NOT_KNOWN else f"{day}/{month}/{year}"


def _name(field: str, value: str) -> str:
    if len(value) > LONGEST_NAME:
        raise TooLong(field, LONGEST_NAME)
    return value


def _email(value: str) -> str:
    address = value.lower()
    if address and (len(address) > LONGEST_EMAIL or _EMAIL.fullmatch(address) is None):
        raise InvalidRecord("email", "not an e-mail address")
    return address


def _phone(value: str) -> str:
    number = normal.phone(value) if value else ""
    if value and not number:
        raise InvalidRecord("phone", "not a telephone number")
    return number


def _birthday(value: str) -> str | None:
    if not value:
        return None
    found = _BIRTHDAY.fullmatch(value)
    if found is None:
        raise InvalidRecord("birthday_on", "not a day")
    day, month, year = int(found[1]), int(found[2]), int(found[3] or _YEAR_NOT_KNOWN)
    try:
        date(year if found[3] else 2000, month, day)
    except ValueError as error:
        raise InvalidRecord("birthday_on", "not a day") from error
    return f"{year:04}-{month:02}-{day:02}"
