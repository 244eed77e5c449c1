"""Consents in the reader's words."""

from clienteling.consents.values import Purpose
from clienteling.marking import msgid
from clienteling.wording import Wording

PURPOSES = {
    Purpose.SERVICE: msgid("service"),
    Purpose.PROFILING: msgid("profiling"),
    Purpose.MARKETING_EMAIL: msgid("marketing by e-mail"),
    Purpose.MARKETING_MESSAGE: msgid("marketing by message"),
    Purpose.MARKETING_PHONE: msgid("marketing by phone"),
}


def purpose_name(purpose: str, wording: Wording) -> str:
    return wording.say(PURPOSES[Purpose(purpose)]) if purpose in set(Purpose) else purpose


def title(purpose: str, *, granted: bool, before: bool, wording: Wording) -> str:
    """`before` is true where she had answered this already, so that a no takes something back."""
    name = purpose_name(purpose, wording)
    if granted:
        return wording.say("Consent given: {purpose}", purpose=name)
    if before:
        return wording.say("Consent withdrawn: {purpose}", purpose=name)
    return wording.say("Consent not given: {purpose}", purpose=name)
