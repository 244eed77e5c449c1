"""What was sent to her, and what speaks against sending, in the reader's words."""

from clienteling.marking import msgid
from clienteling.outreach.guard import Objection, Verdict
from clienteling.outreach.values import Sent, Way
from clienteling.wording import Wording

_WROTE = {
    Way.EMAIL: msgid("We wrote her an e-mail"),
    Way.WHATSAPP: msgid("We wrote to her on WhatsApp"),
    Way.SMS: msgid("We sent her a text message"),
    Way.PHONE: msgid("We called her"),
}
_STOPS = {
    Objection.NEVER_ASKED: msgid("She was never asked whether she wants to hear of news this way."),
    Objection.NOT_HERS: msgid("Nothing of hers is open: this would be advertising, not service."),
    Objection.EMPTY: msgid("There is nothing to send yet."),
    Objection.HOLE: msgid("Something is missing: write it in place of the brackets."),
}
_NO_ADDRESS = {
    Way.EMAIL: msgid("No e-mail address of hers is known."),
    Way.WHATSAPP: msgid("No telephone number of hers is known."),
    Way.SMS: msgid("No telephone number of hers is known."),
    Way.PHONE: msgid("No telephone number of hers is known."),
}


def wrote(way: Way, wording: Wording) -> str:
    return wording.say(_WROTE[way])


def title(way: Way, about: str, wording: Wording) -> str:
    """`Le abbiamo scritto su WhatsApp: Messo da parte`."""
    return f"{wrote(way, wording)}: {about}" if about else wrote(way, wording)


def template_name(stored: object, wording: Wording) -> str:
    """What the template is called in the reader's language, or in whichever it has."""
    words = stored if isinstance(stored, dict) else {}
    said = words.get(wording.language) or next(iter(words.values()), {})
    return str(said.get("name", "")) if isinstance(said, dict) else ""


def handed_over(sent: Sent, wording: Wording) -> str:
    """As a sentence of the handover."""
    return f"{title(sent.way, template_name(sent.template_words, wording), wording)}."


def against(verdict: Verdict, way: Way, now: int, wording: Wording) -> str:
    match verdict.objection:
        case Objection.NO_ADDRESS:
            return wording.say(_NO_ADDRESS[way])
        case Objection.REFUSED:
            day = wording.moment(verdict.at, now)
            return wording.say("She does not want to hear of news this way: she said so ({day}).", day=day)
        case Objection.EXPIRED:
            day = wording.moment(verdict.at, now)
            return wording.say("Her consent to news this way has ended ({day}).", day=day)
        case Objection.TWICE:
            return wording.say("She got the same already: {whom}.", whom=_last(verdict, now, wording))
        case Objection.TOO_OFTEN:
            return wording.count(
                "In the last {days} days she got {n} message with news, the last {whom}.",
                "In the last {days} days she got {n} messages with news, the last {whom}.",
                verdict.times,
                days=verdict.days,
                whom=_last(verdict, now, wording),
            )
        case objection:
            return wording.say(_STOPS[objection])


def _last(verdict: Verdict, now: int, wording: Wording) -> str:
    """`oggi 10:42, Sofia, Milano Brera`."""
    sent = verdict.sent
    if sent is None:
        return ""
    parts = (wording.moment(sent.at, now), sent.associate_name, sent.store_name)
    return ", ".join(part for part in parts if part)
