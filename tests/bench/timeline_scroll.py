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
LONGEST_S = 900
"""A machine that is busy takes longer; whoever did not come to the end in this time has measured nothing."""


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
        lines = timeline.rows.count
        speed = lines / (time.perf_counter() - began)
    wall, work = [frame.wall_ms for frame in frames], [frame.work_ms for frame in frames]
    late = sum(frame > ALLOWED_MS for frame in wall)
    n, note = len(frames), f"{lines:,} lines passed, {speed:.0f} a second"
    return [
        Figure("timeline_scroll", max(wall), "ms", ALLOWED_MS, n, f"longest frame, {late} over it; {note}"),
        Figure("timeline_scroll_p99", percentile(wall, 99), "ms", ALLOWED_MS, n, "p99"),
        Figure("timeline_scroll_work", max(work), "ms", ALLOWED_MS, n, "longest processor time of a frame"),
        Figure("timeline_scroll_work_p99", percentile(work, 99), "ms", ALLOWED_MS, n, "p99 of it"),
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
    while not view.property("atYEnd") or timeline.more:
        # At the end of what is there a throw does not move: the next piece has to come and to be laid out.
        wait_until(lambda: not timeline.under_way, LONGEST_S)
        rest()
        QMetaObject.invokeMethod(
            view, "flick", Qt.ConnectionType.DirectConnection, Q_ARG(float, 0.0), Q_ARG(float, -SPEED)
        )
        last = (0.0, 0.0)
        wait_until(lambda: not view.property("moving"), LONGEST_S)
        if time.perf_counter() - began > LONGEST_S:
            raise TimeoutError(f"only {timeline.rows.count:,} lines passed")
    window.frameSwapped.disconnect(on_frame)
    return frames
