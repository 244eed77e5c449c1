from datetime import date, timedelta

import pytest

from clienteling.errors import InvalidRecord, UnknownRecord
from clienteling.promises import queries, use_cases, words
from clienteling.promises.rules import is_overdue
from clienteling.promises.values import PromiseKind, PromiseState, PromiseView
from tests.shop import AUTHOR, COLLEAGUE, Shop

TODAY = date(2026, 11, 22)
SATURDAY = date(2026, 11, 28)
EIGHTH = date(2026, 12, 8)


@pytest.mark.parametrize(
    ("state", "due", "overdue"),
    [
        (PromiseState.OPEN, TODAY, False),
        (PromiseState.OPEN, TODAY - timedelta(days=1), True),
        (PromiseState.OPEN, TODAY + timedelta(days=1), False),
        (PromiseState.OPEN, None, False),
        (PromiseState.KEPT, TODAY - timedelta(days=1), False),
        (PromiseState.CANCELLED, TODAY, False),
    ],
)
def test_a_promise_is_late_from_the_day_after(state, due, overdue):
    due_on = due.isoformat() if due else None
    assert is_overdue(state, due_on, TODAY) is overdue


def make(shop: Shop, kind: PromiseKind = PromiseKind.CALL, due_on: date | None = TODAY, **more) -> str:
    author = more.pop("author", AUTHOR)
    return shop.write(
        lambda writer: use_cases.make(
            writer, customer_id="giulia", kind=kind, due_on=due_on, author=author, **more
        )
    )


def test_a_shop_sees_what_it_has_to_keep_by_today_overdue_first(shop):
    make(shop, due_on=TODAY)
    make(shop, due_on=TODAY - timedelta(days=3), what="arrivata la borsa")
    make(shop, due_on=SATURDAY)
    make(shop, due_on=None)
    make(shop, due_on=TODAY, author=COLLEAGUE)
    due = shop.read(lambda conn: queries.due(conn, "brera", TODAY))
    assert [(p.due_on, p.overdue, p.customer_name, p.made_by_name) for p in due] == [
        ("2026-11-19", True, "Giulia Ferraris", "Sofia"),
        ("2026-11-22", False, "Giulia Ferraris", "Sofia"),
    ]


def test_keeping_cancelling_and_reopening(shop):
    promise_id = make(shop)
    for step, left in ((use_cases.keep, 0), (use_cases.reopen, 1), (use_cases.cancel, 0)):
        shop.write(lambda writer, step=step: step(writer, promise_id, author=AUTHOR))
        assert len(shop.read(lambda conn: queries.open_for(conn, "giulia", TODAY))) == left
    assert shop.rows("promise")[0]["closed_by"] == "sofia"


@pytest.mark.parametrize(
    ("kind", "more"),
    [(PromiseKind.HOLD, {}), (PromiseKind.ORDER, {"what": " "}), (PromiseKind.OTHER, {"product_id": "nora"})],
)
def test_a_promise_that_says_nothing_is_refused(shop, kind, more):
    with pytest.raises(InvalidRecord):
        make(shop, kind, **more)


def test_a_promise_that_is_not_here_cannot_be_kept(shop):
    with pytest.raises(UnknownRecord):
        shop.write(lambda writer: use_cases.keep(writer, "nothing", author=AUTHOR))


def promised(kind: PromiseKind, due_on: date | None = SATURDAY, **more) -> PromiseView:
    shoes = {"product_name": "Stringata Nora", "colour": "black", "size": "39"}
    return PromiseView(
        id="p",
        customer_id="giulia",
        customer_name="Giulia",
        kind=kind,
        due_on=due_on.isoformat() if due_on else None,
        **(shoes | more if "product_name" not in more else more),
    )


BAG = {"product_name": "Borsa Tracolla Alba", "colour": "tan"}
NOTHING = {"product_name": ""}


