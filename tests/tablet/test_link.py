"""Where the tablet stands with its hub: every state of the engine has plain words, in both languages."""

import pytest

from clienteling.tablet.app import App
from clienteling.tablet.link import _STANDINGS, Link
from sync.device.states import Kind, Reason, State
from tests.tablet import tablets


def test_every_state_of_the_engine_has_a_standing():
    assert set(_STANDINGS) == set(Kind)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.LIVE])
def test_every_state_but_live_is_said_on_the_pill(signed_in: App, fingers, qtbot, kind):
    words = {
        Kind.UNPAIRED: "No hub yet",
        Kind.CONNECTING: "Connecting",
        Kind.ASLEEP: "Connecting",
        Kind.LOOKING: "Looking for the hub",
        Kind.FIRST_REPLICA: "Arriving: 42%",
        Kind.OFFLINE: "Offline",
        Kind.REFUSED: "Another machine answers for the hub",
        Kind.WIPED: "Emptied on the hub's order",
        Kind.LOCKED: "Locked until it meets the hub",
    }
    signed_in.link.tell(State(kind, tablets.NOW, percent=42, reason=Reason.OTHER_HUB))
    fingers.wait_for(words[kind])


def test_a_state_is_told_from_any_thread_and_shown(signed_in: App, qtbot):
    signed_in.link.tell(State(Kind.LOCKED, tablets.NOW))
    qtbot.waitUntil(lambda: signed_in.link.standing == Link.Standing.Locked.value)
