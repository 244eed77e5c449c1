"""What customers ask for by law, as the hub has it: who asked when, and how far it is."""

from collections.abc import Sequence

import msgspec
import sqlalchemy as sa

from clienteling.privacy.tables import privacy_request
from clienteling.privacy.values import Answer, Hold, PrivacyWish
from sync.hub.writer import HubWriter

_request = privacy_request.c
_WAITING = (Answer.ASKED.value, Answer.HELD.value)


class Wished(msgspec.Struct, frozen=True):
    id: str
    customer_id: str
    wish: PrivacyWish
    at: int
    source: str
    answer: Answer
    holds: str = ""


def request(writer: HubWriter, customer_id: str, wish: PrivacyWish, *, source: str, source_id: str) -> None:
    """A source passes it on; told once more it is the same."""
    same = sa.select(_request.id).where(_request.source == source, _request.source_id == source_id)
    if writer.connection.scalar(same) is None:
        writer.insert(
            "privacy_request",
            {
                "customer_id": customer_id,
                "wish": wish.value,
                "at": writer.now,
                "source": source,
                "source_id": source_id,
            },
        )


def waiting(conn: sa.Connection) -> list[Wished]:
    """Those that are not answered, the oldest first."""
    query = sa.select(privacy_request).where(_request.answer.in_(_WAITING)).order_by(_request.at, _request.id)
    return [_wished(row) for row in conn.execute(query)]


def find(conn: sa.Connection, request_id: str) -> Wished | None:
    row = conn.execute(sa.select(privacy_request).where(_request.id == request_id)).first()
    return _wished(row) if row else None


def answer(writer: HubWriter, request_id: str, said: Answer, holds: Sequence[Hold] = ()) -> bool:
    """False where it was taken back, or is gone, meanwhile."""
    there = find(writer.connection, request_id)
    if there is None or there.answer is Answer.CANCELLED:
        return False
    words = " ".join(holds)
    if (there.answer, there.holds) != (said, words):
        news = {"answer": said.value, "answered_at": writer.now, "holds": words}
        writer.update("privacy_request", request_id, news)
    return True


def _wished(row: sa.Row) -> Wished:
    return Wished(
        row.id,
        row.customer_id or "",
        PrivacyWish(row.wish),
        row.at or 0,
        row.source,
        Answer(row.answer),
        row.holds,
    )
