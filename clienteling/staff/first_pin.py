"""A PIN for somebody who has none yet, or who forgot hers."""

import secrets

PIN_DIGITS = 6


def new_pin() -> str:
    return f"{secrets.randbelow(10**PIN_DIGITS):0{PIN_DIGITS}}"
