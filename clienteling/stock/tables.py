import sqlalchemy as sa

from clienteling.schema import count, identity, instant, metadata, reference

stock_level = sa.Table(
    "stock_level",
    metadata,
    identity(),  # "<variant id>@<store id>"
    reference("variant_id", index=True),
    reference("store_id", index=True),
    count("quantity"),
    count("incoming"),
    instant("counted_at"),
)
