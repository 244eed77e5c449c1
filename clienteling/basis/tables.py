import sqlalchemy as sa

from clienteling.schema import count, day, document, identity, instant, metadata, reference, text

# What allows figures per person. A correction says it anew, or takes it back.
legal_basis = sa.Table(
    "legal_basis",
    metadata,
    identity(),
    reference("store_id", index=True),  # none: every shop of the chain
    text("document"),  # its reference
    day("first_on"),
    day("last_on"),
    document("people"),  # list of ids of associates; empty: everybody of the shop
    instant("at"),
    reference("associate_id"),  # who put it down
    reference("corrects", index=True),
    text("correction"),  # Correction
)

# Somebody looked at another's figures; kept for as long as who opened whose card.
figure_look = sa.Table(
    "figure_look",
    metadata,
    identity(),
    reference("associate_id"),  # who looked
    reference("whom_id"),  # at whose
    reference("store_id"),
    day("first_on"),
    day("last_on"),
    text("what"),  # What
    document("bases"),  # list of ids of legal_basis
    text("device"),  # its name, as it was paired
    instant("at", index=True),
    sa.Index("ix_figure_look_whom_at", "whom_id", "at"),
)

# How many people make a team, as the hub's settings say.
sight_rule = sa.Table(
    "sight_rule",
    metadata,
    identity(),  # RULE
    count("least_people", 3),
)

RULE = "house"
