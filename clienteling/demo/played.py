"""The story on screens that nobody sees: the same app, the same QML, drawn offscreen."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from clienteling.demo.chain import Chain
from clienteling.demo.evening import DoesNotAddUp
from clienteling.demo.farewell import NotForgotten
from clienteling.demo.hands import NotThere
from clienteling.demo.story import A_SECOND, Story, StoryBroken
from clienteling.demo.tablets import LANDSCAPE, PORTRAIT, Tablet
from clienteling.hub.demo.story import StoryStopped
from clienteling.tablet.window import load_fonts

BROKEN = (NotThere, NotForgotten, DoesNotAddUp, StoryBroken, StoryStopped)


@contextmanager
def two_tablets(chain: Chain, folder: Path) -> Iterator[tuple[Tablet, Tablet]]:
    """Sofia's and Priya's tablets, paired with the running hub and signed in."""
    load_fonts()
    sofia = Tablet("Tablet 1", folder / "tablet-1", "it", LANDSCAPE)
    priya = Tablet("Tablet 2", folder / "tablet-2", "it", PORTRAIT)
    try:
        for tablet, name, pin in ((sofia, "Sofia Marchetti", "2580"), (priya, "Priya Nair", "4826")):
            tablet.pair(chain.pairing_picture())
            tablet.sign_in(name, pin)
        yield sofia, priya
    finally:
        priya.close()
        sofia.close()


def play_story(chain: Chain, folder: Path, out: Path, patience_s: float = A_SECOND) -> int:
    """Play steps 1 to 6, 8 and 9, print what a person would see, keep the pictures. 1 where a step broke."""
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    application.setProperty("quitOnLastWindowClosed", False)
    hub = chain.start()
    try:
        with two_tablets(chain, folder) as (sofia, priya):
            print("A hub and two tablets are up: Sofia's and Priya's, in Milano Brera.\n", flush=True)
            return _play(Story(chain, hub, sofia, priya, out, patience_s=patience_s))
    except BROKEN as broken:
        print(f"The shop did not open: {broken}", file=sys.stderr)
        return 1


def _play(story: Story) -> int:
    for step in story.steps():
        print(f"{step.number}. {step.title}.", flush=True)
        try:
            for line in step.play():
                print(f"     {line}", flush=True)
        except BROKEN as broken:
            print(f"   ✗ {broken}", file=sys.stderr)
            return 1
    print("\nEvery step held.")
    return 0
