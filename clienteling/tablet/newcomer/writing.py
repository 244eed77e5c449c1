"""What the page of somebody new asks of the replica, and which field of hers cannot be kept."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    import sqlalchemy as sa

    from clienteling.newcomers.values import Draft, Enrolled
    from clienteling.staff.values import Author
    from sync.writer import Writer


def enrolled(
    writer: "Writer", *, draft: "Draft", device_id: str, author: "Author", today: "date"
) -> "Enrolled":
    from clienteling.newcomers.use_cases import enrol

    return enrol(writer, draft, device_id=device_id, author=author, today=today)


def kept(conn: "sa.Connection", now: int) -> "Draft | None":
    from clienteling.newcomers import drafts

    return drafts.kept(conn, now)


def old_dropped(writer: "Writer", *, now: int) -> None:
    from clienteling.newcomers import drafts

    drafts.drop_old(writer.connection, now)


def wrong_field(draft: "Draft") -> str:
    from clienteling.customers.corrections import corrected
    from clienteling.errors import InvalidRecord

    if not draft.full_name:
        return "given_name"
    try:
        corrected(draft.typed)
    except InvalidRecord as refusal:
        return refusal.field
    return ""
