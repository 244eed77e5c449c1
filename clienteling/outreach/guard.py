"""Whether a message may go out, and what speaks against it.

What the law or plain sense forbids stops it: advertising without consent (Directive 2002/58/EC, article 13;
Regulation (EU) 2016/679, article 7), an address that is not known, a hole in the text. What is only unkind
(too often, the same again) is said with who and when, and the associate decides.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum

import msgspec

from clienteling.consents.values import ConsentState
from clienteling.folding import folded
from clienteling.outreach.values import MARKETING, OF_HERS, Letter, Limit, Sent, Topic

DAY_MS = 86_400_000


class Objection(StrEnum):
    NO_ADDRESS = "no_address"
    NEVER_ASKED = "never_asked"
    REFUSED = "refused"
    EXPIRED = "expired"
    NOT_HERS = "not_hers"
    """A service message about nothing of hers would be advertising."""
    EMPTY = "empty"
    HOLE = "hole"
    TOO_OFTEN = "too_often"
    TWICE = "twice"


UNKIND = frozenset({Objection.TOO_OFTEN, Objection.TWICE})
"""What an associate may set aside; all others stop."""


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that speaks against it."""

    objection: Objection
    sent: Sent | None = None
    """The last that was sent, where it is about what was sent before."""
    times: int = 0
    days: int = 0
    at: int = 0
    """When she refused, or when her consent ended."""

    @property
    def stops(self) -> bool:
        return self.objection not in UNKIND


def judge(
    letter: Letter,
    *,
    consents: Sequence[ConsentState],
    past: Sequence[Sent],
    limit: Limit,
    now: int,
    unfilled: bool = False,
) -> tuple[Verdict, ...]:
    """`past` is what was sent to her, newest first; `unfilled` says that the text still has a hole."""
    recent = [sent for sent in past if sent.at > now - limit.days * DAY_MS]
    return (
        *_reachable(letter),
        *_allowed(letter, consents),
        *_whole(letter, unfilled=unfilled),
        *_kind(letter, recent, limit),
    )


def stopped(verdicts: Sequence[Verdict]) -> bool:
    return any(verdict.stops for verdict in verdicts)


def _reachable(letter: Letter) -> Iterator[Verdict]:
    if not letter.to:
        yield Verdict(objection=Objection.NO_ADDRESS)


def _allowed(letter: Letter, consents: Sequence[ConsentState]) -> Iterator[Verdict]:
    if letter.topic is Topic.SERVICE:
        if letter.matter.about not in OF_HERS:
            yield Verdict(objection=Objection.NOT_HERS)
        return
    purpose = MARKETING[letter.way]
    state = next((each for each in consents if each.purpose is purpose), ConsentState(purpose=purpose))
    if state.granted:
        return
    if state.expired:
        yield Verdict(objection=Objection.EXPIRED, at=state.expires_at or 0)
    elif state.asked:
        yield Verdict(objection=Objection.REFUSED, at=state.at)
    else:
        yield Verdict(objection=Objection.NEVER_ASKED)


def _whole(letter: Letter, *, unfilled: bool) -> Iterator[Verdict]:
    if not letter.body.strip():
        yield Verdict(objection=Objection.EMPTY)
    elif unfilled:
        yield Verdict(objection=Objection.HOLE)


def _kind(letter: Letter, recent: Sequence[Sent], limit: Limit) -> Iterator[Verdict]:
    again = next((sent for sent in recent if _is_the_same(letter, sent)), None)
    if again is not None:
        yield Verdict(objection=Objection.TWICE, sent=again, days=limit.days)
    advertised = [sent for sent in recent if sent.topic is Topic.MARKETING]
    if letter.topic is Topic.MARKETING and len(advertised) >= limit.most:
        last = advertised[0] if advertised else None
        yield Verdict(objection=Objection.TOO_OFTEN, sent=last, times=len(advertised), days=limit.days)


def _is_the_same(letter: Letter, sent: Sent) -> bool:
    """The same words by whichever way, or the same template about the same thing."""
    if folded(sent.body).split() == folded(letter.body).split():
        return True
    same_template = bool(letter.template_id) and sent.template_id == letter.template_id
    return same_template and sent.about_id == letter.matter.record_id
