"""Tasks in the reader's words: what is to be done, why, and what came of it."""

from datetime import date

from clienteling.insight.lapsing import Lapsing
from clienteling.insight.words import overdue
from clienteling.marking import msgid
from clienteling.nouns import thing
from clienteling.tasks.values import TaskKind, TaskOutcome, TaskRule, TaskView
from clienteling.wording import Wording

_OUTCOMES = {
    TaskOutcome.NONE: "",
    TaskOutcome.REACHED: msgid("spoken to"),
    TaskOutcome.NO_ANSWER: msgid("no answer"),
    TaskOutcome.COMES: msgid("is coming"),
    TaskOutcome.NOT_NOW: msgid("not interested now"),
    TaskOutcome.NO_CONSENT: msgid("consent taken back"),
    TaskOutcome.CAME: msgid("came by herself"),
}
_LEAP_YEAR = 2000


def title(task: TaskView, wording: Wording) -> str:
    """What there is to do: `Chiamare Giulia Ferraris: la borsa cuoio`."""
    what, name = _what(task, wording), task.customer_name
    if not name:
        return _about_nobody(task, what, wording)
    match task.rule:
        case TaskRule.AFTER_PURCHASE:
            return wording.say("Ask {name} how she is getting on with {what}", name=name, what=what)
        case TaskRule.BACK_IN_STOCK:
            return wording.say("Tell {name} what has come in: {what}", name=name, what=what)
        case TaskRule.BIRTHDAY:
            return wording.say("Wish {name} a happy birthday", name=name)
        case TaskRule.LAPSING:
            return wording.say("Get in touch with {name} again", name=name)
        case TaskRule.NONE:
            return _by_hand(task.kind, what, name, wording)


def bare_title(task: TaskView, wording: Wording) -> str:
    """The same where her name stands above already: `chiamare: la borsa cuoio`."""
    what = _what(task, wording)
    match task.rule:
        case TaskRule.AFTER_PURCHASE:
            return wording.say("ask how she is getting on with {what}", what=what)
        case TaskRule.BACK_IN_STOCK:
            return wording.say("tell her what has come in: {what}", what=what)
        case TaskRule.BIRTHDAY:
            return wording.say("wish her a happy birthday")
        case TaskRule.LAPSING:
            return wording.say("get in touch again")
        case TaskRule.NONE:
            return _bare_by_hand(task.kind, what, wording)


def reason(task: TaskView, today: date, wording: Wording) -> str:
    """Why, in one line with its data; of what a person asked for, who did."""
    because = task.because
    match task.rule:
        case TaskRule.AFTER_PURCHASE:
            return wording.say("bought on {date}", date=_day(because.on, today, wording))
        case TaskRule.BACK_IN_STOCK:
            missed = _day(because.on, today, wording)
            return wording.say("was missing on {date}; {n} here now", date=missed, n=because.pieces)
        case TaskRule.BIRTHDAY:
            return wording.say("birthday on {date}", date=_birthday(because.on, wording))
        case TaskRule.LAPSING:
            return overdue(Lapsing(because.every_weeks, because.weeks_ago), wording)
        case TaskRule.NONE if task.made_by_name:
            return wording.say("asked for by {name}", name=task.made_by_name)
        case TaskRule.NONE:
            return ""


def outcome(of: TaskOutcome, wording: Wording) -> str:
    return wording.say(_OUTCOMES[of]) if of else ""


def when(task: TaskView, today: date, wording: Wording) -> str:
    """`entro oggi`; empty where no day was named."""
    return wording.by(date.fromisoformat(task.due_on), today) if task.due_on else ""


def closed(task: TaskView, wording: Wording) -> str:
    """As a line of the timeline: `Fatto: chiamare (viene)`."""
    said = wording.say("Done: {what}", what=bare_title(task, wording))
    ended = outcome(task.outcome, wording)
    return f"{said} ({ended})" if ended else said


def _by_hand(kind: TaskKind, what: str, name: str, wording: Wording) -> str:
    match kind:
        case TaskKind.PREPARE:
            return wording.say("Prepare {what} for {name}", what=what, name=name)
        case TaskKind.OTHER:
            return wording.say("{name}: {what}", what=what, name=name)
        case TaskKind.CALL:
            said = wording.say("Call {name}", name=name)
        case TaskKind.WRITE:
            said = wording.say("Write to {name}", name=name)
        case TaskKind.FOLLOW_UP:
            said = wording.say("Get back to {name}", name=name)
    return f"{said}: {what}" if what else said


def _bare_by_hand(kind: TaskKind, what: str, wording: Wording) -> str:
    match kind:
        case TaskKind.PREPARE:
            return wording.say("prepare {what}", what=what)
        case TaskKind.OTHER:
            return what
        case TaskKind.CALL:
            said = wording.say("call")
        case TaskKind.WRITE:
            said = wording.say("write to her")
        case TaskKind.FOLLOW_UP:
            said = wording.say("get back to her")
    return f"{said}: {what}" if what else said


def _about_nobody(task: TaskView, what: str, wording: Wording) -> str:
    """Her card is not on this tablet, or it is about nobody."""
    bare = (
        _bare_by_hand(task.kind, what, wording) if task.rule is TaskRule.NONE else bare_title(task, wording)
    )
    return bare[:1].upper() + bare[1:]


def _what(task: TaskView, wording: Wording) -> str:
    named = thing(task.product_name, task.colour, wording) if task.product_name else ""
    if named and task.size and task.rule is not TaskRule.AFTER_PURCHASE:
        named = wording.say("{product}, size {size}", product=named, size=task.size)
    return ", ".join(part for part in (named, task.what) if part)


def _day(on: str, today: date, wording: Wording) -> str:
    return wording.long_date(date.fromisoformat(on), today) if on else "…"


def _birthday(month_and_day: str, wording: Wording) -> str:
    month, day = (int(part) for part in month_and_day.split("-"))
    return wording.long_date(date(_LEAP_YEAR, month, day))
