import pytest

from clienteling.catalog.products import named
from clienteling.catalog.queries import description, find, variants_of
from clienteling.schema import metadata
from clienteling.stock.queries import Pieces, levels, pieces_by_product, pieces_by_variant
from tests.shop import NOW, Shop


@pytest.fixture(autouse=True)
def labels(shop: Shop) -> None:
    table = metadata.tables["variant"]
    shop.variant("nora", "tan", "40", here=4)
    with shop.replica.write() as writer:
        row = table.c.id == "nora-black-39"
        writer.connection.execute(table.update().where(row).values(ean="2000000000015", price_cents=14_900))
        models = metadata.tables["product"]
        nora = models.update().where(models.c.id == "nora")
        writer.connection.execute(nora.values(keywords=["francesina"]))


def found(shop: Shop, text: str) -> list[str | None]:
    return [product.variant_id for product in shop.read(lambda conn: find(conn, text))]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("2000000000015", ["nora-black-39"]),
        ("nora-tan-40", ["nora-tan-40"]),
        ("nora", ["nora-black-39", "nora-tan-40"]),
        ("stringata 39", ["nora-black-39"]),
        ("NORA tan", ["nora-tan-40"]),
        ("stringate nere", ["nora-black-39"]),
        ("str cuoio 40", ["nora-tan-40"]),
        ("francesina ner", ["nora-black-39"]),
        ("nora 41", []),
        ("nero 39", []),
        ("100%", []),
        ("", []),
    ],
)
def test_products_are_found_by_code_or_words(shop, text, ids):
    assert found(shop, text) == ids


def test_a_label_names_one_variant_with_its_own_price_or_the_models(shop):
    (black,) = shop.read(lambda conn: find(conn, "2000000000015"))
    assert (black.variant_id, black.price_cents, black.picture) == (
        "nora-black-39",
        14_900,
        "picture of nora",
    )
    tan = shop.read(lambda conn: variants_of(conn, "nora"))[1]
    assert tan.price_cents == 15_900


def test_a_variant_that_is_not_here_falls_back_to_its_model(shop):
    products = shop.read(lambda conn: named(conn, ["nora", None, "gone"], ["nora-black-39", None, "gone"]))
    assert products.get("nora", "gone") == products.models["nora"]
    assert products.get("gone", None) is None
    assert products.get(None, "nora-black-39") == products.variants["nora-black-39"]


def test_stock_here_and_elsewhere(shop):
    by_variant = shop.read(lambda conn: pieces_by_variant(conn, ["nora-black-39"], "brera"))
    by_product = shop.read(lambda conn: pieces_by_product(conn, ["nora"], "torino"))
    just_now = {"counted_at": NOW, "here_at": NOW, "elsewhere_at": NOW}
    assert by_variant == {"nora-black-39": Pieces(here=1, elsewhere=2, incoming=0, **just_now)}
    assert by_product == {"nora": Pieces(here=2, elsewhere=5, incoming=0, **just_now)}
    assert shop.read(lambda conn: pieces_by_variant(conn, [], "brera")) == {}
    assert [
        (level.store_name, level.quantity) for level in shop.read(lambda c: levels(c, "nora-black-39"))
    ] == [
        ("Torino Po", 2),
        ("Milano Brera", 1),
    ]


def test_where_it_is_begins_with_the_shop_one_stands_in(shop):
    found = shop.read(lambda conn: levels(conn, "nora-black-39", "brera"))
    assert [(level.store_name, level.quantity) for level in found] == [("Milano Brera", 1), ("Torino Po", 2)]


@pytest.mark.parametrize(
    ("written", "language", "said"),
    [
        ({"it": "Cucita a mano.", "en": "Sewn by hand."}, "en", "Sewn by hand."),
        ({"it": "Cucita a mano."}, "en", "Cucita a mano."),
        ({}, "it", ""),
        (["another shape"], "it", ""),
    ],
)
def test_a_description_is_said_in_the_readers_language_or_in_the_one_there_is(shop, written, language, said):
    models = metadata.tables["product"]
    with shop.replica.write() as writer:
        writer.connection.execute(models.update().where(models.c.id == "nora").values(description=written))
    assert shop.read(lambda conn: description(conn, "nora", language)) == said
