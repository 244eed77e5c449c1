"""What speaks for and against two records being one person's, in the reader's words."""

from collections.abc import Iterable

from clienteling.hub.identity.joinings import Deed
from clienteling.hub.identity.matching.likeness import How, Thing
from clienteling.hub.identity.matching.values import Reason
from clienteling.marking import msgid
from clienteling.wording import Wording

_THINGS = {
    Thing.GIVEN_NAME: msgid("given name"),
    Thing.FAMILY_NAME: msgid("family name"),
    Thing.EMAIL: msgid("e-mail"),
    Thing.PHONE: msgid("phone"),
    Thing.CARD: msgid("card"),
    Thing.BIRTHDAY: msgid("birth date"),
    Thing.ADDRESS: msgid("address"),
    Thing.POSTCODE: msgid("postcode"),
    Thing.CITY: msgid("town"),
}
_HOW = {
    How.SAME: msgid("the same {thing}"),
    How.SHORT: msgid("a short form of the {thing}"),
    How.PART: msgid("a part of the {thing}"),
    How.TURNED: msgid("the same {thing}, written the other way round"),
    How.ALIKE: msgid("nearly the same {thing}"),
    How.DIFFERENT: msgid("another {thing}"),
}
_DEEDS = {
    Deed.MERGED: msgid("merged"),
    Deed.UNMERGED: msgid("unmerged"),
    Deed.DIFFERENT: msgid("said to be two"),
    Deed.APART: msgid("kept apart"),
}


def deed(done: Deed, wording: Wording) -> str:
    return wording.say(_DEEDS[done])


def evidence(reasons: Iterable[Reason], wording: Wording) -> str:
    """Such as: the same phone, nearly the same family name; another e-mail."""
    found = list(reasons)
    speaking = [_said(one, wording) for one in found if one.how is not How.DIFFERENT]
    against = [_said(one, wording) for one in found if one.how is How.DIFFERENT]
    return "; ".join(", ".join(part) for part in (speaking, against) if part)


def noted(written: str, wording: Wording) -> str:
    """What stands in the log of joinings: a sentence or two, and the reasons on which a person answered."""
    sentence, _, named = written.partition("; ")
    first, _, second = sentence.partition(", ")
    said = ", ".join(wording.say(part) for part in (first, second) if part)
    return "; ".join(part for part in (said, evidence(_reasons(named), wording)) if part)


def _reasons(named: str) -> Iterable[Reason]:
    for one in filter(None, named.split(", ")):
        how, _, thing = one.partition(" ")
        yield Reason(Thing(thing), How(how))


def _said(one: Reason, wording: Wording) -> str:
    return wording.say(_HOW[one.how], thing=wording.say(_THINGS[one.thing]))
