from typing import TypeAlias

import msgspec

from clienteling.catalog.products import Product
from clienteling.interactions.values import InteractionKind, Item
from clienteling.promises.values import PromiseView
from clienteling.reservations.values import ReservationView
from clienteling.tasks.values import TaskView


class Tried(msgspec.Struct, frozen=True, kw_only=True):
    """She was shown it, tried it on or left it."""

    kind: InteractionKind
    item: Item
    product: Product | None = None


Ask: TypeAlias = PromiseView | ReservationView | TaskView | Tried


class Asker(msgspec.Struct, frozen=True, kw_only=True):
    customer_id: str
    """Of the record that stands for her; empty for somebody without a code."""
    name: str = ""
    at: int
    how: Ask
    """What binds us most: a promise before a request, a task, and what was only tried on."""
    variant_id: str | None = None
    """The very one; None where any of the product would do, or just this one would not."""
