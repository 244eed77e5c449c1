from datetime import date

from clienteling.basis.team import is_team
from clienteling.records import standing
from clienteling.review.sealed import kept
from clienteling.review.tables import day_review
from clienteling.review.values import Figures
from clienteling.staff.values import Author
from clienteling.vocabulary import Correction
from sync.writer import Writer


def mark(writer: Writer, day: date, figures: Figures, *, author: Author, key: str = "") -> str:
    """Her shop's day was read, with these figures. `key`: hex, that of its tablets."""
    team = is_team(writer.connection, author.store_id)
    return writer.insert(
        "day_review",
        {
            "store_id": author.store_id,
            "day_on": day.isoformat(),
            "figures": kept(figures, author.store_id, day, team=team, key=key),
            "at": writer.now,
            "associate_id": author.associate_id,
        },
    )


def take_back(writer: Writer, review_id: str, *, author: Author) -> str:
    """It was not read after all; that it was marked stays in the history."""
    old = standing(writer.connection, day_review, review_id)
    return writer.insert(
        "day_review",
        {
            "store_id": old.store_id,
            "day_on": old.day_on,
            "figures": {},
            "at": writer.now,
            "associate_id": author.associate_id,
            "corrects": review_id,
            "correction": Correction.UNDONE.value,
        },
    )
