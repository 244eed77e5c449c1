import sqlalchemy as sa

from clienteling.schema import day, document, identity, instant, metadata, reference, text

# A day in numbers that can be added up, counted from what was recorded: by the hub alone. Shops of too few
# people are in here as one sum, or not at all (`sums.py`).
kpi_day = sa.Table(
    "kpi_day",
    metadata,
    identity(),  # "<Sum.key>/<day>"
    reference("store_id"),  # Sum.key
    day("day_on"),
    document("parts"),  # Parts
    sa.Index("ix_kpi_day_store_day", "store_id", "day_on"),
)

# What a shop is to reach: in force from a day until a newer one is.
kpi_target = sa.Table(
    "kpi_target",
    metadata,
    identity(),
    reference("store_id"),
    text("kpi"),  # Kpi
    text("period"),  # Period: day, week, month
    sa.Column("hundredths", sa.BigInteger, nullable=True),  # of the figure's unit; none: no target any more
    day("from_on"),
    instant("at"),
    reference("associate_id"),
    sa.Index("ix_kpi_target_store_kpi", "store_id", "kpi"),
)
