"""How far each associate has come with the exercises: one small file on this tablet, never sent anywhere."""

import os
from pathlib import Path

import msgspec

from clienteling.practice.names import ScenarioName


class Reached(msgspec.Struct, frozen=True, kw_only=True):
    """One exercise, by one person. The best that was reached counts."""

    steps: int = 0
    all_steps: bool = False
    right: int | None = None
    """Answers of the self-check; None until it was taken."""
    at: int = 0
    """Milliseconds since 1970 UTC."""


By = dict[ScenarioName, Reached]
NOBODY = ""
"""Whoever practises without having signed in: nothing is kept."""


class ProgressFile:
    def __init__(self, path: Path) -> None:
        self._path = path

    def of(self, associate_id: str) -> By:
        return self._read().get(associate_id, {}) if associate_id else {}

    def keep(self, associate_id: str, name: ScenarioName, reached: Reached) -> None:
        if associate_id == NOBODY:
            return
        everybody = self._read()
        hers = everybody.get(associate_id, {})
        hers = {**hers, name: better(hers.get(name, Reached()), reached)}
        self._write({**everybody, associate_id: hers})

    def forget(self, associate_id: str) -> None:
        everybody = self._read()
        if everybody.pop(associate_id, None) is not None:
            self._write(everybody)

    def _read(self) -> dict[str, By]:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=dict[str, By])
        except FileNotFoundError:
            return {}
        except msgspec.DecodeError:
            self._path.replace(self._path.with_suffix(".unreadable"))
            return {}

    def _write(self, everybody: dict[str, By]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_suffix(".new")
        with fresh.open("wb") as file:
            file.write(msgspec.json.encode(everybody))
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._path)


def better(before: Reached, now: Reached) -> Reached:
    """Practising once more takes nothing away."""
    right = [one.right for one in (before, now) if one.right is not None]
    return Reached(
        steps=max(before.steps, now.steps),
        all_steps=before.all_steps or now.all_steps,
        right=max(right, default=None),
        at=max(before.at, now.at),
    )
