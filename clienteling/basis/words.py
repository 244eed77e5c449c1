"""What is said of a person's figures, of what allows them, and of why they are not shown."""

from datetime import date

from clienteling.basis.periods import Period
from clienteling.basis.values import Days, Ground, Look, Standing, What
from clienteling.marking import msgid
from clienteling.review.values import Figures
from clienteling.review.words import NOTHING, Told, percent
from clienteling.wording import Wording

_GROUNDS = {
    Ground.OWN: msgid("Your own figures."),
    Ground.TEAM: msgid("Figures of the team."),
    Ground.BASIS: msgid(
        "Shown under the legal basis. That you looked is written down, for whom they are about to read."
    ),
    Ground.TOO_FEW: msgid("So few people are no team: it would be a figure about one of them."),
    Ground.NO_BASIS: msgid("No legal basis covers each of these days. Figures of one person need one."),
    Ground.TOO_SOON: msgid("Figures of one person are never shown for today."),
    Ground.NOT_YOURS: msgid("Only who leads this shop can ask for them."),
}
_PERIODS = {
    Period.THIS_WEEK: msgid("this week"),
    Period.LAST_WEEK: msgid("last week"),
    Period.THIS_MONTH: msgid("this month"),
    Period.LAST_MONTH: msgid("last month"),
}
_WHAT = {What.FIGURES: msgid("figures"), What.INCENTIVES: msgid("incentives")}


def ground(why: Ground, wording: Wording) -> str:
    return wording.say(_GROUNDS[why])


def period(which: Period, wording: Wording) -> str:
    return wording.say(_PERIODS[which])


def days(which: Days, wording: Wording) -> str:
    """Both ends, or the one day that it is."""
    first, last = wording.full_date(which.first), wording.full_date(which.last)
    return first if which.first == which.last else f"{first} \u2013 {last}"


def of_whom(one: Standing, wording: Wording) -> str:
    """About whom it is."""
    if one.names:
        return wording.all_of(list(one.names))
    if one.basis.store_id is None:
        return wording.say("everybody, in every shop")
    return wording.say("everybody in this shop")


def put_down(one: Standing, today: date, wording: Wording) -> str:
    """`messa da Marta De Angelis, 7 gen`."""
    day = wording.short_date(wording.day_of(one.basis.recorded_at), today)
    return wording.say("put down by {who}, {when}", who=one.by_name or NOTHING, when=day)


def look(one: Look, wording: Wording) -> str:
    """What was looked at, and what allowed it."""
    said = wording.say("{what}: {days}", what=wording.say(_WHAT[one.what]), days=days(one.days, wording))
    return " · ".join((said, *one.documents))


def four(figures: Figures, wording: Wording) -> tuple[Told, Told, Told, Told]:
    """A person's figures as they are read, each with how it is counted."""
    return (
        _recorded(figures, wording),
        _recognised(figures, wording),
        _kept(figures, wording),
        _receipt(figures, wording),
    )


def _recorded(figures: Figures, wording: Wording) -> Told:
    return Told(
        key="interactions",
        value=str(figures.interactions),
        label=wording.say("interactions"),
        note=wording.count("in {n} visit", "in {n} visits", figures.visits),
        formula=wording.say(
            "What was recorded under this name in this shop, without what was undone or corrected later."
        ),
    )


def _recognised(figures: Figures, wording: Wording) -> Told:
    share = percent(figures.recognised, figures.visits)
    return Told(
        key="recognised",
        value=f"{share}%" if figures.visits else NOTHING,
        label=wording.say("identified visits"),
        note=wording.say("{known} of {all} visits", known=figures.recognised, all=figures.visits),
        formula=wording.say("Visits with at least one record that names the customer, of all visits."),
    )


def _kept(figures: Figures, wording: Wording) -> Told:
    return Told(
        key="promises",
        value=wording.say("{kept} of {due}", kept=figures.promises_kept, due=figures.promises_due)
        if figures.promises_due
        else NOTHING,
        label=wording.say("promises kept"),
        note=wording.say("in time, whoever kept them"),
        formula=wording.say(
            "Promises made under this name for these days, and of them those that were kept by their day."
            " What was cancelled does not count."
        ),
    )


def _receipt(figures: Figures, wording: Wording) -> Told:
    sold = figures.receipts
    return Told(
        key="receipt",
        value=wording.money(sold.average_cents) if sold.count else NOTHING,
        label=wording.say("average receipt"),
        note=wording.count("{n} receipt", "{n} receipts", sold.count),
        formula=wording.say("What was sold, at the prices that were recorded, by the number of sales."),
    )
