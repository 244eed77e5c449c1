from collections.abc import Sequence

from clienteling.consents.queries import states
from clienteling.customers.tables import customer
from clienteling.errors import InvalidRecord, TooLong
from clienteling.outreach.guard import Objection, judge, stopped
from clienteling.outreach.queries import limit, sent_to
from clienteling.outreach.tables import outreach
from clienteling.outreach.values import Letter
from clienteling.records import existing, standing
from clienteling.staff.values import Author
from clienteling.vocabulary import Correction
from sync.writer import Writer

LONGEST = 4_000


def record(writer: Writer, letter: Letter, *, author: Author) -> str:
    """What was handed to the device's own program. Raises InvalidRecord for what must not be sent.

    What was said against it and set aside is written down with it.
    """
    conn = writer.connection
    existing(conn, customer, letter.customer_id)
    if len(letter.body) > LONGEST:
        raise TooLong("body", LONGEST)
    verdicts = judge(
        letter,
        consents=states(conn, letter.customer_id, writer.now),
        past=sent_to(conn, letter.customer_id),
        limit=limit(conn),
        now=writer.now,
    )
    if stopped(verdicts):
        raise InvalidRecord("way", ", ".join(v.objection.value for v in verdicts if v.stops))
    return _append(writer, letter, [verdict.objection for verdict in verdicts], author)


def undo(writer: Writer, outreach_id: str, *, author: Author) -> str:
    """Not sent after all: it no longer counts."""
    old = standing(writer.connection, outreach, outreach_id)
    return writer.insert(
        "outreach",
        {
            "customer_id": old.customer_id,
            "way": old.way,
            "topic": old.topic,
            "at": writer.now,
            "store_id": author.store_id,
            "associate_id": author.associate_id,
            "corrects": outreach_id,
            "correction": Correction.UNDONE.value,
        },
    )


def _append(writer: Writer, letter: Letter, despite: Sequence[Objection], author: Author) -> str:
    return writer.insert(
        "outreach",
        {
            "customer_id": letter.customer_id,
            "way": letter.way.value,
            "topic": letter.topic.value,
            "template_id": letter.template_id or None,
            "language": letter.language,
            "subject": letter.subject,
            "body": letter.body,
            "about": letter.matter.about.value,
            "about_id": letter.matter.record_id or None,
            "despite": [objection.value for objection in despite],
            "at": writer.now,
            "store_id": author.store_id,
            "associate_id": author.associate_id,
        },
    )
