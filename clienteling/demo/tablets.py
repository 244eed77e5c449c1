"""One of the demo's tablets: the app itself in a folder of its own, with hands on its window."""

from pathlib import Path

from PySide6.QtCore import QSize

from clienteling.demo.hands import Hands
from clienteling.tablet.app import App
from clienteling.tablet.root import Root
from clienteling.tablet.settings import Appearance, Settings, SettingsFile
from sync.instants import wall_clock

LANDSCAPE = QSize(1280, 800)
PORTRAIT = QSize(800, 1280)


def prepare(folder: Path, language: str) -> Path:
    """A new tablet's folder, whose app speaks that language and is light by day and by night."""
    chosen = Settings(language=language, appearance=Appearance.LIGHT, lock_after_minutes=30)
    SettingsFile(folder / "device.json").write(chosen)
    return folder


class Tablet:
    """A running app. The window is shown on whatever platform Qt was started with."""

    def __init__(self, name: str, folder: Path, language: str, size: QSize) -> None:
        self.name = name
        self.app = App(prepare(folder, language), device_name=name, now=wall_clock)
        self.hands = Hands(self.app.window.quick)
        self.app.window.quick.resize(size)
        self.app.open()

    def pair(self, code: str) -> None:
        """Type the hub's pairing code, and wait until everything the hub knows has arrived."""
        self.hands.until(lambda: self.app.root.stage == Root.Stage.Pairing.value, "no page asks to pair")
        self.hands.type(code, enter=True)
        self.hands.until(lambda: self.app.root.stage == Root.Stage.SignIn.value, "the pairing did not end")

    def sign_in(self, name: str, pin: str) -> None:
        self.hands.tap(name)
        for digit in pin:
            self.hands.tap(digit)

    def close(self) -> None:
        self.app.close()
