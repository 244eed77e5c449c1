"""The day on two tablets of a shop: what a manager says arrives, and two of them may read it at once."""

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtQuick import QQuickItem

from clienteling.review import use_cases as review
from clienteling.review.days import recorded
from clienteling.review.queries import figures_on
from clienteling.staff.values import Author
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.opening.device import open_device
from clienteling.tasks.queries import open_in
from sync.device.passes import run_pass
from sync.hub.local import LocalHub
from tests.tablet import tablets
from tests.tablet.counter import Counter

if TYPE_CHECKING:
    from sync.device.replica import Replica

SUNDAY = date(2026, 11, 22)
ANNA = Author("anna", tablets.STORE)


@pytest.fixture
def other(tmp_path, hub, clock):
    """Another tablet of the shop."""
    with hub.write() as writer:
        writer.insert("associate", tablets.person("anna", "Anna", "Conti", "manager"))
    opened = open_device(tablets.paired_folder(tmp_path / "other", hub, clock), clock)
    yield opened.replica
    opened.replica.engine.dispose()


@pytest.fixture
def page(app, qtbot, fingers):
    tablets.sign_in(app, tablets.MARTA)
    qtbot.waitUntil(lambda: app.session.open)
    app.navigation.go(Navigation.Place.Day.value)
    qtbot.waitUntil(lambda: app.root.shop.review.heading != "")
    return Counter(qtbot, app, fingers)


def meet(app, other: "Replica", hub) -> None:
    """The first tablet, the other one, and the first again: each then has what the other wrote."""
    for replica, device in ((tablets.replica_of(app), "tablet-1"), (other, "tablet-2")) * 2:
        run_pass(replica, LocalHub(hub, device), lambda _: None)


def test_what_is_said_to_one_of_the_team_arrives_on_the_other_tablet_with_who_said_it(
    app, page, other, hub, qtbot
):
    page.tap("tellTeam")
    words = app.window.quick.findChild(QQuickItem, "askWords")
    qtbot.waitUntil(words.hasActiveFocus)
    page.fingers.type("Call Elena")
    page.tap("ask-sofia")
    page.tap("askSend")
    qtbot.waitUntil(lambda: app.root.shop.toasts.undoable)
    meet(app, other, hub)
    with other.read() as conn:
        [task] = open_in(conn, tablets.STORE, SUNDAY, tablets.NOW)
    assert (task.what, task.associate_id, task.made_by_name) == ("Call Elena", "sofia", "Marta")
    assert page.taps == 3


def test_two_managers_mark_a_day_at_once_and_both_stand_on_both_tablets(app, page, other, hub, qtbot):
    page.tap("markDay")
    qtbot.waitUntil(lambda: app.root.shop.review.reviewed != "")
    with other.write() as writer:
        figures = figures_on(writer.connection, tablets.STORE, SUNDAY, "Europe/Rome")
        review.mark(writer, SUNDAY, figures, author=ANNA)
    meet(app, other, hub)
    said = app.root.shop.review
    qtbot.waitUntil(lambda: "Anna Conti" in said.reviewed and "Marta De Angelis" in said.reviewed)
    assert said.changed_since == ""
    with other.read() as conn:
        there = recorded(conn, tablets.STORE, {SUNDAY}, "Europe/Rome")[SUNDAY].reviewed
    assert {there.by_name, *there.also} == {"Anna Conti", "Marta De Angelis"}
