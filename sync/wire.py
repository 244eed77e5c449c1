"""The messages between a device and the hub, as they travel (JSON). PROTOCOL.md explains them."""

from enum import StrEnum
from typing import Annotated, Any

import msgspec

from sync.errors import Code

PROTOCOL_VERSION = 1
OLDEST_PROTOCOL_VERSION = 1
SILENT_MS = 90 * 24 * 3_600_000
"""A device that was not there for longer is waited for no more: it may have missed what was deleted."""
EVERYTHING = "*"
"""What a device holds that is bound to no scope."""

Fields = dict[str, Any]
_fields = msgspec.json.Decoder(Fields)
Count = Annotated[int, msgspec.Meta(ge=1, le=2**63 - 1)]
"""A number that every database can hold."""


class Message(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A message; fields that this version does not know are ignored on messages, kept on records."""


class Rival(Message):
    """Another value of a watched field, written by somebody who had not seen the one that stands."""

    value: Any
    stamp: str


class FeedRecord(Message):
    """A record's newest state, at its newest feed position."""

    seq: int
    collection: str
    id: str
    fields: Fields = {}
    stamps: dict[str, str] = {}
    """Field → hybrid logical clock, rule `fields` only; the empty name stands for all fields not named."""
    seen: dict[str, dict[str, str]] = {}
    """Watched field → node → newest stamp of it that the value rests on, where that is more than itself.
    The empty name (rule `set`): the newest additions that were taken away."""
    rivals: dict[str, list[Rival]] = {}
    """Watched field → the values that a person still has to choose from, besides the one in `fields`."""
    dots: list[str] = []
    """The stamps of the additions that stand, rule `set` only."""
    deleted: bool = False


class ToldRecord(Message):
    """A `FeedRecord` as a reader gets it: the fields are still JSON, for whoever needs them to read."""

    seq: int
    collection: str
    id: str
    body: msgspec.Raw = msgspec.field(default=msgspec.Raw(b"{}"), name="fields")
    stamps: dict[str, str] = {}
    seen: dict[str, dict[str, str]] = {}
    rivals: dict[str, list[Rival]] = {}
    dots: list[str] = []
    deleted: bool = False

    @property
    def fields(self) -> Fields:
        """Read anew each time. Raises msgspec.DecodeError."""
        return _fields.decode(self.body)

    @property
    def plain(self) -> bool:
        """It is there, and no values or additions of others stand beside its own."""
        return not (self.deleted or self.seen or self.rivals or self.dots)


class PushedRecord(Message):
    """One write of a device. `dseq` counts the device's writes from 1 without a gap."""

    dseq: Count
    collection: str
    id: str
    fields: Fields
    stamp: str
    """Hybrid logical clock of the write; every field in `fields` carries it."""
    seen: dict[str, dict[str, str]] = {}
    """Watched field → node → newest stamp that the writer had before them when writing. The empty name makes
    the write a removal (rule `set`), of the additions that it covers."""
    new: bool = False
    """This write makes the record; without it, rule `fields`, the record must exist."""


class Push(Message):
    epoch: str
    records: list[PushedRecord]


NOTHING_SEEN = msgspec.Raw(b"{}")


class QueuedRecord(Message, gc=False):
    """A `PushedRecord` as it stands in its device's queue: what it says stays JSON on its way."""

    dseq: int
    collection: str
    id: str
    body: msgspec.Raw = msgspec.field(name="fields")
    stamp: str
    rests: msgspec.Raw = msgspec.field(default=NOTHING_SEEN, name="seen")
    new: bool = False

    @property
    def fields(self) -> Fields:
        """Read anew each time."""
        return _fields.decode(self.body)


class QueuedPush(Message):
    """A `Push` of those."""

    epoch: str
    records: list[QueuedRecord]


class Status(StrEnum):
    APPLIED = "applied"
    DUPLICATE = "duplicate"
    ADJUSTED = "adjusted"
    """Applied with a clock stamp that the hub had to bring back from the future."""
    REJECTED = "rejected"

    @classmethod
    def _missing_(cls, _: object) -> "Status":
        """An answer of a newer version: set aside, so that a person sees it and the rest flow on."""
        return cls.REJECTED


class Verdict(Message, gc=False):
    dseq: int
    status: Status
    seq: int = 0
    """Feed position that holds the effect, 0 when rejected."""
    code: Code | None = None
    message: str = ""


NO_PAGE = msgspec.Raw(b"")


class Bell(Message):
    """There is more, up to `head`: the stream's one event, an answer to a wait, a part of one to a push."""

    epoch: str
    head: int
    after: int = 0
    """Where `page` continues from: for a device whose cursor stands there."""
    page: msgspec.Raw = NO_PAGE
    """A `Page` with what is new, when that is little; `head` is its `next`. Without it the device pulls."""
    attend: bool = False
    """The hub has something to say in a hello."""


class PushReply(Message):
    epoch: str
    hub_now: int
    """Milliseconds since 1970 UTC by the hub's clock."""
    last_dseq: int
    verdicts: list[Verdict]
    news: Bell | None = None
    """What the device's stream would ring next, this push's effect among it; the stream goes on behind it."""


class Tally(Message):
    """How many records, and the sum of their hashes (digest.py)."""

    count: int = 0
    sum: int = 0


class Page(Message):
    """Part of the feed, in order. `upto` is the position at which the pull began to be complete."""

    epoch: str
    hub_now: int
    records: list[ToldRecord]
    next: int
    upto: int
    entered: list[str] = []
    """Groups of which the records here are everything: what else a device holds of them goes."""
    left: list[str] = []
    """Groups that the device holds no more."""
    digest: dict[str, Tally] | None = None
    """Collection → what the hub holds at `next`, on the page that reaches the feed's end."""
    floor: int = 0
    """On a page from zero: the newest position of which the hub has forgotten what was deleted there."""
    hashes: list[int] = []
    """Of each record, set by who reads the page; never believed when it travels."""

    @property
    def complete(self) -> bool:
        return self.next >= self.upto


class Buckets(Message):
    """What the hub holds of one collection, by bucket of the ids."""

    epoch: str
    tallies: list[Tally]


class Comparison(Message):
    """What a device holds in some buckets of one collection: bucket → id → hash."""

    epoch: str
    collection: str
    upto: int
    """The device's cursor: what moved later comes with the feed."""
    held: dict[Annotated[int, msgspec.Meta(ge=0, le=255)], dict[str, int]]
    strays: list[str] = []
    """Ids of rows here that the device was not told of: the hub says what they are."""


class Difference(Message):
    """The records in those buckets that the device lacks or holds differently, and ids that nobody knows."""

    epoch: str
    hub_now: int
    records: list[ToldRecord]
    unknown: list[str] = []
    outside: list[str] = []
    """Ids that the hub holds, but not for this device."""
    erased: list[str] = []
    """Ids among the unknown ones that were erased: whoever they belong to goes."""
    hashes: list[int] = []
    """As in a page."""


class Greeting(Message):
    """What a device says of itself with its hello; travels as query parameters."""

    owes: Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)] = 0
    """How many writes wait for the hub's answer."""
    set_aside: Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)] = 0
    """How many records the hub refused that nobody has looked at."""
    knows: Annotated[str, msgspec.Meta(pattern="^([0-9a-f]{64})?$")] = ""
    """The fingerprint of an announced next certificate that the device has stored."""
    wiped: bool = False
    """The device has deleted everything, as it was told."""


