"""Opens every screen of the registry in every variant, on tablets in the middle of a day."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from clienteling.demo.hands import live
from clienteling.tablet.app import App
from clienteling.tablet.navigation import Navigation
from sync.device.states import Kind, State
from tests.screens import a_day
from tests.screens.registry import Screen, Where
from tests.screens.variants import Variant
from tests.screens.visit import Visit
from tests.tablet import tablets

MINUTE = 60_000
SETTLED_MS = 120
"""Nothing moves while the screens are looked at; what is read and laid out takes a moment."""

A_MOMENT_MS = 40

Seen = tuple[Screen, Variant, App]


@contextmanager
def furnished(folder: Path) -> Iterator[dict[Where, Path]]:
    """A folder for each kind of tablet."""
    clock = tablets.Hands(tablets.NOW - 90 * MINUTE)
    hub = tablets.little_hub(folder / "hub", clock)
    try:
        a_day.furnish(hub)
        unpaired = folder / "unpaired"
        tablets.keys_in_a_file(unpaired)
        yield {Where.PAIRED: a_day.folder(folder / "paired", hub, clock), Where.UNPAIRED: unpaired}
    finally:
        hub.engine.dispose()


def tour(
    folders: dict[Where, Path], screens: Iterable[Screen], variants: Iterable[Variant]
) -> Iterator[Seen]:
    """Each screen in each variant, on the window of a running app, on a tablet of its own."""
    chosen, ways = list(screens), list(variants)
    for where in Where:
        for screen in (s for s in chosen if s.where is where):
            own = shutil.copytree(folders[where], folders[where].with_name(f"{where.name}-{screen.name}"))
            with tablets.running(own) as app:
                visit = Visit(app)
                visit.until(lambda app=app: app.root.stage != app.root.Stage.Opening.value)
                rest(app)
                for way in ways:
                    turn_away(app)
                    dress(app, way)
                    screen.reach(visit)
                    live(SETTLED_MS)
                    yield screen, way, app


def rest(app: App) -> None:
    """No hub comes or goes while the screens are looked at: it went a quarter of an hour ago."""
    if app._sync is not None:
        app._sync.close()
        app._sync = None
    live(50)  # what it said last has been heard
    since, completed = tablets.NOW - 15 * MINUTE, tablets.NOW - 50 * MINUTE
    app.link.tell(State(Kind.OFFLINE, since=since, completed_at=completed))


def turn_away(app: App) -> None:
    """What was open is put away before the next look, as by somebody who comes back to it later."""
    app.navigation.go(Navigation.Place.Scan.value)
    live(A_MOMENT_MS)


def dress(app: App, way: Variant) -> None:
    app.preferences.choose_reduced_motion(True)
    app.preferences.choose_language(way.language)
    app.preferences.choose_appearance(way.appearance)
    app.preferences.choose_text_percent(way.text_percent)
    app.window.quick.resize(way.width, way.height)
