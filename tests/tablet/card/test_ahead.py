"""A card read before the page turns to it."""

from clienteling.interactions.use_cases import record
from clienteling.interactions.values import Draft, InteractionKind
from clienteling.staff.values import Author
from clienteling.tablet.navigation import Navigation
from tests.tablet import giulia, tablets
from tests.tablet.counter import Counter


def test_a_scan_turns_to_a_card_that_is_read_already(counter: Counter) -> None:
    turned: list[tuple[bool, str]] = []
    navigation = counter.app.navigation
    navigation.place_changed.connect(lambda: turned.append((counter.card.loading, counter.card.name)))
    counter.app.scanner.offer("2900000001234")
    counter.wait(lambda: bool(turned))
    assert turned == [(False, "Giulia Ferraris")]


def test_what_changes_while_the_card_is_read_stands_on_it(counter: Counter) -> None:
    counter.card._ahead.open(giulia.GIULIA)
    with tablets.replica_of(counter.app).write() as writer:
        draft = Draft(customer_id=giulia.GIULIA, kind=InteractionKind.CALL, summary="Rings back at six")
        recorded = record(writer, draft, author=Author(tablets.SOFIA, tablets.STORE))
    counter.wait(lambda: counter.card.thread.find(recorded) is not None)
    assert counter.app.navigation.customer_id == giulia.GIULIA


def test_a_tablet_locked_meanwhile_opens_nobody(counter: Counter) -> None:
    floor = counter.app.root.shop._floor
    counter.card._ahead.open(giulia.GIULIA)
    counter.app.session.lock()
    done: list[int] = []
    floor.jobs.run(lambda: 0, done.append)
    counter.wait(lambda: bool(done))
    assert floor.navigation.customer_id == ""
    assert floor.navigation.place == Navigation.Place.Scan.value


def test_a_tablet_that_a_customer_holds_by_then_opens_nobody_else(counter: Counter) -> None:
    floor = counter.app.root.shop._floor
    counter.open_card(giulia.GIULIA)
    counter.card._ahead.open(giulia.MARCO)
    counter.app.session.turn(to_her=True)
    done: list[int] = []
    floor.jobs.run(lambda: 0, done.append)
    counter.wait(lambda: bool(done))
    assert floor.navigation.customer_id == giulia.GIULIA


def test_of_two_cards_asked_for_at_once_the_last_is_turned_to(counter: Counter) -> None:
    turned: list[str] = []
    navigation = counter.app.navigation
    navigation.customer_changed.connect(lambda: turned.append(navigation.customer_id))
    navigation.open_customer(giulia.MARCO)
    navigation.open_customer(giulia.GIULIA)
    counter.wait(lambda: bool(turned))
    assert turned == [giulia.GIULIA]


def test_nobody_who_has_gone_elsewhere_is_fetched_back(counter: Counter) -> None:
    navigation, floor = counter.app.navigation, counter.app.root.shop._floor
    navigation.open_customer(giulia.GIULIA)
    navigation.go(Navigation.Place.Todo.value)
    done: list[int] = []
    floor.jobs.run(lambda: 0, done.append)
    counter.wait(lambda: bool(done))
    assert navigation.place == Navigation.Place.Todo.value
    assert navigation.customer_id == ""
