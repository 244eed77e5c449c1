from clienteling.catalog.products import Product
from clienteling.tablet.card.product import NOTHING_CHOSEN, Choice, ProductReading, colour_rows, size_rows
from clienteling.wording import Wording
from tests.tablet import giulia
from tests.tablet.counter import Counter

NORA = Product(product_id="nora", name="Stringata Nora")


def variant(colour: str, size: str) -> Product:
    return Product(
        product_id="nora", variant_id=f"{colour}-{size}", name="Stringata Nora", colour=colour, size=size
    )


READING = ProductReading(
    NORA,
    "",
    (variant("black", "38"), variant("black", "39"), variant("brown", "39"), variant("red", "36")),
    {},
)


def test_without_a_variant_the_first_colour_is_chosen_and_no_size() -> None:
    choice = Choice.of("", READING)
    assert (choice.colour, choice.product) == ("black", None)
    assert choice.key(READING) == "nora"


def test_another_colour_keeps_the_size_where_it_is_made() -> None:
    choice = Choice.of("black-39", READING).in_colour("brown", READING)
    assert choice.key(READING) == "brown-39"


def test_the_only_size_of_a_colour_is_chosen_with_it() -> None:
    assert Choice.of("black-38", READING).in_colour("red", READING).key(READING) == "red-36"


def test_only_sizes_of_the_chosen_colour_are_offered() -> None:
    rows = size_rows(READING, Choice.of("black-39", READING))
    assert [(row.size, row.current) for row in rows] == [("38", False), ("39", True)]


def test_each_colour_stands_once() -> None:
    words = [row.words for row in colour_rows(READING, NOTHING_CHOSEN, Wording("it"))]
    assert words == ["nero", "marrone", "rosso"]


def test_where_a_product_is_begins_with_this_shop(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    product = counter.app.root.shop.card.product
    product.ask(giulia.NORA, giulia.NORA_39)
    counter.wait(lambda: product.stock.count == 2)
    assert [(row.store, row.here, row.quantity) for row in product.stock.rows] == [
        ("Milano Brera", True, 1),
        ("Torino Po", False, 6),
    ]
    assert not product.uncounted


def test_a_product_that_no_shop_ever_counted_says_so_and_the_next_one_does_not(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    product = counter.app.root.shop.card.product
    product.ask(giulia.LIA, "")
    counter.fingers.wait_for("No shop has counted it: ask.")
    product.ask(giulia.NORA, giulia.NORA_39)
    counter.wait(lambda: product.stock.count == 2)
    assert not product.uncounted
