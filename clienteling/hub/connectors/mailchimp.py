"""Mailchimp → what we heard: audience webhooks as they arrive, members and reports as they are asked for.

Pure translation. Formats: https://mailchimp.com/developer/marketing/guides/sync-audience-data-webhooks/ and
https://mailchimp.com/developer/marketing/api/ . Webhooks are forms, unsigned and without an id of their own.
"""

from collections.abc import Iterator, Mapping

import msgspec

from clienteling.consents.values import Purpose
from clienteling.customers import normal
from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors import contacts, moments
from clienteling.hub.connectors.foreign import Words, mark, text, words
from clienteling.hub.connectors.heard import Heard, HeardConsent, HeardEvent, Hint, Profile, Translation
from clienteling.timeline.values import EventDetail, EventKind
from clienteling.vocabulary import Channel

WEBHOOK, MEMBERS = "webhook", "members"
_LEFT = frozenset({"unsubscribed"})


class Account(msgspec.Struct, frozen=True, kw_only=True):
    double_opt_in: bool = False
    """The audience asks for a confirmation by e-mail: who signed up and is in it has given it."""


def translate(body: bytes, call: str, account: Account, source: str, received_at: int) -> Translation:
    """The fields of one delivery, or one item of an answer. Raises msgspec.MsgspecError."""
    if call == WEBHOOK:
        fields = msgspec.json.decode(body, type=dict[str, str])
        return _delivery(fields, account, source, received_at)
    said = msgspec.json.decode(body, type=Words)
    match call:
        case "members" | "left":
            return Translation(source, tuple(_member(said, account, received_at)))
        case "campaigns" if "email" in said:
            return Translation(source, tuple(_activity(said, received_at)))
    return Translation(source, tuple(_opens(said, received_at)))


def _delivery(said: Mapping[str, str], account: Account, source: str, received_at: int) -> Translation:
    at = moments.bounded(moments.written(said.get("fired_at")), received_at)
    match said.get("type", ""):
        case "subscribe":
            heard = _subscribed(said, account, at)
        case "unsubscribe":
            heard = _unsubscribed(said, at)
        case "profile":
            heard = _changed(said, at)
        case "upemail":
            heard = _moved(said, account)
        case "cleaned":
            heard = _cleaned(said, at)
        case "campaign":
            heard = ()
        case _:
            return Translation(source, (), ("Mailchimp webhook: of no known type",))
    return Translation(source, tuple(heard))


def _key(said: Mapping[str, str]) -> str:
    """What identifies a delivery, for it carries no id; an address does not stand in a key."""
    parts = ("type", "fired_at", "data[id]", "data[list_id]", "data[email]", "data[new_email]")
    return mark(*(said.get(part, "") for part in parts))


def _subscribed(said: Mapping[str, str], account: Account, at: int) -> Iterator[Heard]:
    """A grant only where she confirmed it herself: the shop's own imports have no sign-up address."""
    proof = f"Mailchimp audience {said.get('data[list_id]', '')[:40]}, confirmed by e-mail"
    confirmed = account.double_opt_in and bool(said.get("data[ip_signup]"))
    for hint in _hint(said.get("data[email]", "")):
        yield Heard(
            key=_key(said),
            hints=(hint,),
            profile=_merged(said),
            modified_at=at,
            consents=(_consent(at, proof, granted=True),) if confirmed else (),
        )


def _unsubscribed(said: Mapping[str, str], at: int) -> Iterator[Heard]:
    reason = "reported as spam" if said.get("data[reason]") == "abuse" else "unsubscribed"
    proof = f"Mailchimp audience {said.get('data[list_id]', '')[:40]}, {reason}"
    for hint in _hint(said.get("data[email]", "")):
        yield Heard(key=_key(said), hints=(hint,), consents=(_consent(at, proof, granted=False),))


def _changed(said: Mapping[str, str], at: int) -> Iterator[Heard]:
    for hint in _hint(said.get("data[email]", "")):
        yield Heard(key=_key(said), hints=(hint,), profile=_merged(said), modified_at=at)


def _moved(said: Mapping[str, str], account: Account) -> Iterator[Heard]:
    """Her new address is known to be hers only where the audience has it confirmed."""
    for old in _hint(said.get("data[old_email]", "")):
        for new in _hint(said.get("data[new_email]", "")):
            sure = msgspec.structs.replace(new, verified=account.double_opt_in)
            yield Heard(key=_key(said), hints=(old,), same=(sure,))


def _cleaned(said: Mapping[str, str], at: int) -> Iterator[Heard]:
    for hint in _hint(said.get("data[email]", "")):
        yield Heard(key=_key(said), hints=(hint,), event=_event(EventKind.EMAIL_BOUNCED, at, ""))


