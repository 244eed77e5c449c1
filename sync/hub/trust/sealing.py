"""The key that opens queues which come to the hub in a file, and from which each scope's own is derived.

It lies beside the identity and outlives it. The database keeps its public part: what was sealed opens with
that key alone, so another one in its place, or none, is noticed and told to nobody. Devices go on with what
they were told until the right one is back, or somebody begins anew.
"""

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

import sqlalchemy as sa
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sync.hub.databases.upsert import add
from sync.hub.schema import metadata
from sync.private_file import write_private
from sync.sqlite import immediate

_KEY_BYTES = 32

sealing_mark = sa.Table(
    "sync_sealing",
    metadata,
    sa.Column("public", sa.Text, primary_key=True),
    sa.Column("since", sa.BigInteger, nullable=False),
)
"""The public part (hex) of each key with which was sealed here, and since when; the newest counts."""


class Standing(Enum):
    RIGHT = auto()
    GONE = auto()
    """There is no file."""
    UNUSABLE = auto()
    """The file holds no key."""
    ANOTHER = auto()
    """The file holds a key, but not the one with which was sealed."""


@dataclass(frozen=True, slots=True)
class Sealing:
    standing: Standing
    since: int
    """Since when is sealed with the key that is the right one."""
    key: X25519PrivateKey | None
    """None unless it is the right one."""

    @property
    def public(self) -> str:
        return public_part(self.key) if self.key is not None else ""

    def scope_key(self, scope: str) -> str:
        """Empty unless the key is the right one."""
        return scope_key(self.key, scope) if self.key is not None else ""


def sealing_of(engine: sa.Engine, path: Path, now: int) -> Sealing:
    """The first one is made, and marked in the database; a later one only by `begin_anew`.

    Raises OSError where the file cannot be read or made.
    """
    marked = _marked(engine)
    if marked is None:
        return _first(engine, path, now)
    if not path.exists():
        return Sealing(Standing.GONE, marked.since, None)
    key = _read(path)
    if key is None:
        return Sealing(Standing.UNUSABLE, marked.since, None)
    if public_part(key) != marked.public:
        return Sealing(Standing.ANOTHER, marked.since, None)
    return Sealing(Standing.RIGHT, marked.since, key)


def begin_anew(engine: sa.Engine, path: Path, now: int) -> Path | None:
    """Seal with a new key from now on. Returns where the file that was there has been put aside."""
    aside = None
    if path.exists():
        aside = _free(path)
        path.rename(aside)
    _mark(engine, _made(path), now)
    return aside


def public_part(key: X25519PrivateKey) -> str:
    return key.public_key().public_bytes_raw().hex()


def scope_key(key: X25519PrivateKey, scope: str) -> str:
    """In hex; always the same of the same scope, and nothing of it can be told from another's."""
    derived = HKDF(algorithm=hashes.SHA256(), length=_KEY_BYTES, salt=None, info=b"scope\n" + scope.encode())
    return derived.derive(key.private_bytes_raw()).hex()


def _first(engine: sa.Engine, path: Path, now: int) -> Sealing:
    key = _read(path) if path.exists() else _made(path)
    if key is None:
        return Sealing(Standing.UNUSABLE, now, None)
    _mark(engine, key, now)
    return Sealing(Standing.RIGHT, now, key)


def _made(path: Path) -> X25519PrivateKey:
    key = X25519PrivateKey.generate()
    write_private(path, key.private_bytes_raw().hex().encode())
    return key


def _read(path: Path) -> X25519PrivateKey | None:
    try:
        return X25519PrivateKey.from_private_bytes(bytes.fromhex(path.read_text("ascii")))
    except ValueError:
        return None


def _marked(engine: sa.Engine) -> sa.Row | None:
    newest = sa.select(sealing_mark).order_by(sealing_mark.c.since.desc(), sealing_mark.c.public).limit(1)
    with engine.connect() as connection:
        return connection.execute(newest).one_or_none()


def _mark(engine: sa.Engine, key: X25519PrivateKey, now: int) -> None:
    with immediate(engine) as connection:
        add(connection, sealing_mark, [{"public": public_part(key), "since": now}])


def _free(path: Path) -> Path:
    """A name beside it that nothing has yet."""
    number = 1
    while (aside := path.with_name(f"{path.name}.before-{number}")).exists():
        number += 1
    return aside
