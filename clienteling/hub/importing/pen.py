"""The writes of one batch of rows: new records are made many at once."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from uuid_utils import uuid7

from clienteling.replicated import REGISTRY
from sync.hub.writer import HubWriter


class Pen:
    def __init__(self, writer: HubWriter) -> None:
        self.writer = writer
        self._new: dict[str, dict[str, Mapping[str, Any]]] = {}

    @property
    def conn(self) -> sa.Connection:
        return self.writer.connection

    @property
    def now(self) -> int:
        return self.writer.now

    def add(self, collection: str, values: Mapping[str, Any]) -> str:
        record_id = values.get("id") or str(uuid7())
        self._new.setdefault(collection, {})[record_id] = {**values, "id": record_id}
        return record_id

    def change(self, collection: str, record_id: str, values: Mapping[str, Any]) -> None:
        waiting = self._new.get(collection, {})
        if record_id in waiting:
            waiting[record_id] = {**waiting[record_id], **values}
        else:
            self.writer.update(collection, record_id, values)

    def flush(self) -> None:
        for collection in REGISTRY:
            if rows := self._new.pop(collection.name, None):
                self.writer.insert_many(collection.name, rows.values())
