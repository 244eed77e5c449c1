import pytest

from clienteling.catalog.products import Named, Product
from clienteling.interactions.values import InteractionKind, Item, Reason
from clienteling.interactions.words import left_behind, reason, title

PRODUCTS = Named(
    {
        "nora": Product(product_id="nora", name="Stringata Nora", family="shoes"),
        "serena": Product(product_id="serena", name="Abito Serena", family="clothing"),
    },
    {},
)
SHOES = Item(product_id="nora", price_cents=15_900, bought=True)


@pytest.mark.parametrize(
    ("product_id", "why", "said"),
    [
        ("nora", Reason.SIZE, "il numero"),
        ("serena", Reason.SIZE, "la taglia"),
        ("", Reason.SIZE, "il numero o la taglia"),
        ("nora", Reason.NOT_IN_STOCK, "non disponibile"),
        ("nora", Reason.NONE, ""),
    ],
)
def test_why_it_was_not_bought(italian, product_id, why, said):
    assert reason(Item(product_id=product_id, reason=why), PRODUCTS, italian) == said


@pytest.mark.parametrize(
    ("kind", "alone", "about"),
    [
        (InteractionKind.VISIT, "Visita", "Visita: Stringata Nora"),
        (InteractionKind.ADVICE, "Consulenza", "Consulenza: le stringate"),
        (InteractionKind.FITTING, "Prova", "Ha provato le stringate"),
        (InteractionKind.SALE, "Acquisto", "Acquisto: Stringata Nora, €\u00a0159"),
        (InteractionKind.NOT_BOUGHT, "Non ha comprato", "Non ha comprato le stringate"),
        (InteractionKind.RESERVED, "Messo da parte", "Messo da parte: Stringata Nora"),
        (InteractionKind.RETURN, "Reso", "Reso: Stringata Nora"),
        (InteractionKind.COMPLAINT, "Reclamo", "Reclamo: le stringate"),
        (InteractionKind.CALL, "Telefonata", "Telefonata: le stringate"),
        (InteractionKind.MESSAGE, "Messaggio", "Messaggio: le stringate"),
        (InteractionKind.APPOINTMENT, "Appuntamento", "Appuntamento: le stringate"),
    ],
)
def test_each_kind_has_its_words(italian, kind, alone, about):
    assert title(kind, [], PRODUCTS, italian) == alone
    assert title(kind, [SHOES], PRODUCTS, italian) == about


def test_a_reason_without_a_product_is_said_too(italian):
    nothing = [Item(product_id="", reason=Reason.PRICE)]
    assert title(InteractionKind.NOT_BOUGHT, nothing, PRODUCTS, italian) == "Non ha comprato: il prezzo"


def test_what_of_a_sale_stayed_behind(italian):
    dress = Item(product_id="serena", reason=Reason.FIT)
    assert left_behind([SHOES, dress], PRODUCTS, italian) == "non ha preso: l'abito (la vestibilità)"
    assert left_behind([SHOES], PRODUCTS, italian) == ""
