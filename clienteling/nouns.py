"""Products as they are named inside a sentence: "le stringate nere", "la borsa cuoio", "Nora in black".

A language that inflects keeps its nouns in `resources/i18n/<language>/nouns.toml`; where a product's first
word is not among them, or there is no such file, its full name stands as it is.
"""

import tomllib
from enum import StrEnum
from functools import lru_cache

import msgspec

from clienteling import catalogues, resources
from clienteling.wording import Wording


class Gender(StrEnum):
    FEMININE = "f"
    MASCULINE = "m"


class Noun(msgspec.Struct, frozen=True):
    gender: Gender
    plural: str
    pair: bool = False
    """Bought by the pair, so spoken of in the plural."""
    singular_article: str = ""
    plural_article: str = ""


def thing(name: str, colour: str, wording: Wording) -> str:
    """The product with its article and colour, as the object of a sentence."""
    noun = _noun(name, wording.language)
    if noun is None:
        return _by_name(name, colour, wording)
    article, word = _article_and_word(_first_word(name), noun)
    named = f"{article}{word}" if article.endswith("'") else f"{article} {word}"
    return f"{named} {wording.colour(colour, _form(noun))}" if colour else named


def form(name: str, wording: Wording) -> str:
    """Gender and number in which the product is spoken of: "fp"; empty where its noun is not known."""
    noun = _noun(name, wording.language)
    return _form(noun) if noun else ""


def model(name: str, wording: Wording) -> str:
    """The model without the noun before it: "Nora" of "Stringata Nora"."""
    words = name.split()
    known = _noun(name, wording.language) is not None and len(words) > 1
    return " ".join(words[1:]) if known else name


def is_pair(name: str) -> bool:
    """Sold by the pair, whatever language is spoken; products keep one name in all of them."""
    return any((noun := _noun(name, language)) and noun.pair for language in catalogues.languages())


def plurals(name: str) -> list[str]:
    """How several of them are called, in every language that has a word for it."""
    nouns = (_noun(name, language) for language in catalogues.languages())
    return [noun.plural for noun in nouns if noun]


def _by_name(name: str, colour: str, wording: Wording) -> str:
    if not colour:
        return name
    return wording.say("{product} in {colour}", product=name, colour=wording.colour(colour))


def _form(noun: Noun) -> str:
    return f"{noun.gender}{'p' if noun.pair else 's'}"


def _article_and_word(word: str, noun: Noun) -> tuple[str, str]:
    if noun.pair:
        return noun.plural_article, noun.plural
    return noun.singular_article, word


def _first_word(name: str) -> str:
    return name.split(maxsplit=1)[0].casefold() if name.strip() else ""


def _noun(name: str, language: str) -> Noun | None:
    return _nouns(language).get(_first_word(name))


@lru_cache
def _nouns(language: str) -> dict[str, Noun]:
    file = resources.path("i18n", language, "nouns.toml")
    if not file.exists():
        return {}
    return msgspec.convert(tomllib.loads(file.read_text("utf-8")), dict[str, Noun])
