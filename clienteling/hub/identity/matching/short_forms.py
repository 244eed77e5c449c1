"""Short forms of given names (`resources/identity/nicknames.toml`)."""

import tomllib
from functools import cache

from clienteling import resources


def is_short_form(one: str, other: str) -> bool:
    """Whether both may be the same name: Giuseppe and Beppe, Beppe and Pino."""
    return not _groups(one).isdisjoint(_groups(other))


def _groups(name: str) -> frozenset[int]:
    return _known().get(name, frozenset())


@cache
def _known() -> dict[str, frozenset[int]]:
    """Word → the names that it stands for, by their places."""
    document = tomllib.loads(resources.path("identity", "nicknames.toml").read_text("utf-8"))
    found: dict[str, set[int]] = {}
    for place, group in enumerate(line for lines in document.values() for line in lines):
        for word in group.split():
            found.setdefault(word, set()).add(place)
    return {word: frozenset(places) for word, places in found.items()}
