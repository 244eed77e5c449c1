"""Where the tablet stands with its hub: every state of the engine has plain words, in both languages."""

import pytest

from clienteling.tablet.app import App
from clienteling.tablet.link import _STANDINGS, Link
from sync.device.states import Kind, Reason, State
from tests.tablet import tablets


def test_every_state_of_the_engine_has_a_standing():
    assert set(_STANDINGS) == set(Kind)


SHOWN_WHOLE = {Kind.LOCKED, Kind.WIPED}
"""They have the screen to themselves."""


@pytest.mark.parametrize("kind", sorted(set(Kind) - SHOWN_WHOLE - {Kind.LIVE}))
def test_every_other_state_than_live_is_said_on_the_pill(signed_in: App, fingers, qtbot, kind):
    words = {
        Kind.UNPAIRED: "No hub yet",
        Kind.CONNECTING: "Connecting",
        Kind.ASLEEP: "Connecting",
        Kind.LOOKING: "Looking for the hub",
        Kind.FIRST_REPLICA: "Arriving: 42%",
        Kind.OFFLINE: "Offline",
        Kind.REFUSED: "Another machine answers for the hub",
    }
    signed_in.link.tell(State(kind, tablets.NOW, percent=42, reason=Reason.OTHER_HUB))
    fingers.wait_for(words[kind])


def test_a_state_is_told_from_any_thread_and_shown(signed_in: App, qtbot):
    signed_in.link.tell(State(Kind.LOCKED, tablets.NOW))
    qtbot.waitUntil(lambda: signed_in.link.standing == Link.Standing.Locked.value)
