"""What sources tell of their articles and of how many there are, through the intake into our tables."""

from itertools import permutations

import pytest
import sqlalchemy as sa

from clienteling.catalog.tables import product, variant
from clienteling.hub.connectors.heard import HeardItem, HeardLevel, HeardProduct, HeardVariant
from clienteling.hub.goods import shelving
from clienteling.hub.goods.levels import Levels
from clienteling.hub.goods.shelving import Told
from clienteling.hub.goods.tables import foreign_product
from clienteling.hub.importing.pen import Pen
from clienteling.hub.intake.shelf import Shelf
from clienteling.hub.sources import section
from clienteling.stock.tables import stock_level
from tests.hub.little_house import NOW, rows

SHOP, OTHER = "woocommerce:shop", "shopify:other"
NORA_EAN = "8000000000019"
LATER, LATER_STILL = NOW + 1, NOW + 2


def sources(shops: str = "") -> dict[str, object]:
    woo = {"consumer_key": "ck", "consumer_secret": "cs"}
    read = {
        "shop": {"kind": "woocommerce", "url": "https://shop.example.org", "shops": shops, **woo},
        "other": {"kind": "shopify", "url": "https://other.example.org", "access_token": "t"},
    }
    found = [section.read(name, said) for name, said in read.items()]
    return {source.id: source for source in found}


@pytest.fixture
def tell(store):
    def tell(*told: HeardProduct | HeardLevel, source: str = SHOP, shops: str = "") -> None:
        with store.write() as writer:
            shelving.take(writer, [Told(source, one) for one in told], sources(shops), "it")

    return tell


def one(**changes: object) -> HeardProduct:
    said = {
        "key": "31",
        "modified_at": NOW,
        "name": "Mocassino Vera",
        "family": "Scarpe da donna",
        "description": "Cuoio morbido.",
        "price_cents": 18900,
        "variants": (size("38"), size("39")),
    }
    return HeardProduct(**(said | changes))


def size(label: str, **changes: object) -> HeardVariant:
    said = {"key": f"31-{label}", "sku": f"VERA-{label}", "colour": "Nero", "size": label}
    return HeardVariant(**(said | {"price_cents": 18900} | changes))


def models(store) -> dict[str, sa.Row]:
    return {row.id: row for row in rows(store, product)}


def variants(store, product_id: str) -> dict[str, sa.Row]:
    return {row.id: row for row in rows(store, variant, product_id=product_id)}


def levels(store) -> dict[str, tuple[int, int]]:
    return {row.id: (row.quantity, row.counted_at) for row in rows(store, stock_level)}


def test_an_article_nobody_has_yet_becomes_one_of_ours(store, tell):
    tell(one())
    found = models(store)["mocassino-vera"]
    assert (found.name, found.family, found.price_cents) == ("Mocassino Vera", "shoes", 18900)
    assert found.description == {"it": "Cuoio morbido."}
    assert found.gone is False
    assert {(row.sku, row.colour, row.size) for row in variants(store, found.id).values()} == {
        ("VERA-38", "black", "38"),
        ("VERA-39", "black", "39"),
    }


def test_a_line_of_an_order_finds_its_article_by_the_sources_own_ids_when_it_names_no_number(store, tell):
    tell(one(variants=(size("38", sku=""), size("39", sku=""))))
    bought = HeardItem(product_id="31", variant_id="31-39", name="Mocassino (vecchio nome)")
    with store.read() as connection:
        shelf = Shelf(connection)
        found, model, elsewhere = (
            shelf.item(bought, SHOP),
            shelf.item(HeardItem(product_id="31"), SHOP),
            shelf.item(bought, OTHER),
        )
        labels = dict(connection.execute(sa.select(variant.c.id, variant.c.size)).all())
    assert labels[found.variant_id] == "39"
    assert (found.product_name, model.product_id, model.variant_id) == (
        "Mocassino Vera",
        found.product_id,
        None,
    )
    assert elsewhere.product_id is None


def test_told_twice_nothing_moves(store, tell):
    tell(one(), HeardLevel(variant="31-38", quantity=3, counted_at=NOW, place="milano"))
    before = store.head
    tell(one(), HeardLevel(variant="31-38", quantity=3, counted_at=NOW, place="milano"))
    assert store.head == before


@pytest.mark.parametrize(
    "named",
    [
        {"ean": NORA_EAN},
        {"ean": f"0{NORA_EAN}"},
        {"sku": "NORA-BLACK-39"},
    ],
)
def test_a_code_that_is_here_names_the_same_article_whatever_the_source_calls_it(store, tell, named):
    with store.write() as writer:
        writer.update("variant", "nora-black-39", {"ean": NORA_EAN})
    tell(one(name="Francesina", variants=(HeardVariant(key="9", **named),)))
    assert "francesina" not in models(store)
    assert models(store)["nora"].name == "Stringata Nora"
    assert len(variants(store, "nora")) == 4


