"""What opens, on the tablets of a shop, what every tablet of the chain holds of it sealed."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlalchemy as sa


def key_of(conn: "sa.Connection", store_id: str, here: str) -> str:
    """Of that shop, the newest first; empty where the tablet is in another, or no hub has told it any."""
    from sync.device.trusted import scope_keys

    return scope_keys.known(conn) if store_id == here else ""