SAYS_NOTHING = Greeting()


class Hello(Message):
    epoch: str
    hub_now: int
    head: int
    """Newest feed position."""
    last_dseq: int
    """Newest write of this device that the hub holds."""
    protocol: int = PROTOCOL_VERSION
    oldest_protocol: int = OLDEST_PROTOCOL_VERSION
    hub_name: str = ""
    scope: str = ""
    """The application's own word for what this device belongs to (here: the store's id)."""
    holds: str = EVERYTHING
    """What of the grouped records this device holds: everything, or those of a scope."""
    renew: bool = False
    """The device's credential is old: it should ask for a new one."""
    next_hub_ids: list[str] = []
    """Fingerprints of certificates that the hub may show in future."""
    lease_ms: int = 0
    """So long the device may show its data without having met the hub; 0: without end."""
    wipe: bool = False
    """The device must delete everything and confirm."""
    erase: list[str] = []
    """Groups that were erased: the device erases all it has of them, before it pushes, and confirms."""
    snapshot: str = ""
    """The schema of the snapshot that is ready for this device, empty when there is none."""
    sealing_key: str = ""
    """X25519 (hex): to it a device seals its queue where that has to go by hand (queue_file.py)."""
    scope_key: str = ""
    """A key (hex) that only the devices of this scope are told: with it the application seals what all hold
    and they alone are to read."""


class Confirmation(Message):
    """What a device has done that the hub asked for."""

    erased: Annotated[list[str], msgspec.Meta(max_length=10_000)]


class Fetch(Message):
    """A device asks for a group that its scope does not hold."""

    group: str


class Fetched(Message):
    """The group is in the device's feed, at the latest here."""

    seq: int


class Noted(Message):
    """The hub has it on disk."""


class Refusal(Message):
    """The body of every error answer."""

    code: Code
    message: str
    epoch: str = ""
    """The hub's epoch, with EPOCH_CHANGED."""
