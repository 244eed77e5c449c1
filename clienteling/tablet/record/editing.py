"""What is asked before an interaction is saved, or added to it afterwards."""

from dataclasses import dataclass, replace

from clienteling.interactions.values import Draft, InteractionKind, Outcome, Reason
from clienteling.tablet.record import picks as hand
from clienteling.tablet.record.picks import Picks


@dataclass(frozen=True)
class Editing:
    kind: str = ""
    corrects: str = ""
    outcome: Outcome = Outcome.NONE
    reason: Reason = Reason.NONE
    summary: str = ""
    may_change_kind: bool = False

    def ended(self, outcome: Outcome) -> "Editing":
        """The same outcome again takes it back."""
        return replace(self, outcome=Outcome.NONE if outcome is self.outcome else outcome)


CLOSED = Editing()


@dataclass(frozen=True)
class Recorded:
    """What was saved last, so that particulars can be added to it."""

    kind: InteractionKind
    picks: Picks
    outcome: Outcome = Outcome.NONE
    summary: str = ""
    reason: Reason = Reason.NONE

    def draft(self, customer_id: str | None) -> Draft:
        return hand.draft(
            self.kind,
            self.picks,
            customer_id=customer_id,
            outcome=self.outcome,
            summary=self.summary,
            reason=self.reason,
        )


def must_ask(kind: InteractionKind, picks: Picks) -> bool:
    """A sale names what was sold; what was not bought says why."""
    match kind:
        case InteractionKind.SALE:
            return not hand.sellable(picks)
        case InteractionKind.NOT_BOUGHT:
            return not picks or any(not p.reason for p in picks)
        case _:
            return False
