from pathlib import Path

from clienteling.practice.names import ScenarioName
from clienteling.practice.progress import NOBODY, ProgressFile, Reached

RUSH = ScenarioName.RUSH


def test_progress_is_kept_for_each_associate_alone(tmp_path: Path) -> None:
    ProgressFile(tmp_path / "progress.json").keep("sofia", RUSH, Reached(steps=3, at=1))
    again = ProgressFile(tmp_path / "progress.json")
    assert again.of("sofia") == {RUSH: Reached(steps=3, at=1)}
    assert again.of("marta") == {}


def test_practising_once_more_takes_nothing_away(tmp_path: Path) -> None:
    file = ProgressFile(tmp_path / "progress.json")
    file.keep("sofia", RUSH, Reached(steps=6, all_steps=True, right=2, at=1))
    file.keep("sofia", RUSH, Reached(steps=1, right=1, at=2))
    assert file.of("sofia")[RUSH] == Reached(steps=6, all_steps=True, right=2, at=2)


def test_of_whoever_has_not_signed_in_nothing_is_kept(tmp_path: Path) -> None:
    file = ProgressFile(tmp_path / "progress.json")
    file.keep(NOBODY, RUSH, Reached(steps=6))
    assert not (tmp_path / "progress.json").exists()


def test_who_wants_hers_gone_begins_anew(tmp_path: Path) -> None:
    file = ProgressFile(tmp_path / "progress.json")
    file.keep("sofia", RUSH, Reached(steps=6))
    file.keep("marta", RUSH, Reached(steps=2))
    file.forget("sofia")
    assert file.of("sofia") == {}
    assert file.of("marta") == {RUSH: Reached(steps=2)}


def test_an_unreadable_file_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "progress.json").write_text("{")
    assert ProgressFile(tmp_path / "progress.json").of("sofia") == {}
    assert (tmp_path / "progress.unreadable").read_text() == "{"
