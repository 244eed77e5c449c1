import pytest

from clienteling.hub.importing import asking
from clienteling.hub.importing.mapping import read_mapping
from clienteling.hub.importing.opening import open_file
from clienteling.hub.importing.values import Dates, Kind, Unreadable
from tests.hub.importing.files import ENGLISH, write

NAMES = {
    "clienti.csv": (Kind.CUSTOMERS, "Cognome;Nome;E-mail;Telefono;Città"),
    "export.csv": (Kind.CUSTOMERS, "First Name,Last Name,Email,Phone,Accepts Email Marketing"),
    "ordini.csv": (Kind.ORDERS, "Numero ordine;Data;Email;Codice articolo;Q.tà;Prezzo;Totale"),
    "vendite.csv": (Kind.ORDERS, "N. scontrino;Data;Ora;Tessera;EAN;Qta;Prezzo;Negozio"),
    "articoli.csv": (
        Kind.PRODUCTS,
        "Codice articolo;Descrizione;Categoria;Taglia;Colore;Barcode;Prezzo di vendita",
    ),
    "giacenze.csv": (Kind.STOCK, "Magazzino;Codice articolo;Descrizione;Giacenza"),
    "negozi.csv": (Kind.STORES, "Codice;Nome;Città;Indirizzo;Telefono"),
    "addetti.csv": (Kind.STAFF, "Matricola;Nome;Cognome;Punto vendita;Ruolo"),
    "products_export.csv": (
        Kind.PRODUCTS,
        "Handle,Title,Type,Tags,Variant SKU,Variant Price,Variant Barcode",
    ),
}


@pytest.mark.parametrize("name", NAMES)
def test_what_a_file_is_about_is_known_by_its_headings(tmp_path, name):
    kind, headings = NAMES[name]
    opened = open_file(write(tmp_path / name, headings + "\n"))
    assert asking.chosen(opened, None).kind is kind
    nameless = open_file(write(tmp_path / "x1.csv", headings + "\n"))
    assert asking.chosen(nameless, None).kind is kind


def test_columns_are_known_in_any_spelling(tmp_path):
    path = write(tmp_path / "f.csv", "COGNOME;nome;E_MAIL;Data di nascita (gg/mm/aaaa);Note\n")
    assert asking.chosen(open_file(path), Kind.CUSTOMERS).read == {
        "COGNOME": "family_name",
        "nome": "given_name",
        "E_MAIL": "email",
        "Data di nascita (gg/mm/aaaa)": "birthday",
    }


def test_a_second_telephone_stands_in_where_the_first_is_empty(imported, store):
    text = "Cognome;Nome;Cellulare;Telefono\nRossi;Anna;;02 5550 1234\nConti;Ada;399 2000000;02 5550 9999\n"
    assert imported(text).fates == (2, 0, 0, 0)


@pytest.mark.parametrize(
    ("text", "decimal", "dates"),
    [
        ("N. ordine;Data;Email;Totale\n1;31/12/2025;a@example.it;1.250,00\n", ",", Dates.DAY_FIRST),
        ("Order,Date,Email,Total\n1,12/31/2025,a@example.com,1250.00\n", ".", Dates.MONTH_FIRST),
        ("Order;Date;Email;Total\n1;2025-12-31;a@example.com;12.5\n", ".", Dates.DAY_FIRST),
        ("N. ordine;Data;Email;Totale\n1;01/02/2025;a@example.it;1.250\n", ",", Dates.DAY_FIRST),
    ],
)
def test_how_money_and_dates_are_written_is_found(tmp_path, text, decimal, dates):
    reading = asking.chosen(open_file(write(tmp_path / "o.csv", text)), None)
    assert (reading.decimal, reading.dates) == (decimal, dates)


def test_what_was_confirmed_is_kept_and_read_again(tmp_path):
    customers = open_file(write(tmp_path / "c.csv", 'Cognome;"Nome ""vero""";E-mail;Note\n'))
    products = open_file(write(tmp_path / "p.csv", "Nome;EAN;Prezzo\n"))
    path = tmp_path / "map.toml"
    first = asking.chosen(customers, None)
    kept = read_mapping(path).keep(first).keep(asking.chosen(products, None))
    again = read_mapping(path)
    assert again.readings == kept.readings
    assert again.fitting(customers.headings, None) == first
    assert again.fitting(products.headings, None).kind is Kind.PRODUCTS
    assert again.fitting(("Matricola", "Ruolo"), None) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[clienti]\n", "section [clienti]. It may be one of: stores"),
        ("[customers]\ndecimal = ';'\n", "“decimal” is “;”. It may be: ,  ."),
        ("[customers]\ndates = 'any'\n", "day-first"),
        ("[customers.columns]\n'Nome' = 'nome'\n", "“Nome” is “nome”. It may be: address"),
        ("[customers\n", "not valid TOML"),
    ],
)
def test_a_mistake_in_a_mapping_file_is_named(tmp_path, text, said):
    with pytest.raises(Unreadable) as error:
        read_mapping(write(tmp_path / "map.toml", text))
    assert said in error.value.in_words(ENGLISH)


def test_a_file_without_what_it_needs_is_told_what(tmp_path):
    opened = open_file(write(tmp_path / "negozi.csv", "Cognome;Nome;Città\n"))
    with pytest.raises(Unreadable) as error:
        asking.chosen(opened, None)
    assert "--kind" in error.value.in_words(ENGLISH)
    problem = asking.lacks(asking.chosen(opened, Kind.CUSTOMERS))
    assert problem is not None
    assert "email" in problem.in_words(ENGLISH)
