"""The customer card on the screen, as it stands in the replica."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem

from clienteling.customers.tables import preference
from clienteling.tablet.navigation import Navigation
from sync.hub.store import HubStore
from tests.tablet import giulia, tablets
from tests.tablet.counter import Counter
from tests.tablet.fingers import drawn, has_words, is_touchable, place_of, visible


def test_the_card_tells_her_story_with_the_cable_out(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.fingers.wait_for("Giulia Ferraris")
    said = counter.fingers.read()
    assert "Customer since 2021 · Italian · Gold tier" in said
    assert "39" in counter.card.handover
    assert counter.card.handover_promise_id == "hold-nora"
    assert "Told by her · Milano, 12 March" in said
    assert "Offline" in said or "Looking for the hub" in said


def test_facts_carry_where_they_come_from_and_ask_to_be_confirmed(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    facts = {fact.kind: fact for fact in counter.card.facts.rows}
    assert (facts["shoe_size"].value, facts["shoe_size"].source, facts["shoe_size"].store) == (
        "38",
        "told",
        "Milano",
    )
    assert facts["clothes_size"].to_confirm
    assert facts["birthday"].days_left == 12


def test_what_she_leans_towards_says_from_what_and_who_is_overdue_is_said_at_once(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    facts = {fact.kind: fact for fact in counter.card.facts.rows}
    assert facts["interest"].value == "Shoes, bags, black"
    assert "Deduced from 1 question, 1 choice online, and 2 views" in counter.fingers.read()
    counter.open_card(giulia.LONG)
    assert "Usually every 5 weeks; last time 11 weeks ago" in counter.fingers.read()


def test_the_row_of_products_shows_basket_seen_and_a_suggestion_with_its_reason(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    tags = [row.tag for row in counter.card.shelf.rows]
    assert tags[:2] == ["basket", "viewed"]
    assert all(row.reason for row in counter.card.shelf.rows if row.tag in {"goes_with", "step_up"})


def test_purchases_stand_behind_their_own_heading(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.tap("purchasesHeading")
    counter.fingers.wait_for("Maglia Elba")


def test_the_timeline_is_grouped_by_day_and_filtered_by_channel(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    assert "Yesterday" in {row.day for row in counter.card.thread.rows}
    counter.tap("channels")
    counter.tap("channel-basket")
    counter.wait(lambda: {row.channel for row in counter.card.thread.rows} == {"basket"})
    assert counter.item("handover") is None
    counter.tap("channels")
    counter.wait(lambda: len({row.channel for row in counter.card.thread.rows}) > 1)
    counter.wait(lambda: counter.item("handover") is not None)


def test_a_word_typed_finds_its_lines_and_all_come_back_at_a_tap(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.tap("searchTimeline")
    counter.fingers.type("elba")
    counter.wait(lambda: counter.card.thread.count == 2)
    counter.fingers.type("x")
    counter.fingers.wait_for("Nothing in her timeline says “elbax”.")
    counter.tap("channels")
    counter.wait(lambda: counter.card.thread.count > 2)


def test_a_fact_is_still_true_by_one_tap_and_that_is_taken_back_by_another(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.taps = 0
    counter.tap("still-clothes_size")
    told = {"source": "told", "kind": "clothes_size", "value": "42", "removed_at": None}
    counter.wait_saved("preference")
    assert (len(counter.rows(preference, **told)), counter.taps) == (1, 1)
    counter.wait(lambda: not {f.kind: f for f in counter.card.facts.rows}["clothes_size"].confirmable)
    counter.saved.undo()
    counter.wait(lambda: {f.kind: f for f in counter.card.facts.rows}["clothes_size"].confirmable)


def test_older_lines_follow_while_she_scrolls(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    first = counter.card.thread.count
    assert counter.card.timeline.more
    counter.card.timeline.older()
    counter.wait(lambda: counter.card.thread.count > first)
    while counter.card.timeline.more:
        known = counter.card.thread.count
        counter.card.timeline.older()
        counter.wait(lambda known=known: counter.card.thread.count > known or not counter.card.timeline.more)
    assert len({row.key for row in counter.card.thread.rows}) == counter.card.thread.count


def test_an_empty_card_says_what_will_stand_there(counter: Counter) -> None:
    counter.open_card(giulia.EMPTY)
    counter.fingers.wait_for("Nothing has been recorded yet")
    assert counter.card.handover == ""


def test_a_customer_who_is_not_here_yet_is_said_plainly(counter: Counter) -> None:
    counter.app.navigation.open_customer("nobody")
    counter.fingers.wait_for("She is not on this tablet yet")


def test_a_product_shows_where_it_is_and_how_old_the_figure_is(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.app.root.shop.card.product.ask(giulia.NORA, giulia.NORA_39)
    counter.fingers.wait_for("Torino Po")
    said = counter.fingers.read()
    assert "as of today 8:46" in said
    assert "counted 31 days ago: ask" in said
    counter.tap("takeProduct")
    counter.wait(lambda: [pick.key for pick in counter.record.in_hand] == [giulia.NORA_39])
    counter.fingers.wait_for("In hand: put it back")


def test_another_colour_keeps_the_size(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    product = counter.app.root.shop.card.product
    product.ask(giulia.NORA, giulia.NORA_39)
    counter.tap("colour-brown")
    counter.wait(lambda: product.article == "NORA-BROWN-39")


def test_words_and_data_change_language_at_once(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.app.preferences.choose_language("it")
    counter.fingers.wait_for("Detto da lei · Milano, 12 marzo")
    counter.fingers.wait_for("Ieri")


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (800, 1280), (1440, 900)])
@pytest.mark.parametrize("who", [giulia.GIULIA, giulia.LONG])
def test_nothing_leaves_the_page_in_italian(counter: Counter, who: str, width: int, height: int) -> None:
    counter.app.preferences.choose_language("it")
    counter.app.window.quick.resize(width, height)
    counter.open_card(who)
    counter.fingers.wait_for("Promessa")
    texts = [i for i in visible(counter.app.window.quick) if i.inherits("QQuickText") and i.property("text")]
    assert not [i.property("text") for i in texts if i.property("truncated")]
    right = [i.mapToScene(i.boundingRect().topRight()).x() for i in texts if not scrolls_sideways(i)]
    assert max(right) <= width


def scrolls_sideways(item) -> bool:
    while item is not None:
        if item.objectName() == "sideways":
            return True
        item = item.parentItem()
    return False


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (800, 1280)])
def test_everything_that_is_touched_is_large_enough(counter: Counter, width: int, height: int) -> None:
    counter.app.window.quick.resize(width, height)
    counter.open_card(giulia.GIULIA)
    counter.fingers.wait_for("Promise")
    small = [
        (i.objectName() or i.metaObject().className(), i.width(), i.height())
        for i in visible(counter.app.window.quick)
        if i.inherits("QQuickAbstractButton") and i.isEnabled() and min(i.width(), i.height()) < 48
    ]
    assert small == []


def test_opening_a_card_remembers_it_for_the_client_book(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.app.navigation.go(Navigation.Place.Book.value)
    counter.tap(f"hit-{giulia.GIULIA}")
    counter.wait(lambda: counter.app.navigation.place == Navigation.Place.Customer.value)


def test_a_card_that_cannot_be_read_says_so_and_is_tried_again(counter: Counter) -> None:
    replica = tablets.replica_of(counter.app)
    with replica.transaction() as connection:
        connection.exec_driver_sql("ALTER TABLE event RENAME TO event_lost")
    counter.app.navigation.open_customer(giulia.GIULIA)
    counter.fingers.wait_for("This card cannot be read just now")
    with replica.transaction() as connection:
        connection.exec_driver_sql("ALTER TABLE event_lost RENAME TO event")
    counter.fingers.touch("Try again")
    counter.fingers.wait_for("Giulia Ferraris")


def test_many_changes_in_a_row_are_read_once_more(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    shown: list[int] = []
    counter.card.shown.connect(lambda: shown.append(1))
    for _ in range(20):
        counter.card.reload()
    counter.wait(lambda: len(shown) == 2)


def test_two_records_that_are_one_persons_are_one_card_by_either_id_which_says_so(
    counter: Counter, hub: HubStore
) -> None:
    counter.open_card(giulia.MARCO)
    with hub.write() as writer:
        web = writer.insert("customer", {"given_name": "Marco", "email": "marco.b@example.com"})
        writer.insert("customer_alias", {"id": web, "customer_id": giulia.MARCO, "joined_to": giulia.MARCO})
    tablets.meet(counter.app.root.shop._floor.replica, hub)
    counter.fingers.wait_for("Italian · 2 cards joined")
    counter.app.navigation.open_customer(giulia.EMPTY)
    counter.open_card(web)
    assert counter.card.name == "Marco Lo Bianco"
    assert counter.card.email == "marco.b@example.com"
    with hub.write() as writer:
        writer.remove("customer_alias", web)
    tablets.meet(counter.app.root.shop._floor.replica, hub)
    counter.wait(lambda: counter.card.records == 1)
    assert counter.card.name == "Marco"


def test_a_suggestion_says_why_and_whether_it_was_any_good_is_one_tap_from_there(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    suggestion = counter.app.root.shop.card.suggestion
    belt = next(row for row in counter.card.shelf.rows if row.product_id == giulia.LIA)
    suggestion.ask(giulia.LIA)
    counter.app.root.shop.card.product.ask(giulia.LIA, "")
    counter.fingers.wait_for(f"Suggested: {belt.reason}")
    counter.tap("suggestionUseful")
    counter.wait_saved("useful")
    counter.wait(lambda: suggestion.useful)
    counter.tap("suggestionNotUseful")
    counter.wait_saved("not_useful")
    counter.wait(lambda: giulia.LIA not in {row.product_id for row in counter.card.shelf.rows})
    counter.saved.undo()
    counter.wait(lambda: giulia.LIA in {row.product_id for row in counter.card.shelf.rows})


def test_the_next_best_action_is_done_at_a_tap(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    assert counter.card.next_product_id == giulia.ALBA
    counter.fingers.wait_for(counter.card.next_reason)
    counter.tap("nextAction")
    counter.wait(lambda: counter.app.root.shop.card.product.name == "Borsa Tracolla Alba")


def test_a_leaf_is_made_when_it_is_asked_for(counter: Counter) -> None:
    """A card has a dozen, of which most are not opened all day."""
    counter.open_card(giulia.GIULIA)

    def made(topic: str) -> bool:
        return counter.app.window.quick.findChild(QQuickItem, f"help-{topic}") is not None

    assert made("promise")
    assert not any(made(topic) for topic in ("appointment", "task", "message", "product", "reserve", "entry"))
    counter.tap("record-more")
    counter.tap("act-task")
    counter.wait(lambda: made("task"))


def test_a_line_that_has_the_focus_and_opens_nothing_any_more_says_nothing_to_the_log(
    counter: Counter, qtlog
) -> None:
    """A list uses a line again for another, whatever has the focus."""
    counter.open_card(giulia.GIULIA)
    counter.app.window.quick.resize(1280, 1400)
    counter.tap("record-advice")
    counter.wait_saved("advice")

    def opening() -> QQuickItem | None:
        lines = (i for i in visible(counter.app.window.quick) if is_touchable(i) and i.property("opens"))
        return next(lines, None)

    counter.wait(lambda: opening() is not None)
    line = opening()
    line.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    assert line.hasActiveFocus()
    line.setProperty("opens", False)
    line.setProperty("can_undo", False)
    assert [one.message for one in qtlog.records if "activeFocusOnTab" in one.message] == []


def test_the_facts_lie_flat_again_when_the_words_do(counter: Counter) -> None:
    counter.app.window.quick.resize(800, 1280)
    counter.open_card(giulia.GIULIA)

    def height() -> float:
        return counter.item("fact-shoe_size").height()

    counter.wait(lambda: counter.item("fact-shoe_size") is not None)
    usual = height()
    counter.app.preferences.choose_text_percent(200)
    counter.wait(lambda: height() > usual)
    counter.app.preferences.choose_text_percent(100)
    counter.wait(lambda: height() == usual)


def test_in_large_words_why_she_is_here_has_the_width_of_its_block(counter: Counter) -> None:
    counter.app.window.quick.resize(800, 1280)
    counter.app.preferences.choose_text_percent(200)
    counter.open_card(giulia.GIULIA)
    counter.wait(lambda: counter.item("handoverAction") is not None)
    words, action = counter.item("handoverWords"), counter.item("handoverAction")
    counter.wait(lambda: place_of(words).bottom() <= place_of(action).top())


def test_a_day_and_its_month_stay_in_one_line(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.wait(lambda: counter.item("fact-clothes_size") is not None)
    said = [one.property("text") for one in drawn(counter.item("fact-clothes_size")) if has_words(one)]
    assert "Deduced from 3 purchases · 13\N{NO-BREAK SPACE}October · to\N{NO-BREAK SPACE}confirm" in said
