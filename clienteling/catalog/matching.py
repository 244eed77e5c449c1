"""Whether typed words describe a product. All words come folded."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from clienteling import catalogues
from clienteling.folding import folded
from clienteling.nouns import plurals
from clienteling.wording import Wording

_FORMS = ("", "fs", "mp", "fp")


def left_over(words: Sequence[str], name: str, keywords: Iterable[str]) -> list[str]:
    """The words with which no word of the name, its plural or its keywords begins."""
    said = [word for text in (name, *plurals(name), *keywords) for word in folded(text).split()]
    return [word for word in words if not any(one.startswith(word) for one in said)]


def describes(words: Iterable[str], colour: str, size: str) -> bool:
    """Every word is the size or the beginning of the colour, in any language and agreement."""
    return all(word == folded(size) or _is_colour(word, colour) for word in words)


def _is_colour(word: str, colour: str) -> bool:
    return any(name.startswith(word) for name in _colour_names(colour))


@lru_cache
def _colour_names(colour: str) -> frozenset[str]:
    names = (Wording(language).colour(colour, form) for language in catalogues.languages() for form in _FORMS)
    return frozenset(part for name in names for part in folded(name).split())
