import sqlalchemy as sa

from clienteling.schema import document, identity, instant, metadata, reference, text

# A signed code that is nobody's yet, in a tablet's reserve: whoever is entered there next gets it and its id.
blank_code = sa.Table(
    "blank_code",
    metadata,
    identity(),  # of the customer to be
    reference("device_id", index=True),  # the one tablet that may give it out, none when it is somebody's
    text("code"),  # as `codes.signed.sign` writes it
    instant("made_at"),
)

# On this tablet only: which of its codes were given out, also when their customers have left it since.
spent_code = sa.Table("spent_code", metadata, sa.Column("id", sa.Text, primary_key=True))

# On this tablet only: what was typed of somebody who is not a customer yet.
newcomer_draft = sa.Table(
    "newcomer_draft",
    metadata,
    identity(),  # always the same: one at a time
    document("said"),  # Draft
    instant("written_at"),
)
