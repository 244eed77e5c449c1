import sqlalchemy as sa

from clienteling.hub.schema import metadata
from clienteling.schema import instant

# The names of erased customers, so that what sources told before does not bring anybody back.
erased_name = sa.Table(
    "erased_name",
    metadata,
    sa.Column("hash", sa.Text, primary_key=True),  # keyed: no address is read back from it
    instant("erased_at"),
)
