from clienteling.consents.queries import covering, state_of
from clienteling.consents.tables import consent, consent_text
from clienteling.consents.values import How, Purpose
from clienteling.customers.tables import customer
from clienteling.errors import InvalidRecord
from clienteling.privacy.keeping import expiry
from clienteling.records import existing, standing
from clienteling.staff.values import Author
from clienteling.vocabulary import Correction
from sync.writer import Writer


def record(
    writer: Writer,
    *,
    customer_id: str,
    purpose: Purpose,
    granted: bool,
    text_id: str = "",
    how: How = How.TOLD,
    author: Author,
) -> str:
    """A grant names the text that she was shown; a withdrawal needs none."""
    conn = writer.connection
    existing(conn, customer, customer_id)
    if granted:
        _check_text(existing(conn, consent_text, text_id).purpose, purpose)
    known = state_of(conn, customer_id, purpose, writer.now)
    return writer.insert(
        "consent",
        {
            "customer_id": customer_id,
            "purpose": purpose.value,
            "granted": granted,
            "text_id": text_id,
            "how": how.value,
            "at": max(writer.now, known.at + 1),
            "expires_at": expiry(conn, purpose, writer.now) if granted else None,
            "store_id": author.store_id,
            "associate_id": author.associate_id,
            "follows": known.consent_id or "",
        },
    )


def undo(writer: Writer, consent_id: str, *, author: Author) -> str:
    """Recorded by mistake: the purpose stands again where it stood before."""
    mistaken = standing(writer.connection, consent, consent_id)
    return writer.insert(
        "consent",
        {
            "customer_id": mistaken.customer_id,
            "purpose": mistaken.purpose,
            "granted": False,
            "text_id": mistaken.text_id,
            "how": mistaken.how,
            "at": writer.now,
            "store_id": author.store_id,
            "associate_id": author.associate_id,
            "follows": consent_id,
            "corrects": consent_id,
            "correction": Correction.UNDONE.value,
        },
    )


def _check_text(about: str, purpose: Purpose) -> None:
    if about not in covering(purpose):
        raise InvalidRecord("text_id", f"this text is about {about}, not about {purpose.value}")
