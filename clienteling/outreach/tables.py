import sqlalchemy as sa

from clienteling.schema import count, document, flag, identity, instant, metadata, reference, text

outreach_template = sa.Table(
    "outreach_template",
    metadata,
    identity(),
    text("topic"),  # Topic
    text("about"),  # About
    document("ways"),  # list of Way
    document("words"),  # language → Words
    count("place"),  # in the list
    flag("gone"),  # not offered any more; what was sent with it keeps its name
)

# What hub.toml says of outreach, for the tablets: one row.
outreach_rule = sa.Table(
    "outreach_rule",
    metadata,
    identity(),  # RULE
    count("most", 2),
    count("days", 30),
    text("pages"),  # where customers reach the hub's pages: "https://…"; empty where they do not
)

outreach = sa.Table(
    "outreach",
    metadata,
    identity(),
    reference("customer_id"),
    text("way"),  # Way
    text("topic"),  # Topic
    reference("template_id"),
    text("language"),
    text("subject"),
    text("body"),  # as it was handed to the mail or messaging program
    text("about"),  # About
    reference("about_id"),
    document("despite"),  # list of Objection: what was said against it when it was sent all the same
    instant("at"),
    reference("store_id"),
    reference("associate_id"),
    reference("corrects", index=True),  # what was recorded and not sent after all
    text("correction"),  # Correction
    sa.Index("ix_outreach_customer_at", "customer_id", "at"),
)

RULE = "house"
