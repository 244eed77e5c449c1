"""In how many ways a screen is looked at: languages, appearances, sizes, and how large its words are."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

LANGUAGES = ("it", "en")
APPEARANCES = ("light", "dark")
SIZES = ((1280, 800), (800, 1280), (1440, 900))
TABLETS = SIZES[:2]
LARGEST = 200


@dataclass(frozen=True)
class Variant:
    language: str
    appearance: str
    width: int
    height: int
    text_percent: int = 100

    def __str__(self) -> str:
        large = "" if self.text_percent == 100 else f"-{self.text_percent}"
        return f"{self.width}x{self.height}-{self.language}-{self.appearance}{large}"


def variants(
    languages: tuple[str, ...] = LANGUAGES, appearances: tuple[str, ...] = APPEARANCES
) -> Iterator[Variant]:
    for (width, height), language, appearance in product(SIZES, languages, appearances):
        yield Variant(language, appearance, width, height)


def in_large_words() -> Iterator[Variant]:
    """As somebody sees it who reads at twice the size; Italian is the longer language."""
    for width, height in TABLETS:
        yield Variant("it", "light", width, height, LARGEST)
