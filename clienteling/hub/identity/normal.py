"""One way of writing an e-mail address and a phone number, so that two spellings are one identifier."""

import re

from clienteling.customers.phone import as_e164

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


def phone(written: str) -> str:
    """E.164, Italian where no country is named; empty when it cannot be a number."""
    return as_e164(written)
