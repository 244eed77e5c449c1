"""What lies on this tablet: the encrypted replica, its key, and the hub it belongs to."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sync.device.replica import Replica
    from sync.device.trusted.keys import KeyStore
    from sync.device.trusted.pairing import Pairing
    from sync.instants import Now

FILE = "replica.db"
BESIDE_IT = ("", "-wal", "-shm")
ALL_DATA = "replica*"
"""Also what was set aside, and what was being fetched."""
PRACTISED = "practice/*"
"""How far each associate is with the exercises."""


class Trouble(StrEnum):
    """Why the replica does not open. In every case the file stays as it is."""

    NONE = ""
    UNUSABLE = "unusable"
    """Damaged, or encrypted with another key."""
    TOO_NEW = "too_new"
    """A newer version of the app wrote it."""
    NO_KEYS = "no_keys"
    """The system's key store is locked."""
    NO_ROOM = "no_room"
    """The disk is full or may not be written."""


@dataclass(frozen=True)
class Opened:
    replica: "Replica"
    keys: "KeyStore"
    pairing: "Pairing | None"
    complete: bool
    """The first replica has arrived in full."""
    wiped: bool = False
    """The hub had everything on it deleted, and has not been told yet that it is done."""


class NotOpened(Exception):
    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


def open_device(folder: Path, now: "Now") -> Opened:
    """Slow libraries are first met here, off the UI thread. Raises NotOpened."""
    from sqlalchemy.exc import OperationalError

    from clienteling.errors import DatabaseTooNew
    from sync.errors import KeysUnreachable, ReplicaUnusable

    try:
        return _open(folder, now)
    except ReplicaUnusable as error:
        raise NotOpened(Trouble.UNUSABLE) from error
    except DatabaseTooNew as error:
        raise NotOpened(Trouble.TOO_NEW) from error
    except KeysUnreachable as error:
        raise NotOpened(Trouble.NO_KEYS) from error
    except (OperationalError, OSError) as error:
        raise NotOpened(Trouble.NO_ROOM) from error


def _open(folder: Path, now: "Now") -> Opened:
    from clienteling.customers.erasing import erase_beside
    from clienteling.database import create_tables
    from clienteling.replicated import REGISTRY
    from sync.device.database import open_encrypted
    from sync.device.replica import Replica
    from sync.device.trusted import wipe
    from sync.device.trusted.keys import database_key, open_keys
    from sync.device.trusted.pairing import recall

    keys = open_keys(f"clienteling {folder.resolve()}", folder)
    wiping = wipe.begun(keys)
    if wiping:
        wipe.erase(keys, [*sorted(folder.glob(ALL_DATA)), *sorted(folder.glob(PRACTISED))])
    engine = open_encrypted(folder / FILE, database_key(keys))
    try:
        create_tables(engine)
        replica = Replica(engine, REGISTRY, now)
        replica.erasing.append(erase_beside)
        pairing = None if wiping else recall(keys)
        return Opened(replica, keys, pairing, replica.complete_at() is not None, wiping)
    except BaseException:
        engine.dispose()
        raise


def give_up(opened: Opened) -> None:
    """The hub wants everything deleted: nobody gets at it any more, and the next opening deletes it."""
    from sync.device.trusted import wipe

    wipe.begin(opened.keys)
    opened.replica.discard()


def set_aside(folder: Path, now: int) -> Path:
    """Move the file out of the way under a name of its own; nothing is deleted."""
    aside = folder / f"replica-set-aside-{now}.db"
    for ending in BESIDE_IT:
        part = folder / f"{FILE}{ending}"
        if part.exists():
            part.rename(f"{aside}{ending}")
    return aside
