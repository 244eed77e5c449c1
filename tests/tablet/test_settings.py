"""What a tablet remembers of itself."""

from pathlib import Path

import msgspec
import pytest

from clienteling.tablet.settings import Appearance, Settings, SettingsFile


def test_a_new_tablet_has_the_settings_of_a_new_tablet(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path / "device.json").read() == Settings()


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "new" / "device.json")
    chosen = Settings(language="it", appearance=Appearance.DARK, camera="back", lock_after_minutes=2)
    file.write(chosen)
    assert file.read() == chosen
    assert [p.name for p in (tmp_path / "new").iterdir()] == ["device.json"]


def test_an_unreadable_file_is_kept_and_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "device.json"
    path.write_bytes(b'{"language": "it"')
    assert SettingsFile(path).read() == Settings()
    assert (tmp_path / "device.unreadable").read_bytes() == b'{"language": "it"'


def test_a_setting_of_a_newer_version_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "device.json"
    path.write_bytes(b'{"language": "en", "of_tomorrow": true}')
    assert SettingsFile(path).read() == Settings(language="en")


@pytest.mark.parametrize("field", [f.name for f in msgspec.structs.fields(Settings)])
def test_every_setting_is_read_by_somebody(field: str) -> None:
    tablet = Path(__file__).parents[2] / "clienteling" / "tablet"
    readers = [
        f
        for f in tablet.rglob("*.py")
        if f.name != "settings.py" and f"settings.{field}" in f.read_text("utf-8")
    ]
    assert readers != []
