"""What my shop's schemes come to for me: this month so far, and the month before."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from clienteling.tablet.shop_key import key_of

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.attribution.closing import Month
    from clienteling.basis.values import Asker
    from clienteling.wording import Wording


@dataclass(frozen=True)
class ShareRow:
    key: str
    name: str
    """Of the scheme."""
    words: str
    """Of which month, and how it came about."""
    amount: str


@dataclass(frozen=True)
class Reader:
    """Who reads, when, and in which words."""

    asker: "Asker"
    today: date
    now: int
    wording: "Wording"


def shares(conn: "sa.Connection", reader: Reader) -> tuple[ShareRow, ...]:
    """Each of her own, and of the team's amount the part that each of them gets; nothing of a colleague's."""
    from clienteling.attribution.closing import months
    from clienteling.attribution.schemes import begins, month_before

    this = begins(reader.today)
    team = _may_see_team(conn, reader)
    here = reader.asker.store_id
    key = key_of(conn, here, here)
    return tuple(
        row
        for month in (this, month_before(this))
        for one in months(conn, here, month, reader.today, key).rows
        for row in (_shut(one, reader) if one.sealed else _mine(one, reader, team=team))
    )


def _may_see_team(conn: "sa.Connection", reader: Reader) -> bool:
    from clienteling.basis.team import sight_of
    from clienteling.basis.values import Days

    days = Days(reader.today, reader.today)
    return bool(sight_of(conn, reader.asker, reader.asker.store_id, days, reader.today))


def _mine(one: "Month", reader: Reader, *, team: bool) -> Iterator[ShareRow]:
    from clienteling.attribution import words
    from clienteling.attribution.schemes import Whose

    statement, wording = one.statement, reader.wording
    match statement.scheme.whose:
        case Whose.PERSON:
            due = next((due for due in statement.due if due.party == reader.asker.associate_id), None)
            none = wording.say("nothing was bought after a contact of yours")
            yield _row(
                one, words.made_of(due, wording) if due else none, due.amount_cents if due else 0, reader
            )
        case Whose.TEAM if team and statement.people:
            yield _row(one, words.shared(statement, wording), statement.each_cents, reader)
        case _:
            return


def _shut(one: "Month", reader: Reader) -> Iterator[ShareRow]:
    """Hers stands in it, and this tablet cannot tell what."""
    statement = one.statement
    yield ShareRow(
        key=f"{statement.scheme.first_id}/{statement.month}",
        name=statement.scheme.name,
        words=reader.wording.say("{month} does not open on this tablet", month=_standing(one, reader)),
        amount="",
    )


def _row(one: "Month", how: str, cents: int, reader: Reader) -> ShareRow:
    statement = one.statement
    return ShareRow(
        key=f"{statement.scheme.first_id}/{statement.month}",
        name=statement.scheme.name,
        words=f"{_standing(one, reader)} · {how}",
        amount=reader.wording.money(cents),
    )


def _standing(one: "Month", reader: Reader) -> str:
    from clienteling.attribution import words

    wording = reader.wording
    month = words.month(date.fromisoformat(one.statement.month), wording)
    if one.closed is not None:
        when = wording.moment(one.closed.at, reader.now)
        return wording.say("{month}, closed {when}", month=month, when=when)
    if one.over:
        return wording.say("{month}, not closed yet", month=month)
    return wording.say("{month}, so far", month=month)
