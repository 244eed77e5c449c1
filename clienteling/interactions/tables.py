import sqlalchemy as sa

from clienteling.schema import document, identity, instant, metadata, reference, text

interaction = sa.Table(
    "interaction",
    metadata,
    identity(),
    reference("customer_id"),  # none for an anonymous visitor
    text("kind"),  # InteractionKind
    text("outcome"),  # Outcome
    document("items"),  # list of Item
    text("summary"),  # a few words of the associate's own
    instant("at"),
    reference("store_id"),
    reference("associate_id"),
    text("visit_id"),  # interactions of one visit share it
    reference("corrects", index=True),  # the interaction that this one replaces
    reference("corrected_by"),  # who wrote this version, where it is not the first
    text("correction"),  # Correction: "", undone, changed
    sa.Index("ix_interaction_customer_at", "customer_id", "at"),
    sa.Index("ix_interaction_store_at", "store_id", "at"),
)
