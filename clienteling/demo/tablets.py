"""One of the demo's tablets: the app itself in a folder of its own, with hands on its window."""

from pathlib import Path

from PySide6.QtCore import QSize

from clienteling.demo.camera import held_up
from clienteling.demo.hands import Hands
from clienteling.tablet.app import App
from clienteling.tablet.root import Root
from clienteling.tablet.settings import Appearance, Settings, SettingsFile
from sync.device.replica import Replica
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

    def hold_up(self, picture: Path) -> None:
        """Hold a code before this tablet's camera."""
        own = self.app.scanner.camera
        self.hands.until(lambda: own.sink is not None, "no camera page is open")
        if own.sink is not None:
            own.sink.setVideoFrame(held_up(picture))

    def pair(self, code: Path) -> None:
        """Scan the hub's pairing code, and wait until everything the hub knows has arrived."""
        self._reach(Root.Stage.Pairing)
        self.hold_up(code)
        self._reach(Root.Stage.SignIn)

    def pair_by_text(self, code: str) -> None:
        """The same without a picture, as a provisioning tool would hand it over."""
        self._reach(Root.Stage.Pairing)
        self.app.pairing.submit(code)
        self._reach(Root.Stage.SignIn)

    def _reach(self, stage: Root.Stage) -> None:
        self.hands.until(lambda: self.app.root.stage == stage.value, f"the app does not come to {stage.name}")

    def sign_in(self, name: str, pin: str) -> None:
        self.hands.tap(name)
        for digit in pin:
            self.hands.tap(digit)
        self.hands.tap("enter")
        self.hands.until(lambda: self.app.session.open, f"{name} is not signed in")

    def change_hands(self, name: str, pin: str) -> None:
        """Somebody else takes it over."""
        self.hands.tap(self.app.session.property("name"))
        self.hands.tap("Passa il tablet")
        self._reach(Root.Stage.SignIn)
        self.sign_in(name, pin)

    @property
    def replica(self) -> Replica:
        """Raises RuntimeError before the app has opened it."""
        return self.app.replica

    def close(self) -> None:
        self.app.close()
