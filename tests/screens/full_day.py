"""A Saturday before Christmas in a busy shop: long names and short ones, and something of everything."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import sqlalchemy as sa

from clienteling.appointments.hours import instant
from clienteling.customers.tables import customer
from clienteling.interactions.values import InteractionKind, Reason
from clienteling.replicated import REGISTRY
from sync.writer import Writer
from tests.screens.visit import Visit
from tests.tablet import giulia, tablets

SATURDAY = date(2026, 11, 21)
ROME = "Europe/Rome"
MINUTES = 60
NAMES = (
    ("Maria Ludovica Emanuela", "Montecuccoli degli Erri di Serravalle"),
    ("Bo", "Li"),
    ("Ginevra", "D'Alessandro"),
    ("Massimiliano", "Della Gherardesca Visconti"),
    ("Anna", "Rossi"),
    ("Ottavia", "Quattrocchi"),
    ("Ugo", "Re"),
    ("Beatrice", "Santacroce"),
)
WANTED = (
    (giulia.NORA, giulia.NORA_39, Reason.SIZE, 4),
    (giulia.ALBA, giulia.ALBA_BROWN, Reason.COLOUR, 3),
    (giulia.LIA, "lia-black", Reason.PRICE, 2),
    (giulia.SWEATER, None, Reason.FIT, 2),
    (giulia.NORA_WELT, "nora-goodyear-black-39", Reason.NOT_IN_STOCK, 1),
)
TABLETS = (
    ("Tablet 1", 12 * 60, 0, 0),
    ("Tablet 3", 18 * 60 + 2, 4, 0),
    ("Cassa del piano terra, accanto all'ingresso di via dell'Orso", 17 * 60 + 48, 1, 2),
)
PEOPLE = (
    ("Guglielmina Maria", "Castelbarco Pindemonte Rezzonico"),
    ("Jo", "Wu"),
    *((name, "Colombo") for name in ("Alice", "Bianca", "Carlo", "Dario", "Emma", "Fabio", "Gaia", "Irene")),
)
"""With the three of the little hub as many as work in a big shop."""


def at(hour: int, minute: int = 0, day: date = SATURDAY) -> int:
    return instant(day, hour * MINUTES + minute, ROME)


def furnish(visit: Visit) -> None:
    """Once: the same tablet is looked at in both languages, by day and by night."""
    with tablets.replica_of(visit.app).write() as writer:
        known = sa.select(customer.c.id).where(customer.c.id == "full-0")
        if writer.connection.execute(known).first() is not None:
            return
        for collection, values in (*_people(), *_visits(), *_promises(), *_tasks(), *_tablets()):
            _insert(writer, collection, values)


def _insert(writer: Writer, collection: str, values: dict[str, Any]) -> None:
    """What the hub alone writes, too."""
    table = REGISTRY[collection].table
    if collection in {"customer", "interaction", "promise", "task"}:
        writer.insert(collection, values)
    else:
        writer.connection.execute(table.insert().values(values))


Record = tuple[str, dict[str, Any]]


def _people() -> Iterator[Record]:
    for number, (given, family) in enumerate(NAMES):
        names = {"given_name": given, "family_name": family, "home_store_id": tablets.STORE}
        yield "customer", {"id": f"full-{number}", **names}


def _visits() -> Iterator[Record]:
    """Every ten minutes somebody; two of three are known."""
    kinds = (InteractionKind.ADVICE, InteractionKind.FITTING, InteractionKind.SALE, InteractionKind.VISIT)
    left = [(p, v, why) for p, v, why, times in WANTED for _ in range(times)]
    for number in range(54):
        whom = f"full-{number % len(NAMES)}" if number % 3 else None
        items: list[dict[str, object]] = []
        kind = kinds[number % len(kinds)]
        if kind is InteractionKind.SALE:
            pieces = 1 + number % 3
            items = [{"product_id": giulia.NORA, "price_cents": 15_900, "quantity": pieces, "bought": True}]
        elif kind is InteractionKind.FITTING and left:
            product, variant, why = left.pop()
            items = [{"product_id": product, "variant_id": variant, "reason": why.value, "quantity": 1}]
        when = at(10) + number * 10 * 60_000
        yield "interaction", _said(number, whom, kind, items, when)


def _said(
    number: int, whom: str | None, kind: InteractionKind, items: list[dict[str, object]], when: int
) -> dict[str, Any]:
    who = (tablets.SOFIA, tablets.PAOLO, tablets.MARTA)[number % 3]
    where = {"store_id": tablets.STORE, "associate_id": who, "at": when, "visit_id": f"full-visit-{number}"}
    return {"customer_id": whom, "kind": kind.value, "items": items, **where}


def _promises() -> Iterator[Record]:
    for number, (kind, due, product) in enumerate(
        (
            ("hold", date(2026, 11, 19), giulia.NORA),
            ("call", SATURDAY, giulia.ALBA),
            ("order", SATURDAY, giulia.NORA_WELT),
            ("send", date(2026, 11, 20), giulia.LIA),
        )
    ):
        made = {"made_at": at(11, 0, date(2026, 11, 16)), "made_by": tablets.SOFIA, "store_id": tablets.STORE}
        said = {"kind": kind, "product_id": product, "due_on": due.isoformat(), "state": "open"}
        yield "promise", {"customer_id": f"full-{number}", **said, **made}


def _tasks() -> Iterator[Record]:
    for number, what in enumerate(
        (
            "Chiamare per l'abito da cerimonia che doveva essere accorciato di due centimetri e mezzo",
            "Orli",
            "Preparare tre paia per la prova di lunedì",
            "Scrivere quando arriva la tracolla",
            "Chiedere come va il cappotto",
        )
    ):
        due = SATURDAY if number % 2 else date(2026, 11, 23)
        made = {"made_at": at(12), "made_by": tablets.MARTA, "store_id": tablets.STORE, "state": "open"}
        whom = f"full-{number}" if number != 1 else None
        yield "task", {"customer_id": whom, "kind": "call", "what": what, "due_on": due.isoformat(), **made}


def _tablets() -> Iterator[Record]:
    for number, (name, minute, owes, aside) in enumerate(TABLETS[1:]):
        seen = {"last_seen_at": instant(SATURDAY, minute, ROME), "owes": owes, "set_aside": aside}
        yield (
            "tablet_standing",
            {"id": f"full-tablet-{number}", "name": name, "store_id": tablets.STORE, **seen},
        )


def shown(day: Callable[[Visit], None], on: date = SATURDAY) -> Callable[[Visit], None]:
    """That day, as `day` leads to the page."""

    def reach(visit: Visit) -> None:
        furnish(visit)
        day(visit)
        review = visit.app.root.shop.review
        review.choose(on.isoformat())
        visit.until(lambda: review.day == on and review.visitor_count > 0)

    return reach


def closed(day: Callable[[Visit], None]) -> Callable[[Visit], None]:
    """The Sunday before, on which nobody came; the shop opens again on Tuesday."""

    def reach(visit: Visit) -> None:
        day(visit)
        review = visit.app.root.shop.review
        review.choose("2026-11-15")
        visit.until(lambda: review.visitor_count == 0 and not review.is_today)

    return reach


def many_people(team: Callable[[Visit], None]) -> Callable[[Visit], None]:
    """The list of the staff, longer than the window."""

    def reach(visit: Visit) -> None:
        _employ(visit)
        team(visit)
        staff = visit.app.root.shop.team.staff
        staff.reload()
        visit.until(lambda: staff.people.count > len(PEOPLE))

    return reach


def _employ(visit: Visit) -> None:
    with tablets.replica_of(visit.app).write() as writer:
        table = REGISTRY["associate"].table
        there = sa.select(table.c.id).where(table.c.id == "full-0")
        if writer.connection.execute(there).first() is None:
            for number, (given, family) in enumerate(PEOPLE):
                role = "manager" if number == 0 else "associate"
                values = tablets.person(f"full-{number}", given, family, role)
                writer.connection.execute(table.insert().values(values))
