from collections.abc import Sequence
from datetime import date

import msgspec

from clienteling.attribution import sealed
from clienteling.attribution.schemes import Statement
from clienteling.attribution.tables import incentive_statement, sale_split
from clienteling.attribution.values import LONGEST_WINDOW, WHOLE, Influenced, Priority, Share
from clienteling.errors import InvalidRecord
from clienteling.records import standing
from clienteling.staff.values import Author
from clienteling.vocabulary import Correction
from sync.writer import Writer

LONGEST_REASON = 300


def lay_down(
    writer: Writer, window_days: int, priority: Priority, *, till: bool, from_on: date, author: Author
) -> str:
    """How her shop counts from that day on; what was before counts as it did."""
    if not 0 <= window_days <= LONGEST_WINDOW:
        raise InvalidRecord("window_days", f"between 0 and {LONGEST_WINDOW}")
    return writer.insert(
        "attribution_rule",
        {
            "store_id": author.store_id,
            "from_on": from_on.isoformat(),
            "window_days": window_days,
            "priority": priority.value,
            "till": till,
            "at": writer.now,
            "associate_id": author.associate_id,
        },
    )


def part(
    writer: Writer,
    sale: Influenced,
    shares: Sequence[Share],
    reason: str,
    *,
    author: Author,
) -> str:
    """Lay down whose this sale is. What was laid down before stays in the history."""
    _check(shares, reason)
    return writer.insert(
        "sale_split",
        {
            "customer_id": sale.customer_id,
            "store_id": author.store_id,
            "sale_id": sale.sale_id,
            "shares": msgspec.to_builtins(tuple(shares)),
            "reason": " ".join(reason.split()),
            "at": writer.now,
            "associate_id": author.associate_id,
            "corrects": sale.split_id or None,
            "correction": (Correction.CHANGED if sale.split_id else Correction.NONE).value,
        },
    )


def part_as_before(writer: Writer, split_id: str, *, author: Author) -> str:
    """What was laid down stands no more: the rule decides again."""
    old = standing(writer.connection, sale_split, split_id)
    return writer.insert(
        "sale_split",
        {
            "customer_id": old.customer_id,
            "store_id": old.store_id,
            "sale_id": old.sale_id,
            "shares": [],
            "at": writer.now,
            "associate_id": author.associate_id,
            "corrects": split_id,
            "correction": Correction.UNDONE.value,
        },
    )


def close(writer: Writer, statement: Statement, *, author: Author, key: str = "") -> str:
    """The month as it stands in this statement; it changes no more. `key` seals what it says of each.

    Raises InvalidRecord without one where it says something of each.
    """
    return writer.insert(
        "incentive_statement",
        {
            "store_id": author.store_id,
            "scheme_id": statement.scheme.first_id,
            "month_on": statement.month,
            "statement": sealed.closed(statement, key),
            "at": writer.now,
            "associate_id": author.associate_id,
        },
    )


def open_again(writer: Writer, statement_id: str, *, author: Author) -> str:
    """Closed by mistake; that it was stays in the history."""
    old = standing(writer.connection, incentive_statement, statement_id)
    return writer.insert(
        "incentive_statement",
        {
            "store_id": old.store_id,
            "scheme_id": old.scheme_id,
            "month_on": old.month_on,
            "statement": {},
            "at": writer.now,
            "associate_id": author.associate_id,
            "corrects": statement_id,
            "correction": Correction.UNDONE.value,
        },
    )


def _check(shares: Sequence[Share], reason: str) -> None:
    if not shares or len({(one.associate_id, one.store_id) for one in shares}) != len(shares):
        raise InvalidRecord("shares", "each of them once")
    if sum(one.percent for one in shares) != WHOLE or any(one.percent <= 0 for one in shares):
        raise InvalidRecord("shares", "together a hundred percent")
    if not 0 < len(" ".join(reason.split())) <= LONGEST_REASON:
        raise InvalidRecord("reason", "says why")
