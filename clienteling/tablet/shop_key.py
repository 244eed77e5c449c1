"""What opens, on the tablets of a shop, what every tablet of the chain holds of it sealed."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlalchemy as sa


def key_of(conn: "sa.Connection", store_id: str, here: str) -> str:
    """Of that shop; empty where the tablet is in another, or has not met a hub that tells it."""
    from sync.device import state
    from sync.device.state import Fact

    return state.get(conn, Fact.SCOPE_KEY) if store_id == here else ""
