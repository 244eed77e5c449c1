"""A person's figures by hand: hers alone, of that shop and of those days, with an answer that allows it."""

from datetime import date
from functools import partial

import pytest

from clienteling.basis import words
from clienteling.basis.figures import figures_of
from clienteling.basis.values import ALLOWED, Days, Ground, Person, Sight
from clienteling.errors import NotToBeSeen
from clienteling.interactions import use_cases as interactions
from clienteling.interactions.values import Draft, InteractionKind, Item
from clienteling.promises import use_cases as promises
from clienteling.promises.values import PromiseKind
from clienteling.review.values import Figures, Receipts
from clienteling.staff.values import Author
from tests.shop import AUTHOR, COLLEAGUE, DAY

ROME = "Europe/Rome"
SUNDAY = date(2026, 11, 22)
TODAY = Days(SUNDAY, SUNDAY)
SOFIA = Person("sofia", "brera")
OWN = Sight(Ground.OWN)
MARCO = Author("marco", "brera")
SOLD = (Item(product_id="nora", price_cents=15_900, bought=True),)


def record(shop, kind, *, author=AUTHOR, customer_id="giulia", items=()):
    draft = Draft(kind=kind, customer_id=customer_id, items=items)
    return shop.write(lambda writer: interactions.record(writer, draft, author=author))


def read(shop, whom=SOFIA, days=TODAY, sight=OWN) -> Figures:
    return shop.read(partial(figures_of, whom=whom, days=days, time_zone=ROME, sight=sight))


@pytest.mark.parametrize("ground", sorted(set(Ground) - ALLOWED))
def test_figures_are_not_read_where_the_answer_was_no(shop, ground: Ground):
    with pytest.raises(NotToBeSeen, match=ground.value):
        read(shop, sight=Sight(ground))


def test_only_what_she_recorded_in_that_shop_is_hers(shop):
    record(shop, InteractionKind.SALE, items=SOLD)
    record(shop, InteractionKind.VISIT, author=MARCO, customer_id=None)
    record(shop, InteractionKind.VISIT, author=Author("sofia", "torino"))
    record(shop, InteractionKind.VISIT, author=COLLEAGUE)
    found = read(shop)
    assert (found.interactions, found.visits, found.recognised) == (1, 1, 1)
    assert found.receipts == Receipts(count=1, cents=15_900, pieces=1)
    assert read(shop, Person("marco", "brera")).recognised == 0


def test_what_was_a_colleague_s_counts_for_the_colleague(shop):
    mine = record(shop, InteractionKind.VISIT)
    draft = Draft(kind=InteractionKind.VISIT, customer_id="giulia")
    shop.write(lambda w: interactions.correct(w, mine, draft, author=AUTHOR, by=MARCO))
    assert read(shop).interactions == 0
    assert read(shop, Person("marco", "brera")).interactions == 1


def test_a_promise_is_hers_who_made_it_and_kept_when_it_was_kept_by_its_day(shop):
    def promise() -> str:
        said = {"customer_id": "giulia", "kind": PromiseKind.CALL, "what": "the bag", "due_on": SUNDAY}
        return shop.write(lambda w: promises.make(w, **said, author=AUTHOR))

    in_time, late = promise(), promise()
    shop.write(lambda w: promises.keep(w, in_time, author=MARCO))
    shop.now += DAY
    shop.write(lambda w: promises.keep(w, late, author=AUTHOR))
    found = read(shop)
    assert (found.promises_due, found.promises_kept) == (2, 1)
    assert read(shop, Person("marco", "brera")).promises_due == 0


def test_days_are_those_of_the_shop_s_clock(shop):
    shop.now += 12 * 3_600_000 + 59 * 60_000  # one minute to midnight in Milan
    record(shop, InteractionKind.VISIT)
    shop.now += 60_000
    record(shop, InteractionKind.VISIT)
    assert read(shop).interactions == 1
    assert read(shop, days=Days(SUNDAY, date(2026, 11, 23))).interactions == 2


def test_what_is_read_says_how_it_is_counted_in_both_languages(shop, english, italian):
    record(shop, InteractionKind.SALE, items=SOLD)
    said = [(told.value, told.note) for told in words.four(read(shop), english)]
    assert said == [
        ("1", "in 1 visit"),
        ("100%", "1 of 1 visits"),
        ("\u2013", "in time, whoever kept them"),
        ("€159", "1 receipt"),
    ]
    assert all(told.formula for told in words.four(Figures(), italian))
    assert {words.ground(why, italian) for why in Ground}.isdisjoint(
        {words.ground(why, english) for why in Ground}
    )
