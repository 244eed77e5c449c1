from datetime import date

from clienteling.promises.values import PromiseState


def is_overdue(state: PromiseState, due_on: str | None, today: date) -> bool:
    """A promise "until Saturday" is kept on Saturday too: it is late from the day after."""
    return state is PromiseState.OPEN and due_on is not None and due_on < today.isoformat()
