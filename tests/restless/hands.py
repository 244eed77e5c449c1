"""The hands of somebody restless: she touches, types, drags and scans whatever comes, in any order."""

import random
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from clienteling.demo.hands import live
from clienteling.tablet.app import App
from clienteling.tablet.root import Root
from tests.screens.variants import SIZES
from tests.tablet import giulia, tablets
from tests.tablet.by_keyboard import overlay
from tests.tablet.fingers import everything, is_touchable, place_of, visible, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

WORDS = (
    *("m", "Giulia", "Łukasz Ćwikliński-O'Neill", "333 765 4321", "anna@example.com", "31/12/2027", "10:30"),
    *("0", "-1", "5", "38", "40,5", "1234", "99999999999999999999", "%", "'; --", "<b>ciao</b>", "\u202eabc"),
    *("due paia per la cena di sabato", "allergica al nichel", "👩🏽‍🦰💃🏽" * 20, "a" * 400),
)
LETTERS = [getattr(Qt.Key, f"Key_{letter}") for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"]
WALKING = (
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Backtab),
)
ACTING = (
    *(Qt.Key.Key_Escape, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Space),
    *(Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Slash, Qt.Key.Key_Question),
)
KEYS = (*LETTERS, *WALKING, *ACTING, *ACTING)
SCANNED = ("2900000001234", "2900000009995", "8032089000017", "garbage!", "https://shop.example/" + "a" * 300)
TYPED_MS, SCANNED_MS = 130, 6
"""Between two letters of a person, and of a scanner."""
ON_THE_LEAF = 0.93
"""How often she touches what lies uppermost."""
AGAIN = 0.08
MINUTE = 60_000


class Hands:
    def __init__(
        self, app: App, dice: random.Random, pins: "Mapping[str, str]", clock: tablets.Hands | None = None
    ) -> None:
        """`pins`: of whoever may sign in here, by associate. Without a clock only real time passes."""
        self._app = app
        self._dice = dice
        self._pins = pins
        self._clock = clock
        self._window = app.window.quick
        self._finger = QTest.createTouchDevice()
        self._stamp = 100_000

    def do(self) -> str:
        """One thing. Returns what."""
        if self._app.root.stage == Root.Stage.SignIn.value and self._dice.random() < 0.5:
            return self._sign_in()
        acts: tuple[tuple[float, Callable[[], str]], ...] = (
            (74, self._touch),
            (10, self._press),
            (8, self._drag),
            (3, self._scan),
            (1, self._turn),
            (2, self._prefer),
            (1 if self._clock else 0, self._wait),
            (1, self._type_pin),
        )
        weights, ways = zip(*acts, strict=True)
        return self._dice.choices(ways, weights)[0]()

    def _sign_in(self) -> str:
        shown = [row.key for row in self._app.root.shop.sign_in.people.rows if row.key in self._pins]
        if not shown:
            return "finds nobody to sign in as"
        who = self._dice.choice(shown)
        tablets.sign_in(self._app, who, self._pins[who])
        return f"signs in as {who}"

    def _touch(self) -> str:
        touchable = self._touchable()
        if not touchable:
            return "finds nothing to touch"
        item = self._dice.choice(touchable)
        said = f"touches “{words_of(item)[:40]}” {item.objectName()}"
        point = place_of(item).center().toPoint()
        typed_into = item.inherits("QQuickTextField") or item.inherits("QQuickTextArea")
        self._tap(point)
        if self._dice.random() < AGAIN:
            self._tap(point)
            said += " twice"
        if typed_into:
            words = self._dice.choice(WORDS)
            live(20)
            self._send(words, TYPED_MS)
            said += f" and types “{words[:20]}”"
        return said

    def _touchable(self) -> list[QQuickItem]:
        whole = QRectF(0, 0, self._window.width(), self._window.height())
        seen = visible(self._window, lambda item: is_touchable(item) and item.isEnabled())
        within = [item for item in seen if whole.contains(place_of(item).center())]
        layer = overlay(self._window)
        if layer is None or self._dice.random() > ON_THE_LEAF:
            return within
        leaves = [i for i in layer.childItems() if i.isVisible() and i.inherits("QQuickPopupItem")]
        upon = set(everything(leaves[-1])) if leaves else set()
        return [item for item in within if item in upon] or within

    def _press(self) -> str:
        key = self._dice.choice(KEYS)
        QTest.keyClick(self._window, key)
        return f"presses {key.name}"

    def _drag(self) -> str:
        at = QPoint(
            self._dice.randrange(5, self._window.width() - 5),
            self._dice.randrange(5, self._window.height() - 5),
        )
        step = self._dice.choice((QPoint(0, -20), QPoint(0, 20), QPoint(-20, 0), QPoint(20, 0)))
        said = f"drags from {at.x()}, {at.y()}"
        QTest.touchEvent(self._window, self._finger).press(0, at, self._window).commit()
        for _ in range(self._dice.randrange(3, 25)):
            at += step
            QTest.touchEvent(self._window, self._finger).move(0, at, self._window).commit()
            live(8)
        QTest.touchEvent(self._window, self._finger).release(0, at, self._window).commit()
        return f"{said} to {at.x()}, {at.y()}"

    def _scan(self) -> str:
        somebody = str(UUID(int=self._dice.getrandbits(128)))
        made = giulia.sign(giulia.CODE_KEY, giulia.Claim(1, giulia.RETAILER, somebody, 1))
        code = self._dice.choice((*SCANNED, made))
        self._stamp += 1000
        self._send(code + "\r", SCANNED_MS)
        return f"scans {code[:20]}"

    def _turn(self) -> str:
        width, height = self._dice.choice(SIZES)
        self._window.resize(width, height)
        return f"looks at {width} by {height}"

    def _prefer(self) -> str:
        wish = self._dice.randrange(3)
        preferences = self._app.preferences
        if wish == 0:
            preferences.choose_text_percent(self._dice.choice((100, 130, 150, 200)))
        elif wish == 1:
            preferences.choose_language(self._dice.choice(("it", "en")))
        else:
            preferences.choose_appearance(self._dice.choice(("light", "dark")))
        return f"reads {preferences.language} at {preferences.text_percent} %, {preferences.appearance}"

    def _wait(self) -> str:
        minutes = self._dice.choice((1, 60, 24 * 60))
        if self._clock:
            self._clock.now += minutes * MINUTE
        return f"lets {minutes} minutes pass"

    def _type_pin(self) -> str:
        self._send(self._dice.choice(list(self._pins.values())), TYPED_MS)
        return "types the PIN"

    def _tap(self, point: QPoint) -> None:
        QTest.touchEvent(self._window, self._finger).press(0, point, self._window).commit()
        QTest.touchEvent(self._window, self._finger).release(0, point, self._window).commit()

    def _send(self, text: str, gap_ms: int) -> None:
        for letter in text:
            self._stamp += gap_ms
            key = Qt.Key.Key_Return if letter == "\r" else Qt.Key.Key_unknown
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
                event.setTimestamp(self._stamp)
                QCoreApplication.sendEvent(self._window, event)