@pytest.mark.parametrize(
    ("promise", "task", "sentence"),
    [
        (
            promised(PromiseKind.HOLD),
            "Tenere le stringate nere 39 per Giulia",
            "Le abbiamo promesso le stringate nere 39 fino a sabato.",
        ),
        (
            promised(PromiseKind.CALL, EIGHTH, **BAG),
            "Chiamare Giulia: la borsa cuoio",
            "Le abbiamo promesso di chiamarla entro l'8 dicembre per la borsa cuoio.",
        ),
        (
            promised(PromiseKind.CALL, None, what="quando arriva", **BAG),
            "Chiamare Giulia: la borsa cuoio",
            "Le abbiamo promesso di chiamarla per la borsa cuoio: quando arriva.",
        ),
        (
            promised(PromiseKind.CALL, None, **NOTHING),
            "Chiamare Giulia",
            "Le abbiamo promesso di chiamarla.",
        ),
        (
            promised(PromiseKind.CALL, SATURDAY, what="è arrivata la borsa", **NOTHING),
            "Chiamare Giulia: è arrivata la borsa",
            "Le abbiamo promesso di chiamarla entro sabato: è arrivata la borsa.",
        ),
        (
            promised(PromiseKind.CALL, None, what="è arrivata la borsa", **NOTHING),
            "Chiamare Giulia: è arrivata la borsa",
            "Le abbiamo promesso di chiamarla: è arrivata la borsa.",
        ),
        (
            promised(PromiseKind.ORDER, TODAY),
            "Ordinare le stringate nere 39 per Giulia",
            "Le abbiamo promesso di ordinare le stringate nere 39 entro oggi.",
        ),
        (
            promised(PromiseKind.OTHER, SATURDAY, what="cambiare i lacci", **NOTHING),
            "Giulia: cambiare i lacci",
            "Le abbiamo promesso: cambiare i lacci entro sabato.",
        ),
    ],
)
def test_a_promise_in_italian(italian, promise, task, sentence):
    assert words.task(promise, italian) == task
    assert words.handed_over(promise, TODAY, italian, named_before=False) == sentence


def test_where_the_product_was_just_named_a_pair_is_enough(italian, english):
    shoes, bag = promised(PromiseKind.HOLD), promised(PromiseKind.HOLD, **BAG)

    def told(promise: PromiseView, wording) -> str:
        return words.handed_over(promise, TODAY, wording, named_before=True)

    assert told(shoes, italian) == "Le abbiamo promesso un paio fino a sabato."
    assert told(shoes, english) == "We promised her a pair until Saturday."
    assert told(bag, italian) == "Le abbiamo promesso la borsa cuoio fino a sabato."


@pytest.mark.parametrize(
    ("promise", "line"),
    [
        (promised(PromiseKind.HOLD), "Promesso: tenere un paio fino a sabato"),
        (promised(PromiseKind.ORDER, None, **BAG), "Promesso: ordinare la borsa cuoio"),
        (promised(PromiseKind.CALL, SATURDAY, **NOTHING), "Promesso: chiamare entro sabato"),
        (promised(PromiseKind.CALL, SATURDAY, **BAG), "Promesso: chiamare entro sabato per la borsa cuoio"),
        (
            promised(PromiseKind.CALL, None, what="quando arriva", **BAG),
            "Promesso: chiamare per la borsa cuoio: quando arriva",
        ),
        (
            promised(PromiseKind.CALL, None, what="la borsa", **NOTHING),
            "Promesso: chiamare: la borsa",
        ),
        (promised(PromiseKind.OTHER, None, what="i lacci", **NOTHING), "Promesso: i lacci"),
    ],
)
def test_a_promise_as_a_line_of_the_timeline(italian, promise, line):
    assert words.made(promise, TODAY, italian) == line


@pytest.mark.parametrize(
    ("promise", "task"),
    [
        (promised(PromiseKind.HOLD), "tenere le stringate nere 39"),
        (promised(PromiseKind.ORDER, None, **BAG), "ordinare la borsa cuoio"),
        (promised(PromiseKind.CALL, **BAG), "chiamare: la borsa cuoio"),
        (promised(PromiseKind.CALL, **NOTHING), "chiamare"),
        (promised(PromiseKind.OTHER, what="i lacci", **NOTHING), "i lacci"),
    ],
)
def test_a_promise_below_her_own_name(italian, promise, task):
    assert words.bare_task(promise, italian) == task
