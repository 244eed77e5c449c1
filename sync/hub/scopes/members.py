"""Which groups each scope holds, and since which position of the feed it does or does no more."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from sync.batches import batches
from sync.hub import schema
from sync.hub.databases.upsert import put
from sync.own_group import own_group
from sync.wire import EVERYTHING

SHARED = ""
"""Stands where the scope's name would, for the records that belong to no group."""

member = sa.Table(
    "sync_member",
    schema.metadata,
    sa.Column("scope", sa.Text, primary_key=True),
    sa.Column("group_id", sa.Text, primary_key=True),
    sa.Column("seq", sa.BigInteger, nullable=False),  # where the group entered, or left
    sa.Column("held", sa.Boolean(create_constraint=False), nullable=False),
    sa.Column("until", sa.BigInteger, nullable=False),  # to be judged again then, 0: when something changes
    sa.Column("visit", sa.BigInteger, nullable=False, server_default="0"),  # fetched, and kept until then
    sa.Index("ix_sync_member_scope_seq", "scope", "seq"),
    sa.Index("ix_sync_member_group", "group_id"),
)

# Records that went over to another group: whoever held them by the old one only has to hear of it.
moved = sa.Table(
    "sync_moved",
    schema.metadata,
    sa.Column("collection", sa.Text, primary_key=True),
    sa.Column("record_id", sa.Text, primary_key=True),
    sa.Column("group_id", sa.Text, primary_key=True),  # the old one
    sa.Column("seq", sa.BigInteger, nullable=False, index=True),
)

_feed = schema.feed.c
_member = member.c


def scopes_of(connection: sa.Connection, groups: Iterable[str]) -> dict[str, list[str]]:
    """Group → the scopes that hold it, of those that any scope holds."""
    wanted, found = sorted(set(groups)), dict[str, list[str]]()
    for some in batches(wanted):
        query = sa.select(_member.group_id, _member.scope).where(_member.group_id.in_(some), _member.held)
        for group, scope in connection.execute(query):
            found.setdefault(group, []).append(scope)
    return found


def within(holds: str, device_id: str = "") -> sa.ColumnElement[bool]:
    """Which rows of the feed this device may see that holds this; without one, what such devices share."""
    own = _feed.group_id == own_group(device_id)
    if holds == EVERYTHING:
        return sa.or_(~schema.of_one_device(), own)
    of_scope = sa.exists().where(_member.scope == holds, _member.group_id == _feed.group_id, _member.held)
    return sa.or_(_feed.group_id == SHARED, of_scope, own)


def scopes(connection: sa.Connection) -> Sequence[str]:
    """Every scope that holds a group, or once did."""
    return connection.execute(sa.select(_member.scope).distinct()).scalars().all()


def note_moved(connection: sa.Connection, rows: Sequence[dict[str, str | int]]) -> None:
    """Records that went over to another group: `collection`, `record_id`, the old `group_id`, `seq`."""
    put(connection, moved, rows)
