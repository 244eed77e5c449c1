"""Signing in on a shared tablet by PIN, with no network; failures are counted on the tablet itself."""

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from clienteling.staff import backoff, pin
from clienteling.staff.queries import associate_from
from clienteling.staff.tables import associate, sign_in_attempt
from clienteling.staff.values import SignIn, SignInOutcome


def try_pin(conn: sa.Connection, associate_id: str, typed: str, now: int) -> SignIn:
    """Try a PIN; `conn` is open for writing, for every failure is counted."""
    row = conn.execute(sa.select(associate).where(associate.c.id == associate_id, associate.c.active)).first()
    if row is None or not row.pin_hash:
        return SignIn(outcome=SignInOutcome.NOT_POSSIBLE)
    failures, wait_until = _attempts(conn, associate_id)
    if backoff.still_waiting(wait_until, now):
        return SignIn(outcome=SignInOutcome.MUST_WAIT, wait_until=wait_until, tries_left=0)
    if pin.matches(row.pin_hash, typed):
        _forget_failures(conn, associate_id)
        return SignIn(outcome=SignInOutcome.SIGNED_IN, associate=associate_from(row))
    return _failed(conn, associate_id, failures + 1, now)


def _attempts(conn: sa.Connection, associate_id: str) -> tuple[int, int]:
    row = conn.execute(
        sa.select(sign_in_attempt).where(sign_in_attempt.c.associate_id == associate_id)
    ).first()
    return (row.failures, row.wait_until) if row else (0, 0)


def _failed(conn: sa.Connection, associate_id: str, failures: int, now: int) -> SignIn:
    wait = backoff.wait_after(failures)
    wait_until = now + wait if wait else 0
    values = {"failures": failures, "wait_until": wait_until}
    conn.execute(
        insert(sign_in_attempt)
        .values(associate_id=associate_id, **values)
        .on_conflict_do_update(index_elements=["associate_id"], set_=values)
    )
    return SignIn(
        outcome=SignInOutcome.WRONG_PIN,
        wait_until=wait_until,
        tries_left=0 if wait else backoff.tries_left(failures),
    )


def _forget_failures(conn: sa.Connection, associate_id: str) -> None:
    conn.execute(sa.delete(sign_in_attempt).where(sign_in_attempt.c.associate_id == associate_id))
