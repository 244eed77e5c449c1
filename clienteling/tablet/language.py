"""The language of the screens and of the data on them, switched while the app runs."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator, Signal

from clienteling import resources

if TYPE_CHECKING:
    from clienteling.wording import Wording

LANGUAGES = ("it", "en")


def of_this_machine() -> str:
    own = QLocale.system().name()[:2]
    return own if own in LANGUAGES else "en"


class Language(QObject):
    switched = Signal()
    """After the new words are in place; whoever shows words made in Python makes them again."""

    def __init__(self, code: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._translator = QTranslator(self)
        self._code = ""
        self._time_zone = "Europe/Rome"
        self.switch(code)

    @property
    def code(self) -> str:
        return self._code

    @property
    def wording(self) -> "Wording":
        """How data is said: dates, money, names of kinds. First used after the first frame."""
        from clienteling.wording import Wording

        return Wording(self._code, self._time_zone)

    def keep_time_of(self, time_zone: str) -> None:
        """The shop's own time zone, once its shop is known."""
        if time_zone and time_zone != self._time_zone:
            self._time_zone = time_zone
            self.switched.emit()

    def switch(self, code: str) -> None:
        wanted = code if code in LANGUAGES else of_this_machine()
        if wanted == self._code:
            return
        self._code = wanted
        QLocale.setDefault(QLocale(wanted))
        QCoreApplication.removeTranslator(self._translator)
        self._translator.load(str(resources.path("i18n", wanted, "clienteling.qm")))
        QCoreApplication.installTranslator(self._translator)
        self.switched.emit()

    def close(self) -> None:
        QCoreApplication.removeTranslator(self._translator)
