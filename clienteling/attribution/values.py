"""What somebody in a shop did for a purchase, and what it came to."""

from enum import StrEnum

import msgspec

from clienteling.interactions.values import InteractionKind
from clienteling.vocabulary import Channel

USUAL_WINDOW = 14
"""Days."""
LONGEST_WINDOW = 90
WHOLE = 100
"""Percent."""


class Priority(StrEnum):
    """Whose purchase it is when several saw her before it."""

    LAST = "last"
    FIRST = "first"
    LONGEST = "longest"
    PROMISED = "promised"
    """Who promised her what she bought; where nobody did, who saw her last."""


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """How a shop counts, from a day on."""

    id: str = ""
    store_id: str = ""
    from_on: str = ""
    window_days: int = USUAL_WINDOW
    priority: Priority = Priority.LAST
    till: bool = False
    """The sale itself is a contact too: whoever sells to somebody whom nobody saw before has served her."""
    at: int = 0


class Contact(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody of a shop was with her, or spoke to her."""

    id: str
    at: int
    kind: InteractionKind
    associate_id: str
    store_id: str
    visit_id: str = ""


class Vow(msgspec.Struct, frozen=True, kw_only=True):
    """A promise, as far as it says whose a purchase is."""

    made_at: int
    associate_id: str
    store_id: str
    product_id: str | None = None
    variant_id: str | None = None
    kept_with: str = ""
    """The sale that kept it."""


class Share(msgspec.Struct, frozen=True, kw_only=True):
    associate_id: str
    store_id: str
    percent: int = WHOLE


class Split(msgspec.Struct, frozen=True, kw_only=True):
    """What a manager laid down about one purchase."""

    id: str
    sale_id: str
    shares: tuple[Share, ...]
    reason: str = ""
    by_id: str = ""
    at: int = 0


class Part(msgspec.Struct, frozen=True, kw_only=True):
    store_id: str
    associate_id: str
    cents: int


class Influenced(msgspec.Struct, frozen=True, kw_only=True):
    """A purchase that followed a contact, or what came back of one: then with a minus, on its own day."""

    sale_id: str
    """The first version of the sale, which stays the same however often it is corrected."""
    back_id: str = ""
    """The first version of the return; empty for the purchase itself."""
    record_id: str
    """What stands now: the sale, or the return."""
    on: str
    """The day of the shop whose it is. ISO 8601."""
    at: int
    channel: Channel
    sold_in: str | None = None
    """Shop; none for an order."""
    customer_id: str = ""
    pieces: int = 0
    cents: int = 0
    parts: tuple[Part, ...] = ()
    contact_id: str = ""
    contact_kind: InteractionKind = InteractionKind.VISIT
    contact_at: int = 0
    split_id: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return self.sale_id, self.back_id

    def of_shop(self, store_id: str) -> int:
        """Cents."""
        return sum(part.cents for part in self.parts if part.store_id == store_id)


class Total(msgspec.Struct, frozen=True, kw_only=True):
    """What a shop's contacts led to in a time."""

    sales: int = 0
    here_cents: int = 0
    """In this shop."""
    elsewhere_cents: int = 0
    """In other shops."""
    online_cents: int = 0
    back_cents: int = 0
    """Came back in this time, whenever it was bought. Nothing or less."""

    @property
    def cents(self) -> int:
        return self.here_cents + self.elsewhere_cents + self.online_cents + self.back_cents
