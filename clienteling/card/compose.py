"""The customer card, from a few small queries that an index answers."""

from collections.abc import Mapping, Sequence

import sqlalchemy as sa

from clienteling.appointments.queries import coming
from clienteling.baskets import queries as baskets
from clienteling.baskets.rules import Touch, last_bought
from clienteling.card import shelf
from clienteling.card.alerts import alerts
from clienteling.card.fitting import Sizes, fitting, sizes
from clienteling.card.handover import handover
from clienteling.card.leaning import leaning
from clienteling.card.next_action import next_action
from clienteling.card.purchases import purchases
from clienteling.card.reached import reached
from clienteling.card.signals import encounters, mentioned, open_complaint, questions, signals
from clienteling.card.values import Card, ShelfItem
from clienteling.catalog.products import Named, named
from clienteling.consents import queries as consents
from clienteling.consents.rules import permits
from clienteling.consents.values import Purpose
from clienteling.customers.aliases import Her, her
from clienteling.customers.queries import customer_by_id, facts
from clienteling.errors import UnknownRecord
from clienteling.insight.lapsing import lapsing
from clienteling.insight.queries import judged, of_her, pairs
from clienteling.insight.rules import Interest
from clienteling.outreach.queries import sent_to
from clienteling.promises.queries import open_for
from clienteling.stock.age import trusted
from clienteling.stock.queries import pieces_by_product, pieces_by_variant
from clienteling.stores.queries import stores
from clienteling.tasks import queries as tasks
from clienteling.timeline.queries import stretch
from clienteling.wording import Wording

NEWEST_ENTRIES = 20
STILL_EXPECTED = 3_600_000
"""Who is late for an appointment is expected for another hour."""


def customer_card(
    conn: sa.Connection,
    customer_id: str,
    *,
    store_id: str,
    associate_id: str,
    now: int,
    wording: Wording,
) -> Card:
    """Raises UnknownRecord where she is not on this replica."""
    she = her(conn, customer_id)
    customer = customer_by_id(conn, she)
    if customer is None:
        raise UnknownRecord("customer", customer_id)
    today = wording.day_of(now)
    store_names = {store.id: store.name for store in stores(conn)}
    promises = open_for(conn, she, today)
    states = consents.states(conn, she, now)
    profiled = permits(states, Purpose.PROFILING)
    receipts = baskets.receipts(conn, she)
    sold = sorted(baskets.bought(receipts), key=_when)
    touches = sorted([*baskets.touches(conn, she, now), *sold], key=_when)
    chosen = shelf.chosen(touches)
    asked, met = questions(conn, she), encounters(conn, she)
    products = _products(conn, touches, *mentioned(asked, met))
    bought = last_bought(sold)
    calls_and_requests = reached(conn, she, now)
    seen = signals(
        asked,
        met,
        chosen,
        promises,
        products=products,
        bought=bought,
        reached=calls_and_requests,
        sent=sent_to(conn, she),
    )
    wanted = seen.asked.product.product_id if seen.asked and seen.asked.product else None
    insight = of_her(conn, she.id) if profiled else None
    last_at = max(seen.came_at, *(receipt.at for receipt in receipts[:1]), 0)
    known = facts(conn, she, now, deduced=profiled)
    newest = stretch(conn, she, wording=wording, associate_id=associate_id, limit=NEWEST_ENTRIES)
    on_the_shelf = (
        *_chosen_items(conn, chosen, products, store_id),
        *(
            _suggestions(
                conn,
                she,
                chosen,
                wanted,
                bought,
                sizes=sizes(known, seen.asked.size if seen.asked else ""),
                store_id=store_id,
                now=now,
                wording=wording,
            )
            if profiled
            else ()
        ),
    )
    why, complaint_at = handover(seen, now, wording), open_complaint(met)
    return Card(
        customer=customer,
        store_name=store_names.get(customer.home_store_id or "", ""),
        handover=why,
        next=next_action(
            on_the_shelf,
            known,
            states,
            handed_over=why.product_id if why else None,
            complaint_at=complaint_at,
            now=now,
            wording=wording,
            provisional=customer.provisional,
        ),
        alerts=alerts(
            customer,
            promises,
            states,
            complaint_at=complaint_at,
            expected=coming(conn, she, now - STILL_EXPECTED),
            lapsing=lapsing(insight, last_at, now) if insight else None,
            now=now,
            wording=wording,
        ),
        promises=tuple(promises),
        tasks=tuple(tasks.open_for(conn, she, today, now)),
        facts=known,
        leaning=leaning(insight.interests, now, wording) if insight else None,
        consents=states,
        shelf=on_the_shelf,
        purchases=purchases(receipts, products, store_names),
        timeline=newest.entries,
        older=newest.end,
    )


def _when(touch: Touch) -> int:
    return touch.at


def _products(
    conn: sa.Connection, touches: Sequence[Touch], product_ids: set[str], variant_ids: set[str]
) -> Named:
    return named(
        conn,
        (*product_ids, *(touch.product_id for touch in touches)),
        (*variant_ids, *(touch.variant_id for touch in touches)),
    )


def _chosen_items(
    conn: sa.Connection, chosen: Sequence[shelf.Chosen], products: Named, store_id: str
) -> list[ShelfItem]:
    variants = [c.touch.variant_id for c in chosen if c.touch.variant_id]
    models = [c.touch.product_id for c in chosen if c.touch.product_id and not c.touch.variant_id]
    pieces = {
        **pieces_by_product(conn, models, store_id),
        **pieces_by_variant(conn, variants, store_id),
    }
    return [shelf.chosen_item(choice, products, pieces) for choice in chosen]


def _suggestions(
    conn: sa.Connection,
    she: Her,
    chosen: Sequence[shelf.Chosen],
    wanted: str | None,
    bought: Mapping[str, int],
    *,
    sizes: Sizes,
    store_id: str,
    now: int,
    wording: Wording,
) -> list[ShelfItem]:
    """To be asked for only with her consent to profiling. What nobody has in her size is not among them."""
    interest = {
        **dict.fromkeys(bought, Interest.BOUGHT),
        **{c.touch.product_id: Interest.CHOSEN for c in chosen if c.touch.product_id},
        **({wanted: Interest.ASKED} if wanted else {}),
    }
    known = pairs(conn, interest)
    pieces = fitting(conn, [pair.other_id for pair in known], sizes, store_id)
    found = [pair for pair in known if not shelf.nobody_has(pieces.get(pair.other_id), now)]
    here = {i for i, stock in pieces.items() if stock.here and trusted(stock.here_at, now)}
    said = judged(conn, she, now)
    picked = shelf.suggested(found, interest, here, {i for i, useful in said.items() if not useful})
    products = named(conn, (i for pair in picked for i in (pair.product_id, pair.other_id)))
    return [
        shelf.suggested_item(
            pair,
            first,
            other,
            pieces.get(pair.other_id, shelf.NONE),
            useful=said.get(pair.other_id, False),
            wording=wording,
        )
        for pair in picked
        if (first := products.get(pair.product_id)) and (other := products.get(pair.other_id))
    ]
