import sqlalchemy as sa

from clienteling.schema import identity, instant, metadata, reference, text

note = sa.Table(
    "note",
    metadata,
    identity(),
    reference("customer_id"),
    text("body"),
    text("visibility"),  # Visibility: mine, store, everybody
    instant("at"),
    reference("store_id"),
    reference("associate_id"),
    reference("corrects", index=True),
    reference("corrected_by"),  # who wrote this version, where it is not the first
    text("correction"),  # Correction, as for interactions
    sa.Index("ix_note_customer_at", "customer_id", "at"),
)

# On this tablet only: what was typed about a customer and is not saved.
unfinished_words = sa.Table(
    "unfinished_words",
    metadata,
    identity(),  # which leaf, whose words, about whom
    reference("customer_id", index=True),
    text("said"),
    instant("written_at"),
)
