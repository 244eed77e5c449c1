"""Who asks, and what may be asked for."""

from typing import TYPE_CHECKING

from clienteling.tablet.session import Session
from clienteling.tablet.todo.choices import Choice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clienteling.basis.periods import Period
    from clienteling.basis.values import Asker
    from clienteling.wording import Wording


def asker(session: Session) -> "Asker":
    """Whoever is signed in, in the shop of this tablet. Raises LookupError while nobody is."""
    from clienteling.basis.values import Asker

    who = session.who
    if who is None:
        raise LookupError("nobody is signed in")
    return Asker(who.associate.id, who.associate.role, who.store_id, who.shops)


def choices(periods: "Iterable[Period]", wording: "Wording") -> list[Choice]:
    from clienteling.basis import words

    return [Choice(one.value, words.period(one, wording)) for one in periods]
