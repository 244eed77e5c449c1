import sqlalchemy as sa

from clienteling.hub.schema import metadata
from clienteling.schema import identity, instant, text

# What a source sent, byte for byte (unpacked where it came packed), kept before it is answered.
raw_payload = sa.Table(
    "raw_payload",
    metadata,
    identity(),
    text("source"),  # "segment:web", "meta"
    text("call"),  # the last word of the address: "batch", "track", "webhook"
    instant("received_at"),
    sa.Column("body", sa.LargeBinary, nullable=False),
    text("digest"),  # SHA-256 (hex) of the body
    text("state", index=True),  # RawState
    text("problem"),  # why it failed, or which parts were left aside; never a person's data
    instant("worked_at"),
    sa.UniqueConstraint("source", "digest"),
)

# Items that took effect, by the source's own id: sent twice, they do so once.
taken_item = sa.Table(
    "taken_item",
    metadata,
    sa.Column("source", sa.Text, primary_key=True),
    sa.Column("key", sa.Text, primary_key=True),
    instant("taken_at"),
)
