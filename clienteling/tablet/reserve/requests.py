"""What she waits for an answer to, and what was refused lately, as rows."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from clienteling.reservations.values import Answer, ReservationView

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.wording import Wording


@dataclass(frozen=True)
class RequestRow:
    key: str
    asked: str
    answer: str
    refused: bool
    product_id: str
    variant_id: str
    elsewhere_id: str
    elsewhere: str


def read_requests(conn: "sa.Connection", customer_id: str, now: int, wording: "Wording") -> list[RequestRow]:
    from clienteling.reservations.queries import undecided

    today = wording.day_of(now)
    return [request_row(one, today, wording) for one in undecided(conn, customer_id, now)]


def request_row(one: ReservationView, today: date, wording: "Wording") -> RequestRow:
    from clienteling.reservations import words

    return RequestRow(
        key=one.id,
        asked=words.asked(one, today, wording),
        answer=words.answer(one, wording),
        refused=one.answer is Answer.REFUSED,
        product_id=one.product_id or "",
        variant_id=one.variant_id or "",
        elsewhere_id=one.elsewhere_id,
        elsewhere=one.elsewhere,
    )
