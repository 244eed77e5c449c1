"""How the shop's tablets stand, as rows of the page of the day: what each has that is not here yet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.review.values import TabletStanding
    from clienteling.wording import Wording


@dataclass(frozen=True)
class TabletRow:
    key: str
    what: str
    words: str
    more: str
    """What it means and what to do, for whoever asks."""
    owing: bool


def with_this_one(
    conn: "sa.Connection", others: "Sequence[TabletStanding]", device: str, now: int
) -> "tuple[TabletStanding, ...]":
    """Of itself a tablet knows better than the hub what it owes. `device`: its name, and its key here."""
    from clienteling.replicated import REGISTRY
    from clienteling.review.values import TabletStanding
    from sync.device import outbox

    mine = TabletStanding(
        id=device,
        name=device,
        last_seen_at=now,
        owes=outbox.pending_count(conn, REGISTRY.quiet),
        set_aside=outbox.set_aside_count(conn, REGISTRY.quiet),
    )
    return (mine, *(one for one in others if one.name != device))


def tablet_rows(tablets: "Sequence[TabletStanding]", now: int, wording: "Wording") -> Iterator[TabletRow]:
    from clienteling.review import words

    for one in tablets:
        yield TabletRow(
            one.id,
            words.owes(one, wording),
            words.last_seen(one, now, wording),
            words.about_what_it_owes(one, wording),
            owing=bool(one.owes or one.set_aside),
        )