def test_by_name_colour_and_size_it_is_the_same_too_where_no_code_says_otherwise(store, tell):
    tell(one(name="Stringata Nora", variants=(size("38", sku=""), size("40", sku="N-40"))))
    assert len(variants(store, "nora")) == 5
    assert variants(store, "nora")["nora/N-40"].size == "40"


def test_two_bar_codes_are_two_articles_whatever_they_look_like(store, tell):
    tell(one(name="Stringata Nora", variants=(size("38", sku="", ean="8000000000002"),)))
    assert len(variants(store, "nora")) == 5


def test_two_articles_of_one_name_in_one_shop_stay_two(store, tell):
    tell(one(variants=(size("38"),)), one(key="32", variants=(HeardVariant(key="32-38", sku="OTHER"),)))
    assert {row.name for row in models(store).values() if row.id.startswith("mocassino")} == {
        "Mocassino Vera"
    }
    assert len([one for one in models(store) if one.startswith("mocassino")]) == 2


def test_a_number_on_every_size_is_the_models_and_joins_none_of_them(store, tell):
    tell(one(variants=tuple(size(label, sku="NORA-BLACK-39") for label in ("36", "37"))))
    assert len(variants(store, "mocassino-vera")) == 2
    assert len(variants(store, "nora")) == 4


def test_two_sources_tell_of_one_article(store, tell):
    tell(one(variants=(size("38", ean="8000000000002"),)))
    tell(
        one(key="a", name="Vera loafer", variants=(HeardVariant(key="b", ean="8000000000002"),)), source=OTHER
    )
    assert models(store)["mocassino-vera"].name == "Mocassino Vera"
    assert len(variants(store, "mocassino-vera")) == 1
    assert {row.source for row in _foreign(store) if row.product_id == "mocassino-vera"} == {SHOP, OTHER}


def _foreign(store) -> list[sa.Row]:
    with store.read() as conn:
        return list(conn.execute(sa.select(foreign_product)))


def test_a_source_changes_what_it_said_itself_and_only_fills_what_others_left_blank(store, tell):
    coded = (HeardVariant(key="9", sku="NORA-BLACK-39", price_cents=17900),)
    tell(one(name="Francesina", description="Nuova.", price_cents=17900, variants=coded))
    nora = models(store)["nora"]
    assert (nora.name, nora.price_cents, nora.description) == ("Stringata Nora", 15900, {"it": "Nuova."})
    tell(one(name="Francesina", description="Nuova.", price_cents=16900, modified_at=LATER, variants=coded))
    nora = models(store)["nora"]
    assert (nora.name, nora.price_cents) == ("Stringata Nora", 16900)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_newest_word_stands_in_whatever_order_it_comes(store, tell, order):
    said = (
        one(price_cents=10000),
        one(price_cents=20000, modified_at=LATER, gone=True),
        one(price_cents=30000, modified_at=LATER_STILL),
    )
    for index in order:
        tell(said[index])
    found = models(store)["mocassino-vera"]
    assert (found.price_cents, found.gone) == (30000, False)


def test_what_is_gone_keeps_its_name_and_comes_back(store, tell):
    tell(one())
    tell(HeardProduct(key="31", modified_at=LATER, gone=True))
    assert models(store)["mocassino-vera"].gone
    assert models(store)["mocassino-vera"].name == "Mocassino Vera"
    tell(one(modified_at=LATER_STILL))
    assert not models(store)["mocassino-vera"].gone


def test_it_is_gone_only_when_no_source_sells_it_any_more(store, tell):
    tell(one())
    tell(one(key="a"), source=OTHER)
    tell(HeardProduct(key="31", modified_at=LATER, gone=True))
    assert not models(store)["mocassino-vera"].gone
    tell(HeardProduct(key="a", modified_at=LATER, gone=True), source=OTHER)
    assert models(store)["mocassino-vera"].gone


def test_what_is_unusable_is_left_out_and_the_rest_is_taken(store, tell):
    odd = HeardVariant(key="1", ean="8000000000001", sku="=cmd()", size="x" * 300, price_cents=10**12)
    tell(one(name="Vera " * 100, family="=1+1", description="=SUM(A1)", picture="file:///x", variants=(odd,)))
    (row,) = [row for row in models(store).values() if row.name.startswith("Vera")]
    assert (row.family, row.description, row.picture) == ("", {}, "")
    (only,) = variants(store, row.id).values()
    assert (only.ean, only.sku, only.size, only.price_cents) == ("", "", "", 0)


