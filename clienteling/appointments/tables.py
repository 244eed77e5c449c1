import sqlalchemy as sa

from clienteling.schema import count, identity, instant, metadata, reference, text

appointment = sa.Table(
    "appointment",
    metadata,
    identity(),
    reference("customer_id"),  # none for somebody without a card
    text("name"),  # of somebody without a card, as she gave it
    text("title"),  # what for
    instant("at"),
    count("minutes", 60),
    reference("store_id"),
    reference("associate_id"),  # with whom; none: whoever of the shop has time
    text("note"),
    text("state"),  # AppointmentState: booked, came, missed, cancelled
    instant("made_at"),
    reference("made_by"),
    instant("closed_at"),
    reference("closed_by"),
    sa.Index("ix_appointment_customer_at", "customer_id", "at"),
    sa.Index("ix_appointment_store_at", "store_id", "at"),
)
