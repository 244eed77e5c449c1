from datetime import date

from clienteling.customers.tables import customer
from clienteling.errors import InvalidRecord
from clienteling.promises.tables import promise
from clienteling.promises.values import PromiseKind, PromiseState
from clienteling.records import existing
from clienteling.staff.values import Author
from clienteling.vocabulary import Channel
from sync.writer import Writer


def make(
    writer: Writer,
    *,
    customer_id: str,
    kind: PromiseKind,
    due_on: date | None = None,
    what: str = "",
    product_id: str | None = None,
    variant_id: str | None = None,
    channel: Channel = Channel.SHOP,
    author: Author,
) -> str:
    words = " ".join(what.split())
    _check_says_something(kind, words, product_id or variant_id)
    existing(writer.connection, customer, customer_id)
    return writer.insert(
        "promise",
        {
            "customer_id": customer_id,
            "kind": kind.value,
            "what": words,
            "product_id": product_id,
            "variant_id": variant_id,
            "due_on": due_on.isoformat() if due_on else None,
            "state": PromiseState.OPEN.value,
            "channel": channel.value,
            "made_at": writer.now,
            "made_by": author.associate_id,
            "store_id": author.store_id,
        },
    )


def keep(writer: Writer, promise_id: str, *, author: Author, sale_id: str | None = None) -> None:
    """`sale_id` is the interaction that kept it, where it was not kept by hand."""
    _close(writer, promise_id, PromiseState.KEPT, author, sale_id)


def cancel(writer: Writer, promise_id: str, *, author: Author) -> None:
    _close(writer, promise_id, PromiseState.CANCELLED, author)


def reopen(writer: Writer, promise_id: str, *, author: Author) -> None:  # noqa: ARG001
    """Undoes keeping and cancelling."""
    existing(writer.connection, promise, promise_id)
    values = {"state": PromiseState.OPEN.value, "closed_at": None, "closed_by": None, "closed_with": None}
    writer.update("promise", promise_id, values)


def _close(
    writer: Writer, promise_id: str, state: PromiseState, author: Author, sale_id: str | None = None
) -> None:
    existing(writer.connection, promise, promise_id)
    writer.update(
        "promise",
        promise_id,
        {
            "state": state.value,
            "closed_at": writer.now,
            "closed_by": author.associate_id,
            "closed_with": sale_id,
        },
    )


def _check_says_something(kind: PromiseKind, what: str, item: str | None) -> None:
    if kind in {PromiseKind.HOLD, PromiseKind.ORDER} and not (what or item):
        raise InvalidRecord("product_id", "what is to be held or ordered must be named")
    if kind is PromiseKind.OTHER and not what:
        raise InvalidRecord("what", "the promise must say something")
