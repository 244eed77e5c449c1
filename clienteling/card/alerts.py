"""What must be seen the moment she is identified."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from clienteling.appointments import words as appointment_words
from clienteling.appointments.values import Appointment
from clienteling.card.values import Alert, AlertKind
from clienteling.consents.values import ConsentState, Purpose
from clienteling.customers.birthday import days_until
from clienteling.customers.values import Customer
from clienteling.insight import words as insight_words
from clienteling.insight.lapsing import Lapsing
from clienteling.promises import words as promise_words
from clienteling.promises.values import PromiseView
from clienteling.wording import Wording

BIRTHDAY_WITHIN = 14
EXPECTED_WITHIN = 7
"""Days."""


def alerts(
    customer: Customer,
    promises: Sequence[PromiseView],
    consents: Iterable[ConsentState],
    *,
    complaint_at: int | None,
    expected: Iterable[Appointment] = (),
    lapsing: Lapsing | None = None,
    now: int,
    wording: Wording,
) -> tuple[Alert, ...]:
    """The gravest first. `complaint_at` is when she complained and nobody has answered since."""
    today = wording.day_of(now)
    return (
        *_promises(promises, today, wording),
        *_expected(expected, now, wording),
        *_complaint(complaint_at, wording),
        *_birthday(customer, today, wording),
        *_standing(customer, consents, wording),
        *_lapsing(lapsing, wording),
    )


def _promises(promises: Sequence[PromiseView], today: date, wording: Wording) -> Iterator[Alert]:
    for promise in promises:
        what = promise_words.bare_task(promise, wording)
        if promise.overdue and promise.due_on:
            day = wording.short_date(date.fromisoformat(promise.due_on), today)
            text = wording.say("Promise overdue ({day}): {what}", day=day, what=what)
            yield Alert(kind=AlertKind.PROMISE_OVERDUE, text=text)
        elif promise.due_on == today.isoformat():
            text = wording.say("Promised for today: {what}", what=what)
            yield Alert(kind=AlertKind.PROMISE_DUE, text=text)


def _expected(appointments: Iterable[Appointment], now: int, wording: Wording) -> Iterator[Alert]:
    today = wording.day_of(now)
    for one in appointments:
        if (wording.day_of(one.at) - today).days <= EXPECTED_WITHIN:
            yield Alert(kind=AlertKind.APPOINTMENT, text=appointment_words.coming(one, now, wording))


def _complaint(complaint_at: int | None, wording: Wording) -> Iterator[Alert]:
    if complaint_at is not None:
        day = wording.long_date(wording.day_of(complaint_at))
        text = wording.say("Complaint still open, {day}", day=day)
        yield Alert(kind=AlertKind.COMPLAINT_OPEN, text=text)


def _birthday(customer: Customer, today: date, wording: Wording) -> Iterator[Alert]:
    days = days_until(customer.birthday_on, today)
    if days == 0:
        yield Alert(kind=AlertKind.BIRTHDAY, text=wording.say("Birthday today"))
    elif days is not None and days <= BIRTHDAY_WITHIN:
        text = wording.count("Birthday in {n} day", "Birthday in {n} days", days)
        yield Alert(kind=AlertKind.BIRTHDAY, text=text)


def _lapsing(found: Lapsing | None, wording: Wording) -> Iterator[Alert]:
    if found is not None:
        yield Alert(kind=AlertKind.LAPSING, text=insight_words.overdue(found, wording))


def _standing(customer: Customer, consents: Iterable[ConsentState], wording: Wording) -> Iterator[Alert]:
    if customer.provisional:
        text = wording.say("Provisional card: the rest arrives with the network")
        yield Alert(kind=AlertKind.PROVISIONAL, text=text)
    elif not any(state.purpose is Purpose.SERVICE and state.granted for state in consents):
        text = wording.say("No consent to keep a customer card")
        yield Alert(kind=AlertKind.NO_SERVICE_CONSENT, text=text)
