"""A shop whose contacts led to something, this month and the one before, with two schemes."""

from collections.abc import Callable
from datetime import date

import sqlalchemy as sa

from clienteling.attribution import use_cases
from clienteling.attribution.closing import months
from clienteling.attribution.tables import incentive_scheme, incentive_statement
from clienteling.staff.values import Author
from clienteling.tablet.app import App
from clienteling.tablet.team.sections import Sections
from sync.device import state
from sync.device.state import Fact
from sync.writer import Writer
from tests.screens import counter
from tests.screens.visit import Visit
from tests.tablet import giulia, tablets

DAY = 24 * 3_600_000
OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 22)
NORA = {"product_id": giulia.NORA, "variant_id": giulia.NORA_39, "quantity": 1, "price_cents": 15_900}
ALBA = {"product_id": giulia.ALBA, "variant_id": giulia.ALBA_BROWN, "quantity": 1, "price_cents": 18_900}


def furnish(app: App) -> None:
    """Once: the same tablet is looked at in both languages, by day and by night."""
    with tablets.replica_of(app).write() as writer:
        if writer.connection.execute(sa.select(incentive_scheme.c.id)).first() is not None:
            return
        state.put(writer.connection, Fact.SCOPE_KEY, "5a" * 32)
        for name, whom, per_mille, over in (
            ("Insieme d'autunno", "team", 20, 20_000),
            ("Ognuno il suo", "person", 10, 0),
        ):
            _scheme(writer, name, whom, per_mille, over)
        for n, days in enumerate((2, 5, 9, 26, 30, 36)):
            customer = (giulia.GIULIA, giulia.MARCO, giulia.LONG)[n % 3]
            who = (tablets.SOFIA, tablets.PAOLO, tablets.MARTA)[n % 3]
            at = tablets.NOW - days * DAY
            _interaction(writer, customer, who, at, kind="advice")
            if n % 2:
                _interaction(
                    writer, customer, who, at + 1_800_000, kind="sale", items=[{**NORA, "bought": True}]
                )
            else:
                _order(writer, customer, f"30{n}17", "ordered", at + DAY)
        _order(writer, giulia.GIULIA, "30017", "refunded", tablets.NOW - 3_600_000)


def _scheme(writer: Writer, name: str, whom: str, per_mille: int, over: int) -> None:
    terms = {"whom": whom, "per_mille": per_mille, "over_cents": over, "from_on": "2026-09-01"}
    writer.insert(
        "incentive_scheme",
        {
            "store_id": tablets.STORE,
            "name": name,
            "at": tablets.NOW - 80 * DAY,
            "associate_id": tablets.MARTA,
            **terms,
        },
    )


def _interaction(writer: Writer, customer: str, who: str, at: int, **said: object) -> None:
    whose = {"customer_id": customer, "store_id": tablets.STORE, "associate_id": who, "at": at}
    writer.insert("interaction", {"items": [], **whose, **said})


def _order(writer: Writer, customer: str, number: str, kind: str, at: int) -> None:
    detail = {"order_number": number, "items": [ALBA]}
    writer.insert(
        "event",
        {
            "customer_id": customer,
            "channel": "order",
            "kind": kind,
            "at": at,
            "detail": detail,
            "source": "shop",
        },
    )


def section(team: Callable[[Visit], None]) -> Callable[[Visit], None]:
    """`team` leads to the manager's page of the team."""

    def reach(visit: Visit) -> None:
        furnish(visit.app)
        team(visit)
        counter.press(visit, f"section-{Sections.Section.Incentives.value}")
        visit.until(lambda: visit.app.root.shop.team.incentives.schemes.count > 0)

    return reach


def before(team: Callable[[Visit], None]) -> Callable[[Visit], None]:
    """The month that is over."""

    def reach(visit: Visit) -> None:
        section(team)(visit)
        incentives = visit.app.root.shop.team.incentives
        incentives.move(-1)
        visit.until(lambda: any(row.may_close for row in incentives.schemes.rows))

    return reach


def lost(team: Callable[[Visit], None]) -> Callable[[Visit], None]:
    """A month that was closed under a key that this tablet has not got, about to be opened again."""

    def reach(visit: Visit) -> None:
        furnish(visit.app)
        _close_elsewhere(visit.app)
        section(team)(visit)
        incentives = visit.app.root.shop.team.incentives
        incentives.move(-1)
        visit.until(lambda: any(row.may_open_again for row in incentives.schemes.rows))
        counter.press(visit, "open-Ognuno il suo")

    return reach


def _close_elsewhere(app: App) -> None:
    """Once."""
    marta = Author(tablets.MARTA, tablets.STORE)
    with tablets.replica_of(app).write() as writer:
        if writer.connection.execute(sa.select(incentive_statement.c.id)).first() is not None:
            return
        for one in months(writer.connection, tablets.STORE, OCTOBER, NOVEMBER).rows:
            use_cases.close(writer, one.statement, author=marta, key="a5" * 32)


def parting(team: Callable[[Visit], None]) -> Callable[[Visit], None]:
    def reach(visit: Visit) -> None:
        section(team)(visit)
        sale = next(row for row in visit.app.root.shop.team.incentives.sales.rows if not row.back)
        counter.press(visit, f"part-{sale.key}")

    return reach


def parting_before(team: Callable[[Visit], None]) -> Callable[[Visit], None]:
    """Why a purchase is somebody's, put away and opened again."""

    def reach(visit: Visit) -> None:
        parting(team)(visit)
        parts = visit.app.root.shop.team.incentives.parting
        unfinished = parts.unfinished
        visit.until(lambda: unfinished.begun)
        for who, percent in ((tablets.SOFIA, "60"), (tablets.PAOLO, "40")):
            parts.type(who, percent)
        parts.type("reason", "L'hanno servita insieme, Paolo ha trovato il numero in magazzino")
        unfinished.end()
        parting(team)(visit)
        visit.until(lambda: unfinished.resumed)

    return reach


def terms(team: Callable[[Visit], None]) -> Callable[[Visit], None]:
    """Other terms, with what was laid down before."""
    return pressed(team, "change-Insieme d'autunno")


def begun_before(team: Callable[[Visit], None], scheme: str, name: str) -> Callable[[Visit], None]:
    """A scheme that was being set up, or other terms for one, put away and opened again."""

    def reach(visit: Visit) -> None:
        section(team)(visit)
        incentives = visit.app.root.shop.team.incentives
        terms = incentives.terms
        if scheme:
            terms.pick(next(row.key for row in incentives.schemes.rows if row.name == scheme))
        else:
            terms.begin()
        terms.type("name", name)
        terms.type("over", "12.500")
        terms.unfinished.end()
        counter.press(visit, f"change-{scheme}" if scheme else "newScheme")
        visit.until(lambda: terms.unfinished.resumed)

    return reach


def pressed(team: Callable[[Visit], None], name: str) -> Callable[[Visit], None]:
    def reach(visit: Visit) -> None:
        section(team)(visit)
        counter.press(visit, name)

    return reach
