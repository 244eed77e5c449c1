import sqlalchemy as sa

from clienteling.schema import identity, instant, metadata, reference, text

# Whose a card is that no system of ours gave out: somebody at the counter said so.
card_link = sa.Table(
    "card_link",
    metadata,
    identity(),
    reference("customer_id", index=True),
    text("number", index=True),  # as it was read; digits without leading zeros
    text("symbology"),  # Symbology; empty where it was typed
    instant("at"),
    reference("store_id"),
    reference("associate_id"),
    reference("corrects", index=True),  # the link that was made by mistake
    text("correction"),  # Correction
)
