"""What somebody new is asked to agree to, in words that she reads."""

import sqlalchemy as sa

from clienteling.consents.queries import ConsentText, text_in_force
from clienteling.consents.tables import consent_text
from clienteling.consents.values import Purpose

OTHERWISE = ("en", "it")
"""Where the shop has no text in her own language, one that she may know; the record says which it was."""


def text_for(conn: sa.Connection, purpose: Purpose, language: str, today: str) -> ConsentText | None:
    """`today` as ISO 8601. None where the shop asks for nothing of the kind."""
    tried = (text_in_force(conn, purpose, each, today) for each in dict.fromkeys((language, *OTHERWISE)))
    return next((text for text in tried if text is not None), None)


def languages(conn: sa.Connection) -> tuple[str, ...]:
    """In which there is something to read."""
    return tuple(
        conn.scalars(sa.select(consent_text.c.language).distinct().order_by(consent_text.c.language))
    )
