"""The keyboard as a way through the app: strokes act, arrows walk, what has the focus comes into sight."""

from time import monotonic_ns

from PySide6.QtCore import Property, QEvent, QMetaObject, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtQml import QmlElement, QmlSingleton
from PySide6.QtQuick import QQuickItem, QQuickWindow

from clienteling.tablet.keys import chain, scrolling
from clienteling.tablet.keys.lone import APART_MS, Lone
from clienteling.tablet.keys.toward import ARROWS

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
TURNS = (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@QmlElement
@QmlSingleton
class Keyboard(QObject):
    """Pages teach it their strokes (`Stroke.qml`); it listens at the one window."""

    strokes_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._strokes: list[QObject] = []
        self._window: QQuickWindow | None = None
        self._lone = Lone()
        self._silence = QTimer(self, singleShot=True, interval=APART_MS)
        self._silence.timeout.connect(self._settle)

    def listen(self, window: QQuickWindow) -> None:
        self._window = window
        window.installEventFilter(self)
        window.activeFocusItemChanged.connect(self._on_focus)

    def forget_window(self) -> None:
        self._window = None
        self._strokes.clear()

    @Property("QVariantList", notify=strokes_changed)
    def strokes(self) -> list[QObject]:
        """Those that act now, as they were taught; the page's own come after those of the whole app."""
        return [s for s in self._strokes if s.property("active")]

    @Slot(QObject)
    def learn(self, stroke: QObject) -> None:
        self._strokes.append(stroke)
        self.strokes_changed.emit()

    @Slot(QObject)
    def forget(self, stroke: QObject) -> None:
        self._strokes = [s for s in self._strokes if s is not stroke]
        self.strokes_changed.emit()

    @Slot(result=bool)
    def covered(self) -> bool:
        """Whether a sheet lies over the page; the keyboard is its until it is put away."""
        layers = self._window.contentItem().childItems() if self._window is not None else []
        return any(layer.inherits("QQuickOverlay") and layer.isVisible() for layer in layers)

    @Slot(int, result=bool)
    def walk(self, key: int) -> bool:
        """What a key does that nobody else wanted: Enter presses, arrows walk, the page keys turn pages."""
        window = self._window
        if window is None:
            return False
        here = window.activeFocusItem()
        named = Qt.Key(key)
        if named in ENTER:
            return chain.press(here)
        if named in ARROWS:
            return chain.step(window, ARROWS[named])
        return named in TURNS and here is not None and self._turn(window, here, named)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Looks on and takes nothing: a letter that acts here means nothing to what has the focus."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._pressed(event)
        return False

    def _pressed(self, event: QKeyEvent) -> None:
        key = event.text()
        if not key.isprintable() or not key.strip() or event.modifiers() & COMMANDS:
            return
        alone = self._lone.press(key, event.timestamp() or monotonic_ns() // 1_000_000)
        if not alone or event.isAutoRepeat() or self._is_busy():
            self._lone.forget()
        self._silence.start()

    def _is_busy(self) -> bool:
        """Somebody types, or a sheet lies over the page."""
        return chain.is_typed_into(QGuiApplication.focusObject()) or self.covered()

    @Slot()
    def _settle(self) -> None:
        key = self._lone.settled()
        meant = [s for s in self.strokes if key and str(s.property("key")).casefold() == key.casefold()]
        if meant:
            QMetaObject.invokeMethod(meant[-1], "struck")

    def _turn(self, window: QQuickWindow, here: QQuickItem, key: Qt.Key) -> bool:
        around = (p for p in scrolling.panes_around(here) if p.property("contentHeight") > p.height())
        pane = next(around, None) or scrolling.main_pane(chain.shown(window.contentItem()))
        if pane is not None:
            scrolling.turn(pane, key)
        return pane is not None

    @Slot()
    def _on_focus(self) -> None:
        here = self._window.activeFocusItem() if self._window is not None else None
        if here is not None and here.property("focusReason") in KEYBOARD:
            scrolling.bring_into_sight(here)


KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
"""A finger sees what it touches; only the keyboard goes where nobody looks."""
