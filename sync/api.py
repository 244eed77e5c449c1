"""The hub as a device sees it: one typed interface, implemented in process and over HTTPS."""

from collections.abc import Generator
from typing import Protocol

from sync.snapshot.info import SnapshotInfo
from sync.wire import (
    SAYS_NOTHING,
    Buckets,
    Comparison,
    Confirmation,
    Difference,
    Fetched,
    Greeting,
    Hello,
    Page,
    Push,
    PushReply,
    QueuedPush,
)


class HubApi(Protocol):
    """Every call may raise HubUnreachable, HubRefused or FingerprintMismatch."""

    def hello(self, greeting: Greeting = SAYS_NOTHING) -> Hello:
        """Meet: the device says what it owes, the hub how far it is."""
        ...

    def push(self, push: Push | QueuedPush) -> PushReply:
        """Apply each record once; answered after the hub's commit is durable. Raises EpochChanged."""
        ...

    def pull(self, epoch: str, after: int, limit: int, floor: int = 0) -> Page:
        """The feed after a position. An empty epoch starts from zero. Raises EpochChanged.

        `floor` is the one of the page from zero with which the device began: what was forgotten up to there
        it never had.
        """
        ...

    def buckets(self, epoch: str, collection: str) -> Buckets:
        """What the hub holds of a collection, to narrow a difference down. Raises EpochChanged."""
        ...

    def compare(self, comparison: Comparison) -> Difference:
        """The records that are not here as the hub has them. Raises EpochChanged."""
        ...

    def fetch(self, group: str) -> Fetched:
        """Let this device hold a group for a while, which comes with the feed. HubRefused (not found)."""
        ...

    def confirm(self, confirmation: Confirmation) -> None:
        """Nothing is left here of what a hello told to erase."""
        ...

    def blob(self, digest: str) -> bytes:
        """The file with that SHA-256 (hex)."""
        ...

    def snapshot(self, schema: str, have: str = "") -> SnapshotInfo:
        """What is ready for replicas of that schema; `have` names the one that was begun."""
        ...

    def snapshot_bytes(self, name: str, start: int) -> Generator[bytes]:
        """The pieces of that snapshot one after the other, from a byte on. Ends early with HubUnreachable."""
        ...
