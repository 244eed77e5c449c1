"""The settings of this tablet as the screens see and change them."""

import msgspec
from PySide6.QtCore import Property, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.tablet.language import Language
from clienteling.tablet.settings import Appearance, Settings, SettingsFile

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

TEXT_PERCENTS = (100, 125, 150, 200)


@QmlElement
@QmlUncreatable("made by the app")
class Preferences(QObject):
    """Each change is kept at once; there is nothing to confirm."""

    changed = Signal()

    def __init__(self, file: SettingsFile, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._language = language
        self._settings = file.read()
        language.switch(self._settings.language)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.changed)

    @property
    def settings(self) -> Settings:
        return self._settings

    @Property(bool, notify=changed)
    def dark(self) -> bool:
        if self._settings.appearance is Appearance.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._settings.appearance is Appearance.DARK

    @Property(str, notify=changed)
    def appearance(self) -> str:
        return self._settings.appearance.value

    @Property(str, notify=changed)
    def language(self) -> str:
        return self._language.code

    @Property(bool, notify=changed)
    def reduced_motion(self) -> bool:
        return self._settings.reduced_motion

    @Property(bool, notify=changed)
    def sound(self) -> bool:
        return self._settings.sound

    @Property(int, notify=changed)
    def text_percent(self) -> int:
        return self._settings.text_percent if self._settings.text_percent in TEXT_PERCENTS else 100

    @Property(float, notify=changed)
    def text_scale(self) -> float:
        return self.text_percent / 100

    @Property(int, notify=changed)
    def lock_after_minutes(self) -> int:
        return self._settings.lock_after_minutes

    @Property(str, notify=changed)
    def camera(self) -> str:
        return self._settings.camera

    @Slot(str)
    def choose_appearance(self, appearance: str) -> None:
        self._keep(msgspec.structs.replace(self._settings, appearance=Appearance(appearance)))

    @Slot(str)
    def choose_language(self, language: str) -> None:
        self._language.switch(language)
        self._keep(msgspec.structs.replace(self._settings, language=language))

    @Slot(bool)
    def choose_reduced_motion(self, reduced: bool) -> None:
        self._keep(msgspec.structs.replace(self._settings, reduced_motion=reduced))

    @Slot(bool)
    def choose_sound(self, sound: bool) -> None:
        self._keep(msgspec.structs.replace(self._settings, sound=sound))

    @Slot(int)
    def choose_text_percent(self, percent: int) -> None:
        self._keep(msgspec.structs.replace(self._settings, text_percent=percent))

    @Slot(int)
    def choose_lock_after_minutes(self, minutes: int) -> None:
        self._keep(msgspec.structs.replace(self._settings, lock_after_minutes=minutes))

    def keep_scanner_repair(self, repair: dict[str, str]) -> None:
        if repair != self._settings.scanner_repair:
            self._keep(msgspec.structs.replace(self._settings, scanner_repair=repair))

    @Slot(str)
    def choose_camera(self, camera: str) -> None:
        self._keep(msgspec.structs.replace(self._settings, camera=camera))

    def _keep(self, settings: Settings) -> None:
        self._settings = settings
        self._file.write(settings)
        self.changed.emit()
