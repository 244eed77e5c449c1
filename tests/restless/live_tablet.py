"""A tablet that is paired with a running hub and walked: `… live_tablet FOLDER CODE ASSOCIATE SEED STEPS`.

Each line of its output is something that went wrong, or one of READY, WALKED, CONFIRMED, HELD with what it
holds, and ENDED. Each line of its input asks for the next of them.
"""

import hashlib
import random
import sys
import threading
import time
from pathlib import Path
from queue import Empty, SimpleQueue

import msgspec
import sqlalchemy as sa
from PySide6.QtGui import QGuiApplication

from clienteling.demo.hands import live
from clienteling.demo.tablets import LANDSCAPE, PORTRAIT, Tablet
from clienteling.hub.demo.giulia import GIULIA
from clienteling.hub.demo.house import read
from clienteling.privacy.values import Why
from clienteling.replicated import REGISTRY
from clienteling.tablet.window import load_fonts
from sync.device.replica import Replica
from tests.restless.hands import Hands
from tests.restless.heard import listening
from tests.restless.late import answers_late
from tests.restless.walk import PAUSES_MS, Diary, put_away

READY, WALKED, CONFIRMED, HELD, ENDED = "ready", "walked", "confirmed", "held", "ended"
OPENS = 0.06
"""How often a card is opened, most often the one that the other tablet has open too."""
CONFIRMED_S = 120.0
TICK_MS = 50


class Told:
    """What whoever started this process says, a line at a time, while Qt does its work."""

    def __init__(self) -> None:
        self._lines: SimpleQueue[str] = SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self._lines.put(line.strip())
        self._lines.put(ENDED)

    def next(self) -> str:
        while True:
            try:
                return self._lines.get_nowait()
            except Empty:
                live(TICK_MS)


def walk(tablet: Tablet, dice: random.Random, steps: int, diary: Diary) -> None:
    pins = {one.id: one.pin for one in read().staff}
    hands = Hands(tablet.app, dice, pins)
    for _ in range(steps):
        diary.done.append(_opens(tablet, dice) if dice.random() < OPENS else hands.do())
        live(dice.choice(PAUSES_MS))
    put_away(tablet.app, diary)


def _opens(tablet: Tablet, dice: random.Random) -> str:
    if not tablet.app.session.open:
        return "would open a card"
    with tablet.replica.read() as connection:
        somebody = connection.exec_driver_sql("SELECT id FROM customer ORDER BY random() LIMIT 1").scalar()
    her = dice.choice((GIULIA.id, GIULIA.id, somebody or GIULIA.id))
    tablet.app.navigation.turn_to(her, Why.OTHER)
    return f"opens {her}"


def wait_for_confirmed(replica: Replica, diary: Diary) -> None:
    """Everything that was recorded here is on the hub, or was refused by it."""
    until = time.monotonic() + CONFIRMED_S
    while replica.pending(quiet=False):
        if time.monotonic() > until:
            diary.tell(f"{replica.pending(quiet=False)} records are not confirmed after {CONFIRMED_S:.0f} s")
            return
        live(TICK_MS)


def held(replica: Replica) -> dict[str, str]:
    """Collection → a digest of its rows; of those that every tablet of a shop is told."""
    with replica.read() as connection:
        return {
            one.name: _digest(connection.execute(sa.select(one.table).order_by(one.table.c.id)))
            for one in REGISTRY
            if not one.reader
        }


def _digest(rows: sa.CursorResult) -> str:
    whole = hashlib.sha256()
    for row in rows:
        whole.update(repr(tuple(row)).encode())
    return whole.hexdigest()


def main() -> int:
    folder, code, associate, seed, steps = sys.argv[1:]
    dice = random.Random(f"{seed} {associate}")
    answers_late(random.Random(f"{seed} {associate}"))
    application = QGuiApplication(sys.argv[:1])
    load_fonts()
    told, diary = Told(), Diary()
    first = next(one for one in read().staff if one.id == associate)
    with listening(diary.tell):
        tablet = Tablet(associate, Path(folder), first.language, dice.choice((LANDSCAPE, PORTRAIT)))
        try:
            tablet.pair_by_text(code)
            tablet.sign_in(f"{first.given_name} {first.family_name}", first.pin)
            _obey(told, tablet, dice, int(steps), diary)
        finally:
            tablet.close()
    application.processEvents()
    print(ENDED, flush=True)
    return 0


def _obey(told: Told, tablet: Tablet, dice: random.Random, steps: int, diary: Diary) -> None:
    print(READY, flush=True)
    while (asked := told.next()) != ENDED:
        if asked == WALKED:
            walk(tablet, dice, steps, diary)
        elif asked == CONFIRMED:
            wait_for_confirmed(tablet.replica, diary)
        what = msgspec.json.encode(held(tablet.replica)).decode() if asked == HELD else ""
        print(asked, what, flush=True)


if __name__ == "__main__":
    sys.exit(main())
