import sqlalchemy as sa

from clienteling.schema import identity, instant, metadata, reference

# Who looks after whom. A customer may stand in several books; without an associate it is the shop's own.
book_entry = sa.Table(
    "book_entry",
    metadata,
    identity(),  # entry_id: the same owner enters the same customer once, on whichever tablet
    reference("customer_id", index=True),
    reference("associate_id", index=True),
    reference("store_id", index=True),
    instant("added_at"),
    reference("added_by"),
)
