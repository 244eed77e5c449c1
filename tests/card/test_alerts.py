import pytest

from clienteling.card.alerts import alerts
from clienteling.card.values import AlertKind
from clienteling.consents.values import ConsentState, Purpose
from clienteling.customers.values import Customer
from clienteling.promises.values import PromiseKind, PromiseView
from tests.shop import DAY, NOW

SERVICE = (ConsentState(purpose=Purpose.SERVICE, granted=True, asked=True),)
GIULIA = Customer(id="giulia")


def promise(due_on: str | None, *, overdue: bool = False) -> PromiseView:
    return PromiseView(
        id="p",
        customer_id="giulia",
        kind=PromiseKind.HOLD,
        product_name="Stringata Nora",
        due_on=due_on,
        overdue=overdue,
    )


def said(italian, customer=GIULIA, promises=(), consents=SERVICE, complaint_at=None):
    found = alerts(customer, promises, consents, complaint_at=complaint_at, now=NOW, wording=italian)
    return [(alert.kind, alert.text) for alert in found]


def test_all_is_well(italian):
    assert said(italian, promises=[promise(None), promise("2026-11-28")]) == []


def test_promises_that_are_late_or_due(italian):
    found = said(italian, promises=[promise("2026-11-20", overdue=True), promise("2026-11-22")])
    assert found == [
        (AlertKind.PROMISE_OVERDUE, "Promessa scaduta (20 nov): tenere le stringate"),
        (AlertKind.PROMISE_DUE, "Promesso per oggi: tenere le stringate"),
    ]


@pytest.mark.parametrize(
    ("birthday_on", "text"),
    [
        ("0001-12-04", "Compleanno tra 12 giorni"),
        ("0001-11-23", "Compleanno tra 1 giorno"),
        ("1988-11-22", "Compie gli anni oggi"),
    ],
)
def test_a_birthday_within_a_fortnight(italian, birthday_on, text):
    assert said(italian, Customer(id="giulia", birthday_on=birthday_on)) == [(AlertKind.BIRTHDAY, text)]


def test_a_birthday_further_away_is_no_alert(italian):
    assert said(italian, Customer(id="giulia", birthday_on="0001-12-07")) == []


def test_an_open_complaint(italian):
    assert said(italian, complaint_at=NOW - DAY) == [
        (AlertKind.COMPLAINT_OPEN, "Reclamo ancora aperto, 21 novembre")
    ]


def test_no_service_consent_is_said_unless_the_card_is_provisional(italian):
    withdrawn = (ConsentState(purpose=Purpose.SERVICE, asked=True),)
    assert [kind for kind, _ in said(italian, consents=withdrawn)] == [AlertKind.NO_SERVICE_CONSENT]
    assert [kind for kind, _ in said(italian, Customer(id="new", provisional=True), consents=())] == [
        AlertKind.PROVISIONAL
    ]
