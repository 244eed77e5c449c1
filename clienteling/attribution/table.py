"""A month of a scheme as a table that a spreadsheet opens as it is meant, in Italy too."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from clienteling.attribution import words
from clienteling.attribution.schemes import Statement
from clienteling.marking import msgid
from clienteling.review.table import BYTE_ORDER_MARK
from clienteling.wording import Wording

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_HEADS = (
    msgid("who"),
    msgid("bought, euro"),
    msgid("brought back, euro"),
    msgid("changed since, euro"),
    msgid("carried over, euro"),
    msgid("due, euro"),
)
_AMOUNTS = "-0123456789,."
"""What begins with a minus and holds nothing else is an amount, not a formula."""


def csv_of(statement: Statement, names: Mapping[str, str], shop_name: str, wording: Wording) -> str:
    """`names` are those of the parties that the reader may see."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for row in _rows(statement, names, shop_name, wording):
        writer.writerow([_safe(cell) for cell in row])
    return BYTE_ORDER_MARK + out.getvalue()


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
    return f"{cents / 100:.2f}".replace(".", "," if wording.language == "it" else ".")


def _safe(cell: str) -> str:
    risky = cell.startswith(_FORMULA) and not all(letter in _AMOUNTS for letter in cell)
    return f"'{cell}" if risky else cell