def _member(said: Words, account: Account, received_at: int) -> Iterator[Heard]:
    """One withdrawal for one time of being in the audience: what is edited afterwards says nothing new."""
    member, audience = text(said.get("id")), text(said.get("list_id"))
    changed, opted = text(said.get("last_changed")), moments.written(said.get("timestamp_opt"))
    changed_at = moments.bounded(moments.written(changed), received_at)
    merged = words(said, "merge_fields")
    profile = contacts.profile(
        given_name=merged.get("FNAME"),
        family_name=merged.get("LNAME"),
        language=said.get("language"),
    )
    for hint in _hint(text(said.get("email_address"))):
        if not member:
            continue
        yield Heard(
            key=f"member/{audience}/{member}@{changed}",
            hints=(hint,),
            profile=profile,
            modified_at=changed_at,
        )
        status = text(said.get("status"))
        if status in _LEFT:
            proof = f"Mailchimp audience {audience}, unsubscribed"
            told = (_consent(changed_at, proof, granted=False),)
            yield Heard(key=f"member/{audience}/{member}/left/{opted}", hints=(hint,), consents=told)
        elif status == "subscribed" and _confirmed(said, account):
            proof = f"Mailchimp audience {audience}, confirmed by e-mail"
            told = (_consent(moments.bounded(opted, received_at), proof, granted=True),)
            yield Heard(key=f"member/{audience}/{member}/joined/{opted}", hints=(hint,), consents=told)


def _confirmed(said: Words, account: Account) -> bool:
    """She signed up herself, and said so a second time by the link she was sent."""
    signed, opted = moments.written(said.get("timestamp_signup")), moments.written(said.get("timestamp_opt"))
    return account.double_opt_in and bool(text(said.get("ip_signup"))) and 0 < signed <= opted


def _activity(said: Words, received_at: int) -> Iterator[Heard]:
    """`{"campaign": …, "email": …}`: what one address got of one campaign, and did with it.

    Opens are not read from here: it does not tell a person from a machine that fetches for her.
    """
    campaign, email = words(said, "campaign"), words(said, "email")
    who, subject = _who(campaign, email), _subject(campaign)
    if not who:
        return
    key, hint = who
    sent_at = moments.bounded(moments.written(campaign.get("send_time")), received_at)
    yield Heard(key=f"sent/{key}", hints=(hint,), event=_event(EventKind.EMAIL_SENT, sent_at, subject))
    activity = email.get("activity")
    for one in activity if isinstance(activity, list) else []:
        if not isinstance(one, dict):
            continue
        at = moments.bounded(moments.written(one.get("timestamp")), received_at)
        match text(one.get("action")), text(one.get("type")):
            case "click", _:
                url = text(one.get("url"))
                event = _event(EventKind.EMAIL_CLICKED, at, subject, url)
                yield Heard(key=f"click/{key}/{mark(url)}", hints=(hint,), event=event)
            case "bounce", "hard":
                event = _event(EventKind.EMAIL_BOUNCED, at, subject)
                yield Heard(key=f"bounce/{key}", hints=(hint,), event=event)


def _opens(said: Words, received_at: int) -> Iterator[Heard]:
    """`{"campaign": …, "member": …}`: the first time that she herself, and no machine, opened it."""
    campaign, member = words(said, "campaign"), words(said, "member")
    who, opens = _who(campaign, member), member.get("opens")
    times = [
        moments.written(one.get("timestamp"))
        for one in (opens if isinstance(opens, list) else [])
        if isinstance(one, dict) and one.get("is_proxy_open") is not True
    ]
    if not who or not times:
        return
    key, hint = who
    event = _event(EventKind.EMAIL_OPENED, moments.bounded(min(times), received_at), _subject(campaign))
    yield Heard(key=f"open/{key}", hints=(hint,), event=event)


def _who(campaign: Words, email: Words) -> tuple[str, Hint] | None:
    number, member = text(campaign.get("id")), text(email.get("email_id"))
    hint = next(_hint(text(email.get("email_address"))), None)
    return (f"{number}/{member}", hint) if number and member and hint else None


def _subject(campaign: Words) -> str:
    return text(words(campaign, "settings").get("subject_line"))


def _hint(written: str) -> Iterator[Hint]:
    """Mail to an address concerns whoever reads it: nothing else is claimed of her."""
    if address := normal.email(written):
        yield Hint(IdentifierKind.EMAIL, "", address)


def _merged(said: Mapping[str, str]) -> Profile:
    return contacts.profile(
        given_name=said.get("data[merges][FNAME]"), family_name=said.get("data[merges][LNAME]")
    )


def _event(kind: EventKind, at: int, subject: str, url: str = "") -> HeardEvent:
    return HeardEvent(channel=Channel.EMAIL, kind=kind, at=at, text=subject, detail=EventDetail(url=url))


def _consent(at: int, proof: str, *, granted: bool) -> HeardConsent:
    return HeardConsent(purpose=Purpose.MARKETING_EMAIL, granted=granted, at=at, proof=proof)
