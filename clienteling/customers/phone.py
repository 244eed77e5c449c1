"""Telephone numbers: E.164 in the tables, the national way on the screen."""

from functools import lru_cache

import phonenumbers

HOME = "IT"
_HOME_PREFIX = 39


def as_e164(written: str) -> str:
    """Empty when it is no telephone number. The leading zero of Italian landlines stays."""
    try:
        number = phonenumbers.parse(written, HOME)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


@lru_cache(maxsize=4096)
def as_written(number: str) -> str:
    """As people at home write it; what is no telephone number stays as it is."""
    try:
        parsed = phonenumbers.parse(number, HOME)
    except phonenumbers.NumberParseException:
        return number
    at_home = parsed.country_code == _HOME_PREFIX
    shape = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(parsed, shape.NATIONAL if at_home else shape.INTERNATIONAL)


def is_landline(number: str) -> bool:
    """Whether it rings in a house or an office, where several people answer."""
    try:
        parsed = phonenumbers.parse(number, HOME)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.number_type(parsed) == phonenumbers.PhoneNumberType.FIXED_LINE
