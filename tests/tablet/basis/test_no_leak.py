"""Whoever walks through every page, list and file of a tablet finds no figure about one person.

Sofia's and Paolo's figures are numbers that nothing else comes to, today's and last month's alike. What any
view model says is searched for them, those of pages that are made after this test too.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtPdf import QPdfDocument

from clienteling.basis.tables import figure_look
from clienteling.interactions import use_cases as interactions
from clienteling.interactions.tables import interaction
from clienteling.interactions.values import Draft, InteractionKind, Item
from clienteling.staff.values import Associate, Author, Role
from clienteling.tablet.app import App
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.rows import Rows
from clienteling.tablet.session import SignedIn
from clienteling.tablet.team.sections import Sections
from sync.writer import Writer
from tests.tablet import tablets

SOFIA, PAOLO = Author(tablets.SOFIA, tablets.STORE), Author(tablets.PAOLO, tablets.STORE)
VISITS = {SOFIA: 70, PAOLO: 80}
PRICES = {SOFIA: (200_001, 239_112, 300_000), PAOLO: (90_019, 110_019)}
OF_ONE = {"73", "82", "2,463.71", "7,391.13", "1,000.19", "2,000.38", "246371", "739113", "100019", "200038"}
"""Records of each, average receipts and sums, as a page or as a table writes them."""
OF_ALL = "155"
NUMBER = re.compile(r"(?<![\w-])\d+(?:[.,:]\d+)*(?![\w-])")
"""Not those in the midst of an id."""
MONTH = 31 * 86_400_000
SPOKEN = {"QString", "QStringList", "int", "double"}
EXPORTS = ("export", "print_page")
STEPS = 3
"""What is read may lead to something else that is read."""


def record(writer: Writer) -> None:
    for who, times in VISITS.items():
        for _ in range(times):
            interactions.record(writer, Draft(kind=InteractionKind.VISIT), author=who)
        for cents in PRICES[who]:
            sold = (Item(product_id="nora", price_cents=cents, bought=True),)
            interactions.record(writer, Draft(kind=InteractionKind.SALE, items=sold), author=who)


@pytest.fixture
def busy(app: App) -> App:
    """As much last month as today."""
    with tablets.replica_of(app).write() as writer:
        record(writer)
        writer.connection.execute(interaction.update().values(at=interaction.c.at - MONTH))
        record(writer)
    return app


def settle(app: App, qtbot) -> None:
    """Until what was asked for has been read: jobs run in order."""
    for _ in range(STEPS):
        done: list[object] = []
        app.root.shop._floor.jobs.run(lambda: None, done.append)
        qtbot.waitUntil(lambda done=done: done != [])


def said(app: App) -> Iterator[tuple[str, str]]:
    """Where, and every number that stands there."""
    for model in app.root.shop.findChildren(QObject):
        name = type(model).__name__
        values = (
            [row_value for row in model.rows for row_value in in_row(row)] if isinstance(model, Rows) else []
        )
        for text in (str(value) for value in (*values, *of_properties(model))):
            yield from ((f"{name}: {text}", number) for number in NUMBER.findall(text))


def in_row(row: object) -> list[object]:
    return [getattr(row, field.name) for field in fields(row)]  # type: ignore[arg-type]


def of_properties(model: QObject) -> list[object]:
    if isinstance(model, Rows):
        return []
    meta = model.metaObject()
    told = [meta.property(i) for i in range(meta.propertyCount())]
    return [one.read(model) for one in told if one.typeName() in SPOKEN]


def leaves(app: App, place: Navigation.Place) -> list[Callable[[], None]]:
    """What a page shows when it is turned to each of its leaves."""
    shop = app.root.shop
    match place:
        case Navigation.Place.Team:
            return [partial(shop.team.sections.choose, section.value) for section in Sections.Section]
        case Navigation.Place.Day:
            return [partial(shop.review.behind.figure, row.key) for row in shop.review.figures.rows]
        case Navigation.Place.Figures:
            return [partial(shop.figures.show_kind, kind) for kind in ("day", "week", "month")]
        case _:
            return []


def walk(app: App, qtbot) -> set[tuple[str, str]]:
    """Every place, and each leaf of those that have several."""
    found: set[tuple[str, str]] = set()
    for place in Navigation.Place:
        app.navigation.go(place.value)
        settle(app, qtbot)
        found |= set(said(app))
        for turn in leaves(app, place):
            turn()
            settle(app, qtbot)
            found |= set(said(app))
    return found


def exported(app: App, qtbot, folder: Path) -> set[tuple[str, str]]:
    """Whatever can be printed or taken away goes into the folder; what stands in it is read again."""
    for model in app.root.shop.findChildren(QObject):
        ways = [way for way in EXPORTS if hasattr(model, way)]
        keeper = getattr(model, "keeper", model)
        if ways and hasattr(keeper, "folder"):
            keeper.folder, keeper.show_file = folder, lambda _: None
            for way in ways:
                getattr(model, way)()
                settle(app, qtbot)
    files = sorted(folder.iterdir())
    return {(f"{path.name}: {number}", number) for path in files for number in NUMBER.findall(words_of(path))}


def words_of(path: Path) -> str:
    if path.suffix != ".pdf":
        return path.read_text("utf-8-sig")
    paper = QPdfDocument()
    paper.load(str(path))
    return "\n".join(paper.getAllText(page).text() for page in range(paper.pageCount()))


def about_one(found: set[tuple[str, str]]) -> list[str]:
    return sorted({where for where, number in found if number in OF_ONE})


def sign_in(app: App, qtbot, who: str) -> None:
    tablets.sign_in(app, who)
    qtbot.waitUntil(lambda: app.session.open)


@pytest.mark.parametrize(
    "leader",
    [Associate(id=tablets.MARTA, role=Role.MANAGER), Associate(id="nadia", role=Role.AREA_MANAGER)],
    ids=["manager", "area manager"],
)
def test_nobody_who_leads_finds_figures_of_one_person_anywhere(
    busy: App, qtbot, tmp_path: Path, leader: Associate
):
    folder = tmp_path / "files"
    folder.mkdir()
    busy.session.begin(SignedIn(leader, tablets.STORE, "Milano Brera", frozenset({tablets.STORE})))
    found = walk(busy, qtbot)
    assert about_one(found) == []
    assert OF_ALL in {number for _, number in found}
    written = exported(busy, qtbot, folder)
    assert about_one(written) == []
    assert len({where.partition(":")[0] for where, number in written if number == OF_ALL}) >= 4, written


def test_a_colleague_finds_her_own_and_nobody_else_s(busy: App, qtbot):
    sign_in(busy, qtbot, tablets.PAOLO)
    of_paolo = {"82", "1,000.19", "2,000.38"}
    found = {number for _, number in walk(busy, qtbot) if number in OF_ONE}
    assert "82" in found
    assert found <= of_paolo


def test_under_a_basis_they_are_found_where_they_were_asked_for_and_are_never_today_s(busy: App, qtbot):
    """This search finds what is there: or the others would find nothing because they cannot."""
    sign_in(busy, qtbot, tablets.MARTA)
    basis = busy.root.shop.team.basis
    basis.sheet.begin("")
    basis.sheet.save("Agreement of 7 January", "1/1/2026", "31/12/2026")
    assert about_one(walk(busy, qtbot)) == []
    busy.navigation.go(Navigation.Place.Team.value)
    busy.root.shop.team.sections.choose(Sections.Section.Basis.value)
    basis.choose_person(tablets.SOFIA)
    basis.choose_period("last_month")
    basis.look()
    qtbot.waitUntil(lambda: basis.figures.count > 0)
    assert {number for _, number in said(busy) if number in OF_ONE} == {"73", "2,463.71"}
    basis.choose_period("this_month")
    basis.look()
    qtbot.waitUntil(lambda: basis.said != "")
    assert about_one(set(said(busy))) == []
    with tablets.replica_of(busy).read() as connection:
        assert len(connection.execute(figure_look.select()).all()) == 1
