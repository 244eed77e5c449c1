"""Gathers from the newest rows what may say why she is here."""

from collections.abc import Sequence

import msgspec
import sqlalchemy as sa

from clienteling.card.handover import Asked, Interest, LastVisit, Signals
from clienteling.card.reached import Reached, last_call, open_request
from clienteling.card.shelf import Chosen
from clienteling.card.values import ShelfTag
from clienteling.catalog.products import Named
from clienteling.customers.aliases import Whom, ids_of
from clienteling.interactions.tables import interaction
from clienteling.interactions.values import InteractionKind, Item, items_of
from clienteling.outreach.values import Sent
from clienteling.prepared import Prepared
from clienteling.promises.values import PromiseView
from clienteling.records import uncorrected
from clienteling.timeline.tables import event
from clienteling.timeline.values import EventDetail, EventKind, detail_of
from clienteling.vocabulary import Channel, known

_LAST_MESSAGES = 12
_LAST_INTERACTIONS = 12
_ELSEWHERE = frozenset({InteractionKind.CALL, InteractionKind.MESSAGE})
_TRIED = frozenset({InteractionKind.FITTING, InteractionKind.NOT_BOUGHT})
ONE_CONVERSATION = 3 * 86_400_000
"""Milliseconds between the first and the last question that are read together."""

_IDS = sa.bindparam("ids", type_=sa.Text, expanding=True)
_QUESTIONS = Prepared(
    sa.select(event.c.at, event.c.channel, event.c.detail)
    .where(event.c.customer_id.in_(_IDS), event.c.kind == EventKind.MESSAGE_IN.value)
    .order_by(event.c.at.desc(), event.c.id.desc())
    .limit(_LAST_MESSAGES)
)
_ENCOUNTERS = Prepared(
    sa.select(interaction.c.at, interaction.c.kind, interaction.c["items"])
    .where(interaction.c.customer_id.in_(_IDS), uncorrected(interaction))
    .order_by(interaction.c.at.desc(), interaction.c.id.desc())
    .limit(_LAST_INTERACTIONS)
)


class Question(msgspec.Struct, frozen=True):
    at: int
    channel: Channel
    detail: EventDetail


class Encounter(msgspec.Struct, frozen=True):
    at: int
    kind: InteractionKind
    items: tuple[Item, ...]


def questions(conn: sa.Connection, whom: Whom) -> list[Question]:
    """Her last messages, newest first."""
    rows = _QUESTIONS.rows(conn, {"ids": ids_of(conn, whom)})
    return [Question(r.at, known(Channel, r.channel, Channel.WEB), detail_of(r.detail)) for r in rows]


def encounters(conn: sa.Connection, whom: Whom) -> list[Encounter]:
    """What associates recorded last, newest first."""
    rows = _ENCOUNTERS.rows(conn, {"ids": ids_of(conn, whom)})
    return [
        Encounter(r.at, known(InteractionKind, r.kind, InteractionKind.VISIT), items_of(r.items))
        for r in rows
    ]


def mentioned(found: Sequence[Question], met: Sequence[Encounter]) -> tuple[set[str], set[str]]:
    """Product and variant ids that these name."""
    products = {q.detail.asked_product_id or "" for q in found}
    items = [item for encounter in met for item in encounter.items]
    return products | {i.product_id for i in items}, {i.variant_id or "" for i in items}


def signals(
    found: Sequence[Question],
    met: Sequence[Encounter],
    shelf: Sequence[Chosen],
    promises: Sequence[PromiseView],
    *,
    products: Named,
    bought: dict[str, int],
    reached: Sequence[Reached] = (),
    sent: Sequence[Sent] = (),
) -> Signals:
    said = asked(found, products, bought)
    declined = _declined(met)
    return Signals(
        asked=said,
        promise=_foremost(promises, said),
        basket=_interest(shelf, ShelfTag.BASKET, products, declined),
        viewed=_interest(shelf, ShelfTag.VIEWED, products, declined),
        visit=_last_visit(met, products, bought),
        request=open_request(reached),
        call=last_call(reached),
        wrote=next(iter(sent), None),
        came_at=next((e.at for e in met if e.kind not in _ELSEWHERE), 0),
    )


def _foremost(promises: Sequence[PromiseView], said: Asked | None) -> PromiseView | None:
    """The promise about what she asked for, or the one that is due first."""
    wanted = said.product.product_id if said and said.product else None
    about_it = (promise for promise in promises if wanted and promise.product_id == wanted)
    return next(about_it, promises[0] if promises else None)


def _declined(met: Sequence[Encounter]) -> dict[str, int]:
    """Product → when she said no to it in the shop."""
    return {item.product_id: e.at for e in reversed(met) for item in e.items if item.reason}


def asked(found: Sequence[Question], products: Named, bought: dict[str, int]) -> Asked | None:
    """The newest answer to each question within one conversation; None once she has bought it."""
    if not found:
        return None
    last = found[0]
    details = [q.detail for q in found if last.at - q.at <= ONE_CONVERSATION and q.channel is last.channel]
    product_id = next((d.asked_product_id for d in details if d.asked_product_id), None)
    if bought.get(product_id or "", -1) >= last.at:
        return None
    return Asked(
        at=last.at,
        channel=last.channel,
        product=products.get(product_id),
        colour=next((d.asked_colour for d in details if d.asked_colour), ""),
        size=next((d.asked_size for d in details if d.asked_size), ""),
    )


def open_complaint(met: Sequence[Encounter]) -> int | None:
    """When she complained, if nothing was recorded with her since."""
    last = met[0] if met else None
    return last.at if last and last.kind is InteractionKind.COMPLAINT else None


def _interest(
    shelf: Sequence[Chosen], tag: ShelfTag, products: Named, declined: dict[str, int]
) -> Interest | None:
    for choice in shelf:
        product = products.get(choice.touch.product_id, choice.touch.variant_id)
        if choice.tag is not tag or product is None:
            continue
        if declined.get(product.product_id, -1) < choice.touch.at:
            return Interest(at=choice.touch.at, product=product, times=choice.times)
    return None


def _last_visit(met: Sequence[Encounter], products: Named, bought: dict[str, int]) -> LastVisit | None:
    """The newest thing tried on and left, or bought, whichever came last."""
    for encounter in met:
        for item in encounter.items:
            product = products.get(item.product_id, item.variant_id)
            if product is None:
                continue
            if item.bought:
                return LastVisit(at=encounter.at, bought=product)
            if encounter.kind in _TRIED and bought.get(product.product_id, -1) < encounter.at:
                return LastVisit(at=encounter.at, tried=product)
    return None
