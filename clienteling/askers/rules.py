from collections.abc import Iterable, Sequence

from clienteling.askers.values import Ask, Asker, Tried
from clienteling.interactions.values import Item, Reason
from clienteling.promises.values import PromiseView
from clienteling.reservations.values import ReservationView
from clienteling.tasks.values import TaskView

_ANOTHER = frozenset({Reason.SIZE, Reason.COLOUR})


def wanted(item: Item) -> str | None:
    """Whoever left it for its size or colour wants another one of it."""
    return None if item.reason in _ANOTHER else item.variant_id


def once_each(found: Iterable[Asker]) -> list[Asker]:
    """What binds us most first, then the newest; a person once, each visitor without a code by herself."""
    once: dict[str, Asker] = {}
    nameless: list[Asker] = []
    for asker in sorted(found, key=lambda one: (_weight(one.how), -one.at)):
        if asker.customer_id:
            once.setdefault(asker.customer_id, asker)
        else:
            nameless.append(asker)
    return [*once.values(), *nameless]


def for_variant(askers: Sequence[Asker], variant_id: str) -> list[Asker]:
    """Of these, whom this one is for; all of them while none is chosen."""
    return [one for one in askers if not variant_id or one.variant_id in {None, "", variant_id}]


def _weight(how: Ask) -> int:
    match how:
        case PromiseView():
            return 0
        case ReservationView():
            return 1
        case TaskView():
            return 2
        case Tried():
            return 3
