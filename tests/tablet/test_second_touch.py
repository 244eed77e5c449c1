"""A finger that trembles, or is in a hurry, touches twice in one place while something turns beneath it."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QMouseEvent

from clienteling.appointments.tables import appointment
from clienteling.consents.tables import consent
from clienteling.consents.values import Purpose
from clienteling.demo.ease import AT_EASE_S
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.root import Root
from tests.screens.todo import put_down
from tests.tablet import giulia, tablets
from tests.tablet.at_the_counter import counter, hub
from tests.tablet.counter import Counter
from tests.tablet.fingers import visible

LEFT = Qt.MouseButton.LeftButton
__all__ = ["counter", "hub"]


def begin(counter: Counter) -> QPoint:
    """An appointment with Bianchi, ready to be booked. Returns where that is touched."""
    counter.tap_place(Navigation.Place.Calendar)
    counter.tap("slot-2026-11-22-780")
    counter.write_in("whomField")
    counter.fingers.type("Bianchi")
    return counter.fingers.resting(lambda: counter.item("saveAppointment"))


def booked(counter: Counter) -> int:
    counter.wait_saved("booked")
    counter.qtbot.wait(round(1000 * AT_EASE_S))  # whatever was wished a second time has come
    return len(counter.rows(appointment, name="Bianchi"))


def test_what_is_saved_while_its_leaf_goes_is_saved_once(counter: Counter) -> None:
    place = begin(counter)
    counter.fingers.touch_at(place)
    counter.fingers.touch_again(place)
    assert booked(counter) == 1


def click(counter: Counter, place: QPoint, moment: int) -> None:
    """At that millisecond, however long the machine took for the one before."""
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        event = QMouseEvent(kind, place, place, LEFT, LEFT, Qt.KeyboardModifier.NoModifier)
        event.setTimestamp(moment)
        QCoreApplication.sendEvent(counter.app.window.quick, event)


def test_a_mouse_is_no_other_than_a_finger(counter: Counter) -> None:
    place = begin(counter)
    click(counter, place, 10_000)
    click(counter, place, 10_100)
    assert booked(counter) == 1


def twice(counter: Counter, name: str) -> None:
    place = counter.fingers.resting(lambda: counter.item(name))
    counter.fingers.touch_at(place)
    counter.fingers.touch_again(place)
    counter.qtbot.wait(round(1000 * AT_EASE_S))


def test_a_leaf_that_has_just_come_is_not_put_away(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    twice(counter, "record-note")
    assert counter.item("noteBody") is not None


def test_what_stays_where_it_is_does_once_what_it_says(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.tap("record-more")
    counter.tap("act-show")
    counter.tap("part-agreed")
    twice(counter, "withdraw-profiling")
    counter.wait(lambda: withdrawn(counter) > 0)
    assert withdrawn(counter) == 1


def test_the_line_that_comes_in_the_place_of_one_that_is_done_is_not_done(counter: Counter) -> None:
    with tablets.replica_of(counter.app).write() as writer:
        put_down(writer)
    counter.tap_place(Navigation.Place.Todo)
    todo = counter.app.root.shop.todo
    counter.wait(lambda: todo.rows.count == 6)
    place = counter.fingers.resting(lambda: counter.item(f"finish-{todo.rows.rows[0].key}"))
    click(counter, place, 10_000)
    counter.wait(lambda: todo.rows.count == 5)
    counter.qtbot.wait(round(1000 * AT_EASE_S))
    click(counter, place, 10_300)
    counter.qtbot.wait(round(1000 * AT_EASE_S))
    assert todo.rows.count == 5
    click(counter, place, 20_000)
    counter.wait(lambda: todo.rows.count == 4)


def withdrawn(counter: Counter) -> int:
    return len(counter.rows(consent, customer_id=giulia.GIULIA, purpose=Purpose.PROFILING, granted=False))


def test_digits_of_a_pin_are_touched_as_fast_as_one_can(counter: Counter) -> None:
    counter.app.session.lock()
    counter.wait(lambda: counter.app.root.stage == Root.Stage.SignIn.value)
    counter.app.root.shop.sign_in.choose(tablets.SOFIA)
    place = counter.fingers.resting(lambda: counter.fingers.find("1"))
    for _ in range(3):
        counter.fingers.touch_again(place)
    pad = next(i for i in visible(counter.app.window.quick, lambda item: item.property("pin") is not None))
    counter.wait(lambda: pad.property("pin") == "111")
