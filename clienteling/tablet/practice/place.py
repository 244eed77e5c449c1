"""Where a practice shop lies: a file of its own, whose key nobody keeps and which goes with the exercise."""

import secrets
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clienteling.practice.names import ScenarioName
    from clienteling.practice.shop import PracticeShop
    from clienteling.wording import Wording
    from sync.instants import Now

FOLDER = "practice"
FILE = "exercise.db"
PROGRESS = "progress.json"
KEY_BYTES = 32


def open_shop(
    folder: Path, scenario: "ScenarioName", *, now: "Now", wording: "Wording", trainee: tuple[str, str]
) -> "PracticeShop":
    """A fresh one. Whatever an exercise before left here is deleted, its key is gone already."""
    from clienteling.practice.scenarios import named
    from clienteling.practice.shop import furnish
    from sync.device.database import open_encrypted

    clear(folder)
    place = folder / FOLDER
    place.mkdir(parents=True, exist_ok=True)
    engine = open_encrypted(place / FILE, secrets.token_bytes(KEY_BYTES))
    try:
        return furnish(engine, named(scenario), now, wording, trainee)
    except BaseException:
        engine.dispose()
        raise


def close_shop(folder: Path, shop: "PracticeShop") -> None:
    shop.replica.discard()
    clear(folder)


def clear(folder: Path) -> None:
    for file in sorted((folder / FOLDER).glob(f"{FILE}*")):
        file.unlink(missing_ok=True)
