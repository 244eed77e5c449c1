"""How each tablet stands, told to its shop: a manager sees at the end of the day what has not arrived yet."""

from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa

from clienteling.review.tables import tablet_standing
from sync.hub.store import HubStore
from sync.hub.trust.devices import Device, Devices

EXACT_MS = 10 * 60_000
"""How exact `last_seen_at` is: every tablet hears of each change."""


def tell(store: HubStore, devices: Devices) -> int:
    """Write what has changed since it was told last; how many records that were."""
    wanted = {device.id: _standing(device) for device in devices.all() if _belongs(device)}
    with store.read() as conn:
        told = {row["id"]: dict(row) for row in conn.execute(sa.select(tablet_standing)).mappings()}
    gone = sorted(told.keys() - wanted.keys())
    fresh = [one for device_id, one in wanted.items() if told.get(device_id) != one]
    if gone or fresh:
        _write(store, gone, fresh, told)
    return len(gone) + len(fresh)


def _write(
    store: HubStore, gone: Iterable[str], fresh: Iterable[dict[str, Any]], told: Mapping[str, object]
) -> None:
    with store.write() as writer:
        for device_id in gone:
            writer.remove(tablet_standing.name, device_id)
        for one in fresh:
            if one["id"] in told:
                writer.update(tablet_standing.name, one["id"], {k: v for k, v in one.items() if k != "id"})
            else:
                writer.insert(tablet_standing.name, one)


def _belongs(device: Device) -> bool:
    """Nothing more is to come from one that is revoked or emptied."""
    return device.revoked_at is None and device.wipe_asked_at is None


def _standing(device: Device) -> dict[str, Any]:
    seen = device.last_seen_at or device.paired_at
    return {
        "id": device.id,
        "name": device.name,
        "store_id": device.scope,
        "last_seen_at": seen - seen % EXACT_MS,
        "owes": device.owes,
        "set_aside": device.set_aside,
    }
