"""What the hub counts over all receipts, so that one more receipt costs as much as it has lines."""

import sqlalchemy as sa

from clienteling.hub.schema import metadata
from clienteling.schema import count, document, identity, text

# What each receipt was counted as, so that it can be taken off again when it is corrected or brought back.
counted_receipt = sa.Table(
    "counted_receipt",
    metadata,
    identity(),  # of the interaction or the event
    text("customer_id", index=True),  # as the record says; empty where it is nobody's
    document("products"),  # list of product ids
)

# Receipts that hold a product; under the empty id, all receipts.
product_count = sa.Table("product_count", metadata, identity(), count("receipts"))

# Receipts that hold both products of a pair, the one whose id is smaller first.
pair_count = sa.Table(
    "pair_count",
    metadata,
    identity(),  # "<product id>+<other id>"
    text("product_id"),
    text("other_product_id"),
    count("receipts"),
)
