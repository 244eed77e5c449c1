"""Words of a shop's catalogue: which option is a product's colour, which its size, what its text says."""

import re
import unicodedata
from enum import Enum

from clienteling.hub.connectors.foreign import seen
from clienteling.hub.connectors.plain import plain

LONGEST = 1_000


class Option(Enum):
    COLOUR = "colour"
    SIZE = "size"


_WORDS = {
    Option.COLOUR: "colour color colore colori couleur farbe tinta nuance",
    Option.SIZE: "size taglia taglie misura numero numeri taille pointure grosse größe schuhgröße eu",
}


def option(name: str) -> Option | None:
    """What an option of that name tells apart: "Taglia", "Shoe size (EU)", "Colore suola"."""
    said = set(re.findall(r"[^\W_]+", _plain(name)))
    for kind, known in _WORDS.items():
        if said & set(_plain(known).split()):
            return kind
    return None


def _plain(words: str) -> str:
    letters = unicodedata.normalize("NFKD", words.casefold())
    return "".join(c for c in letters if not unicodedata.combining(c))


def description(written: object) -> str:
    """What a shop's page says of a product, as one paragraph of plain words."""
    return " ".join(plain(seen(written), LONGEST).split()) if isinstance(written, str) else ""
