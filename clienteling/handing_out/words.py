"""Why somebody stands on the list, in the reader's words."""

from datetime import date

from clienteling.clientbook import words as books
from clienteling.clientbook.values import BookLine
from clienteling.handing_out.values import Candidate
from clienteling.insight import words as insight
from clienteling.insight.lapsing import Lapsing
from clienteling.tasks import words as tasks
from clienteling.wording import Wording


def why(one: Candidate, today: date, wording: Wording) -> str:
    match one.because:
        case BookLine() as line:
            return books.ahead(line, today, wording)
        case Lapsing() as found:
            return insight.overdue(found, wording)
        case None:
            return ""
        case task:
            return tasks.when(task, today, wording)


def name(one: Candidate, wording: Wording) -> str:
    """Of a customer or a colleague; a task is named by what is to be done."""
    match one.because:
        case BookLine() | Lapsing():
            return one.name or wording.say("Name not known yet")
        case None:
            return one.name
        case task:
            return tasks.title(task, wording)
