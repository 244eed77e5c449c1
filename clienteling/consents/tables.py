import sqlalchemy as sa

from clienteling.schema import day, flag, identity, instant, metadata, reference, text

consent_text = sa.Table(
    "consent_text",
    metadata,
    identity(),  # "<purpose>/<language>/<version>"
    text("purpose"),  # Purpose
    text("language"),
    text("version"),
    text("body"),
    day("in_force_on"),
)

consent = sa.Table(
    "consent",
    metadata,
    identity(),
    reference("customer_id", index=True),
    text("purpose"),
    flag("granted"),
    text("text_id"),  # the exact consent_text that was shown
    text("how"),  # How: told, signed, tapped, online, file
    text("proof"),  # where a consent from a file stands there: "clienti.csv, 12"
    instant("at"),
    instant("expires_at"),
    reference("store_id"),
    reference("associate_id"),
    reference("follows"),  # the consent known when this was recorded; "" when none was, null when not known
    reference("corrects", index=True),  # the consent that was recorded by mistake
    text("correction"),  # Correction
    sa.Index("ix_consent_store_at", "store_id", "at"),
)
