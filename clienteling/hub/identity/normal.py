"""One way of writing an e-mail address and a phone number, so that two spellings are one identifier."""

import re

import phonenumbers

GOOGLE_DOMAINS = frozenset({"gmail.com", "googlemail.com"})
LONGEST_EMAIL = 254
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")


def email(written: str) -> str:
    """Lower case, without spaces round it, googlemail.com as gmail.com; empty when it is no address."""
    address = written.strip().lower()
    if len(address) > LONGEST_EMAIL or _EMAIL.fullmatch(address) is None:
        return ""
    name, _, domain = address.rpartition("@")
    return f"{name}@gmail.com" if domain in GOOGLE_DOMAINS else address


def phone(written: str, region: str = "IT") -> str:
    """E.164; a landline keeps its leading 0 as Italy writes it. Empty when it cannot be a number."""
    try:
        number = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
