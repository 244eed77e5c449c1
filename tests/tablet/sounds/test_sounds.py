"""What is heard, and when."""

import subprocess
import sys
import wave
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal

from clienteling import resources
from clienteling.codes.values import Doubt
from clienteling.scan.values import CodeForged, CustomerFound, FoundBy, ScanResult, TextRead
from clienteling.tablet.sounds.hearing import Hearing, of_scan
from clienteling.tablet.sounds.sounds import Sound

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("sound", Sound)
def test_every_sound_is_short_and_fades_away(sound: Sound) -> None:
    with wave.open(str(resources.path("sounds", f"{sound.value}.wav"))) as file:
        assert file.getnframes() / file.getframerate() < 0.3
        last = file.readframes(file.getnframes())[-2:]
    assert abs(int.from_bytes(last, "little", signed=True)) < 1_000


def test_the_sounds_are_those_that_the_script_writes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, ROOT / "packaging" / "sounds.py", tmp_path], check=True)
    for sound in Sound:
        written = (tmp_path / f"{sound.value}.wav").read_bytes()
        assert resources.path("sounds", f"{sound.value}.wav").read_bytes() == written


@pytest.mark.parametrize(
    ("result", "sound"),
    [
        (CustomerFound("giulia", FoundBy.CODE), Sound.FOUND),
        (CodeForged(Doubt.SIGNATURE), Sound.NOT_FOUND),
        (TextRead("rossi"), None),
    ],
)
def test_a_scan_is_heard_by_where_it_leads(result: ScanResult, sound: Sound | None) -> None:
    assert of_scan(result) is sound


class Scan(QObject):
    resolved = Signal(object)


class Saved(QObject):
    changed = Signal()
    record_id = ""
    failure = ""


def test_what_is_saved_is_heard_once_however_often_its_state_changes() -> None:
    saved, heard = Saved(), []
    hearing = Hearing(Scan(), saved, heard.append)
    saved.record_id = "one"
    for _ in ("saved here", "sent", "confirmed"):
        saved.changed.emit()
    saved.record_id = "two"
    saved.changed.emit()
    assert heard == [Sound.SAVED, Sound.SAVED]
    hearing.deleteLater()
