"""In how many ways a screen is looked at: languages, appearances, sizes."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

LANGUAGES = ("it", "en")
APPEARANCES = ("light", "dark")
SIZES = ((1280, 800), (800, 1280), (1440, 900))


@dataclass(frozen=True)
class Variant:
    language: str
    appearance: str
    width: int
    height: int

    def __str__(self) -> str:
        return f"{self.width}x{self.height}-{self.language}-{self.appearance}"


def variants(
    languages: tuple[str, ...] = LANGUAGES, appearances: tuple[str, ...] = APPEARANCES
) -> Iterator[Variant]:
    for (width, height), language, appearance in product(SIZES, languages, appearances):
        yield Variant(language, appearance, width, height)
