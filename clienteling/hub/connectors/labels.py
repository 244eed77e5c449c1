"""Words of a shop's catalogue: text out of markup, which option is colour and which is size."""

import re
import unicodedata
from enum import Enum
from html.parser import HTMLParser

LONGEST = 5_000


class Option(Enum):
    COLOUR = "colour"
    SIZE = "size"


_WORDS = {
    Option.COLOUR: "colour color colore colori couleur farbe tinta nuance",
    Option.SIZE: "size taglia taglie misura numero numeri taille pointure grosse größe schuhgröße eu",
}
_UNWRITTEN = frozenset({"script", "style", "head", "template"})


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


def without_markup(written: object) -> str:
    """HTML as the text that people read of it, its spaces made one."""
    if not isinstance(written, str):
        return ""
    reader = _Reader()
    reader.feed(written[: 20 * LONGEST])
    reader.close()
    return " ".join("".join(reader.parts).split())[:LONGEST]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._within: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _UNWRITTEN:
            self._within.append(tag)
        self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self._within and self._within[-1] == tag:
            self._within.pop()
        self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._within:
            self.parts.append(data)
