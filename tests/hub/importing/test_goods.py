"""Products, stock, shops and staff."""

import pytest

from clienteling.catalog.queries import find
from clienteling.catalog.tables import product, variant
from clienteling.hub.importing.values import Kind
from clienteling.staff.pin import matches
from clienteling.staff.queries import associates
from clienteling.staff.tables import associate
from clienteling.stock.queries import levels
from clienteling.stock.tables import stock_level
from clienteling.stores.queries import store_by_id
from tests.hub.importing.files import WRITTEN_AT, take, write
from tests.hub.little_house import rows

PRODUCTS = "Codice modello;Descrizione;Categoria;Colore;Taglia;Articolo;EAN;Prezzo\n"
EVA = (
    "EVA;Ballerina Eva;Calzature donna;Nero;37;EVA-N-37;8051234567892;129,90\n"
    "EVA;Ballerina Eva;Calzature donna;Cuoio;38;EVA-C-38;0012345678905;129,90\n"
)


def test_products_with_their_colours_and_sizes(store, imported):
    done = imported(PRODUCTS + EVA, "articoli.csv")
    assert (done.reading.kind, done.fates) == (Kind.PRODUCTS, (2, 0, 0, 0))
    (model,) = rows(store, product, id="EVA")
    assert (model.name, model.family, model.price_cents) == ("Ballerina Eva", "shoes", 12990)
    with store.read() as conn:
        (found,) = find(conn, "0012345678905")
    assert (found.name, found.colour, found.size, found.sku, found.price_cents) == (
        "Ballerina Eva",
        "tan",
        "38",
        "EVA-C-38",
        12990,
    )


def test_the_same_catalogue_again_changes_nothing(store, imported):
    imported(PRODUCTS + EVA, "articoli.csv")
    head = store.head
    assert imported(PRODUCTS + EVA, "articoli.csv").fates == (0, 0, 2, 0)
    assert store.head == head


def test_a_new_price_changes_the_price_alone(store, imported):
    imported(PRODUCTS + EVA, "articoli.csv")
    with store.write() as writer:
        writer.update("product", "EVA", {"picture": "abc"})
    done = imported("EAN;Prezzo\n8051234567892;99,00\n8051234567885;10\n", "listino.csv")
    assert done.fates == (0, 1, 0, 1)
    assert "neither a name" in done.reasons[3]
    (row,) = rows(store, variant, ean="8051234567892")
    assert (row.price_cents, row.colour, row.size, row.sku) == (9900, "black", "37", "EVA-N-37")
    assert rows(store, product, id="EVA")[0].picture == "abc"


def test_a_product_that_is_here_is_met_by_its_number(store, imported):
    done = imported("Nome;SKU;Prezzo\nScarpa Nora;NORA-BLACK-38;165\n", "articoli.csv")
    assert done.fates == (0, 1, 0, 0)
    assert len(rows(store, variant, product_id="nora")) == 4


def test_rows_for_more_pictures_of_a_product_say_nothing_new(store, imported):
    text = "Handle,Title,Variant SKU,Variant Price,Image Src\neva,Eva,E1,10.50,a.jpg\neva,,,,b.jpg\n"
    assert imported(text, "products_export.csv").fates == (1, 0, 1, 0)


def test_products_without_a_model_code_are_told_apart_by_name(store, imported):
    text = (
        "Nome;Taglia;EAN;Prezzo\n"
        "Cinta Ugo;85;8051234567892;49\nCinta Ugo;90;0012345678905;49\nCinta Ada;;;39\n"
    )
    assert imported(text, "articoli.csv").fates == (3, 0, 0, 0)
    assert imported(text, "articoli.csv").fates == (0, 0, 3, 0)
    assert {row.id for row in rows(store, product)} >= {"cinta-ugo", "cinta-ada"}


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("EVA;Eva;;;;;8,05E+12;10", "shortened"),
        ("EVA;Eva;;;;;8051234567890;10", "last digit"),
        ("EVA;Eva;;;;;;dieci", "no amount"),
        (";;;;;;;10", "names no product"),
    ],
)
def test_rows_of_a_catalogue_that_cannot_be_taken(store, imported, row, why):
    done = imported(PRODUCTS + row + "\n" + EVA, "articoli.csv")
    assert done.fates == (2, 0, 0, 1)
    assert why in done.reasons[2]


STOCK = "Negozio;Articolo;Giacenza;In arrivo\n"


