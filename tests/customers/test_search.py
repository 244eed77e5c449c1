import pytest
from sqlalchemy.dialects.sqlite import insert

from clienteling.customers.queries import recent
from clienteling.customers.search import create_index, search, understood
from clienteling.customers.tables import customer
from clienteling.customers.use_cases import mark_opened
from tests.shop import NOW, Shop

PEOPLE = (
    ("anna", "Anna", "D'Amico", "+393471112223", "anna.damico@example.it", "2900000000026"),
    ("marco", "Marco", "Lo Bianco", "+39021234567", "", "8001"),
    ("nicolo", "Nicolò", "Però", "", "", ""),
    ("carla", "Ferraris", "Carla", "", "", ""),
    ("elena", "Elena Maria", "Ferrari-Conti", "+41791234567", "", ""),
)


@pytest.fixture(autouse=True)
def people(shop: Shop) -> None:
    with shop.at_once():
        for i, given, family, phone, email, card in PEOPLE:
            shop.put(
                "customer",
                id=i,
                given_name=given,
                family_name=family,
                phone=phone,
                email=email,
                card_number=card,
            )


def found(shop: Shop, text: str) -> list[str]:
    return [hit.id for hit in shop.read(lambda conn: search(conn, text))]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("damico", ["anna"]),
        ("d'am", ["anna"]),
        ("D\u2019AMICO", ["anna"]),
        ("d amico", ["anna"]),
        ("amico anna", ["anna"]),
        ("an da", ["anna"]),
        ("lobianco", ["marco"]),
        ("bianco marco", ["marco"]),
        ("nicolo pero", ["nicolo"]),
        ("Però", ["nicolo"]),
        ("ferraris", ["giulia", "carla"]),
        ("fer gi", ["giulia"]),
        ("maria conti", ["elena"]),
        ("elenamaria", ["elena"]),
        ("333 123 45 67", ["giulia"]),
        ("+39 333-123", ["giulia"]),
        ("0039333", ["giulia"]),
        ("4567", ["marco", "elena", "giulia"]),
        ("02 123", ["marco"]),
        ("(02) 1234567", ["marco"]),
        ("+41 79 123", ["elena"]),
        ("0000019", ["giulia"]),
        ("8001", ["marco"]),
        ("giulia.ferraris@example", ["giulia"]),
        ("anna@", ["anna"]),
        ("zz", []),
        ("+39", []),
        ('"', []),
        ("a* OR b", []),
        ("NEAR(anna)", []),
        ("- '", []),
    ],
)
def test_search_ignores_spelling_and_order(shop, text, ids):
    assert sorted(found(shop, text)) == sorted(ids)


def test_family_names_come_before_given_names(shop):
    assert found(shop, "ferraris") == ["giulia", "carla"]
    assert found(shop, "carla") == ["carla"]


@pytest.mark.parametrize("text", ["ferra", "ferrar", "ferrari", "ferraris"])
def test_a_family_name_is_found_among_however_many_given_names_that_begin_alike(shop, text):
    with shop.at_once():
        for i in range(90):
            shop.put("customer", id=f"c{i}", given_name="Ferrarisa", family_name=f"Zorzi {i}")
        shop.put("customer", id="last", given_name="Zoe", family_name="Ferraris")
    assert {"last", "giulia"} <= set(found(shop, text)[:4])


def test_of_equal_names_the_one_seen_last_comes_first(shop):
    for i, at in (("old", NOW - 2), ("new", NOW - 1), ("never", None)):
        shop.put("customer", id=i, given_name="Rosa", family_name="Bruni")
        if at:
            shop.put("event", id=f"e {i}", customer_id=i, channel="web", kind="page_viewed", at=at, detail={})
    assert found(shop, "bruni") == ["new", "old", "never"]


def test_of_more_than_anybody_reads_nobodys_last_visit_is_looked_up_in_a_hurry(shop):
    with shop.at_once():
        for i in range(30):
            shop.put("customer", id=f"c{i}", given_name="Rosa", family_name="Bruni")
            shop.put(
                "event", id=f"e{i}", customer_id=f"c{i}", channel="web", kind="page_viewed", at=NOW, detail={}
            )
    many = shop.read(lambda conn: search(conn, "bruni", 5, hurried=True))
    assert (len(many), {hit.last_seen_at for hit in many}) == (5, {None})
    few = shop.read(lambda conn: search(conn, "bruni", 25, hurried=True))
    assert (len(few), {hit.last_seen_at for hit in few}) == (25, {NOW})
    assert {hit.last_seen_at for hit in shop.read(lambda conn: search(conn, "bruni", 5))} == {NOW}


def test_a_changed_name_is_found_and_the_old_one_no_more(shop):
    with shop.replica.write() as writer:
        writer.update("customer", "nicolo", {"family_name": "Verdi"})
    assert found(shop, "verdi") == ["nicolo"]
    assert found(shop, "pero") == []


def test_an_erased_customer_leaves_the_index(shop):
    with shop.replica.write() as writer:
        writer.connection.execute(customer.delete().where(customer.c.id == "nicolo"))
    assert found(shop, "nicolo") == []
    left = shop.read(lambda c: c.exec_driver_sql("select count(*) from customer_search").scalar())
    assert left == len(PEOPLE)


def test_an_index_made_late_holds_the_customers_that_were_there_before(shop):
    with shop.replica.write() as writer:
        for name in ("trigger customer_search_insert", "table customer_search", "table customer_search_row"):
            writer.connection.exec_driver_sql(f"drop {name}")
        create_index(writer.connection)
    assert found(shop, "nicolo") == ["nicolo"]


def test_nothing_typed_shows_the_cards_opened_last(shop):
    for place, i in enumerate(("anna", "marco", "anna", "nicolo")):
        with shop.replica.write() as writer:
            mark_opened(writer.connection, i, NOW + place)
    assert found(shop, " ") == ["nicolo", "anna", "marco"]
    assert [hit.id for hit in shop.read(lambda conn: recent(conn, 1))] == ["nicolo"]


def test_only_the_last_fifty_cards_are_remembered(shop):
    with shop.replica.write() as writer:
        for place in range(60):
            mark_opened(writer.connection, f"customer {place}", NOW + place)
    assert len(shop.rows("recent_customer")) == 50


def test_a_customer_who_is_told_again_by_an_upsert_is_taken_and_found_anew(shop: Shop) -> None:
    row = {"id": "again", "given_name": "Nina", "family_name": "Riva"}
    for told in (row, {**row, "family_name": "Rivalta"}):
        put = insert(customer).values(told)
        shop.write(
            lambda w, put=put: w.connection.execute(put.on_conflict_do_update(["id"], set_=put.excluded))
        )
    assert found(shop, "rivalta") == ["again"]


def test_a_page_that_a_scanner_read_is_nobodys_name_and_costs_nothing(shop: Shop) -> None:
    """A code may hold a whole page of text: each word of it would be looked for among all customers."""
    page = "anna a amico " + " ".join(f"word{number}" for number in range(3000))
    assert understood(page) is None
    assert found(shop, page) == []
    again = understood("anna d'amico " * 500)
    assert again is not None
    assert again.terms == ("anna", "damico")
    assert found(shop, "anna d'amico " * 500) == ["anna"]
