import sqlalchemy as sa

from clienteling.schema import count, day, document, identity, instant, metadata, reference, text

# A manager has read a shop's day.
day_review = sa.Table(
    "day_review",
    metadata,
    identity(),
    reference("store_id"),
    day("day_on"),
    document("figures"),  # Figures, as they were then; of too few people sealed, or none
    instant("at"),
    reference("associate_id"),
    reference("corrects", index=True),
    text("correction"),  # Correction: a review is only taken back
    sa.Index("ix_day_review_store_day", "store_id", "day_on"),
)

# What the hub knows of each tablet, for whoever has to ask for it: written by the hub alone.
tablet_standing = sa.Table(
    "tablet_standing",
    metadata,
    identity(),  # that of the device
    text("name"),  # as it was paired
    reference("store_id", index=True),
    instant("last_seen_at"),
    count("owes"),  # records that it said it has and that have not arrived
    count("set_aside"),  # records of it that could not be taken
)
