"""The hub's certificate and the one that comes after it: made, announced to the devices, then used.

    identity.pem       what the hub shows
    identity.next.pem  announced to every device that says hello, so that it is believed when it is shown
    identity.use.pem   takes the place of identity.pem when the hub starts

A file changes its role by its name, so that a hub killed in between has the one or the other.
"""

from dataclasses import dataclass
from pathlib import Path

from sync.hub.trust import certificates
from sync.hub.trust.certificates import Identity, IdentityDamaged
from sync.private_file import write_private


@dataclass(frozen=True, slots=True)
class Identities:
    """The files beside `path`, which is identity.pem."""

    path: Path

    @property
    def next(self) -> Path:
        return self.path.with_suffix(".next.pem")

    @property
    def use(self) -> Path:
        return self.path.with_suffix(".use.pem")

    def announced(self) -> list[Identity]:
        """What devices are told to believe in future: what was chosen, what is prepared.

        Raises IdentityDamaged, OSError.
        """
        return [certificates.load(path) for path in (self.use, self.next) if path.exists()]

    def prepare(self, pem: bytes) -> Identity:
        """Announce this key and certificate from now on. Raises IdentityDamaged, OSError."""
        unproven = self.path.with_suffix(".unproven.pem")
        try:
            write_private(unproven, pem)
            certificates.server_context(certificates.load(unproven))
            unproven.replace(self.next)
        finally:
            unproven.unlink(missing_ok=True)
        return certificates.load(self.next)

    def choose(self) -> None:
        """To be shown from the next start on. Raises FileNotFoundError where none was prepared."""
        self.next.replace(self.use)

    def turn(self) -> bool:
        """For the hub's start: show what was chosen. Raises IdentityDamaged, OSError."""
        if not self.use.exists():
            return False
        certificates.load(self.use)
        self.use.replace(self.path)
        return True


class Announced:
    """The fingerprints to announce, read again when the files have changed."""

    def __init__(self, identities: Identities) -> None:
        self._identities = identities
        self._seen: tuple[int, ...] | None = None
        self._ids: tuple[str, ...] = ()

    def __call__(self) -> tuple[str, ...]:
        """None where a file is damaged."""
        seen = tuple(_changed_at(path) for path in (self._identities.next, self._identities.use))
        if seen != self._seen:
            self._ids, self._seen = self._read(), seen
        return self._ids

    def _read(self) -> tuple[str, ...]:
        try:
            return tuple(identity.fingerprint for identity in self._identities.announced())
        except (IdentityDamaged, OSError):
            return ()


def _changed_at(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except FileNotFoundError:
        return 0
