"""The hub's own tables; the application creates them beside its own."""

from typing import NamedTuple

import sqlalchemy as sa

from sync.own_group import own_group

metadata = sa.MetaData()

# Every record's newest state, encoded as it travels, at its newest position.
feed = sa.Table(
    "sync_feed",
    metadata,
    sa.Column(
        "seq", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=False
    ),
    sa.Column("collection", sa.Text, nullable=False),
    sa.Column("record_id", sa.Text, nullable=False),
    sa.Column("group_id", sa.Text, nullable=False, server_default=""),  # empty: shared by all devices
    sa.Column("body", sa.LargeBinary, nullable=False),  # wire.FeedRecord, JSON
    sa.Column("hash", sa.BigInteger, nullable=True),  # digest.hash_of the body, none when deleted
    sa.UniqueConstraint("collection", "record_id"),
    sa.Index("ix_sync_feed_group", "group_id", "seq"),
)


def of_one_device() -> sa.ColumnElement[bool]:
    """Whether a row of the feed is in some device's own group."""
    return sa.func.substr(feed.c.group_id, 1, len(own_group(""))) == sa.literal_column(f"'{own_group('')}'")


class FeedRow(NamedTuple):
    """A row of the feed, as it is stored."""

    seq: int
    collection: str
    record_id: str
    group_id: str
    body: bytes
    hash: int | None


# Per collection, the count and the sum of the hashes in the feed, moved in the transaction that moves them:
# of the shared records (scope ""), of all that belong to a group ("*"), of those of the groups in a scope.
tally = sa.Table(
    "sync_tally",
    metadata,
    sa.Column("scope", sa.Text, primary_key=True),
    sa.Column("collection", sa.Text, primary_key=True),
    sa.Column("count", sa.BigInteger, nullable=False),
    sa.Column("sum", sa.BigInteger, nullable=False),
)

# Where many transactions write at once none may change a row that all change: what each adds is kept apart at
# its newest position, and added to the tallies when all have ended that might still give one before it.
tally_delta = sa.Table(
    "sync_tally_delta",
    metadata,
    sa.Column("at", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("scope", sa.Text, primary_key=True),
    sa.Column("collection", sa.Text, primary_key=True),
    sa.Column("count", sa.BigInteger, nullable=False),
    sa.Column("sum", sa.BigInteger, nullable=False),
)

# The transactions that gave positions, by the newest one of each, until they are added up likewise.
turn = sa.Table(
    "sync_turn",
    metadata,
    sa.Column("at", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("stamp", sa.Text, nullable=False),  # the newest that the hub had given then
)

# One row: what the hub knows about its own history.
history = sa.Table(
    "sync_history",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("epoch", sa.Text, nullable=False),
    sa.Column("head", sa.BigInteger, nullable=False),  # newest feed position ever given
    sa.Column("last_stamp", sa.Text, nullable=False),
    sa.Column("shape", sa.Text, nullable=False),  # the columns that the typed tables were filled for
    sa.Column("holding", sa.Text, nullable=False, server_default=""),  # the rule that the scopes follow
    sa.Column("floor", sa.BigInteger, nullable=False, server_default="0"),  # newest tombstone dropped
    sa.Column(
        "lift", sa.BigInteger, nullable=False, server_default="0"
    ),  # added to PostgreSQL's transaction ids
)

# How many of a device's writes took effect, counted in the transaction of the effect.
received = sa.Table(
    "sync_received",
    metadata,
    sa.Column("device_id", sa.Text, primary_key=True),
    sa.Column("last_dseq", sa.BigInteger, nullable=False),
)

# Refused writes: a repeated push gets the same answer, and a person can look.
rejected = sa.Table(
    "sync_rejected",
    metadata,
    sa.Column("device_id", sa.Text, primary_key=True),
    sa.Column("dseq", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("code", sa.Text, nullable=False),
    sa.Column("message", sa.Text, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),  # wire.PushedRecord as it came, JSON
    sa.Column("at", sa.BigInteger, nullable=False),
)

blob = sa.Table(
    "sync_blob",
    metadata,
    sa.Column("digest", sa.Text, primary_key=True),
    sa.Column("body", sa.LargeBinary, nullable=False),
)
