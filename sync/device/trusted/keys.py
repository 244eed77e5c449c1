"""Where a device keeps its secrets: the system's key store, or a file that only its user can read."""

import logging
import secrets
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import IO, Protocol

import msgspec

from sync.errors import KeysUnreachable
from sync.private_file import write_private

log = logging.getLogger(__name__)

DATABASE_KEY = "database"
DATABASE_KEY_BYTES = 32

_WRITING = threading.Lock()
_FILE = "keys.json"
_MARK = "keys-in-system-store"


class Place(StrEnum):
    SYSTEM = "system"
    FILE = "file"


class KeyStore(Protocol):
    """Every call may raise KeysUnreachable."""

    @property
    def place(self) -> Place: ...

    def get(self, name: str) -> str | None: ...

    def put(self, name: str, secret: str) -> None: ...

    def remove(self, name: str) -> None: ...


def open_keys(service: str, directory: Path) -> KeyStore:
    """The system's key store where it is a real one, else a file in `directory`.

    A device stays with the place it began with: after a change of place its secrets would seem lost, and
    with them its database.
    """
    directory.mkdir(parents=True, exist_ok=True)
    file, mark = directory / _FILE, directory / _MARK
    if mark.exists() or (not file.exists() and _system_store_is_real()):
        mark.touch()
        return SystemKeys(service)
    return FileKeys(file)


def database_key(keys: KeyStore) -> bytes:
    """The raw key of the device's database, made at first use."""
    kept = keys.get(DATABASE_KEY)
    if kept is not None:
        return bytes.fromhex(kept)
    key = secrets.token_bytes(DATABASE_KEY_BYTES)
    keys.put(DATABASE_KEY, key.hex())
    return key


class SystemKeys:
    place = Place.SYSTEM

    def __init__(self, service: str) -> None:
        self._service = service

    def get(self, name: str) -> str | None:
        import keyring
        from keyring.errors import KeyringError

        try:
            return keyring.get_password(self._service, name)
        except KeyringError as error:
            raise KeysUnreachable("the system's key store is locked or gone") from error

    def put(self, name: str, secret: str) -> None:
        import keyring
        from keyring.errors import KeyringError

        try:
            keyring.set_password(self._service, name, secret)
        except KeyringError as error:
            raise KeysUnreachable("the system's key store takes no secret") from error

    def remove(self, name: str) -> None:
        import keyring
        from keyring.errors import KeyringError, PasswordDeleteError

        try:
            keyring.delete_password(self._service, name)
        except PasswordDeleteError:
            return
        except KeyringError as error:
            raise KeysUnreachable("the system's key store is locked or gone") from error


class FileKeys:
    place = Place.FILE

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, name: str) -> str | None:
        return self._read().get(name)

    def put(self, name: str, secret: str) -> None:
        with self._alone():
            self._write(self._read() | {name: secret})

    def remove(self, name: str) -> None:
        with self._alone():
            kept = self._read()
            if kept.pop(name, None) is not None:
                self._write(kept)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """All secrets are in one file, and another thread or process may be about to write one, too."""
        try:
            with _WRITING, self._path.with_suffix(".lock").open("w") as lock:
                _wait_for(lock)
                yield
        except OSError as error:
            raise KeysUnreachable(f"{self._path} cannot be written") from error

    def _read(self) -> dict[str, str]:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=dict[str, str])
        except FileNotFoundError:
            return {}
        except (OSError, msgspec.DecodeError) as error:
            raise KeysUnreachable(f"{self._path} cannot be read") from error

    def _write(self, kept: dict[str, str]) -> None:
        try:
            write_private(self._path, msgspec.json.encode(kept))
        except OSError as error:
            raise KeysUnreachable(f"{self._path} cannot be written") from error


def _wait_for(lock: IO[str]) -> None:
    """Where the system has such locks; it is let go when the file is closed."""
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(lock, fcntl.LOCK_EX)


def _system_store_is_real() -> bool:
    """Something is always offered; below priority 1 it is a stand-in that keeps nothing safe."""
    try:
        import keyring
        from keyring.backends import chainer, fail, null
    except ImportError as error:
        log.warning("The system's key store cannot be used: %s", error)
        return False
    backend = keyring.get_keyring()
    if isinstance(backend, chainer.ChainerBackend):
        return bool(backend.backends)
    return not isinstance(backend, fail.Keyring | null.Keyring) and backend.priority >= 1
