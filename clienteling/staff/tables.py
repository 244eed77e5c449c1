import sqlalchemy as sa

from clienteling.schema import count, flag, identity, metadata, reference, text

associate = sa.Table(
    "associate",
    metadata,
    identity(),
    reference("store_id", index=True),
    text("given_name"),
    text("family_name"),
    text("role"),  # Role
    text("language"),
    text("pin_hash"),  # Argon2id
    flag("active", default=True),
)

# On this tablet only, never replicated: how often a PIN failed and until when to wait.
sign_in_attempt = sa.Table(
    "sign_in_attempt",
    metadata,
    sa.Column("associate_id", sa.Text, primary_key=True),
    count("failures"),
    sa.Column("wait_until", sa.BigInteger, nullable=False, server_default="0"),
)
