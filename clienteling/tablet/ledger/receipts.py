"""Who was forgotten lately, without names: on how many tablets it is done."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.wording import Wording

MOST = 5
SHOWN_MS = 30 * 86_400_000
"""An older one is shown only while it is not done."""


@dataclass(frozen=True)
class ReceiptRow:
    key: str
    when: str
    devices: int
    confirmed: int
    done: bool


def receipt_rows(conn: "sa.Connection", now: int, wording: "Wording") -> tuple[ReceiptRow, ...]:
    from clienteling.privacy.queries import receipts

    return tuple(
        ReceiptRow(
            key=one.id,
            when=wording.moment(one.at, now),
            devices=one.devices,
            confirmed=one.confirmed,
            done=one.done_at is not None,
        )
        for one in receipts(conn, MOST)
        if one.done_at is None or now - one.at < SHOWN_MS
    )
