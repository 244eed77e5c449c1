"""The handover line: why she is here, drawn from what was heard last on any channel.

Composed from facts, never quoted; no profile is used, so it needs no consent beyond service.
"""

from datetime import date
from typing import TypeVar

import msgspec

from clienteling.card.reached import REQUEST_COUNTS, Call, Request
from clienteling.card.values import Handover
from clienteling.catalog.products import Product
from clienteling.nouns import thing
from clienteling.outreach import words as outreach_words
from clienteling.outreach.values import CHANNELS, Sent
from clienteling.promises import words as promise_words
from clienteling.promises.values import PromiseKind, PromiseView
from clienteling.timeline.words import shortened, wrote
from clienteling.vocabulary import Channel
from clienteling.wording import Wording

DAY = 86_400_000
ASKED_COUNTS = 30 * DAY
BASKET_COUNTS = 30 * DAY
VIEWED_COUNTS = 14 * DAY
CALL_COUNTS = 7 * DAY
WROTE_COUNTS = 14 * DAY
VISIT_COUNTS = 90 * DAY


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What she asked for in her last conversation."""

    at: int
    channel: Channel
    product: Product | None = None
    colour: str = ""
    size: str = ""


class Interest(msgspec.Struct, frozen=True, kw_only=True):
    """A product left in the basket, or looked at."""

    at: int
    product: Product
    times: int = 1


class LastVisit(msgspec.Struct, frozen=True, kw_only=True):
    at: int
    tried: Product | None = None
    """What she tried on, or thought about, and has not bought since."""
    bought: Product | None = None


Signal = TypeVar("Signal", Asked, Interest, LastVisit, Request, Call, Sent)


class Signals(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that may say why she is here; what she bought since is no longer among it."""

    asked: Asked | None = None
    promise: PromiseView | None = None
    basket: Interest | None = None
    viewed: Interest | None = None
    visit: LastVisit | None = None
    request: Request | None = None
    """That the help desk has open."""
    call: Call | None = None
    wrote: Sent | None = None
    """The last that we sent her."""
    came_at: int = 0
    """When anything was recorded with her in a shop."""


def handover(signals: Signals, now: int, wording: Wording) -> Handover | None:
    """Two sentences at most: what she wants, then what was promised or left open."""
    today = wording.day_of(now)
    fresh = _fresh(signals, now, answered=_came_since(signals, today, wording))
    return (
        _asked(fresh, today, wording)
        or _helped(fresh, today, wording)
        or _promised(fresh, today, wording)
        or _wrote(fresh, wording)
        or _left_in_basket(fresh, wording)
        or _looked_at(fresh, wording)
        or _reached_us(fresh, wording)
        or _last_time(fresh, wording)
    )


def _came_since(signals: Signals, today: date, wording: Wording) -> bool:
    """A question is answered by a visit on a later day, not by the one that is going on."""
    asked, came_at = signals.asked, signals.came_at
    return asked is not None and came_at > asked.at and wording.day_of(came_at) < today


def _fresh(signals: Signals, now: int, *, answered: bool) -> Signals:
    return msgspec.structs.replace(
        signals,
        asked=None if answered else _since(signals.asked, now - ASKED_COUNTS),
        basket=_since(signals.basket, now - BASKET_COUNTS),
        viewed=_since(signals.viewed, now - VIEWED_COUNTS),
        visit=_since(signals.visit, now - VISIT_COUNTS),
        request=_since(signals.request, now - REQUEST_COUNTS),
        call=None if _came_after(signals.call, signals) else _since(signals.call, now - CALL_COUNTS),
        wrote=None if _came_after(signals.wrote, signals) else _since(signals.wrote, now - WROTE_COUNTS),
    )


def _came_after(call: Call | Sent | None, signals: Signals) -> bool:
    return call is not None and signals.came_at > call.at


def _since(signal: Signal | None, start: int) -> Signal | None:
    return signal if signal is not None and signal.at >= start else None


def _asked(signals: Signals, today: date, wording: Wording) -> Handover | None:
    asked = signals.asked
    if asked is None or not (asked.product or asked.colour or asked.size):
        return None
    wish = _wish(asked, wording)
    also = _promise_sentence(signals, asked.product, today, wording) or _basket_sentence(signals, wording)
    return _told((wish, also), asked.channel, asked.at, signals.promise, asked.product)


