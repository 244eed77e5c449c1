"""A hub with one shop, three products and two customers: enough to hear about somebody."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import sqlalchemy as sa

from clienteling.customers.values import IdentifierKind
from clienteling.hub import migrations
from clienteling.hub.connectors.heard import Hint
from clienteling.hub.settings import HubSettings, load_or_create
from clienteling.replicated import REGISTRY
from clienteling.timeline.tables import event
from sync.hub.databases.database import open_hub
from sync.hub.store import HubStore
from tests import ready_made
from tests.postgresql import Cluster

FILE = "hub.sqlite"
Furnish = Callable[[Path | str], sa.Engine]
NOW = 1_795_340_800_000  # 2026-11-22 09:46:40 UTC
ANNA, BEA = "0190a000-0000-7000-8000-00000000000a", "0190a000-0000-7000-8000-00000000000b"
PAGE = "messenger:9001"


def open_house(directory: Path, database: Cluster | str = "") -> HubStore:
    """In a file there, in a database of a server, or in an empty one by its address."""
    return HubStore(copied(furnished, directory, database), REGISTRY, now=lambda: NOW)


def empty_house(directory: Path, database: Cluster | str = "") -> sa.Engine:
    """The tables of this version with nothing in them, likewise."""
    return copied(migrated, directory, database)


def settled(directory: Path) -> HubSettings:
    """As a hub leaves its directory when it started there once; where it keeps a file, with its tables."""
    found = load_or_create(directory)
    if isinstance(found.database, Path) and not found.database.exists():
        ready_made.lay(found.database, in_file(migrated))
    return found


def copied(furnish: Furnish, directory: Path, database: Cluster | str) -> sa.Engine:
    if isinstance(database, Cluster):
        return open_hub(database.copy_of(furnish))
    if database:
        return furnish(database)
    ready_made.lay(directory / FILE, in_file(furnish))
    return open_hub(directory / FILE)


@cache
def in_file(furnish: Furnish) -> ready_made.Build:
    return lambda folder: furnish(folder / FILE)


def migrated(where: Path | str) -> sa.Engine:
    engine = open_hub(where)
    migrations.upgrade(engine)
    return engine


def furnished(where: Path | str) -> sa.Engine:
    engine = migrated(where)
    with HubStore(engine, REGISTRY, now=lambda: NOW).write() as writer:
        writer.insert("store", {"id": "milano", "name": "Milano Brera", "time_zone": "Europe/Rome"})
        for product_id, name, family in (
            ("nora", "Stringata Nora", "shoes"),
            ("tilde", "Stringata Tilde", "shoes"),
            ("ada", "Stringata Ada", "shoes"),
            ("alba", "Borsa Tracolla Alba", "bags"),
        ):
            writer.insert(
                "product",
                {
                    "id": product_id,
                    "name": name,
                    "family": family,
                    "price_cents": 15900,
                    "keywords": ["shoe", "scarpa"],
                },
            )
        for colour in ("black", "tan"):
            for size in ("38", "39"):
                writer.insert("variant", variant("nora", colour, size))
            writer.insert("variant", variant("alba", colour, ""))
        for customer_id, given_name in ((ANNA, "Anna"), (BEA, "Bea")):
            writer.insert(
                "customer", {"id": customer_id, "given_name": given_name, "home_store_id": "milano"}
            )
    return engine


def variant(product_id: str, colour: str, size: str) -> dict[str, object]:
    name = "-".join(part for part in (product_id, colour, size) if part)
    return {
        "id": name,
        "product_id": product_id,
        "sku": name.upper(),
        "ean": f"20{len(name):02}{sum(name.encode()):09}",
        "colour": colour,
        "size": size,
    }


def link(store: HubStore, customer_id: str, hint: Hint, *, verified: bool = True) -> None:
    with store.write() as writer:
        writer.insert(
            "identifier",
            {
                "customer_id": customer_id,
                "kind": hint.kind,
                "source": hint.source,
                "value": hint.value,
                "verified": verified,
            },
        )


def user(value: str) -> Hint:
    return Hint(IdentifierKind.USER, "web", value)


def email(value: str) -> Hint:
    return Hint(IdentifierKind.EMAIL, "", value)


def device(value: str) -> Hint:
    return Hint(IdentifierKind.ANONYMOUS, "web", value)


def chat(value: str) -> Hint:
    return Hint(IdentifierKind.PAGE_SCOPED, PAGE, value)


def rows(store: HubStore, table: sa.Table, **where: object) -> list[sa.Row]:
    with store.read() as conn:
        query = sa.select(table).order_by(table.c.id)
        for column, value in where.items():
            query = query.where(table.c[column] == value)
        return list(conn.execute(query))


def timeline(store: HubStore, customer_id: str) -> list[str]:
    """The texts of her events in their order."""
    with store.read() as conn:
        hers = sa.select(event.c.text).where(event.c.customer_id == customer_id)
        return list(conn.scalars(hers.order_by(event.c.at, event.c.id)))
