import sqlalchemy as sa

from clienteling.schema import document, identity, metadata, text

store = sa.Table(
    "store",
    metadata,
    identity(),
    text("name"),
    text("city"),
    text("area"),  # whose area manager answers for it; empty: only who answers for the whole chain
    text("address"),
    text("phone"),
    text("time_zone"),
    document("opening"),  # weekday 0-6 → ["10:00", "19:30"]
)
