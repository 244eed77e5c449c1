"""Whom to tell when a product comes in, and who has it already."""

from datetime import date

import pytest

from clienteling.askers import words
from clienteling.askers.queries import askers
from clienteling.askers.rules import for_variant
from clienteling.askers.values import Asker
from clienteling.interactions import use_cases as interactions
from clienteling.interactions.values import Draft, InteractionKind, Item, Reason
from clienteling.promises import use_cases as promises
from clienteling.promises.values import PromiseKind
from clienteling.reservations import use_cases as reservations
from clienteling.reservations.values import Wish
from clienteling.tasks import use_cases as tasks
from clienteling.tasks.use_cases import Plan
from clienteling.tasks.values import TaskKind
from clienteling.wording import Wording
from tests.shop import AUTHOR, COLLEAGUE, DAY, Shop

SUNDAY = date(2026, 11, 22)
BLACK_39, BROWN_38 = "nora-black-39", "nora-brown-38"


def met(shop: Shop, kind: InteractionKind, *items: Item, whom: str | None = "giulia", author=AUTHOR) -> str:
    draft = Draft(kind=kind, customer_id=whom, items=items)
    return shop.write(lambda w: interactions.record(w, draft, author=author))


def nora(variant_id: str | None = BLACK_39, reason: Reason = Reason.NONE) -> Item:
    return Item(product_id="nora", variant_id=variant_id, reason=reason)


def asked(shop: Shop, product_id: str = "nora", store_id: str = "brera") -> tuple[Asker, ...]:
    return shop.read(lambda conn: askers(conn, product_id, store_id, shop.now, Wording("en")))


def said(asker: Asker, language: str = "en") -> str:
    return words.how(asker.how, SUNDAY, Wording(language))


@pytest.fixture(autouse=True)
def others(shop: Shop) -> None:
    shop.variant("nora", "brown", "38")
    for customer_id, given in (("marco", "Marco"), ("anna", "Anna")):
        shop.put("customer", id=customer_id, given_name=given, family_name="Bianchi")


def test_whoever_tried_it_on_or_left_it_is_named_with_how_the_newest_first(shop, italian):
    met(shop, InteractionKind.NOT_BOUGHT, nora(reason=Reason.NOT_IN_STOCK))
    met(shop, InteractionKind.FITTING, nora(), whom="marco")
    marco, giulia = asked(shop)
    assert (marco.name, said(marco)) == ("Marco Bianchi", "Tried on Stringata Nora in black")
    assert said(giulia, "it") == "Non ha comprato le stringate nere: non disponibile"
    assert (giulia.customer_id, words.size(giulia.how)) == ("giulia", "39")


def test_a_person_stands_there_once_with_what_binds_us_most(shop):
    met(shop, InteractionKind.FITTING, nora())
    hold = {"kind": PromiseKind.HOLD, "product_id": "nora", "variant_id": BLACK_39}
    shop.write(lambda w: promises.make(w, customer_id="giulia", **hold, author=AUTHOR))
    plan = Plan(kind=TaskKind.CALL, customer_id="marco", product_id="nora", due_on=SUNDAY)
    shop.write(lambda w: tasks.make(w, plan, author=AUTHOR))
    met(shop, InteractionKind.FITTING, nora(), whom="marco")
    wish = {"wish": Wish.HOLD, "from_store_id": "brera", "until": date(2026, 11, 24), "today": SUNDAY}
    shop.write(lambda w: reservations.ask(w, customer_id="anna", variant_id=BLACK_39, **wish, author=AUTHOR))
    assert [(one.customer_id, said(one)) for one in asked(shop)] == [
        ("giulia", "Promised: to hold a pair"),
        ("anna", "Asked to put Stringata Nora in black, size 39 aside until Tuesday"),
        ("marco", "Call: Stringata Nora"),
    ]


def test_whoever_has_bought_it_since_wherever_it_was_is_not_waiting_for_it(shop):
    met(shop, InteractionKind.FITTING, nora())
    met(shop, InteractionKind.FITTING, nora(), whom="marco")
    met(shop, InteractionKind.SALE, nora(), whom="marco", author=COLLEAGUE)
    shop.event("order", "order", "ordered", shop.now, items=[{"product_id": "nora"}])
    assert asked(shop) == ()


def test_what_came_back_or_was_only_bought_before_asks_for_nothing_and_what_a_sale_left_behind_does(shop):
    met(shop, InteractionKind.SALE, nora(), whom="marco")
    met(shop, InteractionKind.RETURN, nora(), whom="marco")
    bag = Item(product_id="alba", variant_id="alba-tan")
    met(shop, InteractionKind.SALE, bag, nora(reason=Reason.PRICE))
    [giulia] = asked(shop)
    assert (giulia.customer_id, said(giulia)) == (
        "giulia",
        "Did not buy Stringata Nora in black: the price",
    )


def test_an_undone_record_and_one_of_long_ago_or_of_another_shop_do_not_count(shop):
    undone = met(shop, InteractionKind.FITTING, nora())
    shop.write(lambda w: interactions.undo(w, undone, author=AUTHOR))
    met(shop, InteractionKind.FITTING, nora(), whom="anna", author=COLLEAGUE)
    met(shop, InteractionKind.FITTING, nora(), whom="marco")
    shop.now += 61 * DAY
    assert asked(shop) == ()
    assert [one.customer_id for one in asked(shop, store_id="torino")] == []


def test_each_visitor_without_a_code_counts_and_comes_after_those_with_a_name(shop):
    for _ in range(2):
        met(shop, InteractionKind.NOT_BOUGHT, nora(None), whom=None)
    met(shop, InteractionKind.FITTING, nora(), whom="marco")
    assert [one.customer_id for one in asked(shop)] == ["marco", "", ""]


def test_one_size_is_for_whoever_asked_for_it_or_would_take_any(shop):
    met(shop, InteractionKind.FITTING, nora())
    met(shop, InteractionKind.NOT_BOUGHT, nora(reason=Reason.SIZE), whom="marco")
    met(shop, InteractionKind.ADVICE, nora(None), whom="anna")
    found = asked(shop)
    assert {one.customer_id for one in for_variant(found, BLACK_39)} == {"giulia", "marco", "anna"}
    assert {one.customer_id for one in for_variant(found, BROWN_38)} == {"marco", "anna"}
    assert len(for_variant(found, "")) == 3


def test_two_records_of_one_person_ask_once(shop):
    shop.put("customer_alias", id="marco", customer_id="giulia", joined_to="giulia", merged_at=shop.now)
    met(shop, InteractionKind.FITTING, nora(), whom="marco")
    met(shop, InteractionKind.FITTING, nora())
    assert [one.customer_id for one in asked(shop)] == ["giulia"]
