import sqlalchemy as sa

from clienteling.schema import day, document, identity, instant, metadata, reference, text

task = sa.Table(
    "task",
    metadata,
    identity(),
    reference("customer_id", index=True),  # none where it is about nobody
    text("kind"),  # TaskKind: follow_up, call, write, prepare, other
    text("what"),  # free words; may be empty where kind, rule and item say it
    reference("product_id"),
    reference("variant_id"),
    day("due_on"),
    reference("associate_id"),  # whose it is; none: whoever of the shop has time
    reference("store_id"),
    text("state"),  # TaskState: open, done, dropped
    instant("made_at"),
    reference("made_by"),  # none where a rule made it
    text("rule"),  # TaskRule, empty where a person made it
    document("because"),  # Because: the data that the rule used
    instant("closed_at"),
    reference("closed_by"),
    text("outcome"),  # TaskOutcome
    sa.Index("ix_task_store_state", "store_id", "state", "due_on"),
    sa.Index("ix_task_store_closed", "store_id", "closed_at"),
)
