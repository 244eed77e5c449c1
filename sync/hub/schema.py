"""The hub's own tables; the application creates them beside its own."""

import sqlalchemy as sa

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
    sa.Column("body", sa.LargeBinary, nullable=False),  # wire.FeedRecord, JSON
    sa.Column("hash", sa.BigInteger, nullable=True),  # digest.hash_of the body, none when deleted
    sa.UniqueConstraint("collection", "record_id"),
)

# Per collection, the count and the sum of the hashes in the feed, moved in the transaction that moves them.
tally = sa.Table(
    "sync_tally",
    metadata,
    sa.Column("collection", sa.Text, primary_key=True),
    sa.Column("count", sa.BigInteger, nullable=False),
    sa.Column("sum", sa.BigInteger, nullable=False),
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
