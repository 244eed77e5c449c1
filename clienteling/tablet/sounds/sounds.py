"""Three short sounds, for whoever wants to hear what she does not look at. Silent unless asked for."""

from enum import StrEnum

from PySide6.QtCore import QObject, QUrl

from clienteling import resources
from clienteling.tablet.preferences import Preferences


class Sound(StrEnum):
    """Each is a file of resources/sounds."""

    FOUND = "found"
    NOT_FOUND = "not-found"
    SAVED = "saved"


class Sounds(QObject):
    """Loads what it needs when it is asked for the first time: most tablets stay silent."""

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._effects: dict[Sound, QObject] = {}

    def play(self, sound: Sound) -> None:
        if self._preferences.sound:
            from PySide6.QtMultimedia import QSoundEffect

            effect = self._effects.get(sound)
            if not isinstance(effect, QSoundEffect):
                effect = QSoundEffect(self)
                effect.setSource(QUrl.fromLocalFile(str(resources.path("sounds", f"{sound.value}.wav"))))
                self._effects[sound] = effect
            effect.play()
