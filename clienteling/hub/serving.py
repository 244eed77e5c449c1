"""A note of where the hub serves, for the other commands and for whoever waits until it is ready."""

import os
import socket
from pathlib import Path

import msgspec

from clienteling.hub.addresses import EVERYWHERE, LOOPBACK

FILE = "serving.json"
TRY_S = 0.5


class Serving(msgspec.Struct, frozen=True):
    host: str
    port: int
    fingerprint: str
    process: int

    @property
    def here(self) -> str:
        """The host under which this very machine reaches it."""
        return LOOPBACK if self.host in EVERYWHERE else self.host

    def answers(self) -> bool:
        """A note may be left over from a hub that was killed."""
        try:
            socket.create_connection((self.here, self.port), TRY_S).close()
        except OSError:
            return False
        return True


def write(path: Path, serving: Serving) -> None:
    """Whole or not at all: its appearance is the sign that the hub is ready."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.new")
    unfinished.write_bytes(msgspec.json.encode(serving))
    unfinished.replace(path)


def place(data: Path, serving: Serving) -> Path:
    """Where this process leaves its note; a second one beside it (PostgreSQL) has one of its own."""
    first = read(data / FILE)
    if first is None or first.port == serving.port or not first.answers():
        return data / FILE
    return data / f"serving-{serving.port}.json"


def running(data: Path) -> list[Serving]:
    """The hub processes of this directory that answer, the first one first."""
    paths = [data / FILE, *sorted(data.glob("serving-*.json"))]
    found = [note for note in map(read, paths) if note is not None]
    return [note for note in found if note.answers()]


def read(path: Path) -> Serving | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Serving)
    except (FileNotFoundError, msgspec.DecodeError):
        return None
