import sqlalchemy as sa

from clienteling.schema import cents, count, document, flag, identity, instant, metadata, reference, text

# What goes with what, counted by the hub over all receipts.
goes_with = sa.Table(
    "goes_with",
    metadata,
    identity(),  # "<product id>+<other id>"
    reference("product_id", index=True),
    reference("other_product_id"),
    text("kind"),  # SuggestionKind: goes_with, step_up
    count("together"),  # receipts that hold both
    count("receipts"),  # receipts that hold the first
    document("argument"),  # for step_up: language → what makes it the better one, in the shop's words
    count("useful"),  # how often it was said to be, of how many times that anybody said
    count("judged"),
)

# What an associate said of a suggestion after making it, or instead.
suggestion_feedback = sa.Table(
    "suggestion_feedback",
    metadata,
    identity(),
    reference("customer_id"),
    reference("product_id"),  # for whose sake it was suggested
    reference("other_product_id"),  # what was suggested
    text("kind"),  # SuggestionKind
    flag("useful"),
    instant("at"),
    reference("store_id"),
    reference("associate_id"),
    reference("corrects", index=True),  # what was said by mistake
    text("correction"),  # Correction
    sa.Index("ix_suggestion_feedback_customer_at", "customer_id", "at"),
    sa.Index("ix_suggestion_feedback_store_at", "store_id", "at"),
)

# What is deduced of a customer: made by the hub, only while she consents to profiling.
customer_insight = sa.Table(
    "customer_insight",
    metadata,
    identity(),  # the id of the record that stands for her
    reference("customer_id", index=True),  # the same
    instant("last_bought_at"),
    instant("last_seen_at"),
    count("times"),  # purchases of the 12 months before it was computed
    cents("spent_cents"),  # what she kept of them
    count("rhythm_days"),  # 0: too few days to say
    instant("lapsing_at"),  # from then on she is overdue
    document("interests"),  # Interests
    instant("valid_until"),  # when her consent to it ends by itself
    instant("computed_at"),
)
