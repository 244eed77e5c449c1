import sqlalchemy as sa

from clienteling.hub.schema import metadata
from clienteling.schema import cents, day, document, identity, instant, reference, text

# The names of erased customers, so that what sources told before does not bring anybody back.
erased_name = sa.Table(
    "erased_name",
    metadata,
    sa.Column("hash", sa.Text, primary_key=True),  # keyed: no address is read back from it
    instant("erased_at"),
)

# What erased customers bought and did, for the figures: nobody's, and no two rows say that they are the same
# person's.
anonymous_record = sa.Table(
    "anonymous_record",
    metadata,
    identity(),  # random, and in no order
    text("kind"),  # InteractionKind or EventKind
    text("channel"),  # Channel
    reference("store_id"),
    day("happened_on"),
    cents("amount_cents"),
    document("items"),  # list of EventItem
    document("kept"),  # list of the ids of the products that were not brought back
)

# The e-mail and telephone that each customer's record had when her identifiers were last brought after it.
written_name = sa.Table(
    "written_name",
    metadata,
    sa.Column("customer_id", sa.Text, primary_key=True),
    text("email"),
    text("phone"),
)
