import sqlalchemy as sa

from clienteling.schema import count, document, identity, metadata, reference, text

# What goes with what, counted by the hub over all receipts.
goes_with = sa.Table(
    "goes_with",
    metadata,
    identity(),  # "<product id>+<other id>"
    reference("product_id", index=True),
    reference("other_product_id"),
    text("kind"),  # SuggestionKind: goes_with, step_up
    count("together"),  # receipts that hold both
    count("receipts"),  # receipts that hold the first
    document("argument"),  # for step_up: language → what makes it the better one, in the shop's words
)
