"""What each gets is told to her and, under a legal basis, to who leads; nowhere else, and on no paper."""

from functools import partial
from pathlib import Path

import pytest

from clienteling.attribution.closing import months
from clienteling.attribution.schemes import Whose
from clienteling.basis import use_cases as basis
from clienteling.basis.values import Days
from clienteling.staff.values import Author
from clienteling.tablet.app import App
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.team.sections import Sections
from tests.screens.incentives import furnish
from tests.tablet import tablets
from tests.tablet.basis.test_no_leak import NUMBER, said, settle, words_of

MARTA = Author(tablets.MARTA, tablets.STORE)


@pytest.fixture
def section(app: App, qtbot):
    """Marta, on the month that is over."""
    furnish(app)
    tablets.sign_in(app, tablets.MARTA)
    qtbot.waitUntil(lambda: app.session.open)
    app.navigation.go(Navigation.Place.Team.value)
    app.root.shop.team.sections.choose(Sections.Section.Incentives.value)
    model = app.root.shop.team.incentives
    model.move(-1)
    qtbot.waitUntil(lambda: any(row.may_close for row in model.schemes.rows))
    return model


def parts(app: App, section) -> set[str]:
    """What each of them gets of the scheme for each by her own, but for the one who reads."""
    today = app.language.wording.day_of(app.root.shop._floor.now())
    read = partial(months, store_id=tablets.STORE, month=section.month, today=today)
    with tablets.replica_of(app).read() as conn:
        of_all = read(conn).rows
    [each] = [one.statement for one in of_all if one.statement.scheme.whose is Whose.PERSON]
    dues = [due.amount_cents for due in each.due if due.party != tablets.MARTA]
    assert len(dues) == 2
    return {f"{cents // 100}.{cents % 100:02}" for cents in dues}


def found(app: App, folder: Path) -> set[str]:
    """On every page that is up, and in every file that was kept."""
    in_files = "\n".join(words_of(path) for path in sorted(folder.iterdir()))
    return {number for _, number in said(app)} | set(NUMBER.findall(in_files))


def everything_asked(app: App, section, qtbot, folder: Path) -> None:
    section.keeper.folder, section.keeper.show_file = folder, lambda _: None
    for row in section.schemes.rows:
        for ask in (section.show_due, section.print_month, section.export_month, section.close_month):
            ask(row.key)
            settle(app, qtbot)
    section.show_all()
    section.parting.pick(next(row.key for row in section.sales.rows if not row.back))
    section.terms.pick(section.schemes.rows[0].key)
    settle(app, qtbot)


def test_without_a_basis_nobody_s_part_is_anywhere_and_under_one_it_is_found(
    section, app, qtbot, tmp_path: Path
):
    folder = tmp_path / "files"
    folder.mkdir()
    theirs = parts(app, section)
    everything_asked(app, section, qtbot, folder)
    assert len(list(folder.iterdir())) == 2
    assert found(app, folder) & theirs == set()
    first = section.month
    plan = basis.Plan(document="Agreement", days=Days(first, first.replace(day=31)))
    with tablets.replica_of(app).write() as writer:
        basis.record(writer, plan, author=MARTA)
    everything_asked(app, section, qtbot, folder)
    qtbot.waitUntil(lambda: len(list(folder.iterdir())) == 4)
    settle(app, qtbot)
    assert theirs <= found(app, folder)
