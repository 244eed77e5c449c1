"""Erasing a customer: every record that is hers, and the receipt that says how far it is."""

import sqlalchemy as sa

from clienteling.hub.house import Hub
from clienteling.privacy.tables import erasure_receipt
from sync.hub.gone.erasures import Erasure

ALONE = "privacy"
"""Where several hub processes share a database: one at a time answers for the law."""


def erase_her(hub: Hub, customer_id: str) -> int:
    """All of her, by whichever id: what is bound together is erased together. Returns how many records."""
    count = hub.store.erasing.erase(customer_id)
    write_receipts(hub)
    return count


def write_receipts(hub: Hub) -> bool:
    """Tell the tablets how far each erasure is. True while one is not confirmed by all."""
    erasures = {one.id: one for one in hub.store.erasing.overview()}
    with hub.store.read() as conn:
        known = {row.id: row for row in conn.execute(sa.select(erasure_receipt))}
    news = [one for one in erasures.values() if _differs(known.get(one.id), one)]
    if news:
        with hub.store.write() as writer:
            writer.alone(ALONE)
            here = set(writer.connection.scalars(sa.select(erasure_receipt.c.id)))
            for one in news:
                said = _said(one, writer.now, known.get(one.id))
                if one.id in here:
                    writer.update("erasure_receipt", one.id, said)
                else:
                    writer.insert("erasure_receipt", {"id": one.id, **said})
    return any(one.waiting for one in erasures.values())


def _differs(told: sa.Row | None, one: Erasure) -> bool:
    if told is None:
        return True
    return (told.devices, told.confirmed) != (one.devices, one.confirmed)


def _said(one: Erasure, now: int, told: sa.Row | None) -> dict[str, object]:
    done_at = told.done_at if told is not None else None
    return {
        "at": one.at,
        "devices": one.devices,
        "confirmed": one.confirmed,
        "done_at": None if one.waiting else done_at or now,
    }
