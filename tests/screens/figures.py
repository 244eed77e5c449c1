"""Figures of one person: what allows them, looking at them, and my own."""

from datetime import date

from clienteling.basis import use_cases
from clienteling.basis.periods import Period, days_of
from clienteling.basis.use_cases import Plan
from clienteling.basis.values import Asker, Days, Person, What
from clienteling.staff.values import Author, Role
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.team.sections import Sections
from tests.screens import counter
from tests.screens.incentives import furnish
from tests.screens.visit import Visit
from tests.tablet import tablets

TODAY = date(2026, 11, 22)
YEAR = Days(date(2026, 1, 7), date(2026, 12, 31))
MARTA = Author(tablets.MARTA, tablets.STORE)
PAPER = "Accordo aziendale del 7 gennaio 2026, protocollo 12"


def of_manager(visit: Visit) -> None:
    """The section, with whatever stands."""
    visit.app.session.lock()
    visit.until(lambda: not visit.app.root.shop.sign_in.nobody)
    tablets.sign_in(visit.app, tablets.MARTA)
    visit.until(lambda: visit.app.session.open)
    visit.go(Navigation.Place.Team)
    team = visit.app.root.shop.team
    team.sections.choose(Sections.Section.Basis.value)
    visit.until(lambda: team.basis.loaded and team.basis.people.count > 0)


def none(visit: Visit) -> None:
    of_manager(visit)
    basis = visit.app.root.shop.team.basis
    for row in basis.bases.rows:
        basis.sheet.begin(row.key)
        basis.sheet.take_back()
    visit.until(lambda: basis.bases.count == 0)


def put_down(visit: Visit) -> None:
    """Once; the same tablet is shown in several ways."""
    of_manager(visit)
    basis = visit.app.root.shop.team.basis
    if basis.bases.count == 0:
        with tablets.replica_of(visit.app).write() as writer:
            use_cases.record(writer, Plan(document=PAPER, days=YEAR), author=MARTA)
        visit.until(lambda: basis.bases.count == 1)


def looked(visit: Visit) -> None:
    put_down(visit)
    basis = visit.app.root.shop.team.basis
    basis.choose_person(tablets.SOFIA)
    basis.look()
    visit.until(lambda: basis.figures.count > 0)


def new(visit: Visit) -> None:
    of_manager(visit)
    counter.press(visit, "putDownBasis")


def wrong(visit: Visit) -> None:
    new(visit)
    counter.press(visit, "basisSave")


def changing(visit: Visit) -> None:
    put_down(visit)
    counter.press(visit, f"basis-{visit.app.root.shop.team.basis.bases.rows[0].key}")


def begun_before(visit: Visit) -> None:
    """One that was being put down, put away and opened again."""
    of_manager(visit)
    sheet = visit.app.root.shop.team.basis.sheet
    sheet.begin("")
    sheet.type("document", "Autorizzazione dell'Ispettorato del 3 novembre 2026")
    sheet.type("first", "1/12/2026")
    sheet.unfinished.end()
    counter.press(visit, "putDownBasis")
    visit.until(lambda: sheet.unfinished.resumed)


def mine(visit: Visit) -> None:
    """With what the shop's schemes come to for her."""
    furnish(visit.app)
    visit.app.session.lock()
    visit.go(Navigation.Place.Person)
    own = visit.app.root.shop.own_figures
    visit.until(lambda: own.figures.count > 0 and own.shares.count > 0)


def looks(visit: Visit) -> None:
    """Marta has looked at Sofia's."""
    put_down(visit)
    with tablets.replica_of(visit.app).write() as writer:
        use_cases.look(
            writer,
            Asker(tablets.MARTA, Role.MANAGER, tablets.STORE),
            Person(tablets.SOFIA, tablets.STORE),
            days_of(Period.LAST_MONTH, TODAY),
            today=TODAY,
            what=What.FIGURES,
            device="Tablet 1",
        )
    mine(visit)
    visit.until(lambda: visit.app.root.shop.own_figures.looks.count > 0)
    counter.press(visit, "whoLooked")
