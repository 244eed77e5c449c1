"""The demo with a display: the first tablet has a window, the second works behind it, in another process."""

import signal
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QGuiApplication

from clienteling.demo.behind import tablet_behind
from clienteling.demo.chain import Chain
from clienteling.demo.tablets import LANDSCAPE, Tablet
from clienteling.hub import settings as hub_settings
from clienteling.hub.demo.story import play_advert_and_chat, play_web
from clienteling.tablet.window import load_fonts
from sync.instants import wall_clock

HEARTBEAT_MS = 200


def until_told(application: QCoreApplication) -> int:
    """Ctrl-C and SIGTERM close the shop in order. The timer lets the interpreter hear of them."""
    told = (signal.SIGINT, signal.SIGTERM)
    before = [(one, signal.signal(one, lambda *_: application.quit())) for one in told]
    heartbeat = QTimer(interval=HEARTBEAT_MS)
    heartbeat.timeout.connect(lambda: None)
    heartbeat.start()
    try:
        return application.exec()
    finally:
        heartbeat.stop()
        for one, handler in before:
            signal.signal(one, handler)


def open_shop(chain: Chain, folder: Path) -> int:
    """Returns when the first tablet's window is closed."""
    application = QGuiApplication(sys.argv[:1])
    load_fonts()
    hub = chain.start()
    configured = hub_settings.load_or_create(chain.data)
    play_advert_and_chat(hub.url, configured, wall_clock())
    play_web(hub.url, configured, wall_clock())
    first = Tablet("Tablet 1", folder / "tablet-1", "it", LANDSCAPE)
    try:
        with tablet_behind(folder / "tablet-2", chain.pairing_code()):
            first.pair_by_text(chain.pairing_code())
            QTimer.singleShot(0, first.app.window.quick.raise_)
            return until_told(application)
    finally:
        first.close()
