"""Pairing by typing, with real codes that are wrong in every way; the hub's side has tests of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from clienteling.tablet.app import App
from clienteling.tablet.pairing.pairing_view_model import PairingViewModel
from clienteling.tablet.pairing.refusal import Why, why
from clienteling.tablet.root import Root
from sync import pairing_code
from sync.device.states import Kind, State
from sync.errors import Code, FingerprintMismatch, HubRefused, HubUnreachable, KeysUnreachable
from tests.tablet import tablets
from tests.tablet.fingers import Fingers

SECRET, FINGERPRINT = bytes(range(8)), "ab" * 32
GOOD = pairing_code.typed(SECRET, FINGERPRINT)
WRONG = GOOD[:-1] + ("2" if GOOD[-1] != "2" else "3")


@pytest.fixture
def new(tmp_path: Path, qtbot: QtBot) -> Iterator[App]:
    """A tablet that belongs to nobody yet."""
    folder = tmp_path / "new"
    tablets.keys_in_a_file(folder)
    with tablets.running(folder) as app:
        app.preferences.choose_language("en")
        qtbot.waitUntil(lambda: app.root.stage == Root.Stage.Pairing.value)
        yield app


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("", "Type the code that the hub shows."),
        ("https://example.com", "This is not a pairing code. It begins with"),
        ("WIFI:T:WPA;S:Shop;P:word;;", "This is not a pairing code. It begins with"),
        ("127.0.0.1:9 " + GOOD[:9], "Some of the code is missing"),
        ("127.0.0.1:9 " + WRONG, "A character is not right."),
        ("no.such..place:7 " + GOOD, "This is not a pairing code. It begins with"),
        ("PAIR9ABCDEFGH", "The hub is newer than this app."),
        (GOOD, "Type the hub's address before the code"),
        ("127.0.0.1:9 " + GOOD, "The hub gives no answer."),
    ],
)
def test_each_wrong_code_has_its_own_plain_words(new: App, qtbot: QtBot, code: str, words: str) -> None:
    fingers = Fingers(qtbot, new.window.quick)
    fingers.wait_for("Pair this tablet with the shop")
    fingers.touch("Pairing code")
    fingers.type(code)
    fingers.touch("Pair")
    fingers.wait_for(words)
    assert new.pairing.step == PairingViewModel.Step.Code.value


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (HubRefused(Code.PAIRING_USED, ""), Why.USED),
        (HubRefused(Code.PAIRING_EXPIRED, ""), Why.EXPIRED),
        (HubRefused(Code.PAIRING_UNKNOWN, ""), Why.UNKNOWN_CODE),
        (HubRefused(Code.TOO_MANY_ATTEMPTS, ""), Why.TOO_MANY),
        (HubRefused(Code.STORAGE_FULL, ""), Why.HUB_FULL),
        (HubRefused(Code.INTERNAL, ""), Why.REFUSED),
        (HubUnreachable(), Why.UNREACHABLE),
        (FingerprintMismatch(), Why.OTHER_HUB),
        (KeysUnreachable(), Why.NO_KEYS),
    ],
)
def test_each_refusal_has_its_own_word(error: Exception, reason: Why) -> None:
    assert why(error) is reason


def test_an_error_that_nobody_can_do_anything_about_is_not_explained_away() -> None:
    with pytest.raises(ZeroDivisionError):
        why(ZeroDivisionError())


def test_every_problem_of_a_code_is_known_to_the_screen() -> None:
    assert {problem.value for problem in pairing_code.Problem} <= {reason.value for reason in Why}


def test_a_first_replica_shows_its_figures_and_then_the_people(tmp_path: Path, hub, qtbot: QtBot) -> None:
    folder = tmp_path / "paired"
    tablets.pair_without_replica(folder)
    with tablets.running(folder) as app:
        app.preferences.choose_language("en")
        fingers = Fingers(qtbot, app.window.quick)
        fingers.wait_for("Everything Nodo di Brera knows is arriving")
        with hub.write() as writer:
            for name in ("Anna", "Bea", "Carla"):
                writer.insert("customer", {"given_name": name})
        tablets.meet(tablets.replica_of(app), hub)
        app.link.tell(State(Kind.FIRST_REPLICA, percent=90))
        qtbot.waitUntil(lambda: app.pairing.customers == 3)
        assert app.pairing.progress == pytest.approx(0.9)
        app.link.tell(State(Kind.LIVE, completed_at=tablets.NOW))
        fingers.wait_for("Sofia Marini")
