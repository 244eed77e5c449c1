"""A shop's day in the reader's words: the same on the screen, on paper and in a table."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

import msgspec

from clienteling.interactions.values import Reason
from clienteling.marking import msgid
from clienteling.review.values import Counted, Figures, Reviewed, ShopDay, TabletStanding, Wanted
from clienteling.wording import Wording

PERCENT = 100
NOTHING = "\u2013"
_REASONS = {
    Reason.NONE: msgid("nobody said why"),
    Reason.SIZE: msgid("the size is missing"),
    Reason.COLOUR: msgid("the colour"),
    Reason.PRICE: msgid("the price"),
    Reason.FIT: msgid("the fit"),
    Reason.NOT_IN_STOCK: msgid("not in stock"),
    Reason.THINKING: msgid("thinking about it"),
    Reason.OTHER: msgid("another reason"),
}
_NAMES = {
    "visits": msgid("visits"),
    "recognised": msgid("identified visits"),
    "interactions": msgid("interactions"),
    "receipts": msgid("receipts"),
    "recognised_receipts": msgid("receipts"),
    "returned_pieces": msgid("returns"),
    "lost": msgid("lost sales"),
    "promises_due": msgid("promises"),
    "promises_kept": msgid("promises"),
}


class Tone(StrEnum):
    PLAIN = ""
    GOOD = "good"
    WAITING = "waiting"
    LATE = "late"


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One figure: large, what it is, and what to hold it against."""

    key: str
    value: str
    label: str
    note: str = ""
    tone: Tone = Tone.PLAIN
    formula: str = ""
    """How it is counted, for whoever asks."""


def too_few(wording: Wording) -> str:
    """What stands in the place of the sums."""
    return wording.say("So few work here that the day's sums would be about one of them: they are not shown.")


def four(day: ShopDay, wording: Wording) -> tuple[Told, Told, Told, Told]:
    """What is read first."""
    return _recognised(day, wording), _recorded(day, wording), _kept(day, wording), _receipt(day, wording)


def percent(part: int, whole: int) -> int:
    """Rounded; 0 of nothing."""
    return round(PERCENT * part / whole) if whole else 0


def heading(day: date, today: date, wording: Wording) -> str:
    """`Sabato 21 novembre`; the year stands in it for another one than that of the reader's days."""
    said = f"{wording.weekday(day)} {wording.long_date(day, today)}"
    return said[:1].upper() + said[1:]


def reason(why: Reason, wording: Wording) -> str:
    return wording.say(_REASONS[why])


def wanted(one: Wanted, wording: Wording) -> str:
    """`Stringata Nora, nero 39`."""
    return thing(one.name, one.colour, one.size, wording)


def thing(name: str, colour: str, size: str, wording: Wording) -> str:
    look = " ".join(part for part in (wording.colour(colour) if colour else "", size) if part)
    return f"{name}, {look}" if look else name


def wanted_where(one: Wanted, wording: Wording) -> str:
    """`chiesta 4 volte, 0 in negozio, 6 altrove`."""
    asked = wording.count("asked for once", "asked for {n} times", one.times)
    here = wording.say("{n} here", n=one.here)
    return ", ".join((asked, here, wording.say("{n} elsewhere", n=one.elsewhere)))


def owes(tablet: TabletStanding, wording: Wording) -> str:
    """`Cassa: 4 registrazioni in arrivo`."""
    if tablet.set_aside:
        said = wording.count("{n} record to decide", "{n} records to decide", tablet.set_aside)
    elif tablet.owes:
        said = wording.count("{n} record still to come", "{n} records still to come", tablet.owes)
    else:
        said = wording.say("everything has arrived")
    return wording.say("{tablet}: {said}", tablet=tablet.name, said=said)


def about_what_it_owes(tablet: TabletStanding, wording: Wording) -> str:
    """What is where, and how it comes here."""
    said: list[str] = []
    if tablet.owes:
        said.append(
            wording.count(
                "{n} record was saved there and has not arrived. It comes by itself as soon as the tablet"
                " reaches the hub: bring it to where there is network. If it cannot, its ledger saves what"
                " waits to a file.",
                "{n} records were saved there and have not arrived. They come by themselves as soon as the"
                " tablet reaches the hub: bring it to where there is network. If it cannot, its ledger saves"
                " what waits to a file.",
                tablet.owes,
            )
        )
    if tablet.set_aside:
        said.append(
            wording.count(
                "{n} record could not be taken. It waits in the ledger of that tablet, with the reason.",
                "{n} records could not be taken. They wait in the ledger of that tablet, with the reasons.",
                tablet.set_aside,
            )
        )
    return " ".join(said) or wording.say("All that was recorded there has arrived.")


