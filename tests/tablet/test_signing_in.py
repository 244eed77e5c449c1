"""Signing in with the fingers, on a tablet whose hub is away."""

import sqlalchemy as sa

from clienteling.notes.tables import note as note_table
from clienteling.tablet.app import App
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.root import Root
from sync.hub.store import HubStore
from tests.tablet import tablets
from tests.tablet.fingers import Fingers, everything
from tests.tablet.tablets import Hands


def type_pin(fingers: Fingers, pin: str) -> None:
    for digit in pin:
        fingers.touch(digit)
    fingers.touch("Sign in")


def test_everybody_of_the_shop_is_there_to_be_picked(fingers: Fingers) -> None:
    fingers.wait_for("Milano Brera")
    assert all(fingers.sees(words) for words in ("Marta De Angelis", "Paolo Quattrocchi", "Store manager"))


def test_picking_oneself_and_typing_the_pin_opens_the_shop(app: App, fingers: Fingers, qtbot) -> None:
    fingers.touch("Sofia Marini")
    fingers.wait_for("Hello, Sofia")
    type_pin(fingers, "1234")
    qtbot.waitUntil(lambda: app.root.stage == Root.Stage.Shop.value)
    assert app.session.author.associate_id == "sofia"
    assert app.session.author.store_id == "milano-brera"


def test_the_page_is_put_away_while_somebody_works_and_is_there_at_once_when_she_goes(
    app: App, fingers: Fingers, qtbot
) -> None:
    def pads() -> int:
        return sum(item.objectName() == "practise" for item in everything(app.window.quick.contentItem()))

    fingers.touch("Sofia Marini")
    fingers.wait_for("Hello, Sofia")
    assert pads() == 1
    type_pin(fingers, "1234")
    qtbot.waitUntil(lambda: app.session.open and pads() == 0)
    app.session.lock()
    assert pads() == 1
    fingers.wait_for("Paolo Quattrocchi")


def test_a_keyboard_works_as_well_as_a_finger(app: App, fingers: Fingers, qtbot) -> None:
    fingers.touch("Marta De Angelis")
    fingers.wait_for("Hello, Marta")
    fingers.type("1234\r")
    qtbot.waitUntil(lambda: app.session.open)


def test_a_wrong_pin_is_said_and_the_pad_is_empty_again(app: App, fingers: Fingers) -> None:
    fingers.touch("Sofia Marini")
    type_pin(fingers, "4321")
    fingers.wait_for("The PIN is not right. 2 tries before a pause.")
    assert fingers.find("Sign in") is None
    assert not app.session.open


def test_after_three_wrong_pins_the_pad_waits_and_counts_down(
    app: App, fingers: Fingers, clock: Hands, qtbot
) -> None:
    fingers.touch("Sofia Marini")
    for _ in range(3):
        type_pin(fingers, "4321")
        qtbot.waitUntil(lambda: not app.root.shop.sign_in.busy)
    fingers.wait_for("Too many tries. Try again in 5 seconds.")
    assert fingers.find("1") is None
    clock.now += 3_000
    fingers.wait_for("Try again in 2 seconds.")
    clock.now += 3_000
    fingers.wait_for("Your PIN, please")
    type_pin(fingers, "1234")
    qtbot.waitUntil(lambda: app.session.open)


def test_changing_hands_goes_back_to_everybody(signed_in: App, fingers: Fingers) -> None:
    signed_in.navigation.go(Navigation.Place.Person.value)
    fingers.touch("Change hands")
    fingers.wait_for("Who is here?")
    assert not signed_in.session.open


def test_who_goes_while_something_is_unsent_is_told_so_and_it_goes_whoever_comes(
    signed_in: App, fingers: Fingers, hub: HubStore, qtbot
) -> None:
    note = tablets.write_note(signed_in)
    qtbot.waitUntil(lambda: signed_in.link.saved_here == 1)
    signed_in.navigation.go(Navigation.Place.Person.value)
    fingers.touch("Change hands")
    fingers.wait_for("1 record is saved on this tablet.")
    tablets.sign_in(signed_in, tablets.PAOLO)
    qtbot.waitUntil(lambda: signed_in.session.open)
    assert signed_in.link.saved_here == 1
    tablets.meet(tablets.replica_of(signed_in), hub)
    qtbot.waitUntil(lambda: signed_in.link.saved_here == 0)
    with hub.read() as connection:
        assert list(connection.scalars(sa.select(note_table.c.id))) == [note]


def test_a_tablet_that_nobody_touches_locks_itself(signed_in: App, fingers: Fingers) -> None:
    signed_in.preferences.choose_lock_after_minutes(2)
    timer = signed_in._idle._timer
    assert timer.interval() == 2 * 60_000
    timer.timeout.emit()
    fingers.wait_for("Who is here?")


def test_a_touch_begins_the_time_until_locking_anew(signed_in: App, fingers: Fingers) -> None:
    timer = signed_in._idle._timer
    timer.stop()
    fingers.touch("Ledger")
    assert timer.isActive()


def test_an_answer_for_somebody_who_has_locked_the_tablet_is_nobody_s(signed_in: App, qtbot) -> None:
    floor = signed_in.root.shop._floor
    told: list[object] = []
    floor.read(lambda _: 1, lambda _: told.append(floor.session.author))
    signed_in.session.lock()
    done: list[int] = []
    floor.jobs.run(lambda: 0, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert told == []


def test_a_pin_that_cannot_be_checked_is_told(app: App, qtbot, monkeypatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("clienteling.tablet.sign_in.sign_in_view_model.try_pin", broken)
    tablets.sign_in(app, tablets.SOFIA)
    qtbot.waitUntil(lambda: app.toasts.text.startswith("That did not work"))
