import sqlalchemy as sa

from clienteling.schema import day, flag, identity, instant, metadata, reference, text

WATCHED = frozenset({"email", "phone", "birthday_on"})
"""Of these no value is lost silently: two that did not know of each other stand until somebody decides."""

customer = sa.Table(
    "customer",
    metadata,
    identity(),
    text("given_name"),
    text("family_name"),
    text("language"),
    text("email"),
    text("phone"),  # E.164
    text("card_number", index=True),
    text("address"),  # street and number
    text("postcode"),
    text("city"),
    text("tier"),  # Tier: "", silver, gold
    reference("home_store_id", index=True),
    day("since_on"),
    day("birthday_on"),  # year 0001 when only day and month are known: "0001-12-04"
    flag("provisional"),  # a genuine code that was not here yet
    instant("updated_at"),
)

preference = sa.Table(
    "preference",
    metadata,
    identity(),
    reference("customer_id", index=True),
    text("kind"),  # PreferenceKind: shoe_size, clothes_size, colour, style, material, fit, other
    text("value"),
    text("source"),  # Provenance: told, deduced, online
    text("evidence"),  # "purchases=3" - what a deduced value was deduced from
    instant("said_at"),
    reference("store_id"),
    reference("associate_id"),
    instant("removed_at"),
)

identifier = sa.Table(
    "identifier",
    metadata,
    identity(),
    reference("customer_id", index=True),
    text("kind"),  # IdentifierKind: email, phone, card, page_scoped, user, anonymous
    text("source"),  # "" or the account it is scoped to: "messenger:PAGE", "web"
    text("value", index=True),  # normalised
    text("written"),  # as the source writes it, where that is another spelling
    flag("verified"),
    instant("linked_at"),
)

# A record that turned out to be about somebody who has an older one. Both stay as they are: see aliases.py.
customer_alias = sa.Table(
    "customer_alias",
    metadata,
    identity(),  # the id of the younger record
    reference("customer_id", index=True),  # the record that stands for her, itself never an alias
    reference("joined_to"),  # the record to which this one was joined, which may be an alias by now
    instant("merged_at"),
    text("merged_by"),  # a source, or who did it at the command line
    text("evidence"),  # what spoke for it, without anything that identifies her
)

# Who wrote which value of a field that two may write without knowing of each other: when both values are
# there, a person sees whose is which, and when somebody has decided, what was decided against.
value_given = sa.Table(
    "value_given",
    metadata,
    identity(),
    reference("customer_id"),
    text("field"),  # of the customer: email, phone, birthday_on
    text("value"),
    text("instead_of"),  # the value that was decided against; empty where nothing had to be decided
    instant("at"),
    reference("store_id"),
    reference("associate_id"),
    sa.Index("ix_value_given_customer_field", "customer_id", "field"),
)

# On this tablet only: which cards were opened last, for the empty search field.
recent_customer = sa.Table(
    "recent_customer",
    metadata,
    sa.Column("customer_id", sa.Text, primary_key=True),
    sa.Column("opened_at", sa.BigInteger, nullable=False),
)
