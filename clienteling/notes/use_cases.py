from clienteling.customers.tables import customer
from clienteling.errors import InvalidRecord, TooLong
from clienteling.notes.tables import note
from clienteling.notes.values import Visibility
from clienteling.records import existing, standing
from clienteling.staff.values import Author
from clienteling.vocabulary import Correction
from sync.writer import Writer

LONGEST = 2_000


def write(
    writer: Writer,
    *,
    customer_id: str,
    body: str,
    visibility: Visibility = Visibility.STORE,
    author: Author,
) -> str:
    existing(writer.connection, customer, customer_id)
    return _append(writer, customer_id, _checked(body), visibility, author)


def correct(writer: Writer, note_id: str, *, body: str, author: Author, by: Author | None = None) -> str:
    """A new note in place of the old one, which stays. `by` says that it was somebody else's."""
    old = standing(writer.connection, note, note_id)
    return _append(
        writer,
        old.customer_id,
        _checked(body),
        Visibility(old.visibility),
        by or Author(old.associate_id or author.associate_id, old.store_id or author.store_id),
        at=old.at,
        corrected_by=author.associate_id,
        corrects=note_id,
        correction=Correction.CHANGED,
    )


def undo(writer: Writer, note_id: str, *, author: Author) -> str:
    old = standing(writer.connection, note, note_id)
    return _append(
        writer,
        old.customer_id,
        "",
        Visibility(old.visibility),
        author,
        corrects=note_id,
        correction=Correction.UNDONE,
    )


def _append(
    writer: Writer,
    customer_id: str,
    body: str,
    visibility: Visibility,
    author: Author,
    *,
    at: int | None = None,
    corrects: str | None = None,
    corrected_by: str | None = None,
    correction: Correction = Correction.NONE,
) -> str:
    return writer.insert(
        "note",
        {
            "customer_id": customer_id,
            "body": body,
            "visibility": visibility.value,
            "at": writer.now if at is None else at,
            "store_id": author.store_id,
            "associate_id": author.associate_id,
            "corrects": corrects,
            "corrected_by": corrected_by,
            "correction": correction.value,
        },
    )


def _checked(body: str) -> str:
    words = body.strip()
    if not words:
        raise InvalidRecord("body", "an empty note says nothing")
    if len(words) > LONGEST:
        raise TooLong("body", LONGEST)
    return words
