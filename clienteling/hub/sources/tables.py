import sqlalchemy as sa

from clienteling.hub.schema import metadata
from clienteling.schema import count, instant, text

# How far each resource of each source has been asked for: a pass goes on where it was when the hub stopped.
source_position = sa.Table(
    "source_position",
    metadata,
    sa.Column("source", sa.Text, primary_key=True),
    sa.Column("resource", sa.Text, primary_key=True),
    sa.Column("asks", sa.LargeBinary, nullable=False),  # what is still to be asked of this pass, JSON
    instant("since"),  # what this pass asks from, by the source's clock; null: everything
    instant("started_at"),  # when this pass began, by the source's clock
    count("taken"),  # items of this pass, or of the last one
    count("total", -1),  # of all its items, where the source says; -1 otherwise
    instant("last_started_at"),  # when the last pass began that came to its end, by the source's clock
    instant("last_ok_at"),  # when it ended, by the hub's clock
    instant("whole_at"),  # when the last one ended that asked for everything
    text("problem"),  # why it does not go on
    instant("next_at"),
    text("held_by"),  # the hub process that is at it, where several share a database
    instant("held_until"),
)
