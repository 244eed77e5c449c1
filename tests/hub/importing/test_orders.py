import pytest
import sqlalchemy as sa

from clienteling.baskets.queries import receipts
from clienteling.hub.importing.tables import imported_row
from clienteling.hub.importing.values import Kind
from clienteling.interactions.tables import interaction
from clienteling.timeline.tables import event
from clienteling.timeline.values import detail_of
from tests.hub.little_house import ANNA, BEA, link, rows, user

HEAD = "Numero ordine;Data;Codice cliente;SKU;Prodotto;Q.tà;Prezzo;Totale\n"


@pytest.fixture(autouse=True)
def _numbered(store):
    for her_id, number in ((ANNA, "7"), (BEA, "8")):
        hint = user(number)
        link(store, her_id, type(hint)(hint.kind, "file", number))


def test_an_order_is_a_line_of_her_timeline_with_its_products(store, imported):
    done = imported(
        HEAD + "W1;1/10/2026 10:00;7;NORA-BLACK-38;;1;159,00;188,50\nW1;;;;Lacci;2;14,75;\n", "ordini.csv"
    )
    assert done.reading.kind is Kind.ORDERS
    assert done.fates == (1, 0, 0, 0)
    (row,) = rows(store, event)
    detail = detail_of(row.detail)
    assert (row.customer_id, row.channel, row.kind, row.source, row.source_id) == (
        ANNA,
        "order",
        "ordered",
        "file",
        "W1",
    )
    assert (detail.order_number, detail.price_cents) == ("W1", 18850)
    shoe, laces = detail.items
    assert (shoe.product_id, shoe.variant_id, shoe.price_cents) == ("nora", "nora-black-38", 15900)
    assert (laces.product_id, laces.product_name, laces.quantity) == (None, "Lacci", 2)
    with store.read() as conn:
        assert [receipt.order_number for receipt in receipts(conn, ANNA)] == ["W1"]


def test_the_same_orders_again_change_nothing(store, imported):
    text = HEAD + "W1;1/10/2026;7;NORA-BLACK-38;;1;159;159\nW2;2/10/2026;8;ALBA-TAN;;1;99;99\n"
    assert imported(text, "ordini.csv").fates == (2, 0, 0, 0)
    head = store.head
    assert imported(text, "ordini.csv").fates == (0, 0, 2, 0)
    assert store.head == head


def test_an_order_is_known_by_its_source_and_number_where_the_memory_is_lost(store, imported):
    text = HEAD + "W1;1/10/2026;7;;Lacci;1;10;10\n"
    imported(text, "ordini.csv")
    with store.write() as writer:
        writer.connection.execute(sa.delete(imported_row))
    assert imported(text, "ordini.csv").fates == (0, 0, 1, 0)
    assert len(rows(store, event)) == 1


def test_an_order_that_happened_is_not_rewritten(store, imported):
    imported(HEAD + "W1;1/10/2026;7;;Lacci;1;10;10\n", "ordini.csv")
    done = imported(HEAD + "W1;1/10/2026;7;;Lacci;2;10;20\n", "ordini.csv")
    assert "W1 is here already" in done.reasons[2]
    assert len(rows(store, event)) == 1


def test_rows_of_one_order_that_do_not_stand_together_are_said(store, imported):
    done = imported(
        HEAD + "W1;1/10/2026;7;;Lacci;1;10;\nW2;1/10/2026;8;;Cinta;1;10;\nW1;1/10/2026;7;;Crema;1;5;\n",
        "ordini.csv",
    )
    assert done.fates == (2, 0, 0, 1)
    assert "Row 2 says something else" in done.reasons[4]


def test_an_order_with_one_bad_line_is_rejected_whole(store, imported):
    done = imported(HEAD + "W1;1/10/2026;7;;Lacci;1;10;\nW1;;;;Crema;molti;5;\n", "ordini.csv")
    assert done.fates == (0, 0, 0, 1)
    assert set(done.reasons) == {2, 3}


def test_whose_order_nobody_knows_waits_for_her_customer_in_the_rejected_file(store, imported):
    text = HEAD + "W1;1/10/2026;99;;Lacci;1;10;\n"
    assert "Import the customers first" in imported(text, "ordini.csv").reasons[2]
    imported("Codice cliente;Cognome;Nome\n99;Riva;Paolo\n")
    assert imported(text, "ordini.csv").fates == (1, 0, 0, 0)


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("R1;1/10/2026;7;NORA-BLACK-38;;1;159;159;reso", "refunded"),
        ("R1;1/10/2026;7;NORA-BLACK-38;;-1;159;-159;", "refunded"),
        ("R1;1/10/2026;7;NORA-BLACK-38;;1;159;159;Nota di credito", "refunded"),
        ("R1;1/10/2026;7;NORA-BLACK-38;;1;159;159;completato", "ordered"),
    ],
)
def test_returns(store, imported, row, kind):
    imported(HEAD.strip() + ";Tipo\n" + row + "\n", "ordini.csv")
    assert [r.kind for r in rows(store, event)] == [kind]


def test_a_cancelled_order_is_no_purchase(store, imported):
    done = imported(HEAD.strip() + ";Stato\nW1;1/10/2026;7;;Lacci;1;10;10;Annullato\n", "ordini.csv")
    assert "cancelled" in done.reasons[2]


def test_a_sale_that_names_a_shop_is_a_sale_of_that_shop(store, imported):
    text = (
        HEAD.strip()
        + ";Negozio\nS1;1/10/2026 11:30;7;NORA-TAN-39;;1;159;168;Milano Brera\nS1;;;;Crema;1;9;;\n"
    )
    assert imported(text, "scontrini.csv").fates == (1, 0, 0, 0)
    assert rows(store, event) == []
    (row,) = rows(store, interaction)
    assert (row.customer_id, row.kind, row.store_id, row.summary) == (ANNA, "sale", "milano", "Crema")
    assert row._mapping["items"] == [
        {"product_id": "nora", "variant_id": "nora-tan-39", "price_cents": 15900, "bought": True}
    ]
    assert imported(text, "scontrini.csv").fates == (0, 0, 1, 0)


def test_an_order_of_the_future_is_a_mistake(store, imported):
    assert (
        "after this file was written"
        in imported(HEAD + "W1;1/10/2028;7;;Lacci;1;10;\n", "ordini.csv").reasons[2]
    )


def test_the_order_export_of_a_well_known_shop_system(store, imported):
    imported("First Name,Last Name,Email\nAda,Conti,ada@example.com\n", "customers_export.csv")
    text = (
        "Name,Email,Financial Status,Created at,"
        "Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Total\n"
        "#1001,ada@example.com,paid,2026-10-01 10:20:30 +0200,1,Stringata Nora,159.00,NORA-BLACK-39,174.00\n"
        "#1001,ada@example.com,,,3,Lacci,5.00,,\n"
    )
    assert imported(text, "orders_export.csv").fates == (1, 0, 0, 0)
    (row,) = rows(store, event)
    assert row.at == 1_790_842_830_000
    assert len(detail_of(row.detail).items) == 2
