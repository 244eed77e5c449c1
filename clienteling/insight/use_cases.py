from clienteling.customers.tables import customer
from clienteling.insight.rules import SuggestionKind
from clienteling.insight.tables import suggestion_feedback
from clienteling.records import existing, standing
from clienteling.staff.values import Author
from clienteling.vocabulary import Correction
from sync.writer import Writer


def judge(
    writer: Writer,
    *,
    customer_id: str,
    product_id: str,
    other_id: str,
    kind: SuggestionKind,
    useful: bool,
    author: Author,
) -> str:
    """Whether suggesting the other one for the sake of the first was any good with her."""
    existing(writer.connection, customer, customer_id)
    return writer.insert(
        "suggestion_feedback",
        {
            "customer_id": customer_id,
            "product_id": product_id,
            "other_product_id": other_id,
            "kind": kind.value,
            "useful": useful,
            **_by(author, writer.now),
        },
    )


def take_back(writer: Writer, feedback_id: str, *, author: Author) -> str:
    """It was said by mistake; the history stays."""
    old = standing(writer.connection, suggestion_feedback, feedback_id)
    return writer.insert(
        "suggestion_feedback",
        {
            "customer_id": old.customer_id,
            "product_id": old.product_id,
            "other_product_id": old.other_product_id,
            "kind": old.kind,
            "useful": old.useful,
            **_by(author, writer.now),
            "corrects": feedback_id,
            "correction": Correction.UNDONE.value,
        },
    )


def _by(author: Author, now: int) -> dict[str, object]:
    return {"at": now, "store_id": author.store_id, "associate_id": author.associate_id}
