"""What a chat message asks for: product, colour, size, price. Says nothing where the words leave a doubt."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

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
        "sand": "sabbia sand",
        "rust": "ruggine rust",
        "grey": "grigio grigia grigi grigie grey gray",
        "blue": "blu azzurro azzurra azzurri azzurre blue",
        "navy": "navy",
        "green": "verde verdi green",
        "red": "rosso rossa rossi rosse red",
        "burgundy": "bordeaux bordo burgundy",
        "rose": "rosa pink rose",
        "yellow": "giallo gialla gialli gialle yellow",
        "orange": "arancione arancioni arancio orange",
        "purple": "viola purple",
        "gold": "oro dorato dorata dorati dorate gold",
        "silver": "argento argentato argentata argentati argentate silver",
    }.items()
    for word in words.split()
}
SHORTEST_STEM = 4
SHARED_BY = 3
_SIZE = re.compile(
    r"(?<![\d€$.,:/+-])(?<!€ )(3[4-9]|4[0-6])([.,]5|½)?(?![\d:/%])(?![.,]\d)(?!\s*(?:€|euro?\b))"
)

_PRICE = re.compile(
    r"\bquanto\s+(?:mi\s+)?(?:cost|vien|veng)\w*|\bche\s+prezz[oi]\b|\bprezz[oi]\b[^.!]*\?"
    r"|\bhow\s+much\b|\bwhat(?:'s|\s+is|\s+are)?\s+the\s+prices?\b|\bprices?\b[^.!]*\?",
    re.IGNORECASE,
)


class Asked(msgspec.Struct, frozen=True):
    product_id: str | None = None
    colour: str = ""
    size: str = ""
    price: bool = False


class Named(msgspec.Struct, frozen=True):
    """A product as people call it: by its name, or by what it is and the name's own part."""

    product_id: str
    name: str
    keywords: Sequence[str] = ()


def asked(text: str, products: Iterable[Named]) -> Asked:
    words = _words(text)
    return Asked(
        _mentioned(words, list(products)),
        _only({COLOURS[word] for word in words if word in COLOURS}) or "",
        _only({_size(match) for match in _SIZE.finditer(text.lower())}) or "",
        _PRICE.search(text) is not None,
    )


def _only(found: set[str]) -> str | None:
    """Two sizes in one message are a question we cannot answer for her."""
    return next(iter(found)) if len(found) == 1 else None


def _size(match: re.Match[str]) -> str:
    return f"{match[1]}.5" if match[2] else match[1]


def _mentioned(words: list[str], products: list[Named]) -> str | None:
    """The product whose own name stands beside a word for what it is: "stringate Nora", "borsa Alba".

    The own name alone would take "quanto costa" for a scarf called Costa. Of a model and its better
    brother, "Nora" and "Nora Goodyear", the longer name that fits is the one she meant.
    """
    uses = Counter(word for product in products for word in set(_words(product.name)))
    fitting: dict[str, int] = {}
    for product in products:
        name = _words(product.name)
        own = [word for word in name if uses[word] < SHARED_BY] or name
        stems = {_stem(word) for word in (*name, *map(str.lower, product.keywords)) if word not in own}
        if _named(own, stems if len(own) < len(name) else None, words):
            fitting[product.product_id] = len(own)
    longest = max(fitting.values(), default=0)
    return _only({product for product, length in fitting.items() if length == longest})


def _named(own: list[str], stems: set[str] | None, words: list[str]) -> bool:
    """Without stems the own words are the whole name and need no neighbour."""
    for start in range(len(words) - len(own) + 1):
        end = start + len(own)
        beside = words[max(0, start - 1) : start] + words[end : end + 1]
        if words[start:end] == own and (stems is None or stems.intersection(map(_stem, beside))):
            return True
    return False


def _stem(word: str) -> str:
    """Without the ending that number and gender change: stringata, stringate → stringat."""
    return word.rstrip("aeios") if len(word) >= SHORTEST_STEM else word


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.lower())
    return re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)))