def last_seen(tablet: TabletStanding, now: int, wording: Wording) -> str:
    return wording.say("last seen {when}", when=wording.moment(tablet.last_seen_at, now))


def reviewed(by: Reviewed, now: int, wording: Wording) -> str:
    """`Rivista da Sofia Martini, oggi 19:40`, and who has read it before."""
    when = wording.moment(by.at, now)
    if by.also:
        others = wording.all_of(by.also)
        return wording.say(
            "Read by {name}, {when}; also by {others}", name=by.by_name, when=when, others=others
        )
    return wording.say("Read by {name}, {when}", name=by.by_name, when=when)


def changed_days(days: Sequence[Counted], today: date, wording: Wording) -> str:
    """Days that were read, and to which something has come since: `giovedì 19 novembre: visite e resi`."""
    said = (
        wording.say(
            "{day}: {what}",
            day=f"{wording.weekday(one.day)} {wording.long_date(one.day, today)}",
            what=changed(one.reviewed.changed, wording),
        )
        for one in days
        if one.reviewed is not None
    )
    return "; ".join(said)


def changed(names: tuple[str, ...], wording: Wording) -> str:
    """What is another figure since it was read: `visite, promesse`."""
    return wording.all_of(list(dict.fromkeys(wording.say(_NAMES[name]) for name in names if name in _NAMES)))


def _recognised(day: ShopDay, wording: Wording) -> Told:
    now, before = _share(day.figures), _share(day.week_before)
    note, tone = wording.say("no visit was recorded"), Tone.PLAIN
    if day.figures.visits and not day.week_before.visits:
        note = _of_visits(day.figures, wording)
    elif day.figures.visits:
        weekday = wording.weekday(day.day - timedelta(days=7))
        note = wording.say("{points:+d} points on last {weekday}", points=now - before, weekday=weekday)
        tone = Tone.GOOD if now >= before else Tone.WAITING
    return Told(
        key="recognised",
        value=f"{now}%" if day.figures.visits else NOTHING,
        label=wording.say("identified visits"),
        note=note,
        tone=tone,
        formula=wording.say(
            "Visits with at least one record that names the customer, of all visits. What is recorded with"
            " one person within three hours is one visit; calls and messages are none."
        ),
    )


def _of_visits(figures: Figures, wording: Wording) -> str:
    return wording.say("{known} of {all} visits", known=figures.recognised, all=figures.visits)


def _recorded(day: ShopDay, wording: Wording) -> Told:
    coming = sum(tablet.owes for tablet in day.tablets)
    said = wording.say("everything has arrived")
    if coming:
        said = wording.count("{n} record still to come", "{n} records still to come", coming)
    return Told(
        key="interactions",
        value=str(day.figures.interactions),
        label=wording.say("interactions"),
        note=said,
        tone=Tone.WAITING if coming else Tone.PLAIN,
        formula=wording.say("All that was recorded that day, without what was undone or corrected later."),
    )


def _kept(day: ShopDay, wording: Wording) -> Told:
    figures, late = day.figures, sum(promise.overdue for promise in day.still_open)
    value = wording.say("{kept} of {due}", kept=figures.promises_kept, due=figures.promises_due)
    return Told(
        key="promises",
        value=value if figures.promises_due else "0",
        label=wording.say("promises kept") if figures.promises_due else wording.say("promises for this day"),
        note=wording.count("{n} overdue", "{n} overdue", late) if late else wording.say("none overdue"),
        tone=Tone.LATE if late else Tone.PLAIN,
        formula=wording.say(
            "Promises that were to be kept on this day, and of them those that were kept by then. What was"
            " cancelled does not count."
        ),
    )


def _receipt(day: ShopDay, wording: Wording) -> Told:
    every, known = day.figures.receipts, day.figures.recognised_receipts
    note = wording.say("nothing sold")
    if every.count:
        sold = wording.count("{n} receipt", "{n} receipts", every.count)
        of_known = wording.say("{money} if identified", money=wording.money(known.average_cents))
        note = f"{sold} · {of_known}" if known.count else sold
    return Told(
        key="receipt",
        value=wording.money(every.average_cents) if every.count else NOTHING,
        label=wording.say("average receipt"),
        note=note,
        formula=wording.say("What was sold, at the prices that were recorded, by the number of sales."),
    )


def _share(figures: Figures) -> int:
    return percent(figures.recognised, figures.visits)