def test_stock_counts_in_the_shop_that_the_settings_say_its_place_is(store, tell):
    tell(
        one(),
        HeardLevel(variant="31-38", quantity=3, incoming=2, counted_at=NOW, place="68001"),
        shops="68001=milano",
    )
    assert levels(store) == {"mocassino-vera/VERA-38@milano": (3, NOW)}


def test_a_place_is_a_shop_by_its_name_too(store, tell):
    tell(
        one(),
        HeardLevel(variant="31-38", quantity=3, counted_at=NOW, place="68001", place_name="milano brera"),
    )
    assert levels(store) == {"mocassino-vera/VERA-38@milano": (3, NOW)}


def test_an_older_count_never_takes_the_place_of_a_newer_one(store, tell):
    def level(quantity: int, at: int) -> HeardLevel:
        return HeardLevel(variant="31-38", quantity=quantity, counted_at=at, place="milano")

    tell(one(), level(3, LATER))
    tell(level(9, NOW))
    assert levels(store)["mocassino-vera/VERA-38@milano"] == (3, LATER)
    tell(level(1, LATER_STILL))
    assert levels(store)["mocassino-vera/VERA-38@milano"] == (1, LATER_STILL)


def test_a_count_from_elsewhere_that_is_newer_stays(store, tell):
    with store.write() as writer:
        writer.insert(
            "stock_level",
            {
                "id": "nora-black-39@milano",
                "variant_id": "nora-black-39",
                "store_id": "milano",
                "quantity": 7,
                "counted_at": LATER,
            },
        )
    coded = (HeardVariant(key="9", sku="NORA-BLACK-39"),)
    tell(one(variants=coded), HeardLevel(variant="9", quantity=1, counted_at=NOW, place="milano"))
    assert levels(store)["nora-black-39@milano"] == (7, LATER)


def test_floor_and_store_room_of_one_shop_are_added_up(store, tell):
    tell(
        one(),
        HeardLevel(variant="31-38", quantity=3, counted_at=NOW, place="floor"),
        HeardLevel(variant="31-38", quantity=4, counted_at=LATER, place="room"),
        shops="floor=milano, room=milano",
    )
    assert levels(store) == {"mocassino-vera/VERA-38@milano": (7, LATER)}


def test_stock_told_before_its_article_counts_once_that_is_known(store, tell):
    tell(HeardLevel(variant="77", quantity=3, counted_at=NOW, place="milano"))
    assert levels(store) == {}
    tell(one(variants=(size("38", counted_as="77"),)))
    assert levels(store) == {"mocassino-vera/VERA-38@milano": (3, NOW)}


def test_a_variant_that_its_shop_has_no_more_has_no_stock(store, tell):
    tell(one(), HeardLevel(variant="31-38", quantity=3, counted_at=NOW, place="milano"))
    tell(one(modified_at=LATER, variants=(size("39"),)))
    assert levels(store) == {"mocassino-vera/VERA-38@milano": (0, LATER)}


def test_a_place_that_is_named_later_counts_from_then_on_and_one_that_was_wrong_no_more(store, tell):
    with store.write() as writer:
        writer.insert("store", {"id": "torino", "name": "Torino"})
    tell(one(), HeardLevel(variant="31-38", quantity=3, counted_at=NOW))
    assert levels(store) == {}
    for shops, where in (("online=milano", "milano"), ("online=torino", "torino")):
        with store.write() as writer:
            pen = Pen(writer)
            Levels(pen, sources(shops)).look_again()
            pen.flush()
        assert levels(store) == {f"mocassino-vera/VERA-38@{where}": (3, NOW)}


def test_on_postgresql_it_is_the_same(shared_store):
    told = [
        Told(SHOP, one(picture="https://shop.example.org/vera.jpg")),
        Told(SHOP, HeardLevel(variant="31-38", quantity=3, counted_at=NOW, place="milano")),
        Told(SHOP, HeardLevel(variant="31-39", quantity=1, counted_at=NOW)),
    ]
    for _ in range(2):
        with shared_store.write() as writer:
            shelving.take(writer, told, sources(), "it")
    assert models(shared_store)["mocassino-vera"].price_cents == 18900
    assert levels(shared_store) == {"mocassino-vera/VERA-38@milano": (3, NOW)}
    with shared_store.write() as writer:
        pen = Pen(writer)
        Levels(pen, sources("online=milano")).look_again()
        pen.flush()
    assert levels(shared_store)["mocassino-vera/VERA-39@milano"] == (1, NOW)
    with shared_store.write() as writer:
        shelving.take(writer, [Told(SHOP, HeardProduct(key="31", modified_at=LATER, gone=True))], {}, "it")
    assert models(shared_store)["mocassino-vera"].gone
