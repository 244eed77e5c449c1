import sqlalchemy as sa

from clienteling.hub.schema import metadata
from clienteling.schema import identity, instant, text

# Names of somebody whom no customer record knows yet. One stranger may have several.
stranger = sa.Table(
    "stranger",
    metadata,
    sa.Column("kind", sa.Text, primary_key=True),  # IdentifierKind
    sa.Column("source", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, primary_key=True),
    sa.Column("stranger_id", sa.Text, nullable=False, index=True),
    instant("seen_at"),
)

# What a stranger did: delivered whole, in order, when it turns out who she is.
waiting_event = sa.Table(
    "waiting_event",
    metadata,
    identity(),
    sa.Column("stranger_id", sa.Text, nullable=False, index=True),
    text("source"),
    text("source_id"),
    instant("at", index=True),
    sa.Column("body", sa.LargeBinary, nullable=False),  # HeardEvent
)
