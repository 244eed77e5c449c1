import sqlalchemy as sa

from clienteling.schema import document, identity, instant, metadata, reference, text

selection = sa.Table(
    "selection",
    metadata,
    identity(),
    reference("customer_id"),
    document("items"),  # list of Chosen
    text("words"),  # to her, in the associate's own words
    text("shared_as"),  # SharedAs: how it was given to her first
    instant("at"),
    reference("store_id"),
    reference("associate_id"),
    reference("corrects", index=True),
    text("correction"),  # Correction
    sa.Index("ix_selection_customer_at", "customer_id", "at"),
)
