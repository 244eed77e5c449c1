"""A write transaction on a device: each write changes the typed row and enters the outbox with it."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
import uuid_utils

from sync import columns
from sync.changes import Changes
from sync.clock import Clock, node_of
from sync.collection import CANCELLED, Collection, Registry, Rule
from sync.device import driver, outbox
from sync.device.told import companion, stored
from sync.dialect import Dialect, loaded
from sync.merge import REMOVAL
from sync.row_statement import inserting, updating


@lru_cache(maxsize=1)
def _dialect() -> Dialect:
    """Whatever file it is and however it is opened, the words are the same."""
    return Dialect(loaded())


class DeviceWriter:
    """A `sync.writer.Writer`. A write that the hub would refuse raises ValueError or LookupError here."""

    def __init__(self, connection: sa.Connection, registry: Registry, clock: Clock) -> None:
        self._connection = connection
        self._registry = registry
        self._clock = clock
        self._now = clock.now()
        self._changed: dict[str, set[str]] = {}

    @property
    def connection(self) -> sa.Connection:
        return self._connection

    @property
    def changes(self) -> Changes:
        return Changes({name: frozenset(ids) for name, ids in self._changed.items()})

    @property
    def now(self) -> int:
        return self._now

    def insert(self, collection: str, values: Mapping[str, Any]) -> str:
        target = self._writable(collection)
        fields = dict(values)
        record_id = fields.pop(columns.ID, None) or str(uuid_utils.uuid7())
        if not columns.usable_id(record_id):
            raise ValueError(f"{collection}: not an id")
        _check(target, fields, whole=True)
        if target.reserved & fields.keys():
            raise ValueError(f"{collection}: only the hub answers")
        self._insert(target.table, {columns.ID: record_id} | fields)
        self._enter(target, record_id, fields, new=True)
        return record_id

    def update(self, collection: str, record_id: str, values: Mapping[str, Any]) -> None:
        target = self._writable(collection)
        if target.rule not in (Rule.FIELDS, Rule.SET):
            raise ValueError(f"{collection}: its records do not change")
        if not values:
            return
        _check(target, values, whole=False)
        if self._update(target.table, record_id, values) == 0:
            raise LookupError(f"{collection}: no such record")
        self._enter(target, record_id, values, new=False)

    def remove(self, collection: str, record_id: str) -> None:
        target = self._writable(collection)
        if target.rule is not Rule.SET:
            raise ValueError(f"{collection}: its records are not removed")
        group = self._group(target, record_id)
        where = target.table.c.id == record_id
        if self._connection.execute(target.table.delete().where(where)).rowcount == 0:
            raise LookupError(f"{collection}: no such record")
        known = companion.seen(self._connection, target, record_id).get(REMOVAL, {})
        companion.forget(self._connection, target, [record_id])
        self._append(target, record_id, {}, self._clock.stamp(), {REMOVAL: known}, group=group, new=False)

    def cancel(self, collection: str, record_id: str) -> None:
        target = self._writable(collection)
        if target.rule is not Rule.REQUEST:
            raise ValueError(f"{collection}: its records are no requests")
        answer = target.table.c[target.answer]
        open_ = target.table.c.id == record_id, sa.func.coalesce(answer, "") == ""
        values = {target.answer: CANCELLED}
        if self._connection.execute(target.table.update().where(*open_), values).rowcount == 0:
            raise LookupError(f"{collection}: no such request, or it is decided")
        self._enter(target, record_id, values, new=False)

    def _insert(self, table: sa.Table, row: Mapping[str, Any]) -> None:
        statement = inserting(_dialect(), table, tuple(row))
        if statement is None:
            self._connection.execute(table.insert(), dict(row))
        else:
            driver.rows(self._connection, statement.text, statement.values(row))

    def _update(self, table: sa.Table, record_id: str, values: Mapping[str, Any]) -> int:
        """How many rows were there: one or none."""
        statement = updating(_dialect(), table, tuple(values))
        if statement is None:
            where = table.c.id == record_id
            return self._connection.execute(table.update().where(where), dict(values)).rowcount
        return driver.run(self._connection, statement.text, statement.values(values, record_id))

    def _writable(self, name: str) -> Collection:
        collection = self._registry.get(name)
        if collection is None or not collection.written_by_devices:
            raise ValueError(f"{name}: not written by devices")
        return collection

    def _enter(self, target: Collection, record_id: str, fields: Mapping[str, Any], *, new: bool) -> None:
        stamp = self._clock.stamp()
        seen = self._rest_on(target, record_id, fields, stamp)
        group = target.group_of(record_id, fields)
        if not group and not new:
            group = self._group(target, record_id)
        self._append(target, record_id, fields, stamp, seen, group=group, new=new)
        if new and target.rule is Rule.SET:
            dot = {REMOVAL: {node_of(stamp): stamp}}
            companion.settle(self._connection, target, record_id, dot)

    def _append(
        self,
        target: Collection,
        record_id: str,
        fields: Mapping[str, Any],
        stamp: str,
        seen: Mapping[str, Mapping[str, str]],
        *,
        group: str,
        new: bool,
    ) -> None:
        outbox.append(
            self._connection,
            key=(target.name, record_id),
            group=group,
            fields=fields,
            stamp=stamp,
            seen=seen,
            new=new,
            now=self._now,
        )
        self._changed.setdefault(target.name, set()).add(record_id)

    def _group(self, target: Collection, record_id: str) -> str:
        """Whose the record is, so that a write to it goes with her when she is erased."""
        if not target.group:
            return ""
        hers = stored.value(self._connection, target.table, target.group, record_id)
        return target.group_of(record_id, {target.group: hers})

    def _rest_on(
        self, target: Collection, record_id: str, fields: Mapping[str, Any], stamp: str
    ) -> dict[str, dict[str, str]]:
        """What the watched fields' old values rested on; from now on they rest on this write too."""
        watched = target.watched & fields.keys()
        if not watched:
            return {}
        before = companion.seen(self._connection, target, record_id)
        rest = {name: before.get(name, {}) for name in sorted(watched)}
        itself = {node_of(stamp): stamp}
        companion.settle(self._connection, target, record_id, {n: c | itself for n, c in rest.items()})
        return rest


def _check(collection: Collection, fields: Mapping[str, Any], *, whole: bool) -> None:
    unknown = columns.unknown(collection, fields)
    reason = columns.refusal(collection, fields, whole=whole)
    if unknown or reason:
        raise ValueError(f"{collection.name}: {reason or 'no such column: ' + ', '.join(sorted(unknown))}")
