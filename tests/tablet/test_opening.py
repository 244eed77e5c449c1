"""The replica that does not open: what happened and what to do is said, and nothing is lost."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from clienteling.tablet.app import App
from clienteling.tablet.opening.device import FILE
from clienteling.tablet.root import Root
from sync.device.trusted.keys import DATABASE_KEY, FileKeys
from tests.tablet import tablets
from tests.tablet.fingers import Fingers


def says(app: App, qtbot: QtBot, words: str) -> Fingers:
    fingers = Fingers(qtbot, app.window.quick)
    app.preferences.choose_language("en")
    fingers.wait_for(words)
    return fingers


def damage(folder: Path) -> bytes:
    file = folder / FILE
    content = bytearray(file.read_bytes())
    content[:64] = b"\0" * 64
    file.write_bytes(content)
    return bytes(content)


def test_a_damaged_file_is_said_and_left_as_it_is(folder: Path, qtbot: QtBot) -> None:
    before = damage(folder)
    with tablets.running(folder) as app:
        says(app, qtbot, "The customer data on this tablet does not open")
    assert (folder / FILE).read_bytes() == before


def test_a_file_with_another_key_is_said_and_opens_once_the_key_is_back(folder: Path, qtbot: QtBot) -> None:
    keys = FileKeys(folder / "keys.json")
    right = keys.get(DATABASE_KEY)
    keys.put(DATABASE_KEY, "a5" * 32)
    with tablets.running(folder) as app:
        fingers = says(app, qtbot, "The customer data on this tablet does not open")
        keys.put(DATABASE_KEY, right or "")
        fingers.touch("Try again")
        qtbot.waitUntil(lambda: app.root.stage == Root.Stage.SignIn.value)


def test_beginning_anew_keeps_the_old_file_and_fetches_everything_again(folder: Path, qtbot: QtBot) -> None:
    before = damage(folder)
    with tablets.running(folder) as app:
        fingers = says(app, qtbot, "The customer data on this tablet does not open")
        fingers.touch("Keep the file aside and begin anew")
        fingers.wait_for("Everything Nodo di Brera knows is arriving")
    [kept] = folder.glob("replica-set-aside-*.db")
    assert kept.read_bytes() == before


def test_a_new_tablet_asks_to_be_paired(tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "new"
    tablets.keys_in_a_file(folder)
    with tablets.running(folder) as app:
        says(app, qtbot, "Pair this tablet with the shop")
