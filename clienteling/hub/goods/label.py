"""What a source says of an article, tidied as a file's cells are; blank where it is unusable."""

from collections import Counter
from collections.abc import Callable, Sequence

import msgspec

from clienteling.hub.connectors.heard import HeardProduct, HeardVariant
from clienteling.hub.importing import cells
from clienteling.hub.importing.families import family
from clienteling.hub.importing.goods import colour
from clienteling.hub.importing.values import Unfit

CODES = ("ean", "sku")
MOST_CENTS = 10**9
LONGEST_ADDRESS = 2_000


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """One variant."""

    key: str
    counted_as: str
    picture: str
    ean: str
    sku: str
    colour: str
    size: str
    price_cents: int

    @property
    def fields(self) -> dict[str, object]:
        """What it says, without what it leaves open."""
        said = {"ean": self.ean, "sku": self.sku, "colour": self.colour, "size": self.size}
        return {name: value for name, value in {**said, "price_cents": self.price_cents}.items() if value}


def labels(heard: HeardProduct) -> tuple[Label, ...]:
    """Each variant once, by its key."""
    return tuple({one.key: _label(one) for one in heard.variants if one.key}.values())


def telling(labelled: Sequence[Label]) -> frozenset[tuple[str, str]]:
    """The codes that name one variant: a number printed on several is the model's."""
    codes = [(kind, code) for label in labelled for kind in CODES if (code := getattr(label, kind))]
    return frozenset(code for code, times in Counter(codes).items() if times == 1)


def name(heard: HeardProduct) -> str:
    return usable(cells.name, heard.name[: cells.LONGEST])


def fields(heard: HeardProduct, known_description: object, language: str) -> dict[str, object]:
    """What it says of the model, without what it leaves open."""
    words = usable(lambda text: cells.name(text, cells.LONGEST_BODY), heard.description)
    known = known_description if isinstance(known_description, dict) else {}
    said = {
        "name": name(heard),
        "family": usable(family, heard.family[: cells.LONGEST]),
        "price_cents": _price(heard.price_cents),
        "description": {**known, language: words} if words else {},
    }
    return {field: value for field, value in said.items() if value}


def address(written: str) -> str:
    """Where a picture can be fetched from; empty for anything else."""
    fit = written.startswith(("http://", "https://")) and len(written) <= LONGEST_ADDRESS
    return written if fit and written.isprintable() else ""


def usable(read: Callable[[str], str], written: str) -> str:
    try:
        return read(written)
    except Unfit:
        return ""


def _label(said: HeardVariant) -> Label:
    return Label(
        key=said.key,
        counted_as=said.counted_as,
        picture=address(said.picture),
        ean=usable(cells.ean, said.ean),
        sku=usable(cells.code, said.sku),
        colour=usable(colour, said.colour),
        size=usable(cells.code, said.size),
        price_cents=_price(said.price_cents),
    )


def _price(said: int) -> int:
    return said if 0 < said < MOST_CENTS else 0
