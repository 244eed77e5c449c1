"""A tablet that must show nobody's data: locked, revoked, wiped. It says so plainly, and nothing else."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from clienteling.tablet.app import App
from clienteling.tablet.closed.closed_view_model import Why, why
from clienteling.tablet.opening.device import FILE, open_device
from clienteling.tablet.root import Root
from sync.device.states import Kind, Reason, State
from sync.device.trusted import lease, wipe
from sync.device.trusted.keys import DATABASE_KEY, FileKeys
from sync.device.trusted.lease import Lease
from tests.tablet import tablets
from tests.tablet.fingers import Fingers, visible, words_of

DAY = 24 * 3_600_000


def closed(app: App, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: app.root.stage == Root.Stage.Closed.value)


def all_words(app: App) -> str:
    return " ".join(words_of(item) for item in visible(app.window.quick))


def out_of_reach(folder: Path, *, revoked: bool = False, lease_ms: int = 30 * DAY, met: int = 0) -> None:
    """What the tablet noted when it last met its hub."""
    opened = open_device(folder, lambda: tablets.NOW)
    with opened.replica.transaction() as connection:
        lease.met(connection, lease_ms=lease_ms, hub_now=met or tablets.NOW)
    if revoked:
        Lease(opened.replica).revoke()
    opened.replica.engine.dispose()


def test_a_tablet_at_work_is_locked_and_opens_again_at_the_sign_in_page(
    signed_in: App, fingers: Fingers, qtbot: QtBot
) -> None:
    signed_in.link.tell(State(Kind.LOCKED, completed_at=tablets.NOW))
    closed(signed_in, qtbot)
    fingers.wait_for("This tablet is locked")
    assert not signed_in.session.open
    assert "Sofia" not in all_words(signed_in)
    tablets.sign_in(signed_in, tablets.SOFIA)
    signed_in.link.tell(State(Kind.LOCKED, completed_at=tablets.NOW, code=None))
    assert signed_in.root.stage == Root.Stage.Closed.value
    signed_in.link.tell(State(Kind.LIVE, completed_at=tablets.NOW))
    qtbot.waitUntil(lambda: signed_in.root.stage == Root.Stage.SignIn.value)
    assert signed_in.closed.reason is Why.NONE


def test_a_tablet_whose_lease_is_over_starts_locked(folder: Path, qtbot: QtBot) -> None:
    out_of_reach(folder, met=tablets.NOW - 31 * DAY)
    with tablets.running(folder) as app:
        app.preferences.choose_language("en")
        closed(app, qtbot)
        Fingers(qtbot, app.window.quick).wait_for("This tablet is locked")
        assert "Sofia" not in all_words(app)


def test_a_revoked_tablet_says_what_it_has_not_sent_and_can_be_paired_again(
    folder: Path, qtbot: QtBot
) -> None:
    out_of_reach(folder, revoked=True)
    with tablets.running(folder) as app:
        app.preferences.choose_language("en")
        closed(app, qtbot)
        fingers = Fingers(qtbot, app.window.quick)
        fingers.wait_for("This tablet is no longer part of the shop")
        tablets.write_note(app)
        qtbot.waitUntil(lambda: app.closed.unsent == 1)
        fingers.touch("Pair this tablet again")
        fingers.wait_for("Pair this tablet with the shop")


@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize(
    "state",
    [State(Kind.LOCKED, completed_at=tablets.NOW), State(Kind.REFUSED, reason=Reason.REVOKED)],
    ids=lambda state: state.kind.value,
)
def test_it_is_said_in_both_languages(app: App, qtbot: QtBot, state: State, language: str) -> None:
    app.preferences.choose_language(language)
    app.link.tell(state)
    closed(app, qtbot)
    spoken = all_words(app)
    assert ("nodo" in spoken) is (language == "it")


def test_a_tablet_that_is_told_to_delete_everything_does_so_at_once(
    signed_in: App, folder: Path, fingers: Fingers, qtbot: QtBot
) -> None:
    keys = FileKeys(folder / "keys.json")
    before, content = keys.get(DATABASE_KEY), (folder / FILE).read_bytes()
    (folder / "replica-set-aside-1.db").write_bytes(content)
    signed_in.link.tell(State(Kind.WIPED))
    fingers.wait_for("This tablet has been emptied")
    qtbot.waitUntil(lambda: keys.get(DATABASE_KEY) not in (None, before))
    assert not (folder / "replica-set-aside-1.db").exists()
    qtbot.waitUntil((folder / FILE).exists)
    assert (folder / FILE).read_bytes()[:4_096] != content[:4_096]
    assert not signed_in.session.open
    assert signed_in.root.shop is None
    qtbot.waitUntil(lambda: tablets.opened(signed_in))
    with tablets.replica_of(signed_in).read() as connection:
        assert connection.exec_driver_sql("select count(*) from customer").scalar() == 0
    assert wipe.begun(keys)
    fingers.touch("Pair this tablet again")
    fingers.wait_for("Pair this tablet with the shop")


def test_a_wipe_that_was_begun_is_brought_to_its_end_at_the_next_start(folder: Path, qtbot: QtBot) -> None:
    keys = FileKeys(folder / "keys.json")
    before = keys.get(DATABASE_KEY)
    wipe.begin(keys)
    with tablets.running(folder) as app:
        app.preferences.choose_language("en")
        closed(app, qtbot)
        Fingers(qtbot, app.window.quick).wait_for("This tablet has been emptied")
        assert keys.get(DATABASE_KEY) != before
        with tablets.replica_of(app).read() as connection:
            assert connection.exec_driver_sql("select count(*) from associate").scalar() == 0


def test_what_the_engine_says_is_told_apart() -> None:
    assert why(State(Kind.LOCKED)) is Why.LEASE
    assert why(State(Kind.REFUSED, reason=Reason.REVOKED)) is Why.REVOKED
    assert why(State(Kind.REFUSED, reason=Reason.OTHER_HUB)) is Why.NONE
    assert why(State(Kind.WIPED)) is Why.WIPED
    assert why(State(Kind.OFFLINE)) is Why.NONE
