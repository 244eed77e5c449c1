import sqlalchemy as sa

from clienteling.hub.schema import metadata
from clienteling.schema import flag, identity, instant, reference, text

# Names of somebody whom no customer record knows yet. One stranger may have several.
stranger = sa.Table(
    "stranger",
    metadata,
    sa.Column("kind", sa.Text, primary_key=True),  # IdentifierKind
    sa.Column("source", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, primary_key=True),
    sa.Column("stranger_id", sa.Text, nullable=False, index=True),
    flag("verified", default=True),
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

# Who was made one with whom, and taken apart again, and why somebody was not.
joining = sa.Table(
    "joining",
    metadata,
    identity(),
    text("deed"),  # Deed: merged, unmerged, different, apart
    reference("older_id", index=True),
    reference("younger_id", index=True),
    instant("at"),
    text("by"),
    text("evidence"),
)