def _wish(asked: Asked, wording: Wording) -> str:
    if asked.product and asked.size:
        what = thing(asked.product.name, asked.colour, wording)
        return wording.say("Wants to see {product}, asked for size {size}.", product=what, size=asked.size)
    if asked.product:
        return wording.say(
            "Wants to see {product}.", product=thing(asked.product.name, asked.colour, wording)
        )
    if asked.size:
        return wording.say("Asked for size {size}.", size=asked.size)
    return wording.say("Asked for something in {colour}.", colour=wording.colour(asked.colour))


def _helped(signals: Signals, today: date, wording: Wording) -> Handover | None:
    request = signals.request
    if request is None:
        return None
    if request.subject:
        subject = shortened(request.subject)
        sentence = wording.say("Waits for the help desk: “{subject}”.", subject=subject)
    else:
        sentence = wording.say("Waits for an answer of the help desk.")
    also = _promise_sentence(signals, None, today, wording) or _basket_sentence(signals, wording)
    return _told((sentence, also), Channel.HELP_DESK, request.at, signals.promise, None)


def _promised(signals: Signals, today: date, wording: Wording) -> Handover | None:
    promise = signals.promise
    if promise is None:
        return None
    sentence = promise_words.handed_over(promise, today, wording, named_before=False)
    channel = Channel(promise.channel) if promise.channel in set(Channel) else Channel.SHOP
    return _told((sentence, _basket_sentence(signals, wording)), channel, promise.made_at, promise, None)


def _wrote(signals: Signals, wording: Wording) -> Handover | None:
    """She may come because we wrote to her."""
    wrote = signals.wrote
    if wrote is None:
        return None
    sentence = outreach_words.handed_over(wrote, wording)
    return _told((sentence, _basket_sentence(signals, wording)), CHANNELS[wrote.way], wrote.at, None, None)


def _left_in_basket(signals: Signals, wording: Wording) -> Handover | None:
    if signals.basket is None:
        return None
    sentence = _basket_sentence(signals, wording)
    return _told((sentence,), Channel.BASKET, signals.basket.at, None, signals.basket.product)


def _looked_at(signals: Signals, wording: Wording) -> Handover | None:
    viewed = signals.viewed
    if viewed is None:
        return None
    sentence = wording.count(
        "Looked at {product} on the website.",
        "Looked at {product} on the website {n} times.",
        viewed.times,
        product=thing(viewed.product.name, viewed.product.colour, wording),
    )
    return _told((sentence,), Channel.WEB, viewed.at, None, viewed.product)


def _reached_us(signals: Signals, wording: Wording) -> Handover | None:
    """What came last: her message, or her call."""
    asked, call = signals.asked, signals.call
    if call is not None and (asked is None or call.at >= asked.at):
        said = wording.say("Telephoned; nobody answered.") if call.missed else wording.say("Telephoned.")
        return _told((said,), Channel.CALL, call.at, None, None)
    if asked is None:
        return None
    return _told((f"{wrote(asked.channel, wording)}.",), asked.channel, asked.at, None, None)


def _last_time(signals: Signals, wording: Wording) -> Handover | None:
    visit = signals.visit
    product = (visit.tried or visit.bought) if visit else None
    if visit is None or product is None:
        return None
    what = thing(product.name, product.colour, wording)
    if visit.tried:
        sentence = wording.say("Last time she tried on {product}.", product=what)
    else:
        sentence = wording.say("Last time she bought {product}.", product=what)
    return _told((sentence,), Channel.SHOP, visit.at, None, product)


def _promise_sentence(signals: Signals, asked: Product | None, today: date, wording: Wording) -> str:
    promise = signals.promise
    if promise is None:
        return ""
    same = asked is not None and promise.product_id == asked.product_id
    named_before = same and promise.kind is PromiseKind.HOLD
    return promise_words.handed_over(promise, today, wording, named_before=named_before)


def _basket_sentence(signals: Signals, wording: Wording) -> str:
    if signals.basket is None:
        return ""
    product = signals.basket.product
    what = thing(product.name, product.colour, wording)
    return wording.say("Left {product} in the basket.", product=what)


def _told(
    sentences: tuple[str, ...],
    channel: Channel,
    at: int,
    promise: PromiseView | None,
    product: Product | None,
) -> Handover:
    return Handover(
        text=" ".join(sentence for sentence in sentences if sentence),
        channel=channel,
        at=at,
        promise_id=promise.id if promise else None,
        product_id=product.product_id if product else promise.product_id if promise else None,
    )
