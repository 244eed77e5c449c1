"""What a replica's tables are, as one short text: a snapshot serves only replicas that are made alike."""

import hashlib

import sqlalchemy as sa

from sync.collection import Registry

_TABLES = "SELECT name, type FROM pragma_table_list WHERE schema = 'main'"
_STATEMENTS = "SELECT tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL"


def schema_of(connection: sa.Connection, registry: Registry) -> str:
    """SHA-256 (hex) over the CREATE statements and what the registry says of its collections.

    A full-text index's own tables are left out: how SQLite lays them out follows from its CREATE statement.
    """
    shadows = {name for name, kind in connection.exec_driver_sql(_TABLES) if kind == "shadow"}
    statements = sorted(sql for table, sql in connection.exec_driver_sql(_STATEMENTS) if table not in shadows)
    version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    known = [f"{c.name} {c.rule} {','.join(c.columns)} {','.join(sorted(c.watched))}" for c in registry]
    text = "\n".join((*statements, *known, str(version)))
    return hashlib.sha256(text.encode()).hexdigest()
