import sqlalchemy as sa

from clienteling.schema import count, day, identity, instant, metadata, reference, text

promise = sa.Table(
    "promise",
    metadata,
    identity(),
    reference("customer_id", index=True),
    text("kind"),  # PromiseKind: hold, call, order, send, other
    text("what"),  # free words; may be empty where kind and item say it
    reference("product_id"),
    reference("variant_id"),
    count("quantity", 1),  # pieces that are held, ordered or sent
    day("due_on"),
    text("state"),  # PromiseState: open, kept, cancelled
    text("channel"),  # Channel in which it was made
    instant("made_at"),
    reference("made_by"),  # associate
    text("made_by_name"),  # where the maker is no associate of ours: "Sara, assistenza clienti"
    reference("taken_by"),  # who took it over from the maker; "" the whole shop
    reference("store_id"),  # who has to keep it
    instant("closed_at"),
    reference("closed_by"),
    reference("closed_with", index=True),  # the sale (interaction) that kept it, where one did
    sa.Index("ix_promise_store_state", "store_id", "state", "due_on"),
    sa.Index("ix_promise_store_closed", "store_id", "closed_at"),
)
