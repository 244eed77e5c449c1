"""Reads `resources/demo/sayings.toml`: what associates and customers of the demo write."""

import msgspec

from clienteling import resources


class Sayings(msgspec.Struct, frozen=True):
    notes: tuple[str, ...]
    summaries: tuple[str, ...]
    styles: tuple[str, ...]
    materials: tuple[str, ...]
    promises: tuple[str, ...]
    appointments: tuple[str, ...]
    tasks: tuple[str, ...]
    questions: tuple[str, ...]
    answers: tuple[str, ...]
    mailings: tuple[str, ...]


def read() -> Sayings:
    return msgspec.toml.decode(resources.path("demo", "sayings.toml").read_bytes(), type=Sayings)
