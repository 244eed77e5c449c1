"""One way of writing an e-mail address and a phone number, so that two spellings are one identifier."""

import re

from clienteling.customers.phone import as_e164

LONGEST_EMAIL = 254
LONGEST_PHONE = 40
_GOOGLE = frozenset({"gmail.com", "googlemail.com"})
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_SIGNS = re.compile(r"[\s./()-]")
_MOBILE = re.compile(r"3\d{9}")
_WITHOUT_PLUS = re.compile(r"39(3\d{8,9}|0\d{5,10})")


def email(written: str) -> str:
    """As it is kept and written to: lower case, without spaces round it; empty when it is no address."""
    address = written.strip().lower()
    if len(address) > LONGEST_EMAIL or _EMAIL.fullmatch(address) is None:
        return ""
    return address


def mailbox(address: str) -> str:
    """As two addresses are compared: whether what is sent there arrives in one place.

    What follows a plus sign is the owner's own label, with every provider that people use for private mail.
    Google alone says that dots count for nothing, and that its two domains are one: elsewhere they count.
    """
    name, _, domain = email(address).rpartition("@")
    name = name.partition("+")[0] or name
    if domain in _GOOGLE:
        name, domain = name.replace(".", "") or name, "gmail.com"
    return f"{name}@{domain}" if domain else ""


def phone(written: str) -> str:
    """E.164, Italian where no country is named; empty when it cannot be a number.

    Ten digits that begin with 3 are a mobile number of Italy's, also those of the 39x range, which would
    look like the country's own prefix; longer ones that begin with 39 have lost their plus sign.
    """
    if len(written) > LONGEST_PHONE:
        return ""
    bare = _SIGNS.sub("", written)
    if _MOBILE.fullmatch(bare):
        return f"+39{bare}"
    return as_e164(f"+{bare}" if _WITHOUT_PLUS.fullmatch(bare) else written)
