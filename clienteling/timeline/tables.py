import sqlalchemy as sa

from clienteling.schema import document, identity, instant, metadata, reference, text

TAKEN_BACK = sa.text("kind in ('refunded', 'order_cancelled')")
"""Of the few events that take money back; a query that says just so finds them by their instant."""

# What happened outside the shop, as the hub understood it: adverts, chats, web, baskets, orders, e-mail.
event = sa.Table(
    "event",
    metadata,
    identity(),
    reference("customer_id"),
    text("channel"),  # Channel
    text("kind"),  # EventKind
    instant("at"),
    text("text"),  # the customer's or the shop's own words, when there are some
    document("detail"),  # EventDetail
    text("source"),  # connector and account: "messenger:PAGE", "segment:web"
    text("source_id"),  # the source's own id, for telling duplicates
    sa.Index("ix_event_customer_at", "customer_id", "at", "kind"),
    # PostgreSQL's condition stands in the hub's migration: named here, each tablet would load its dialect.
    sa.Index("ix_event_taken_back_at", "at", sqlite_where=TAKEN_BACK),
)
