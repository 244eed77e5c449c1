"""What was promised to her, as rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from clienteling.promises.values import PromiseView

if TYPE_CHECKING:
    from clienteling.wording import Wording


@dataclass(frozen=True)
class PromiseRow:
    key: str
    customer_id: str
    kind: str
    task: str
    due: str
    """`entro sabato`, `fino a sabato` for what is held; empty when no day was named."""
    due_today: bool
    overdue: bool
    made_by: str


def promise_row(promise: PromiseView, today: date, wording: "Wording") -> PromiseRow:
    from clienteling.promises import words

    return PromiseRow(
        key=promise.id,
        customer_id=promise.customer_id,
        kind=promise.kind.value,
        task=words.task(promise, wording),
        due=words.when(promise, today, wording),
        due_today=promise.due_on == today.isoformat(),
        overdue=promise.overdue,
        made_by=promise.made_by_name,
    )


def promise_rows(promises: Iterable[PromiseView], today: date, wording: "Wording") -> list[PromiseRow]:
    return [promise_row(promise, today, wording) for promise in promises]
