import sqlalchemy as sa

from clienteling.schema import count, flag, identity, instant, metadata, reference, text

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

# What a manager asks to be changed about somebody of the shops; the hub decides and alone writes `associate`.
staff_change = sa.Table(
    "staff_change",
    metadata,
    identity(),
    text("deed"),  # Deed
    reference("subject_id", index=True),  # whom; none where she is new
    text("given_name"),
    text("family_name"),
    text("role"),  # Role
    reference("to_store_id"),  # where somebody new begins, or where she goes
    text("language"),
    text("pin_hash"),  # Argon2id; not kept beyond the answer
    text("was"),  # her role, or her shop, as whoever asks saw it
    instant("at"),
    reference("store_id"),  # where it was asked
    reference("associate_id"),  # who asks
    text("answer", index=True),  # Answer
    instant("answered_at"),
    text("why"),  # WhyNot
    reference("made_id"),  # who is new, once she is here
)

# On this tablet only, never replicated: how often a PIN failed and until when to wait.
sign_in_attempt = sa.Table(
    "sign_in_attempt",
    metadata,
    sa.Column("associate_id", sa.Text, primary_key=True),
    count("failures"),
    sa.Column("wait_until", sa.BigInteger, nullable=False, server_default="0"),
)
