"""When a task is late, and what a rule's task asks of her consents."""

from collections.abc import Iterable
from datetime import date

from clienteling.consents.rules import permits
from clienteling.consents.values import ConsentState, Purpose
from clienteling.tasks.values import TaskRule, TaskState

_WRITING = (Purpose.MARKETING_EMAIL, Purpose.MARKETING_MESSAGE, Purpose.MARKETING_PHONE)


def is_overdue(state: TaskState, due_on: str | None, today: date) -> bool:
    """Late from the day after the one it is due on."""
    return state is TaskState.OPEN and due_on is not None and due_on < today.isoformat()


def permitted(rule: TaskRule, states: Iterable[ConsentState]) -> bool:
    """Whether she lets us do what the rule proposes.

    What she asked for herself, and how she is getting on with what she bought, are service. Wishing a happy
    birthday and asking back somebody who stays away is marketing, by whichever way she allows; that she
    stays away longer than usual is deduced besides, which is profiling.
    """
    known = tuple(states)
    match rule:
        case TaskRule.NONE:
            return True
        case TaskRule.AFTER_PURCHASE | TaskRule.BACK_IN_STOCK:
            return permits(known, Purpose.SERVICE)
        case TaskRule.BIRTHDAY:
            return _may_write(known)
        case TaskRule.LAPSING:
            return permits(known, Purpose.PROFILING) and _may_write(known)


def _may_write(states: tuple[ConsentState, ...]) -> bool:
    return any(permits(states, purpose) for purpose in _WRITING)
