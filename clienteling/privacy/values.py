from enum import StrEnum

import msgspec

MONTH_MS = 2_629_746_000
"""A twelfth of the mean Gregorian year."""


class Why(StrEnum):
    """What led to a card."""

    SCAN = "scan"
    SEARCH = "search"
    RECENT = "recent"
    LIST = "list"
    """From the day's visitors, or from what is due."""
    CODE = "code"
    """Her code was made at the hub."""
    FILE = "file"
    """Her file was made, or looked at."""
    CALL = "call"
    """Her telephone number was looked up while it rang."""
    OTHER = "other"


class PrivacyWish(StrEnum):
    """What is asked of the hub about all that is held of her."""

    FILE = "file"
    """Access and portability: Regulation (EU) 2016/679, articles 15 and 20."""
    ERASURE = "erasure"
    """Article 17."""
    MISTAKE = "mistake"
    """Nobody's wish: she was entered by mistake, and the associate takes it back."""


BY_LAW = frozenset({PrivacyWish.FILE, PrivacyWish.ERASURE})
"""What she asks for herself."""


class Answer(StrEnum):
    """How far a wish is. One that is done by erasing her leaves a receipt and nothing else."""

    ASKED = ""
    HELD = "held"
    """The hub knows a reason to wait; a person decides."""
    READY = "ready"
    REFUSED = "refused"
    CANCELLED = "cancelled"


class Hold(StrEnum):
    """Why somebody is not erased just now."""

    PROMISE = "promise"
    """Something that was promised to her is still open."""
    DISPUTE = "dispute"
    """A complaint of hers is open, or a refund within the days in which it may be disputed."""
    JOINED = "joined"
    """Her record and an older one turned out to be one person's."""
    KNOWN = "known"
    """A source knows her."""
    RECORDED = "recorded"
    """Something was recorded with her."""


class Keep(StrEnum):
    """What a retention clock is about."""

    PROFILING = "profiling"
    """What she looked at and searched for, and what was deduced from it."""
    MARKETING = "marketing"
    """What was sent to her, opened and clicked, and the adverts that she tapped."""
    ACCESS = "access"
    """Who opened whose card, who looked at whose figures, and what was asked and answered about the staff."""
    UNSEEN = "unseen"
    """Somebody of whom nothing was heard: anonymised after that. 0: never."""


MONTHS = {Keep.PROFILING: 12, Keep.MARKETING: 24, Keep.ACCESS: 6, Keep.UNSEEN: 0}
"""Where the hub has not said otherwise. Twelve and twenty-four are what the Garante's decision on loyalty
programmes of 24 February 2005 allows."""


class Access(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody opened her card."""

    at: int
    why: Why
    associate_name: str = ""
    """Empty where it was done at the hub."""
    store_name: str = ""
    device: str = ""


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """A wish of hers, and how far it is."""

    id: str
    wish: PrivacyWish
    at: int
    answer: Answer = Answer.ASKED
    holds: tuple[Hold, ...] = ()
    source: str = ""
    """Which source passed it on; empty where she said it in the shop."""


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody was erased: when, and how many devices have confirmed it. Nobody's name."""

    id: str
    at: int
    devices: int = 0
    confirmed: int = 0
    done_at: int | None = None
