import sqlalchemy as sa

from clienteling.schema import count, day, identity, instant, metadata, reference, text

# What she wants put aside; the hub decides, for two shops may ask for the last piece at once. What it grants
# becomes a promise of the same id, which the shop keeps like any other.
reservation = sa.Table(
    "reservation",
    metadata,
    identity(),
    reference("customer_id", index=True),
    reference("product_id"),
    reference("variant_id", index=True),
    count("quantity", 1),
    text("wish"),  # Wish: hold, collect, order
    reference("from_store_id"),  # whose piece it is to be
    day("until_on"),  # the last day on which it waits for her
    instant("at"),
    reference("store_id"),  # where she asked
    reference("associate_id"),
    text("answer", index=True),  # Answer
    instant("answered_at"),
    text("why"),  # Refusal
    reference("elsewhere"),  # a shop that has one, where that was refused
)
