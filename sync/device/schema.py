"""The device's own tables, beside the application's typed ones."""

import sqlalchemy as sa

from sync.device import driver

metadata = sa.MetaData()

state = sa.Table(
    "sync_state",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)

# Every write of this device, in its order. Confirmed ones stay a while: a hub restored from a backup asks
# for them again. What is pending is derived from here and from nowhere else.
outbox = sa.Table(
    "sync_outbox",
    metadata,
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("dseq", sa.BigInteger, nullable=True, unique=True),  # none when set aside
    sa.Column("collection", sa.Text, nullable=False),
    sa.Column("record_id", sa.Text, nullable=False),
    sa.Column("fields", sa.LargeBinary, nullable=False),  # JSON
    sa.Column("stamp", sa.Text, nullable=False),
    sa.Column("seen", sa.LargeBinary, nullable=False),  # JSON
    sa.Column("new", sa.Boolean(create_constraint=False), nullable=False),
    sa.Column("state", sa.Integer, nullable=False),  # RecordState
    sa.Column("recorded_at", sa.BigInteger, nullable=False),
    sa.Column("sent_at", sa.BigInteger, nullable=True),
    sa.Column("answered_at", sa.BigInteger, nullable=True),
    sa.Column("code", sa.Text, nullable=True),
    sa.Column("message", sa.Text, nullable=True),
    sa.Column("group_id", sa.Text, nullable=False, server_default=""),  # whose the record is
    sa.Index("ix_sync_outbox_record", "collection", "record_id"),
    sa.Index("ix_sync_outbox_recorded_at", "recorded_at"),
)
sa.Index(
    "ix_sync_outbox_open", outbox.c.dseq, outbox.c.state, sqlite_where=outbox.c.state > 0
)  # all but the confirmed, in their order

# What a record carries besides its columns: only where it is more than one stamp (`held.rests`).
record = sa.Table(
    "sync_record",
    metadata,
    sa.Column("collection", sa.Text, primary_key=True),
    sa.Column("record_id", sa.Text, primary_key=True),
    sa.Column("seen", sa.LargeBinary, nullable=False),  # JSON, watched field → node → newest stamp
    sa.Column("rivals", sa.LargeBinary, nullable=True),  # JSON, none without a disagreement
    sa.Column("extra", sa.LargeBinary, nullable=True),  # JSON, fields that this version does not know
    sqlite_with_rowid=False,
)
sa.Index("ix_sync_record_rivals", record.c.collection, sqlite_where=record.c.rivals.is_not(None))
sa.Index("ix_sync_record_extra", record.c.collection, sqlite_where=record.c.extra.is_not(None))

# What the hub has told about each record, as a hash, and what its row said when it was last looked at.
held = sa.Table(
    "sync_held",
    metadata,
    sa.Column("collection", sa.Text, primary_key=True),
    sa.Column("record_id", sa.Text, primary_key=True),
    sa.Column("hash", sa.BigInteger, nullable=False),  # digest.hash_of the record as it travelled
    sa.Column("unfit", sa.Boolean(create_constraint=False), nullable=False),  # the table did not take it
    sa.Column("row_hash", sa.BigInteger, nullable=True),  # none until the row was looked at
    sa.Column("rests", sa.Text, nullable=True),  # one stamp that all watched values rest on
    sqlite_with_rowid=False,
)

# Per collection, the count and the sum of the hashes held.
tally = sa.Table(
    "sync_tally",
    metadata,
    sa.Column("collection", sa.Text, primary_key=True),
    sa.Column("count", sa.BigInteger, nullable=False),
    sa.Column("sum", sa.BigInteger, nullable=False),
)

# Where the feed records begin that this version could not take, to be fetched when it can.
skipped = sa.Table(
    "sync_skipped",
    metadata,
    sa.Column("collection", sa.Text, primary_key=True),
    sa.Column("first_seq", sa.BigInteger, nullable=False),
)

# Rows here of which the hub has to say whether this device holds them.
doubt = sa.Table(
    "sync_doubt",
    metadata,
    sa.Column("collection", sa.Text, primary_key=True),
    sa.Column("record_id", sa.Text, primary_key=True),
)

# Rows that the hub told and that were changed or went since, until somebody says for what reason.
lost = sa.Table(
    "sync_lost",
    metadata,
    sa.Column("collection", sa.Text, primary_key=True),
    sa.Column("record_id", sa.Text, primary_key=True),
    sqlite_with_rowid=False,
)

# Groups that were erased here, as hashes: what was under way then does not bring them back.
erased = sa.Table("sync_erased", metadata, sa.Column("hash", sa.Text, primary_key=True))

blob = sa.Table(
    "sync_blob",
    metadata,
    sa.Column("digest", sa.Text, primary_key=True),
    sa.Column("body", sa.LargeBinary, nullable=False),
)

TOLD = (record, held, tally, skipped)
"""What the hub told; the other tables here are a device's own."""


def make(connection: sa.Connection) -> set[str]:
    """Make the tables that are not there yet. Returns all that was there, which is asked for once only."""
    there = {name for (name,) in driver.rows(connection, "SELECT name FROM sqlite_master")}
    if not metadata.tables.keys() <= there:
        metadata.create_all(connection)
    return there
