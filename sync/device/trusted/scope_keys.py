"""The keys that this device was told for its scope, in hex: the newest first, with a space between.

A hub that has lost its own begins anew with another. What was sealed before opens with the one of before,
which nobody but the devices of that scope has any more.
"""

import sqlalchemy as sa

from sync.device import state
from sync.device.state import Fact


def known(connection: sa.Connection) -> str:
    return state.get(connection, Fact.SCOPE_KEY)


def told(connection: sa.Connection, scope: str, key: str) -> None:
    """Those of another scope go."""
    before = known(connection).split() if state.get(connection, Fact.SCOPE) == scope else []
    if before[:1] == [key]:
        return
    state.put(connection, Fact.SCOPE, scope)
    state.put(connection, Fact.SCOPE_KEY, " ".join([key, *(one for one in before if one != key)]))
