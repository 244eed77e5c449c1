"""A month of a scheme as a table for a spreadsheet."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from clienteling import spreadsheet
from clienteling.attribution import words
from clienteling.attribution.schemes import Statement
from clienteling.marking import msgid
from clienteling.spreadsheet import decimal
from clienteling.wording import Wording

_HEADS = (
    msgid("who"),
    msgid("bought, euro"),
    msgid("brought back, euro"),
    msgid("changed since, euro"),
    msgid("carried over, euro"),
    msgid("due, euro"),
)


def csv_of(statement: Statement, names: Mapping[str, str], shop_name: str, wording: Wording) -> str:
    """`names` are those of the parties that the reader may see."""
    return spreadsheet.csv_of(_rows(statement, names, shop_name, wording))


def _rows(
    statement: Statement, names: Mapping[str, str], shop_name: str, wording: Wording
) -> Iterator[Sequence[str]]:
    say = wording.say
    yield say("shop"), shop_name
    yield say("scheme"), statement.scheme.name, words.terms(statement.scheme, wording)
    yield say("month"), words.month(date.fromisoformat(statement.month), wording)
    yield ()
    yield tuple(say(name) for name in _HEADS)
    for due in statement.due:
        cents = due.sold_cents, due.back_cents, due.changed_cents, due.carried_cents, due.amount_cents
        yield names.get(due.party, ""), *(_amount(one, wording) for one in cents)
    yield ()
    yield say("day"), say("where"), say("who"), say("euro")
    for line in statement.lines:
        yield line.on, words.where(line, wording), names.get(line.party, ""), _amount(line.cents, wording)
    for one in statement.changed:
        yield one.month, words.changed(one, wording), names.get(one.party, ""), _amount(one.cents, wording)


def _amount(cents: int, wording: Wording) -> str:
    return decimal(cents / 100, wording)
