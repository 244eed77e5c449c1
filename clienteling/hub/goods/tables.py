import sqlalchemy as sa

from clienteling.hub.schema import metadata
from clienteling.schema import count, document, flag, identity, instant, reference, text

# An article as a source knows it, and which of ours it is.
foreign_product = sa.Table(
    "foreign_product",
    metadata,
    sa.Column("source", sa.Text, primary_key=True),
    sa.Column("key", sa.Text, primary_key=True),  # the source's own id
    reference("product_id", index=True),
    document("told"),  # field → what the source said last: only what it says anew takes effect
    text("picture_url", index=True),
    text("picture"),  # SHA-256 (hex) of what our record shows by this source
    flag("gone"),
    instant("modified_at"),  # by the source's clock
)

foreign_variant = sa.Table(
    "foreign_variant",
    metadata,
    sa.Column("source", sa.Text, primary_key=True),
    sa.Column("key", sa.Text, primary_key=True),
    text("product_key"),
    reference("variant_id", index=True),
    text("counted_as"),  # the id by which its stock is told, where that is another
    document("told"),
    text("picture_url", index=True),
    text("picture"),  # SHA-256 (hex) of what our record shows by this source
    sa.Index("ix_foreign_variant_counted_as", "source", "counted_as"),
    sa.Index("ix_foreign_variant_product_key", "source", "product_key"),
)

# What a source counted last in each of its places, also of what is not known here yet.
foreign_level = sa.Table(
    "foreign_level",
    metadata,
    sa.Column("source", sa.Text, primary_key=True),
    sa.Column("variant", sa.Text, primary_key=True),  # the variant's key, or what it is counted as
    sa.Column("place", sa.Text, primary_key=True),  # the source's own id; empty: its online shop
    text("place_name"),
    reference("store_id"),  # the shop of ours that the place is; null where nobody has said
    count("quantity"),
    count("incoming"),
    instant("counted_at"),
)

# Pictures that sources name by address: when they were looked at, and what came of it.
picture = sa.Table(
    "picture",
    metadata,
    identity(),  # SHA-256 (hex) of source and address
    text("source"),
    text("url"),
    text("digest", index=True),  # SHA-256 (hex) of what tablets get; empty until it was fetched
    count("size"),  # its bytes
    text("etag"),
    text("changed"),  # Last-Modified, as the server wrote it
    text("problem"),  # why there is none, or no newer one
    count("failures"),  # in a row
    instant("next_at", index=True),
)
