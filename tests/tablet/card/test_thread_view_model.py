"""Her timeline on the screen, piece by piece."""

from PySide6.QtCore import QMetaObject

from clienteling.interactions.use_cases import record
from clienteling.interactions.values import Draft, InteractionKind
from clienteling.staff.values import Author
from clienteling.tablet.card.thread_view_model import ThreadViewModel
from tests.tablet import giulia, tablets
from tests.tablet.counter import Counter


def to_the_end(counter: Counter, timeline: ThreadViewModel) -> None:
    while timeline.more:
        known = timeline.rows.count
        timeline.older()
        counter.wait(lambda known=known: timeline.rows.count > known or not timeline.more)


def call_recorded(counter: Counter) -> str:
    with tablets.replica_of(counter.app).write() as writer:
        draft = Draft(customer_id=giulia.GIULIA, kind=InteractionKind.CALL, summary="Rings back at six")
        return record(writer, draft, author=Author(tablets.MARTA, tablets.STORE))


def test_what_is_recorded_stands_on_top_and_what_lies_far_below_is_let_go(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    timeline = counter.card.timeline
    to_the_end(counter, timeline)
    all_lines = [row.key for row in timeline.rows.rows]
    timeline.seen(5)
    recorded = call_recorded(counter)
    counter.wait(lambda: timeline.rows.find(recorded) is not None)
    left = [row.key for row in timeline.rows.rows]
    assert left == [recorded, *all_lines[: len(left) - 1]]
    assert len(left) < len(all_lines)
    to_the_end(counter, timeline)
    assert [row.key for row in timeline.rows.rows] == [recorded, *all_lines]


def test_whoever_reads_far_back_stays_there_when_something_comes_in(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    timeline = counter.card.timeline
    to_the_end(counter, timeline)
    page = counter.item("thread")
    assert page is not None
    QMetaObject.invokeMethod(page, "positionViewAtEnd")
    counter.wait(lambda: timeline._seen == timeline.rows.count - 1)
    read = timeline.rows.rows[-5].key
    recorded = call_recorded(counter)
    counter.wait(lambda: timeline.rows.find(recorded) is not None)
    assert timeline.rows.find(read) is not None


def test_a_word_finds_its_lines_wherever_they_stand(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    timeline = counter.card.timeline
    timeline.search("maglia")
    counter.wait(lambda: timeline.rows.count == 2 and not timeline.under_way)
    assert {row.channel for row in timeline.rows.rows} == {"order"}
    timeline.search("perché no")
    counter.wait(lambda: timeline.rows.count == 0 and not timeline.under_way)
    timeline.show_all()
    counter.wait(lambda: timeline.rows.count > 2)


def test_the_next_letter_does_not_wait_for_the_last(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    timeline = counter.card.timeline
    for text in ("m", "ma", "mag", "magl", "maglia elba"):
        timeline.search(text)
    counter.wait(lambda: timeline.rows.count == 2 and not timeline.under_way)


def test_another_card_begins_with_all_of_her_lines(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.card.timeline.search("maglia")
    counter.wait(lambda: counter.card.thread.count == 2)
    counter.open_card(giulia.MARCO)
    assert (counter.card.timeline.text, counter.card.thread.count) == ("", 1)
