"""A person says whether two records are one person's."""

import sqlalchemy as sa

from clienteling.customers.aliases import her
from clienteling.customers.tables import customer
from clienteling.errors import UnknownRecord
from clienteling.hub.identity import joinings
from clienteling.hub.identity.matching import queue
from clienteling.hub.identity.matching.values import Answer, ProbableMatch
from clienteling.hub.identity.merging import elder, merge
from sync.hub.writer import HubWriter


def decide(writer: HubWriter, match_id: str, answer: Answer, by: str) -> None:
    """Remembered; where they are the same, the younger record joins the older.

    Raises UnknownRecord where there is no such question, or one of them is not here any more.
    """
    match = queue.find(writer.connection, match_id)
    if match is None:
        raise UnknownRecord("probable_match", match_id)
    if answer is Answer.SAME:
        _join(writer, match, by)
    if answer is Answer.DIFFERENT:
        joinings.keep_apart(writer.connection, (match.one_id, match.other_id), by=by, now=writer.now)
    queue.answer(writer.connection, match_id, answer, by, writer.now)


def _join(writer: HubWriter, match: ProbableMatch, by: str) -> None:
    one, other = (her(writer.connection, i) for i in (match.one_id, match.other_id))
    provisional = sa.select(customer.c.id).where(
        customer.c.id.in_([one.id, other.id]), customer.c.provisional
    )
    stays, joins = elder(one, other, frozenset(writer.connection.execute(provisional).scalars()))
    said = ", ".join(f"{reason.how} {reason.thing}" for reason in match.evidence)
    merge(writer, stays.id, joins.id, by=by, evidence=f"{joinings.A_PERSON}; {said}")
