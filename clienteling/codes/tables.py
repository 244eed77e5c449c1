import sqlalchemy as sa

from clienteling.schema import count, identity, instant, metadata, reference, text

# Whose signatures this chain believes.
code_key = sa.Table(
    "code_key",
    metadata,
    identity(),  # key number as text, "0" to "255"
    text("retailer"),  # retailer id, 4 bytes as hex
    text("public_key"),  # Ed25519, 32 bytes as hex
    instant("retired_at"),
)

code_revocation = sa.Table(
    "code_revocation",
    metadata,
    identity(),  # "<customer id>/<serial>"
    reference("customer_id", index=True),
    count("serial"),
    instant("revoked_at"),
)
