"""What a manager reads of a shop's day."""

from datetime import date

import msgspec

from clienteling.interactions.today import Visitor
from clienteling.interactions.values import InteractionKind, Item, Reason
from clienteling.promises.values import PromiseView


class Deed(msgspec.Struct, frozen=True, kw_only=True):
    """An interaction as far as it is counted; what was undone or changed later is not among them."""

    id: str
    visit_id: str = ""
    customer_id: str | None = None
    kind: InteractionKind = InteractionKind.VISIT
    items: tuple[Item, ...] = ()
    at: int = 0


class Receipts(msgspec.Struct, frozen=True, kw_only=True):
    count: int = 0
    cents: int = 0
    pieces: int = 0

    @property
    def average_cents(self) -> int:
        """Of one receipt; 0 without any."""
        return round(self.cents / self.count) if self.count else 0


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """A day counted from what was recorded; the same from any order of the same records."""

    visits: int = 0
    recognised: int = 0
    interactions: int = 0
    receipts: Receipts = Receipts()
    recognised_receipts: Receipts = Receipts()
    returned_pieces: int = 0
    lost: int = 0
    promises_due: int = 0
    promises_kept: int = 0
    """Of those that were due, by then."""


class Hour(msgspec.Struct, frozen=True):
    """The visits that began in one hour of the shop's clock."""

    hour: int
    recognised: int = 0
    unknown: int = 0


class LostBecause(msgspec.Struct, frozen=True):
    reason: Reason
    times: int


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was not bought, and whether it is here."""

    product_id: str
    variant_id: str | None = None
    name: str = ""
    colour: str = ""
    size: str = ""
    picture: str = ""
    reason: Reason = Reason.NONE
    """The one that was given most often."""
    times: int = 0
    here: int = 0
    elsewhere: int = 0


class TabletStanding(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    name: str
    last_seen_at: int = 0
    owes: int = 0
    set_aside: int = 0


class Reviewed(msgspec.Struct, frozen=True, kw_only=True):
    """Who has read the day last, and what has changed since."""

    id: str
    at: int
    by_name: str
    by_id: str = ""
    changed: tuple[str, ...] = ()
    """Names of `Figures` that are other ones now."""
    unopened: bool = False
    """With which figures it was read is not known here, and so not what has changed."""
    also: tuple[str, ...] = ()
    """Others who have read it before."""


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """A day beside others: what it came to, and whether somebody has read that."""

    day: date
    figures: Figures = Figures()
    reviewed: Reviewed | None = None


class ShopDay(msgspec.Struct, frozen=True, kw_only=True):
    store_id: str
    day: date
    figures: Figures = Figures()
    week_before: Figures = Figures()
    """The same day of the week before."""
    hours: tuple[Hour, ...] = ()
    visitors: tuple[Visitor, ...] = ()
    lost: tuple[LostBecause, ...] = ()
    wanted: tuple[Wanted, ...] = ()
    still_open: tuple[PromiseView, ...] = ()
    """Promises for that day or before that nobody has kept yet."""
    tablets: tuple[TabletStanding, ...] = ()
    reviewed: Reviewed | None = None
