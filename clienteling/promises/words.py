"""Promises in the reader's words: to be kept, made, and within a longer sentence."""

from datetime import date

from clienteling.marking import msgid
from clienteling.nouns import is_pair, thing
from clienteling.promises.values import PromiseKind, PromiseState, PromiseView
from clienteling.wording import Wording

_STATES = {
    PromiseState.OPEN: msgid("open"),
    PromiseState.KEPT: msgid("kept"),
    PromiseState.CANCELLED: msgid("cancelled"),
}


def state(state: PromiseState, wording: Wording) -> str:
    return wording.say(_STATES[state])


def task(promise: PromiseView, wording: Wording) -> str:
    """What there is to do: `Tenere le stringate nere, 39, per Giulia Ferraris`."""
    what, name = promised_thing(promise, wording), promise.customer_name
    match promise.kind:
        case PromiseKind.HOLD:
            return wording.say("Hold {what} for {name}", what=what, name=name)
        case PromiseKind.ORDER:
            return wording.say("Order {what} for {name}", what=what, name=name)
        case PromiseKind.SEND:
            return wording.say("Send {what} for {name}", what=what, name=name)
        case PromiseKind.CALL if what:
            return wording.say("Call {name}: {what}", what=what, name=name)
        case PromiseKind.CALL:
            return wording.say("Call {name}", name=name)
        case PromiseKind.OTHER:
            return wording.say("{name}: {what}", what=what, name=name)


def bare_task(promise: PromiseView, wording: Wording) -> str:
    """The same where her name stands above already: `tenere le stringate nere`."""
    what = promised_thing(promise, wording)
    match promise.kind:
        case PromiseKind.HOLD:
            return wording.say("hold {what}", what=what)
        case PromiseKind.ORDER:
            return wording.say("order {what}", what=what)
        case PromiseKind.SEND:
            return wording.say("send {what}", what=what)
        case PromiseKind.CALL if what:
            return wording.say("call: {what}", what=what)
        case PromiseKind.CALL:
            return wording.say("call")
        case PromiseKind.OTHER:
            return what


def when(promise: PromiseView, today: date, wording: Wording) -> str:
    """`fino a sabato`, `entro il 12 marzo`; empty where no day was named."""
    if promise.due_on is None:
        return ""
    due = date.fromisoformat(promise.due_on)
    return wording.until(due, today) if promise.kind is PromiseKind.HOLD else wording.by(due, today)


def made(promise: PromiseView, today: date, wording: Wording) -> str:
    """As a line of the timeline: `Promesso: tenere un paio fino a sabato`."""
    what, day = _brief_thing(promise, wording), when(promise, today, wording)
    return _tidy(_made(promise, what, day, wording))


def _made(promise: PromiseView, what: str, day: str, wording: Wording) -> str:
    match promise.kind:
        case PromiseKind.HOLD:
            return wording.say("Promised: to hold {what} {day}", what=what, day=day)
        case PromiseKind.ORDER:
            return wording.say("Promised: to order {what} {day}", what=what, day=day)
        case PromiseKind.SEND:
            return wording.say("Promised: to send {what} {day}", what=what, day=day)
        case PromiseKind.CALL:
            return _call_made(promise, what, day, wording)
        case PromiseKind.OTHER:
            return wording.say("Promised: {what} {day}", what=promise.what, day=day)


def _call_made(promise: PromiseView, what: str, day: str, wording: Wording) -> str:
    if promise.what and promise.product_name:
        about = {"product": what, "day": day, "what": promise.what}
        return wording.say("Promised: to call {day} about {product}: {what}", **about)
    if promise.what:
        return wording.say("Promised: to call {day}: {what}", day=day, what=promise.what)
    if what:
        return wording.say("Promised: to call {day} about {what}", day=day, what=what)
    return wording.say("Promised: to call {day}", day=day)


def handed_over(promise: PromiseView, today: date, wording: Wording, *, named_before: bool) -> str:
    """As a sentence of the handover; `named_before` when the sentence before it named the product."""
    what = _brief_thing(promise, wording) if named_before else promised_thing(promise, wording)
    said = _handed_over(promise, what, when(promise, today, wording), wording)
    return f"{_tidy(said).rstrip('.')}."


def _handed_over(promise: PromiseView, what: str, day: str, wording: Wording) -> str:
    match promise.kind:
        case PromiseKind.HOLD:
            return wording.say("We promised her {what} {day}", what=what, day=day)
        case PromiseKind.ORDER:
            return wording.say("We promised her to order {what} {day}", what=what, day=day)
        case PromiseKind.SEND:
            return wording.say("We promised to have {what} sent for her {day}", what=what, day=day)
        case PromiseKind.CALL:
            return _call_handed_over(promise, what, day, wording)
        case PromiseKind.OTHER:
            return wording.say("We promised her: {what} {day}", what=promise.what, day=day)


def _call_handed_over(promise: PromiseView, what: str, day: str, wording: Wording) -> str:
    if promise.what and promise.product_name:
        about = {"product": what, "day": day, "what": promise.what}
        return wording.say("We promised to call her {day} about {product}: {what}", **about)
    if promise.what:
        return wording.say("We promised to call her {day}: {what}", what=promise.what, day=day)
    if what:
        return wording.say("We promised to call her {day} about {what}", what=what, day=day)
    return wording.say("We promised to call her {day}", day=day)


def promised_thing(promise: PromiseView, wording: Wording) -> str:
    if not promise.product_name:
        return promise.what
    named = thing(promise.product_name, promise.colour, wording)
    if promise.size:
        named = wording.say("{product}, size {size}", product=named, size=promise.size)
    if promise.quantity > 1:
        named = wording.say("{what} ({n} pieces)", what=named, n=promise.quantity)
    return named


def _brief_thing(promise: PromiseView, wording: Wording) -> str:
    if not promise.product_name or promise.quantity > 1:
        return promised_thing(promise, wording)
    if is_pair(promise.product_name):
        return wording.say("a pair")
    return thing(promise.product_name, promise.colour, wording)


def _tidy(sentence: str) -> str:
    """Without the gap that is left where no day was named."""
    return " ".join(sentence.split()).replace(" :", ":")
