"""What was typed to find somebody who was not there, as the beginning of her record."""

from clienteling.newcomers.values import Draft

_NUMBER_SIGNS = frozenset("0123456789+ ()/-.")


def begun_with(text: str) -> Draft:
    words = " ".join(text.split())
    if "@" in words:
        return Draft(email=words)
    if any(sign.isdigit() for sign in words) and all(sign in _NUMBER_SIGNS for sign in words):
        return Draft(phone=words)
    given, _, family = words.partition(" ")
    return Draft(given_name=_capital(given), family_name=" ".join(map(_capital, family.split())))


def _capital(word: str) -> str:
    """Names are typed in a hurry in small letters; whoever writes capitals knows why."""
    return word.capitalize() if word.islower() else word
