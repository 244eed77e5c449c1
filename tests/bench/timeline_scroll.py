"""The longest frame while a timeline of ten thousand lines is flung through, newest to oldest."""

import time
from dataclasses import dataclass

from PySide6.QtCore import Q_ARG, QMetaObject, Qt
from PySide6.QtQuick import QQuickItem

from clienteling.tablet.app import App
from tests.bench.figure import Figure, percentile
from tests.bench.hands import rest, signed_in, wait_until
from tests.bench.million import big_tablet

ALLOWED_MS = 1000 / 30
SPEED = 20_000
"""Pixels a second at which each fling begins."""
LONGEST_S = 150


@dataclass(frozen=True, slots=True)
class Frame:
    wall_ms: float
    """From the frame before to this one."""
    work_ms: float
    """What the thread that draws worked in it: other processes on the machine do not lengthen it."""


def measure() -> list[Figure]:
    with big_tablet() as big, signed_in(big.tablet.folder) as app:
        app.navigation.open_customer(big.busiest)
        timeline = app.root.shop.card.card.timeline
        wait_until(lambda: timeline.rows.count > 0)
        rest()
        began = time.perf_counter()
        frames = _fling(app)
        speed = timeline.rows.count / (time.perf_counter() - began)
        note = f"while {timeline.rows.count:,} lines pass, {speed:.0f} a second"
    wall, work = [frame.wall_ms for frame in frames], [frame.work_ms for frame in frames]
    return [
        Figure("timeline_scroll", max(wall), "ms", ALLOWED_MS, len(frames), f"longest frame {note}"),
        Figure("timeline_scroll_p99", percentile(wall, 99), "ms", ALLOWED_MS, len(frames), f"p99 {note}"),
        Figure("timeline_scroll_work", max(work), "ms", ALLOWED_MS, len(frames), "longest work of a frame"),
    ]


def _fling(app: App) -> list[Frame]:
    window, timeline = app.window.quick, app.root.shop.card.card.timeline
    view = window.findChild(QQuickItem, "thread")
    assert view is not None
    frames: list[Frame] = []
    last = (0.0, 0.0)

    def on_frame() -> None:
        nonlocal last
        now = time.perf_counter(), time.thread_time()
        if last[0] and view.property("moving"):
            frames.append(Frame((now[0] - last[0]) * 1000, (now[1] - last[1]) * 1000))
        last = now

    window.frameSwapped.connect(on_frame)
    view.setProperty("maximumFlickVelocity", SPEED)
    view.setProperty("flickDeceleration", SPEED / 10)
    began = time.perf_counter()
    while not (view.property("atYEnd") and not timeline.more) and time.perf_counter() - began < LONGEST_S:
        # A throw at the end of what is there does not move: the next piece has to come first.
        wait_until(lambda: not timeline.under_way, LONGEST_S)
        QMetaObject.invokeMethod(
            view, "flick", Qt.ConnectionType.DirectConnection, Q_ARG(float, 0.0), Q_ARG(float, -SPEED)
        )
        last = (0.0, 0.0)
        wait_until(lambda: not view.property("moving"), LONGEST_S)
    window.frameSwapped.disconnect(on_frame)
    return frames
