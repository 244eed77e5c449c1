import sqlalchemy as sa

from clienteling.attribution.values import USUAL_WINDOW
from clienteling.schema import cents, count, day, document, flag, identity, instant, metadata, reference, text

# How a shop counts what its contacts led to, from a day on.
attribution_rule = sa.Table(
    "attribution_rule",
    metadata,
    identity(),
    reference("store_id", index=True),
    day("from_on"),
    count("window_days", USUAL_WINDOW),
    text("priority"),  # Priority
    flag("till"),  # the sale itself is a contact too
    instant("at"),
    reference("associate_id"),
    reference("corrects", index=True),
    text("correction"),  # Correction
)

# Whose a purchase is, where a manager laid it down.
sale_split = sa.Table(
    "sale_split",
    metadata,
    identity(),
    reference("customer_id", index=True),
    reference("store_id"),
    reference("sale_id", index=True),  # interaction or event: its first version
    document("shares"),  # list of Share
    text("reason"),
    instant("at"),
    reference("associate_id"),
    reference("corrects", index=True),
    text("correction"),  # Correction
)

# What a shop, its team or each of them gets of what their contacts led to. A correction lays down other
# terms, or that it ends, from its month on; an undoing takes back what it names.
incentive_scheme = sa.Table(
    "incentive_scheme",
    metadata,
    identity(),
    reference("store_id", index=True),
    text("name"),
    text("whom"),  # Whose
    count("per_mille"),
    cents("over_cents"),  # only what is above counts
    day("from_on"),  # first day of the first month for which this counts
    flag("ended"),  # from that month on there is none
    instant("at"),
    reference("associate_id"),
    reference("corrects", index=True),
    text("correction"),  # Correction
)

# A month of a scheme as it was closed. It stays as it is: what changes later stands in the next one.
incentive_statement = sa.Table(
    "incentive_statement",
    metadata,
    identity(),
    reference("store_id"),
    reference("scheme_id", index=True),
    day("month_on"),  # first day of the month
    document("statement"),  # Statement
    instant("at"),
    reference("associate_id"),
    reference("corrects", index=True),
    text("correction"),  # Correction
    sa.Index("ix_incentive_statement_store_month", "store_id", "month_on"),
)
