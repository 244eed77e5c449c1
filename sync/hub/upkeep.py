"""What the hub lets go of as time goes by."""

from sync.hub import history
from sync.hub.gone import erasures, tombstones
from sync.hub.gone.cursors import Cursors
from sync.hub.scopes.holding import due
from sync.hub.transactions import Transactions


def review(transactions: Transactions, now: int) -> None:
    """Let go what scopes held until now, unless the rule says otherwise."""
    with transactions.read() as connection:
        groups = due(connection, now)
    if groups:
        with transactions.write() as writer:
            writer.judge(groups)


def tidy(transactions: Transactions, cursors: Cursors, now: int) -> None:
    """The same, and what nobody needs to hear of any more; `cursors`: how far devices have come."""
    review(transactions, now)
    with transactions.write() as writer:
        connection = writer.connection
        known = transactions.history(connection)
        cursors.write(connection)
        tombstones.note(connection, known.head, now)
        dropped = tombstones.drop(connection, now)
        if dropped > known.floor:
            history.change(connection, floor=dropped)
        erasures.forget_names(connection)
