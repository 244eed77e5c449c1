import sqlalchemy as sa

from clienteling.schema import count, identity, instant, metadata, reference, text

# Who opened whose card; kept for as long as retention says.
access = sa.Table(
    "access",
    metadata,
    identity(),
    reference("customer_id"),
    reference("associate_id"),  # none at the hub
    reference("store_id"),
    text("device"),  # its name, as it was paired; "hub" at the hub
    text("why"),  # Why
    instant("at", index=True),
    sa.Index("ix_access_customer_at", "customer_id", "at"),
)

# What she asks for by law; the hub answers. Goes with her when she is erased.
privacy_request = sa.Table(
    "privacy_request",
    metadata,
    identity(),
    reference("customer_id", index=True),
    text("wish"),  # PrivacyWish
    instant("at"),
    reference("store_id"),
    reference("associate_id"),
    text("source"),  # which source passed it on, "" where she said it in the shop
    text("source_id"),
    text("answer"),  # Answer
    instant("answered_at"),
    text("holds"),  # Hold, with spaces between them
)

# Somebody was erased: when, and how far it is. Shared by all devices, and about nobody.
erasure_receipt = sa.Table(
    "erasure_receipt",
    metadata,
    identity(),  # that of the erasure
    instant("at"),
    count("devices"),
    count("confirmed"),
    instant("done_at"),
)

# How long what is kept, as the hub's settings say.
retention_period = sa.Table(
    "retention_period",
    metadata,
    identity(),  # Keep
    count("months"),
)
