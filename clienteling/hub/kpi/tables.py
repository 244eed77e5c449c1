"""What the hub keeps to know which days it has to count again."""

import sqlalchemy as sa

from clienteling.hub.schema import metadata
from clienteling.schema import day, document, identity, text

# Days of which something has changed since they were counted.
stale_day = sa.Table(
    "stale_day",
    metadata,
    sa.Column("store_id", sa.Text, primary_key=True),
    sa.Column("day_on", sa.Text, primary_key=True),
)

# Where a record that may move to another day or shop was counted: a promise, a task.
counted_on = sa.Table(
    "counted_on",
    metadata,
    sa.Column("collection", sa.Text, primary_key=True),
    sa.Column("record_id", sa.Text, primary_key=True),
    text("store_id"),
    day("day_on"),
)

# Interactions that came after the day on which they were recorded had ended.
late_record = sa.Table("late_record", metadata, identity())

# What erased customers are of a shop's day: numbers, nobody's.
left_of_day = sa.Table(
    "left_of_day",
    metadata,
    identity(),  # "<store id>/<day>"
    text("store_id"),
    day("day_on"),
    document("parts"),  # Parts
)
