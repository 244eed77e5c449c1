"""The demo's records as they are written, collection by collection."""

from collections.abc import Mapping
from typing import Any

Row = Mapping[str, Any]


class Book:
    """Rows by collection. Each collection's rows have all the same columns, for one statement each."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Row]] = {}

    def add(self, collection: str, row: Row) -> None:
        self.rows.setdefault(collection, []).append(row)

    def __len__(self) -> int:
        return sum(len(rows) for rows in self.rows.values())
