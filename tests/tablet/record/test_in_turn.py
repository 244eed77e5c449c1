"""A tablet that is busy finds an article late; what is touched meanwhile is still about that article."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

from clienteling.interactions.tables import interaction
from clienteling.promises.tables import promise
from clienteling.tablet.record.record_view_model import RecordViewModel
from tests.tablet import giulia, tablets
from tests.tablet.counter import Counter

LONG_S = 60.0


@contextmanager
def busy(record: RecordViewModel) -> Iterator[None]:
    """The replica answers nobody within the block."""
    over = Event()
    record._floor.jobs.run(lambda: over.wait(LONG_S))
    try:
        yield
    finally:
        over.set()


def test_a_sale_that_is_touched_before_the_article_was_found_is_the_sale_of_it(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    with busy(counter.record):
        counter.tap(f"take-{giulia.NORA_39}")
        counter.tap("record-sale")
        assert counter.record.in_hand == ()
    counter.wait_saved("sale")
    [row] = counter.rows(interaction, kind="sale")
    assert [(item["variant_id"], item["bought"]) for item in row.items] == [(giulia.NORA_39, True)]
    assert counter.record.editing == ""
    assert counter.record.in_hand == ()


def test_two_things_recorded_at_once_are_each_about_their_own_article(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    with busy(counter.record):
        counter.tap(f"take-{giulia.NORA_39}")
        counter.tap("record-fitting")
        counter.tap(f"take-{giulia.NORA_39}")
        counter.tap("record-sale")
    counter.wait_saved("sale")
    fitting, sale = (counter.rows(interaction, kind=kind) for kind in ("fitting", "sale"))
    assert [len(row.items) for row in (*fitting, *sale)] == [1, 1]


def test_a_promise_is_about_the_article_that_was_just_reached_for(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    with busy(counter.record):
        counter.record.take(giulia.NORA, giulia.NORA_39)
        counter.record.promise("call", "", "")
    counter.wait_saved("promise")
    [row] = counter.rows(promise, id=counter.saved.record_id)
    assert row.variant_id == giulia.NORA_39


def test_one_more_touch_on_save_saves_nothing_twice(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.record.record("sale")
    with busy(counter.record):
        counter.record.take(giulia.NORA, giulia.NORA_39)
        counter.record.save("")
        counter.record.save("")
    counter.wait_saved("sale")
    counter.wait(lambda: counter.record.in_hand == ())
    assert len(counter.rows(interaction, kind="sale")) == 1


def test_it_is_signed_by_whoever_touched_it(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    with busy(counter.record):
        counter.record.take(giulia.NORA, giulia.NORA_39)
        counter.record.record("sale")
        counter.record._floor.session.lock()
    counter.wait(lambda: counter.rows(interaction, kind="sale") != [])
    [row] = counter.rows(interaction, kind="sale")
    assert (row.associate_id, row.customer_id) == (tablets.SOFIA, giulia.GIULIA)


def test_what_was_reached_for_at_one_card_does_not_lie_in_the_hand_at_the_next(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    with busy(counter.record):
        counter.record.take(giulia.NORA, giulia.NORA_39)
        counter.record.begin("")
    counter.wait(lambda: counter.record.customer_id == "")
    assert counter.record.in_hand == ()
