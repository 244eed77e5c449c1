import sqlalchemy as sa

from clienteling.schema import day, flag, identity, instant, metadata, reference, text

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

# On this tablet only: which cards were opened last, for the empty search field.
recent_customer = sa.Table(
    "recent_customer",
    metadata,
    sa.Column("customer_id", sa.Text, primary_key=True),
    sa.Column("opened_at", sa.BigInteger, nullable=False),
)
