"""What this tablet remembers of itself: one small file, replaced whole or not at all."""

import os
from enum import StrEnum
from pathlib import Path

import msgspec


class Appearance(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    language: str = ""
    """"it" or "en"; empty follows the machine."""
    appearance: Appearance = Appearance.SYSTEM
    reduced_motion: bool = False
    sound: bool = False
    """A short tone when a scan leads somewhere, when it does not, when something is saved."""
    text_percent: int = 100
    """How large the words are, of their usual size."""
    camera: str = ""
    """Id of the camera used last; empty takes the machine's own choice."""
    scanner_repair: dict[str, str] = {}
    """Sign that arrives → sign that is meant, where the scanner takes the keyboard for another."""
    lock_after_minutes: int = 5


class SettingsFile:
    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Settings:
        """The settings; a missing file is a new tablet, an unreadable one is set aside and begun anew."""
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Settings)
        except FileNotFoundError:
            return Settings()
        except msgspec.DecodeError:
            self._path.replace(self._path.with_suffix(".unreadable"))
            return Settings()

    def write(self, settings: Settings) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_suffix(".new")
        with fresh.open("wb") as file:
            file.write(msgspec.json.format(msgspec.json.encode(settings)))
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._path)
