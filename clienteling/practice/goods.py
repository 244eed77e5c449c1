"""What a practice shop sells: a few of the drawn articles, each with the label that a scanner reads."""

from dataclasses import dataclass

from clienteling.catalog.ean import check_digit
from clienteling.catalog.values import Family
from clienteling.practice.book import MINUTE, OTHER_STORE, STORE, Book

IN_HOUSE = "29"
"""GS1 leaves 20 to 29 to each company: no article on sale anywhere has such a number."""
COUNTED_AGO = 40 * MINUTE


@dataclass(frozen=True)
class Article:
    id: str
    name: str
    family: Family
    price_cents: int
    keywords: tuple[str, ...]
    pieces: tuple[tuple[str, str, int, int], ...]
    """Colour, size, how many here, how many in the other shop."""


SHOES = Article(
    "nora",
    "Stringata Nora",
    Family.SHOES,
    15_900,
    ("scarpa", "stringata", "shoe", "lace-up"),
    (("black", "38", 1, 2), ("black", "39", 1, 4), ("brown", "39", 0, 2), ("black", "41", 0, 0)),
)
BOOTS = Article(
    "irma",
    "Stivaletto Irma",
    Family.SHOES,
    19_900,
    ("scarpa", "stivaletto", "shoe", "boot"),
    (("black", "38", 2, 1), ("brown", "40", 1, 0)),
)
BAG = Article(
    "alba",
    "Borsa Tracolla Alba",
    Family.BAGS,
    18_900,
    ("borsa", "tracolla", "bag"),
    (("tan", "", 2, 1), ("brown", "", 0, 0)),
)
BELT = Article(
    "lia",
    "Cintura Lia",
    Family.BELTS,
    5_900,
    ("cintura", "belt"),
    (("black", "85", 3, 2), ("tan", "85", 1, 0)),
)
SWEATER = Article(
    "anita",
    "Maglia Anita",
    Family.KNITWEAR,
    12_900,
    ("maglia", "maglione", "sweater"),
    (("cream", "M", 2, 2), ("navy", "S", 0, 1)),
)
ARTICLES = (SHOES, BOOTS, BAG, BELT, SWEATER)


def variant_id(article: Article, colour: str, size: str = "") -> str:
    return "-".join(part for part in (article.id, colour, size) if part)


def label(wanted: str) -> str:
    """The number under the bars of a variant's label."""
    every = [variant_id(a, colour, size) for a in ARTICLES for colour, size, *_ in a.pieces]
    digits = f"{IN_HOUSE}{every.index(wanted) + 1:010}"
    return digits + check_digit(digits)


def picture(article: Article, colour: str) -> str:
    """The file's name among the demo's pictures."""
    return f"{article.id}-{colour}.webp"


def put_goods(book: Book, pictures: dict[str, str]) -> None:
    """`pictures`: file → what the replica calls it."""
    for article in ARTICLES:
        book.add(
            "product",
            id=article.id,
            name=article.name,
            family=article.family.value,
            price_cents=article.price_cents,
            keywords=list(article.keywords),
            description={},
            picture=pictures[picture(article, article.pieces[0][0])],
        )
        for piece in article.pieces:
            _put_piece(book, article, piece, pictures)
    for other, kind, together in ((BELT, "goes_with", 14), (BAG, "goes_with", 9)):
        pair = {"product_id": SHOES.id, "other_product_id": other.id, "kind": kind}
        book.add("goes_with", **pair, together=together, receipts=42, argument={})


def _put_piece(
    book: Book, article: Article, piece: tuple[str, str, int, int], pictures: dict[str, str]
) -> None:
    colour, size, here, elsewhere = piece
    own = variant_id(article, colour, size)
    book.add(
        "variant",
        id=own,
        product_id=article.id,
        sku=own.upper(),
        ean=label(own),
        colour=colour,
        size=size,
        price_cents=article.price_cents,
        picture=pictures[picture(article, colour)],
    )
    for store_id, quantity in ((STORE, here), (OTHER_STORE, elsewhere)):
        level = {"variant_id": own, "store_id": store_id, "quantity": quantity}
        book.add("stock_level", id=f"{own}@{store_id}", **level, counted_at=book.now - COUNTED_AGO)
