import sqlalchemy as sa

from clienteling.hub.schema import metadata
from clienteling.schema import document, identity, instant, reference, text

# What a file said last of somebody or of an order, as hashes: only what it says anew takes effect, so that
# the same file changes nothing, and never undoes what was corrected here since.
imported_row = sa.Table(
    "imported_row",
    metadata,
    identity(),  # keyed hash of source, kind and what names the row
    text("source"),
    reference("record_id"),
    reference("customer_id", index=True),  # whom it is about
    document("told"),  # field → keyed hash of what was said
    instant("modified_at"),  # when the source last changed it, where it says so
    instant("taken_at"),
)
