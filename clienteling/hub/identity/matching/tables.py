import sqlalchemy as sa

from clienteling.hub.schema import metadata
from clienteling.schema import document, identity, instant, text

# By what each customer is found when another is compared: `keys.keys`.
match_key = sa.Table(
    "match_key",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("customer_id", sa.Text, primary_key=True, index=True),
)

# Two customers who may be one person, and what somebody said of them.
probable_match = sa.Table(
    "probable_match",
    metadata,
    identity(),  # "<older customer's id>+<younger's>"
    sa.Column("one_id", sa.Text, nullable=False, index=True),
    sa.Column("other_id", sa.Text, nullable=False, index=True),
    sa.Column("probability", sa.Float, nullable=False),
    document("evidence"),  # list of {"thing", "how"}: never a person's data
    text("answer", index=True),  # Answer
    text("answered_by"),
    instant("answered_at"),
    instant("found_at"),
)
