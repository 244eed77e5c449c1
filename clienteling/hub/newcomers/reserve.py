"""The reserve of signed codes that each tablet holds, so that somebody new gets hers with the cable out.

Once somebody has it, a code goes with her: for a month every tablet that holds her can show it once more.
"""

from collections import Counter
from collections.abc import Collection
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from uuid_utils import uuid7

from clienteling.codes import shape
from clienteling.codes.signed import sign
from clienteling.codes.values import Claim
from clienteling.customers.tables import customer
from clienteling.hub.code_keys import SigningKey, signing_key
from clienteling.newcomers.tables import blank_code
from sync.hub.store import HubStore

FULL = 60
"""For a tablet that is away for days with a shop full of people. A code is 300 bytes on every tablet."""
LOW = 40
SHOWN_AGAIN_DAYS = 30
"""So long after she was entered."""
ALONE = "blank_code"
DAY_MS = 86_400_000
FIRST_SERIAL = 1


def keep_full(folder: Path, store: HubStore, devices: Collection[str], now: int) -> int:
    """`devices` are those that are trusted. Returns how many codes were made or thrown away.

    Raises CodeKeyDamaged, OSError, HubRefused.
    """
    key = signing_key(folder, store)
    with store.read() as conn:
        if not any(_lists(conn, key, devices, now)):
            return 0
    with store.write() as writer:
        writer.alone(ALONE)
        gone, given_out, lacking = _lists(writer.connection, key, devices, now)
        for blank_id in gone:
            writer.remove("blank_code", blank_id)
        for blank_id in given_out:
            writer.update("blank_code", blank_id, {"device_id": ""})
        made = _made(key, lacking, now)
        writer.insert_many("blank_code", made)
    return len(gone) + len(made)


def _lists(
    conn: sa.Connection, key: SigningKey, devices: Collection[str], now: int
) -> tuple[list[str], list[str], dict[str, int]]:
    """What is to go, what is somebody's code by now, and how many each tablet is to get."""
    given = _given(conn)
    gone, given_out, left = [], [], Counter[str]()
    for row in conn.execute(sa.select(blank_code).order_by(blank_code.c.id)):
        if row.id in given:
            if given[row.id] < _day(now - SHOWN_AGAIN_DAYS * DAY_MS):
                gone.append(row.id)
            elif row.device_id:
                given_out.append(row.id)
        elif row.device_id not in devices or not _signed_with(key, row.code):
            gone.append(row.id)
        else:
            left[row.device_id] += 1
    lacking = {each: FULL - left[each] for each in devices if left[each] < LOW}
    return gone, given_out, lacking


def _given(conn: sa.Connection) -> dict[str, str]:
    """Those that are somebody's by now → since which day she is a customer."""
    query = sa.select(customer.c.id, customer.c.since_on).where(customer.c.id.in_(sa.select(blank_code.c.id)))
    return {row.id: row.since_on or "" for row in conn.execute(query)}


def _made(key: SigningKey, lacking: dict[str, int], now: int) -> list[dict[str, object]]:
    return [_blank(key, device_id, now) for device_id, number in lacking.items() for _ in range(number)]


def _blank(key: SigningKey, device_id: str, now: int) -> dict[str, object]:
    her_id = str(uuid7())
    claim = Claim(key.number, key.retailer, her_id, FIRST_SERIAL)
    return {"id": her_id, "device_id": device_id, "code": sign(key.private, claim), "made_at": now}


def _signed_with(key: SigningKey, code: str) -> bool:
    """After a loss or a leak the reserve is made anew with the new key."""
    sealed = shape.find(code)
    return isinstance(sealed, shape.Sealed) and sealed.claim.key_number == key.number


def _day(at: int) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).date().isoformat()
