"""The row of products on the card, and what she bought."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from clienteling.card.values import Purchase, ShelfItem
from clienteling.stock.age import doubt
from clienteling.tablet.labels import label

if TYPE_CHECKING:
    from clienteling.wording import Wording


@dataclass(frozen=True)
class ShelfRow:
    key: str
    tag: str
    product_id: str
    variant_id: str
    name: str
    label: str
    price: str
    price_cents: int
    picture: str
    times: int
    here: int
    elsewhere: int
    counted: int
    """`clienteling.stock.age.doubt`."""
    reason: str
    because_id: str
    useful: bool
    picked: bool = False


@dataclass(frozen=True)
class PurchaseRow:
    key: str
    product_id: str
    variant_id: str
    name: str
    label: str
    price: str
    picture: str
    day: str
    store: str
    channel: str
    returned: bool


def shelf_row(item: ShelfItem, picked: Collection[str], now: int, wording: "Wording") -> ShelfRow:
    thing = item.variant_id or item.product_id
    return ShelfRow(
        key=f"{item.tag.value}/{thing}",
        tag=item.tag.value,
        product_id=item.product_id,
        variant_id=item.variant_id or "",
        name=item.name,
        label=label(item.colour, item.size, wording),
        price=wording.money(item.price_cents),
        price_cents=item.price_cents,
        picture=item.picture,
        times=item.times,
        here=item.here,
        elsewhere=item.elsewhere,
        counted=doubt(item.stock_at, now),
        reason=item.reason,
        because_id=item.because_id,
        useful=item.useful,
        picked=thing in picked,
    )


def shelf_rows(
    shelf: Iterable[ShelfItem], picked: Collection[str], now: int, wording: "Wording"
) -> list[ShelfRow]:
    return [shelf_row(item, picked, now, wording) for item in shelf]


def purchase_row(place: int, purchase: Purchase, today: date, wording: "Wording") -> PurchaseRow:
    return PurchaseRow(
        key=f"{purchase.record_id}/{place}",
        product_id=purchase.product_id or "",
        variant_id=purchase.variant_id or "",
        name=purchase.name,
        label=label(purchase.colour, purchase.size, wording),
        price=wording.money(purchase.price_cents),
        picture=purchase.picture,
        day=wording.short_date(wording.day_of(purchase.at), today),
        store=purchase.store_name,
        channel=purchase.channel.value,
        returned=purchase.returned,
    )


def purchase_rows(purchases: Iterable[Purchase], today: date, wording: "Wording") -> list[PurchaseRow]:
    return [purchase_row(place, purchase, today, wording) for place, purchase in enumerate(purchases)]
