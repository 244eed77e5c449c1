"""Behind each figure stand the very records that it was counted from."""

from datetime import date
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings

from clienteling.interactions import use_cases as interactions
from clienteling.interactions.values import Draft, InteractionKind, Item, Reason
from clienteling.promises import use_cases as promises
from clienteling.promises.values import PromiseKind
from clienteling.review import behind, counting, handing
from clienteling.review.behind import OfItem, OfKind, OfReason, OfVisit, OfVisits
from clienteling.tasks import use_cases as tasks
from clienteling.tasks.use_cases import Plan
from clienteling.tasks.values import TaskKind
from tests.review.test_counting import histories
from tests.shop import AUTHOR, COLLEAGUE

ROME = "Europe/Rome"
SUNDAY = date(2026, 11, 22)
NORA = Item(product_id="nora", variant_id="nora-black-39", reason=Reason.SIZE)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(histories)
def test_what_stands_behind_a_figure_adds_up_to_it(deeds):
    figures = counting.figures(deeds)
    visits = behind.counted(deeds, OfVisits())
    assert len({one.visit_id or one.id for one in visits}) == figures.visits
    assert len(behind.counted(deeds, OfKind())) == figures.interactions
    assert len(behind.counted(deeds, OfKind(InteractionKind.SALE))) == figures.receipts.count
    for line in counting.lost_because(deeds):
        lost = counting.lost_items(behind.counted(deeds, OfReason(line.reason)))
        assert [item.reason for item in lost].count(line.reason) == line.times


def test_a_record_comes_with_her_name_and_what_it_was_about(shop):
    draft = Draft(kind=InteractionKind.NOT_BOUGHT, customer_id="giulia", items=(NORA,), summary="in a hurry")
    shop.write(lambda w: interactions.record(w, draft, author=AUTHOR))
    shop.write(lambda w: interactions.record(w, draft, author=COLLEAGUE))
    for asked in (OfKind(), OfReason(Reason.SIZE), OfItem("nora", "nora-black-39")):
        [one] = shop.read(partial(behind.records, store_id="brera", day=SUNDAY, time_zone=ROME, asked=asked))
        assert (one.name, one.summary) == ("Giulia Ferraris", "in a hurry")
        [(item, name, colour, size)] = one.items
        assert (item.reason, name, colour, size) == (Reason.SIZE, "Stringata Nora", "black", "39")
    assert not shop.read(
        partial(behind.records, store_id="brera", day=SUNDAY, time_zone=ROME, asked=OfVisit("another"))
    )


def test_the_promises_of_a_day_stand_behind_their_figure_the_open_ones_first(shop):
    def promised(due_on):
        return shop.write(
            lambda w: promises.make(
                w, customer_id="giulia", kind=PromiseKind.CALL, due_on=due_on, author=AUTHOR
            )
        )

    kept, still_open = promised(SUNDAY), promised(SUNDAY)
    promised(date(2026, 11, 23))
    shop.write(lambda w: promises.keep(w, kept, author=AUTHOR))
    found = shop.read(partial(behind.promises, store_id="brera", day=SUNDAY, today=SUNDAY))
    assert [one.id for one in found] == [still_open, kept]


def test_a_promise_handed_on_is_a_task_about_the_same_person_and_thing(shop):
    made = shop.write(
        lambda w: promises.make(
            w,
            customer_id="giulia",
            kind=PromiseKind.CALL,
            what="the bag is here",
            product_id="alba",
            due_on=date(2026, 11, 20),
            author=AUTHOR,
        )
    )
    task_id, before = shop.write(
        lambda w: handing.hand_promise(w, made, "before noon", "sofia", SUNDAY, author=AUTHOR)
    )
    assert before is None
    plan = shop.write(lambda w: tasks.plan_of(w, task_id))
    assert plan == Plan(
        kind=TaskKind.CALL,
        what="the bag is here; before noon",
        customer_id="giulia",
        product_id="alba",
        due_on=SUNDAY,
        associate_id="sofia",
    )


@pytest.mark.parametrize("words", ["", "  "])
def test_a_task_handed_on_without_a_word_says_what_it_said(shop, words):
    plan = Plan(what="Count the scarves", due_on=SUNDAY, associate_id="sofia")
    made = shop.write(lambda w: tasks.make(w, plan, author=AUTHOR))
    assert shop.write(lambda w: handing.hand_task(w, made, words, None)) == (made, plan)
    now = shop.write(lambda w: tasks.plan_of(w, made))
    assert (now.what, now.associate_id) == ("Count the scarves", None)
