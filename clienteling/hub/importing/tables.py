import sqlalchemy as sa

from clienteling.hub.schema import metadata
from clienteling.schema import document, identity, instant, reference, text

# What a file said last of somebody or of an order, as hashes: only what it says anew takes effect, so that
# the same file changes nothing, and never undoes what was corrected here since.
imported_row = sa.Table(
    "imported_row",
    metadata,
    identity(),  # SHA-256 (hex) of source, kind and what names the row
    text("source"),
    reference("record_id", index=True),
    document("told"),  # field → hash of what was said
    instant("taken_at"),
)
