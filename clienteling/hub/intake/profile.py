"""What her account says of her fills what is blank and changes what that account itself said last."""

from collections.abc import Mapping

import msgspec
import sqlalchemy as sa

from clienteling.customers.tables import customer
from clienteling.hub.connectors.heard import Heard
from clienteling.hub.importing import memory
from clienteling.hub.importing.memory import Keyed, LastSaid
from clienteling.hub.importing.values import Kind
from sync.hub.writer import HubWriter


def take_profile(writer: HubWriter, keyed: Keyed, customer_id: str, source: str, heard: Heard) -> None:
    """An earlier word that arrives later changes nothing; nor does one that was said already."""
    said = {field: value for field, value in msgspec.to_builtins(heard.profile).items() if value}
    row = _hers(writer.connection, customer_id)
    if not said or row is None:
        return
    key = memory.key_of(keyed, source, Kind.CUSTOMERS, _account(heard))
    before = memory.recall(writer.connection, [key]).get(key)
    if before is not None and heard.modified_at < before.modified_at:
        return
    told = memory.told(keyed, said)
    news = {
        field: value
        for field, value in said.items()
        if row[field] != value and _may_write(keyed, field, row[field], told, before)
    }
    if news:
        writer.update("customer", customer_id, news)
    if before is None or before.told != told or before.modified_at != heard.modified_at:
        last = LastSaid(customer_id, customer_id, told, heard.modified_at)
        memory.remember(writer.connection, source, writer.now, {key: last})


def _may_write(
    keyed: Keyed, field: str, stands: object, told: Mapping[str, str], before: LastSaid | None
) -> bool:
    if not stands:
        return before is None or before.told.get(field) != told[field]  # somebody here took it away
    own = before.told.get(field) if before is not None else None
    return own is not None and memory.told(keyed, {field: stands})[field] == own


def _account(heard: Heard) -> str:
    """The name by which the source knows her best, and which part of that account speaks."""
    first = heard.hints[0]
    name = f"{first.kind}:{first.source}:{first.value}"
    return f"{name}#{heard.part}" if heard.part else name


def _hers(conn: sa.Connection, customer_id: str) -> Mapping[str, object] | None:
    row = conn.execute(sa.select(customer).where(customer.c.id == customer_id)).mappings().first()
    return dict(row) if row is not None else None
