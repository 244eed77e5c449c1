"""The next best thing to do with her, and the one line that says why.

From what stands on the card already, so it needs no consent beyond those that let it stand there.
"""

from collections.abc import Iterable, Iterator, Sequence

from clienteling.card.values import NextAction, NextKind, ShelfItem, ShelfTag
from clienteling.consents.values import ConsentState, Purpose
from clienteling.customers.values import Fact, PreferenceKind, Provenance
from clienteling.marking import msgid
from clienteling.nouns import thing
from clienteling.stock.age import trusted
from clienteling.wording import Wording

_HER_OWN = frozenset({ShelfTag.BASKET, ShelfTag.WISHED})
_SUGGESTED = frozenset({ShelfTag.GOES_WITH, ShelfTag.STEP_UP})
_QUESTIONS = {
    Purpose.SERVICE: msgid("Ask her whether we may keep her card"),
    Purpose.PROFILING: msgid("Ask her whether we may remember what she likes"),
}
_SIZES = frozenset({PreferenceKind.SHOE_SIZE, PreferenceKind.CLOTHES_SIZE})


def next_action(
    shelf: Sequence[ShelfItem],
    facts: Iterable[Fact],
    consents: Iterable[ConsentState],
    *,
    handed_over: str | None,
    complaint_at: int | None,
    now: int,
    wording: Wording,
    provisional: bool = False,
) -> NextAction | None:
    """`handed_over`: the product that the handover leads to already. Nobody sells to an open complaint.

    Of somebody whose record has not come yet nobody knows what she was asked.
    """
    here = [item for item in shelf if item.here and trusted(item.stock_at, now)]
    found = (
        *(() if complaint_at else _shown(here, handed_over, now, wording)),
        *_confirmed(facts, now, wording),
        *(() if provisional else _asked(consents, wording)),
    )
    return next(iter(found), None)


def _shown(
    here: Sequence[ShelfItem], handed_over: str | None, now: int, wording: Wording
) -> Iterator[NextAction]:
    for item in here:
        if item.tag in _HER_OWN and item.product_id != handed_over:
            what = thing(item.name, item.colour, wording)
            yield _of(item, wording.say("Show her {product}", product=what), _own_reason(item, now, wording))
    for item in here:
        if item.tag in _SUGGESTED:
            what = thing(item.name, item.colour, wording)
            yield _of(item, wording.say("Show her {product} too", product=what), item.reason)


def _of(item: ShelfItem, text: str, reason: str) -> NextAction:
    kind = NextKind.SHOW if item.tag in _HER_OWN else NextKind.SUGGEST
    return NextAction(
        kind=kind, text=text, reason=reason, product_id=item.product_id, variant_id=item.variant_id or ""
    )


def _own_reason(item: ShelfItem, now: int, wording: Wording) -> str:
    day = wording.short_date(wording.day_of(item.last_at), wording.day_of(now))
    pieces = wording.count("{n} piece here", "{n} pieces here", item.here)
    if item.tag is ShelfTag.BASKET:
        return wording.say("in her basket since {day}, {pieces}", day=day, pieces=pieces)
    return wording.say("on her wish list since {day}, {pieces}", day=day, pieces=pieces)


def _confirmed(facts: Iterable[Fact], now: int, wording: Wording) -> Iterator[NextAction]:
    for fact in facts:
        if fact.to_confirm:
            yield NextAction(
                kind=NextKind.CONFIRM,
                text=_still(fact, wording),
                reason=_doubtful(fact, now, wording),
                fact=fact.kind.value,
            )


def _still(fact: Fact, wording: Wording) -> str:
    if fact.kind in _SIZES:
        return wording.say("Ask her whether {size} is still her size", size=fact.value)
    value = wording.colour(fact.value) if fact.kind is PreferenceKind.COLOUR else fact.value
    return wording.say("Ask her whether it is still so: {value}", value=value)


def _doubtful(fact: Fact, now: int, wording: Wording) -> str:
    if fact.source is Provenance.DEDUCED:
        return wording.say("it was deduced, nobody has asked her")
    day = wording.long_date(wording.day_of(fact.said_at), wording.day_of(now))
    return wording.say("she said so on {day}", day=day)


def _asked(consents: Iterable[ConsentState], wording: Wording) -> Iterator[NextAction]:
    """First whether we may keep her card at all, then what to remember."""
    asked = {state.purpose for state in consents if state.asked}
    for purpose, question in _QUESTIONS.items():
        if purpose not in asked:
            yield NextAction(
                kind=NextKind.CONSENT,
                text=wording.say(question),
                reason=wording.say("nobody has asked her yet"),
                topic=purpose.value,
            )
