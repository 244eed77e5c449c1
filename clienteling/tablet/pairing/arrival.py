"""What of the first replica has arrived, counted and not estimated."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlalchemy as sa


@dataclass(frozen=True, slots=True)
class Arrived:
    customers: int = 0
    products: int = 0
    pictures: int = 0


def count_arrived(conn: "sa.Connection") -> Arrived:
    import sqlalchemy as sa

    from clienteling.catalog.tables import product
    from clienteling.customers.tables import customer
    from sync.device.schema import blob

    def count(table: sa.Table) -> int:
        return conn.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()

    return Arrived(count(customer), count(product), count(blob))
