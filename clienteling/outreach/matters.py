"""What a message to her may be about: what was promised to her, and what she bought."""

from collections.abc import Sequence
from datetime import date

import sqlalchemy as sa

from clienteling.baskets.queries import Receipt, receipts
from clienteling.catalog.products import Named, Product, named
from clienteling.customers.aliases import Whom
from clienteling.nouns import thing
from clienteling.outreach.values import About, Matter
from clienteling.promises import words as promise_words
from clienteling.promises.queries import open_for
from clienteling.promises.values import PromiseView
from clienteling.wording import Wording

PURCHASE_COUNTS = 60 * 86_400_000
MOST_PURCHASES = 3


def matters(conn: sa.Connection, whom: Whom, now: int, wording: Wording) -> list[Matter]:
    """Of hers, what is open first. `wording` is the language in which she is written to."""
    today = wording.day_of(now)
    recent = [r for r in receipts(conn, whom) if not r.back and r.items and r.at > now - PURCHASE_COUNTS]
    bought = recent[:MOST_PURCHASES]
    items = [item for receipt in bought for item in receipt.items]
    products = named(conn, (i.product_id for i in items), (i.variant_id for i in items))
    return [
        *(_promised(promise, today, wording) for promise in open_for(conn, whom, today)),
        *(_bought(receipt, products, wording) for receipt in bought),
    ]


def in_hand(products: Sequence[Product], wording: Wording) -> list[Matter]:
    """What the associate holds, as things she could be written about; nothing where the hand is empty."""
    if not products:
        return []
    item = wording.all_of([said(product, wording) for product in products])
    items = listed(products, wording)
    return [
        Matter(about=About.HAND, item=item, list=items),
        Matter(about=About.SELECTION, item=item, list=items),
    ]


def said(product: Product, wording: Wording) -> str:
    """`le stringate nere, numero 39`."""
    what = thing(product.name, product.colour, wording)
    return wording.say("{product}, size {size}", product=what, size=product.size) if product.size else what


def listed(products: Sequence[Product], wording: Wording) -> str:
    """One a line, with its price."""
    return "\n".join(
        f"· {_label(product, wording)}, {wording.money(product.price_cents)}" for product in products
    )


def _label(product: Product, wording: Wording) -> str:
    return f"{product.name}, {wording.colour(product.colour)}" if product.colour else product.name


def _promised(promise: PromiseView, today: date, wording: Wording) -> Matter:
    return Matter(
        about=About.PROMISE,
        record_id=promise.id,
        at=promise.made_at,
        item=promise_words.promised_thing(promise, wording),
        day=promise_words.when(promise, today, wording),
    )


def _bought(receipt: Receipt, products: Named, wording: Wording) -> Matter:
    known = [p for item in receipt.items if (p := products.get(item.product_id, item.variant_id))]
    names = [thing(product.name, product.colour, wording) for product in known]
    names = names or [item.product_name for item in receipt.items if item.product_name]
    return Matter(
        about=About.PURCHASE,
        record_id=receipt.record_id,
        at=receipt.at,
        item=wording.all_of(names) if names else "",
    )