def test_stock_of_each_shop_with_its_age(store, imported):
    done = imported(STOCK + "Milano Brera;NORA-BLACK-38;3;1\nmilano;ALBA-TAN;0;\n", "giacenze.csv")
    assert (done.reading.kind, done.fates) == (Kind.STOCK, (2, 0, 0, 0))
    with store.read() as conn:
        (level,) = levels(conn, "nora-black-38")
    assert (level.quantity, level.incoming, level.counted_at) == (3, 1, WRITTEN_AT * 1000)


def test_stock_in_the_same_file_again_is_as_it_was_and_in_an_older_one_too(store, imported, tmp_path):
    text = STOCK + "milano;NORA-BLACK-38;3;1\n"
    imported(text, "giacenze.csv")
    assert imported(text, "giacenze.csv").fates == (0, 0, 1, 0)
    older = write(tmp_path / "giacenze vecchie.csv", text.replace(";3;", ";9;"), WRITTEN_AT - 86_400)
    assert take(store, older).fates == (0, 0, 1, 0)
    newer = write(tmp_path / "giacenze nuove.csv", text.replace(";3;", ";2;"), WRITTEN_AT + 86_400)
    assert take(store, newer).fates == (0, 1, 0, 0)
    assert [row.quantity for row in rows(store, stock_level)] == [2]


def test_stock_of_one_shop_needs_no_column_for_it(store, imported):
    text = "SKU;Quantità\nNORA-BLACK-38;3,00\n"
    assert "names no shop" in imported(text, "giacenze.csv").reasons[2]
    assert imported(text, "giacenze.csv", shop="milano").fates == (1, 0, 0, 0)


def test_stock_of_a_product_that_is_not_here_and_less_than_nothing(store, imported):
    done = imported(STOCK + "milano;BOH;3;\nmilano;ALBA-TAN;-1;\n", "giacenze.csv")
    assert "Import the products first" in done.reasons[2]
    assert "no number of pieces" in done.reasons[3]


def test_a_shop_belongs_to_an_area(store, imported):
    assert imported("Codice;Negozio;Area\nTO1;Torino Centro;Nord Ovest\n", "negozi.csv").fates == (1, 0, 0, 0)
    with store.read() as conn:
        assert store_by_id(conn, "TO1").area == "Nord Ovest"


def test_shops_are_made_and_changed(store, imported):
    text = "Codice;Negozio;Città;Indirizzo;Telefono\nTO1;Torino Centro;Torino;Via Prova 2;011 5550123\n"
    assert imported(text, "negozi.csv").fates == (1, 0, 0, 0)
    assert imported(text.replace("Prova 2", "Prova 3"), "negozi.csv").fates == (0, 1, 0, 0)
    with store.read() as conn:
        shop = store_by_id(conn, "TO1")
    assert (shop.name, shop.city, shop.address, shop.phone) == (
        "Torino Centro",
        "Torino",
        "Via Prova 3",
        "+390115550123",
    )
    assert shop.time_zone == "Europe/Rome"


def test_staff_get_a_first_pin_once_and_may_sign_in_with_it(store, imported):
    text = (
        "Nome;Cognome;Punto vendita;Mansione\n"
        "Sara;Conti;Milano Brera;Addetta alle vendite\nUgo;Riva;milano;Responsabile\n"
    )
    done = imported(text, "personale.csv")
    assert (done.reading.kind, done.fates) == (Kind.STAFF, (2, 0, 0, 0))
    with store.read() as conn:
        assert [(one.full_name, one.role) for one in associates(conn, "milano")] == [
            ("Sara Conti", "associate"),
            ("Ugo Riva", "manager"),
        ]
    (sara,) = rows(store, associate, given_name="Sara")
    told = done.pins[0]
    assert told.name == "Sara Conti"
    assert len(told.pin) == 6
    assert matches(sara.pin_hash, told.pin)
    again = imported(text, "personale.csv")
    assert (again.fates, again.pins) == ((0, 0, 2, 0), [])
    assert rows(store, associate, given_name="Sara")[0].pin_hash == sara.pin_hash


def test_who_has_left_can_no_longer_sign_in(store, imported):
    text = "Nome;Cognome;Negozio;Attivo\nSara;Conti;milano;sì\n"
    imported(text, "personale.csv")
    assert imported(text.replace("sì", "no"), "personale.csv").fates == (0, 1, 0, 0)
    with store.read() as conn:
        assert associates(conn, "milano") == []
