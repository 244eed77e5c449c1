"""People's names as they are compared: the one place that says whether two may be the same person's.

Italian registers write one name in many ways: Nicolò, Nicolo' and NICOLO; D'Amico, D Amico and Damico;
De Luca and Deluca; Rossi Bianchi where another one has only Rossi; Anna Maria and Annamaria.
"""

import re
import unicodedata
from itertools import pairwise

_ITALIAN = ("d", "de", "di", "da", "del", "della", "dello", "dei", "degli", "dal", "dalla", "dalle", "dell")
PARTICLES = frozenset({*_ITALIAN, "la", "lo", "le", "li", "van", "von", "der", "zu"})
"""What is written as one with the word after it, or not."""

_APOSTROPHES = re.compile(r"['\u2019\u2018`\u00b4]")
_WORD = re.compile(r"[^\W_]+")


def words(name: str) -> tuple[str, ...]:
    """Lower case, without accents, apostrophes and signs, particles joined to what they belong to."""
    letters = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name.casefold()))
    plain = "".join(sign for sign in letters if not unicodedata.combining(sign))
    found: list[str] = []
    before = ""
    for word in _WORD.findall(plain):
        if word in PARTICLES:
            before += word
        else:
            found.append(before + word)
            before = ""
    return tuple([*found, before] if before else found)


def agree(one: str, other: str) -> bool:
    """Whether both may be the same person's: one has all the words of the other, in any order.

    No name contradicts nobody's.
    """
    mine, theirs = words(one), words(other)
    return not mine or not theirs or _within(mine, theirs) or _within(theirs, mine)


def same(one: str, other: str) -> bool:
    """Whether both are told, with given and family name, and agree."""
    return min(len(words(one)), len(words(other))) > 1 and agree(one, other)


def _within(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    """Two neighbouring words of one may be one word of the other."""
    written = {*many, *(first + second for first, second in pairwise(many))}
    place = 0
    while place < len(few):
        if few[place] in written:
            place += 1
        elif "".join(few[place : place + 2]) in written:
            place += 2
        else:
            return False
    return True
