"""The whole card as it is shown, derived from what was read and what is in hand."""

from collections.abc import Collection
from dataclasses import dataclass, field

from clienteling.card.values import Alert, Handover, NextAction
from clienteling.tablet.card.promised import DutyRow, duty_rows
from clienteling.tablet.card.reading import Reading
from clienteling.tablet.card.shelf import PurchaseRow, ShelfRow, purchase_rows, shelf_rows
from clienteling.tablet.card.who import ConsentChip, FactRow, Who, consent_chips, fact_rows, who


@dataclass(frozen=True)
class AlertRow:
    key: str
    kind: str
    text: str


@dataclass(frozen=True)
class HandoverBlock:
    text: str = ""
    channel: str = ""
    moment: str = ""
    promise_id: str = ""
    product_id: str = ""


@dataclass(frozen=True)
class NextLine:
    kind: str = ""
    text: str = ""
    reason: str = ""
    product_id: str = ""
    variant_id: str = ""
    fact: str = ""
    topic: str = ""


@dataclass(frozen=True)
class Face:
    """What the handover promises is not listed again. Empty while nothing is open."""

    who: Who = field(default_factory=Who)
    handover: HandoverBlock = field(default_factory=HandoverBlock)
    next: NextLine = field(default_factory=NextLine)
    alerts: tuple[AlertRow, ...] = ()
    consents: tuple[ConsentChip, ...] = ()
    facts: tuple[FactRow, ...] = ()
    promises: tuple[DutyRow, ...] = ()
    shelf: tuple[ShelfRow, ...] = ()
    purchases: tuple[PurchaseRow, ...] = ()


def derive_face(reading: Reading, in_hand: Collection[str]) -> Face:
    card, asked = reading.card, reading.request
    if card is None:
        return Face()
    today, wording = asked.wording.day_of(asked.now), asked.wording
    handed_over = card.handover.promise_id if card.handover else None
    not_said_yet = (promise for promise in card.promises if promise.id != handed_over)
    return Face(
        who=who(card.customer, wording),
        handover=handover_block(card.handover, reading),
        next=next_line(card.next),
        alerts=tuple(alert_row(place, alert) for place, alert in enumerate(card.alerts)),
        consents=tuple(consent_chips(card.consents)),
        facts=tuple(fact_rows(card, today, wording)),
        promises=tuple(duty_rows((*not_said_yet, *card.tasks), today, wording)),
        shelf=tuple(shelf_rows(card.shelf, in_hand, asked.now, wording)),
        purchases=tuple(purchase_rows(card.purchases, today, wording)),
    )


def next_line(found: NextAction | None) -> NextLine:
    if found is None:
        return NextLine()
    return NextLine(
        kind=found.kind.value,
        text=found.text,
        reason=found.reason,
        product_id=found.product_id,
        variant_id=found.variant_id,
        fact=found.fact,
        topic=found.topic,
    )


def alert_row(place: int, alert: Alert) -> AlertRow:
    return AlertRow(key=f"{alert.kind.value}/{place}", kind=alert.kind.value, text=alert.text)


def handover_block(handover: Handover | None, reading: Reading) -> HandoverBlock:
    if handover is None:
        return HandoverBlock()
    asked = reading.request
    return HandoverBlock(
        text=handover.text,
        channel=handover.channel.value,
        moment=asked.wording.moment(handover.at, asked.now),
        promise_id=handover.promise_id or "",
        product_id=handover.product_id or "",
    )
