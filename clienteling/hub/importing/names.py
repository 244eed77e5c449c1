"""Given and family name, from however many columns a file has for them."""

from collections.abc import Mapping

from clienteling.customers.names import PARTICLES
from clienteling.hub.importing import cells

_SHORTEST_SHOUT = 3


def of(values: Mapping[str, str]) -> dict[str, str]:
    """`given_name` and `family_name`, those that are said."""
    given, family = cells.name(values.get("given_name", "")), cells.name(values.get("family_name", ""))
    whole = cells.name(values.get("full_name", ""))
    reverse = cells.name(values.get("family_first_name", ""))
    if not (given or family) and reverse:
        family, given = _family_first(reverse)
    elif not (given or family) and whole:
        given, family = _given_first(whole)
    said = {"given_name": calm(given), "family_name": calm(family)}
    return {field: name for field, name in said.items() if name}


def _family_first(whole: str) -> tuple[str, str]:
    if "," in whole:
        family, _, given = whole.partition(",")
        return family.strip(), given.strip()
    words = whole.split()
    length = 1
    while length < len(words) - 1 and cells.plain(words[length - 1]) in PARTICLES:
        length += 1
    return " ".join(words[:length]), " ".join(words[length:])


def _given_first(whole: str) -> tuple[str, str]:
    if "," in whole:
        family, _, given = whole.partition(",")
        return given.strip(), family.strip()
    words = whole.split()
    start = max(1, len(words) - 1)
    while start > 1 and cells.plain(words[start - 1]) in PARTICLES:
        start -= 1
    return " ".join(words[:start]), " ".join(words[start:])


def calm(name: str) -> str:
    """Many programs keep names in capitals; on a card they would shout."""
    return name.title() if name.isupper() and len(name) >= _SHORTEST_SHOUT else name
