"""What a chat message asks for: product, colour, size. Says nothing where the words leave a doubt."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

COLOURS: Mapping[str, str] = {
    word: key
    for key, words in {
        "black": "nero nera neri nere black",
        "white": "bianco bianca bianchi bianche white",
        "brown": "marrone marroni brown",
        "tan": "cuoio tan",
        "camel": "cammello camel",
        "beige": "beige",
        "cream": "panna crema cream",
        "grey": "grigio grigia grigi grigie grey gray",
        "blue": "blu azzurro azzurra azzurri azzurre blue",
        "navy": "navy",
        "green": "verde verdi green",
        "red": "rosso rossa rossi rosse red",
        "burgundy": "bordeaux bordo burgundy",
        "pink": "rosa pink",
        "yellow": "giallo gialla gialli gialle yellow",
        "orange": "arancione arancioni arancio orange",
        "purple": "viola purple",
        "gold": "oro dorato dorata dorati dorate gold",
        "silver": "argento argentato argentata argentati argentate silver",
    }.items()
    for word in words.split()
}
SHORTEST_DISTINCTIVE_WORD = 4
_SIZE = re.compile(
    r"(?<![\d€$.,:/+-])(?<!€ )(3[4-9]|4[0-6])([.,]5|½)?(?![\d:/%])(?![.,]\d)(?!\s*(?:€|euro?\b))"
)


class Asked(msgspec.Struct, frozen=True):
    product_id: str | None = None
    colour: str = ""
    size: str = ""


class Named(msgspec.Struct, frozen=True):
    """A product as people call it."""

    product_id: str
    name: str


def asked(text: str, products: Iterable[Named]) -> Asked:
    words = _words(text)
    return Asked(
        _only(set(_mentioned(words, list(products)))),
        _only({COLOURS[word] for word in words if word in COLOURS}) or "",
        _only({_size(match) for match in _SIZE.finditer(text.lower())}) or "",
    )


def _only(found: set[str]) -> str | None:
    """Two sizes in one message are a question we cannot answer for her."""
    return next(iter(found)) if len(found) == 1 else None


def _size(match: re.Match[str]) -> str:
    return f"{match[1]}.5" if match[2] else match[1]


def _mentioned(words: list[str], products: list[Named]) -> list[str]:
    """Products whose whole name stands in the message; failing that, those of a word no other name has."""
    names = {product.product_id: _words(product.name) for product in products}
    whole = [key for key, name in names.items() if name and _stands_in(name, words)]
    if whole:
        longest = max(len(names[key]) for key in whole)
        return [key for key in whole if len(names[key]) == longest]
    uses = Counter(word for name in names.values() for word in set(name))
    said = {word for word in words if len(word) >= SHORTEST_DISTINCTIVE_WORD and uses[word] == 1}
    return [key for key, name in names.items() if said & set(name)]


def _stands_in(name: list[str], words: list[str]) -> bool:
    return any(words[start : start + len(name)] == name for start in range(len(words)))


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.lower())
    return re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)))
