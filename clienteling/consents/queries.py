import msgspec
import sqlalchemy as sa

from clienteling.consents import rules
from clienteling.consents.tables import consent, consent_text
from clienteling.consents.values import ConsentState, Purpose
from clienteling.customers.aliases import Whom, her
from clienteling.prepared import Prepared
from clienteling.records import uncorrected

_PURPOSES = frozenset(purpose.value for purpose in Purpose)
_STANDING = Prepared(
    sa.select(consent).where(
        consent.c.customer_id.in_(sa.bindparam("ids", type_=sa.Text, expanding=True)), uncorrected(consent)
    )
)


class ConsentText(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    about: str
    """A purpose, or "marketing" for all of its channels."""
    language: str
    version: str
    body: str
    in_force_on: str | None = None


def covering(purpose: Purpose) -> tuple[str, ...]:
    """The purposes a text may be about to be the proof of this one: one marketing text for every channel."""
    return purpose.value, purpose.value.partition("_")[0]


def records(conn: sa.Connection, whom: Whom) -> list[rules.Record]:
    """With whichever of her records they were made."""
    she = her(conn, whom)
    rows = _STANDING.rows(conn, {"ids": she.ids})
    return [_record(row, she.joined_at.get(row.customer_id, 0)) for row in rows if row.purpose in _PURPOSES]


def states(conn: sa.Connection, whom: Whom, now: int) -> tuple[ConsentState, ...]:
    return rules.states(records(conn, whom), now)


def state_of(conn: sa.Connection, whom: Whom, purpose: Purpose, now: int) -> ConsentState:
    mine = [record for record in records(conn, whom) if record.purpose is purpose]
    return rules.state(purpose, mine, now)


def may(conn: sa.Connection, whom: Whom, purpose: Purpose, now: int) -> bool:
    """Whether she lets us, now (milliseconds). Whoever writes to her or shows what is deduced asks this."""
    return rules.permits((state_of(conn, whom, purpose, now),), purpose)


def text_in_force(conn: sa.Connection, purpose: Purpose, language: str, today: str) -> ConsentText | None:
    """The newest text of that purpose that is in force on that day (ISO 8601)."""
    query = (
        sa.select(consent_text)
        .where(
            consent_text.c.purpose.in_(covering(purpose)),
            consent_text.c.language == language,
            sa.func.coalesce(consent_text.c.in_force_on, "") <= today,
        )
        .order_by(sa.func.coalesce(consent_text.c.in_force_on, "").desc(), consent_text.c.id.desc())
    )
    row = conn.execute(query.limit(1)).first()
    return _text(row) if row else None


def _record(row: sa.Row, joined_at: int) -> rules.Record:
    return rules.Record(
        id=row.id,
        purpose=Purpose(row.purpose),
        granted=row.granted,
        at=row.at or 0,
        expires_at=row.expires_at,
        text_id=row.text_id,
        follows=row.follows,
        customer_id=row.customer_id or "",
        joined_at=joined_at,
    )


def _text(row: sa.Row) -> ConsentText:
    return ConsentText(
        id=row.id,
        about=row.purpose,
        language=row.language,
        version=row.version,
        body=row.body,
        in_force_on=row.in_force_on,
    )
