"""How somebody asked, in the reader's words."""

from datetime import date
from typing import assert_never

from clienteling.askers.values import Ask, Tried
from clienteling.catalog.products import Named
from clienteling.interactions import words as interactions
from clienteling.promises import words as promises
from clienteling.promises.values import PromiseView
from clienteling.reservations import words as reservations
from clienteling.reservations.values import ReservationView
from clienteling.tasks import words as tasks
from clienteling.tasks.values import TaskView
from clienteling.wording import Wording


def how(ask: Ask, today: date, wording: Wording) -> str:
    """`Promesso: tenere un paio fino a sabato`, `Non ha comprato le stringate nere: il numero`."""
    match ask:
        case PromiseView():
            return promises.made(ask, today, wording)
        case ReservationView():
            return reservations.asked(ask, today, wording)
        case TaskView():
            said = tasks.bare_title(ask, wording)
            return said[:1].upper() + said[1:]
        case Tried():
            return _tried(ask, wording)
        case _:
            assert_never(ask)


def size(ask: Ask) -> str:
    """Where the sentence does not name it already."""
    match ask:
        case PromiseView():
            return ask.size
        case Tried():
            return ask.product.size if ask.product else ""
        case _:
            return ""


def _tried(ask: Tried, wording: Wording) -> str:
    product, item = ask.product, ask.item
    models = {item.product_id: product} if product else {}
    variants = {item.variant_id or "": product} if product and item.variant_id else {}
    return interactions.title(ask.kind, (item,), Named(models, variants), wording)
