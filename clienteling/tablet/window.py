"""The one window: fonts, the QML engine with its picture providers, Main.qml."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from clienteling import resources
from clienteling.tablet.help.help import Help
from clienteling.tablet.jobs import Jobs
from clienteling.tablet.keys.keyboard import Keyboard
from clienteling.tablet.language import Language
from clienteling.tablet.painted import Painted
from clienteling.tablet.pictures import Blob, IconProvider, Pictures, ProductPictureProvider
from clienteling.tablet.root import Root
from clienteling.tablet.second_touch import SecondTouch

QML = Path(__file__).parent / "qml"
BODY = "Hanken Grotesk"


def load_fonts() -> None:
    for file in sorted(resources.path("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    font = QFont(BODY)
    font.setPixelSize(16)
    QGuiApplication.setFont(font)


class Window:
    def __init__(self, root: Root, language: Language, jobs: Jobs, blob: Blob) -> None:
        self._engine = QQmlApplicationEngine()
        self._engine.addImportPath(str(QML))
        self._engine.addImageProvider("icon", IconProvider())
        self.pictures = self._pictures()
        self._painted = Painted(jobs)
        self.pictures.serve(self._painted, blob)
        self._engine.addImageProvider("product", ProductPictureProvider(self.pictures))
        self.help = self._help()
        self.help.speak(language)
        language.switched.connect(self._engine.retranslate)
        self._engine.setInitialProperties({"root": root})
        self._engine.loadFromModule("Clienteling.Main", "Main")
        self.quick = self._main()
        self._painted.watch(self.quick)
        self.keyboard = self._keyboard()
        self.keyboard.listen(self.quick)
        self._touch = self._second_touch()
        self._touch.listen(self.quick)

    def _pictures(self) -> Pictures:
        pictures = self._engine.singletonInstance("Clienteling.Models", "Pictures")
        if not isinstance(pictures, Pictures):
            raise TypeError("the QML singleton Pictures is another one")
        return pictures

    def _keyboard(self) -> Keyboard:
        keyboard = self._engine.singletonInstance("Clienteling.Models", "Keyboard")
        if not isinstance(keyboard, Keyboard):
            raise TypeError("the QML singleton Keyboard is another one")
        return keyboard

    def _second_touch(self) -> SecondTouch:
        touch = self._engine.singletonInstance("Clienteling.Models", "SecondTouch")
        if not isinstance(touch, SecondTouch):
            raise TypeError("the QML singleton SecondTouch is another one")
        return touch

    def _help(self) -> Help:
        help_ = self._engine.singletonInstance("Clienteling.Models", "Help")
        if not isinstance(help_, Help):
            raise TypeError("the QML singleton Help is another one")
        return help_

    def _main(self) -> QQuickWindow:
        match self._engine.rootObjects():
            case [QQuickWindow() as main]:
                return main
            case _:
                raise RuntimeError("Main.qml does not load; what is wrong with it stands in the log")

    def close(self) -> None:
        """Take the window apart before the objects that it shows."""
        self._painted.close()
        self.quick.close()
        self._engine.deleteLater()
        QCoreApplication.sendPostedEvents(self._engine, QEvent.Type.DeferredDelete)
        self.pictures.forget()
        self.help.forget()
        self.keyboard.forget_window()
        self._touch.forget_window()
