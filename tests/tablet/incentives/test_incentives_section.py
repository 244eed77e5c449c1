"""The incentives of the shop, by touch: what counts, whose it is, a scheme, and closing its month."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMetaObject
from PySide6.QtPdf import QPdfDocument
from PySide6.QtQuick import QQuickItem

from clienteling.attribution.tables import attribution_rule, incentive_scheme, incentive_statement, sale_split
from clienteling.basis import use_cases as basis
from clienteling.basis.tables import figure_look
from clienteling.basis.values import Days
from clienteling.customers.tables import customer
from clienteling.notes.tables import unfinished_words
from clienteling.staff.values import Author
from clienteling.tablet.app import App
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.team.sections import Sections
from sync.device import state
from sync.device.state import Fact
from tests.screens.incentives import furnish
from tests.tablet import giulia, tablets
from tests.tablet.counter import Counter
from tests.tablet.fingers import Fingers, everything, is_shown

if TYPE_CHECKING:
    from pathlib import Path

MARTA = Author(tablets.MARTA, tablets.STORE)
TEAM, EACH = "Insieme d'autunno", "Ognuno il suo"


def rows(app: App, table) -> list:
    with tablets.replica_of(app).read() as connection:
        return connection.execute(table.select()).all()


def named(app: App, name: str) -> QQuickItem:
    """Lines of lists too."""
    return next(item for item in everything(app.window.quick.contentItem()) if item.objectName() == name)


@pytest.fixture
def section(app: App, qtbot):
    """Marta, on the section, this month."""
    furnish(app)
    tablets.sign_in(app, tablets.MARTA)
    qtbot.waitUntil(lambda: app.session.open)
    app.navigation.go(Navigation.Place.Team.value)
    app.root.shop.team.sections.choose(Sections.Section.Incentives.value)
    model = app.root.shop.team.incentives
    qtbot.waitUntil(lambda: model.schemes.count == 2)
    return model


@pytest.fixture
def month_before(section, app: App, fingers: Fingers, qtbot):
    fingers.touch_item(named(app, "monthBefore"))
    qtbot.waitUntil(lambda: any(row.may_close for row in section.schemes.rows))
    return section


def scheme(section, name):
    return next(row for row in section.schemes.rows if row.name == name)


def test_a_month_says_what_was_bought_after_contacts_less_what_came_back(section):
    values = [row.value for row in section.figures.rows]
    assert values == ["€348", "€159", "€378", "\u2212€189"]
    assert sum(row.back for row in section.sales.rows) == 1
    assert scheme(section, TEAM).words.endswith("for each of 3 people")


def test_a_month_is_closed_in_one_tap_and_opened_again_in_another(month_before, app, fingers: Fingers, qtbot):
    fingers.touch_item(named(app, f"close-{TEAM}"))
    qtbot.waitUntil(lambda: "Marta De Angelis" in scheme(month_before, TEAM).closed)
    [closed] = rows(app, incentive_statement)
    assert (closed.month_on, closed.associate_id, closed.correction) == ("2026-10-01", "marta", "")
    app.root.shop.toasts.undo()
    qtbot.waitUntil(lambda: scheme(month_before, TEAM).may_close)


def test_what_each_gets_is_neither_shown_nor_closed_nor_printed_without_a_legal_basis(
    month_before, app, fingers: Fingers, tmp_path
):
    month_before.keeper.folder = tmp_path / "kept"
    key = scheme(month_before, EACH).key
    for attempt in (month_before.show_due, month_before.close_month, month_before.export_month):
        attempt(key)
        fingers.wait_for("Figures per person need a legal basis for every day of a month that is over")
        app.root.shop.toasts.show("")
    assert (month_before.due.count, rows(app, incentive_statement), month_before.keeper.folder.exists()) == (
        0,
        [],
        False,
    )
    assert rows(app, figure_look) == []


def test_under_a_legal_basis_it_is_shown_and_each_look_is_written_down(month_before, app, qtbot):
    first = month_before.month
    plan = basis.Plan(document="Agreement of 1 September", days=Days(first, first.replace(day=31)))
    with tablets.replica_of(app).write() as writer:
        basis.record(writer, plan, author=MARTA)
    month_before.show_due(scheme(month_before, EACH).key)
    qtbot.waitUntil(lambda: month_before.due.count > 0)
    seen = {row.key for row in month_before.due.rows}
    assert {look.whom_id for look in rows(app, figure_look)} == seen - {"marta"}


def test_this_month_shows_nobody_s_part_even_under_a_legal_basis(section, app, fingers: Fingers):
    first = section.month
    plan = basis.Plan(document="Agreement", days=Days(first, first.replace(day=30)))
    with tablets.replica_of(app).write() as writer:
        basis.record(writer, plan, author=MARTA)
    section.show_due(scheme(section, EACH).key)
    fingers.wait_for("Figures per person need a legal basis for every day of a month that is over")
    assert section.due.count == 0


def test_a_purchase_is_parted_with_a_reason(section, app, fingers: Fingers, qtbot):
    sale = next(row for row in section.sales.rows if not row.back)
    section.parting.pick(sale.key)
    qtbot.waitUntil(lambda: section.parting.people.count == 3)
    who = [row.key for row in section.parting.people.rows]
    assert not section.parting.part(who, [60, 60, 0], "Together")
    assert not section.parting.part(who, [60, 40, 0], " ")
    assert section.parting.part(who, [60, 40, 0], "Together")
    qtbot.waitUntil(lambda: any(row.parted for row in section.sales.rows))
    [split] = rows(app, sale_split)
    assert ([one["percent"] for one in split.shares], split.reason) == ([60, 40], "Together")


def test_the_reason_waits_with_the_purchase_until_that_is_parted(section, app, fingers: Fingers, qtbot):
    counter = Counter(qtbot, app, fingers)
    with tablets.replica_of(app).write() as writer:
        for her in (giulia.GIULIA, giulia.MARCO, giulia.LONG):
            writer.connection.execute(customer.insert().values(id=her, language="it"))
    one, other = [row.key for row in section.sales.rows if not row.back][:2]
    section.parting.pick(one)
    qtbot.waitUntil(lambda: section.parting.unfinished.begun)
    whose = section.parting.people.rows[0].key
    for field, said in ((whose, "60"), ("reason", "They served her together")):
        section.parting.type(field, said)
    section.parting.unfinished.end()
    qtbot.waitUntil(lambda: len(counter.rows(unfinished_words)) == 1)
    for key, said, part in ((other, "", "100"), (one, "They served her together", "60")):
        QMetaObject.invokeMethod(named(app, f"part-{key}"), "click")
        qtbot.waitUntil(lambda: section.parting.unfinished.begun)
        qtbot.waitUntil(lambda said=said: section.parting.unfinished.resumed == bool(said))
        assert named(app, "partReason").property("text") == said
        assert named(app, f"part-{section.parting.people.rows[0].key}").property("text") == part
        fingers.touch("Close")
        qtbot.waitUntil(lambda: not section.parting.unfinished.begun)
    section.parting.pick(one)
    qtbot.waitUntil(lambda: section.parting.people.count == 3)
    who = [row.key for row in section.parting.people.rows]
    assert section.parting.part(who, [60, 40, 0], "They served her together")
    qtbot.waitUntil(lambda: counter.rows(unfinished_words) == [])
    assert len(rows(app, sale_split)) == 1


def test_a_rule_is_laid_down_from_today_on(section, app, qtbot):
    for name in ("countingRule", "days-30", "priority-first", "ruleSave"):
        qtbot.waitUntil(lambda name=name: is_shown(named(app, name)))
        QMetaObject.invokeMethod(named(app, name), "click")
    qtbot.waitUntil(lambda: section.window_days == 30)
    [rule] = rows(app, attribution_rule)
    assert (rule.from_on, rule.priority, rule.till) == ("2026-11-22", "first", False)


def test_a_scheme_is_set_up_and_taken_back(section, app, qtbot):
    section.terms.begin()
    assert not section.terms.save("Winter", "team", "two", "")
    assert not section.terms.save("Winter", "team", "101", "")
    assert section.terms.save("Winter", "shop", "1,5", "5.000")
    qtbot.waitUntil(lambda: section.schemes.count == 3)
    [row] = [one for one in rows(app, incentive_scheme) if one.name == "Winter"]
    assert (row.per_mille, row.over_cents, row.from_on) == (15, 500_000, "2026-11-01")
    app.root.shop.toasts.undo()
    qtbot.waitUntil(lambda: section.schemes.count == 2)


def test_a_scheme_that_was_begun_waits_until_it_is_set_up(section, app, fingers: Fingers, qtbot):
    counter = Counter(qtbot, app, fingers)
    counter.tap("newScheme")
    counter.wait(lambda: named(app, "schemeName").hasActiveFocus())
    fingers.type("Christmas together")
    counter.tap("whose-shop")
    fingers.touch("Close")
    fingers.wait_for("Not saved. Your words wait there until the evening.")
    counter.wait(lambda: counter.item("schemeSave") is None)
    counter.tap(f"change-{TEAM}")
    counter.wait(lambda: counter.item("schemeName") is not None)
    counter.wait(lambda: section.terms.unfinished.begun)
    assert named(app, "schemeName").property("text") == TEAM
    fingers.touch("Close")
    counter.wait(lambda: counter.item("schemeSave") is None)
    counter.tap("newScheme")
    counter.wait(lambda: section.terms.unfinished.resumed)
    assert named(app, "schemeName").property("text") == "Christmas together"
    assert section.terms.whose == "shop"
    counter.tap("schemeSave")
    counter.wait(lambda: any(row.name == "Christmas together" for row in section.schemes.rows))
    assert [one.whom for one in rows(app, incentive_scheme) if one.name == "Christmas together"] == ["shop"]
    assert rows(app, unfinished_words) == []


def test_other_terms_that_were_begun_are_begun_anew_as_they_stand(section, app, fingers: Fingers, qtbot):
    counter = Counter(qtbot, app, fingers)
    key = scheme(section, TEAM).key
    section.terms.pick(key)
    section.terms.choose_month("2026-11-01")
    section.terms.unfinished.end()
    assert app.root.shop.toasts.text == ""
    section.terms.pick(key)
    assert section.terms.since == "2026-12-01"
    section.terms.choose_month("2026-11-01")
    section.terms.type("percent", "3")
    section.terms.unfinished.end()
    section.terms.pick(key)
    qtbot.waitUntil(lambda: section.terms.unfinished.resumed)
    assert (section.terms.percent, section.terms.since) == ("3", "2026-11-01")
    section.terms.begin_anew()
    assert (section.terms.percent, section.terms.since) == ("2", "2026-12-01")
    qtbot.waitUntil(lambda: counter.rows(unfinished_words) == [])


def test_other_terms_are_laid_down_in_three_touches_and_taken_back(section, app, fingers: Fingers, qtbot):
    counter = Counter(qtbot, app, fingers)
    counter.tap(f"change-{TEAM}")
    sheet = section.terms
    qtbot.waitUntil(lambda: sheet.name == TEAM)
    assert [row.key for row in sheet.months.rows] == ["2026-10-01", "2026-11-01", "2026-12-01"]
    assert (sheet.percent, sheet.over, sheet.since) == ("2", "200", "2026-12-01")
    counter.tap("schemePercent")
    fingers.type(",5")
    counter.tap("schemeSave")
    assert counter.taps == 3
    qtbot.waitUntil(lambda: scheme(section, TEAM).later != "")
    assert scheme(section, TEAM).later.startswith("From December 2026: 2.5% of what is above")
    assert scheme(section, TEAM).terms.startswith("2%")
    app.root.shop.toasts.undo()
    qtbot.waitUntil(lambda: scheme(section, TEAM).later == "")
    assert len(rows(app, incentive_scheme)) == 4


def test_a_scheme_ends_with_a_month_that_can_still_be_closed(section, app, qtbot):
    sheet = section.terms
    sheet.pick(scheme(section, TEAM).key)
    sheet.choose_month("2026-11-01")
    assert sheet.end_words == "It ends with October 2026"
    sheet.end()
    qtbot.waitUntil(lambda: section.schemes.count == 1)
    section.move(-1)
    qtbot.waitUntil(lambda: section.schemes.count == 2)
    row = scheme(section, TEAM)
    assert (row.later, row.may_close) == ("Ends with October 2026", True)
    section.close_month(row.key)
    qtbot.waitUntil(lambda: "Marta De Angelis" in scheme(section, TEAM).closed)


def test_the_oldest_month_that_nobody_closed_is_a_touch_away(section, app, fingers: Fingers, qtbot):
    assert (section.waiting, section.waiting_note) == (
        "September 2026 waits to be closed",
        "and 1 month after it",
    )
    fingers.touch_item(named(app, "waitingMonth"))
    qtbot.waitUntil(lambda: section.heading == "September 2026")
    assert section.waiting == ""


@pytest.mark.parametrize("kind", ["pdf", "csv"])
def test_on_paper_and_in_a_table_stands_what_stands_on_the_screen(month_before, qtbot, tmp_path, kind):
    shown: list[Path] = []
    month_before.keeper.folder, month_before.keeper.show_file = tmp_path, shown.append
    key = scheme(month_before, TEAM).key
    (month_before.print_month if kind == "pdf" else month_before.export_month)(key)
    qtbot.waitUntil(lambda: len(shown) == 1)
    if kind == "csv":
        words = shown[0].read_text("utf-8-sig")
    else:
        document = QPdfDocument()
        assert document.load(str(shown[0])) == QPdfDocument.Error.None_
        words = document.getAllText(0).text()
        assert "Printed on 22 November 2026" in words
        assert "Signature" in words
    assert TEAM in words
    assert "October 2026" in words
    assert "2% of what is above €200, for the team, the same for each" in words
    assert "Sofia" not in words


def test_what_each_gets_is_closed_under_this_shop_s_key_and_without_it_says_nothing(month_before, app, qtbot):
    first = month_before.month
    plan = basis.Plan(document="Agreement", days=Days(first, first.replace(day=31)))
    with tablets.replica_of(app).write() as writer:
        basis.record(writer, plan, author=MARTA)
    amount = scheme(month_before, EACH).amount
    month_before.close_month(scheme(month_before, EACH).key)
    qtbot.waitUntil(lambda: "Marta De Angelis" in scheme(month_before, EACH).closed)
    assert scheme(month_before, EACH).amount == amount
    [closed] = rows(app, incentive_statement)
    assert (closed.statement["due"], closed.statement["lines"]) == ([], [])
    with tablets.replica_of(app).write() as writer:
        state.put(writer.connection, Fact.SCOPE_KEY, "a5" * 32)
    month_before.reload()
    qtbot.waitUntil(lambda: scheme(month_before, EACH).sealed)
    row = scheme(month_before, EACH)
    assert row.amount == ""
    assert row.words.startswith("What each gets was sealed with a key that this tablet was never told")
    month_before.show_due(row.key)
    month_before.move(1)
    qtbot.waitUntil(
        lambda: scheme(month_before, EACH).words.startswith("It begins with what an earlier month came to")
    )
    assert month_before.is_this_month
    assert month_before.due.count == 0


def test_a_month_that_opens_nowhere_any_more_is_opened_again_and_closed_anew(
    month_before, app, fingers: Fingers, qtbot
):
    app.window.quick.resize(1280, 1400)
    first = month_before.month
    plan = basis.Plan(document="Agreement", days=Days(first, first.replace(day=31)))
    with tablets.replica_of(app).write() as writer:
        basis.record(writer, plan, author=MARTA)
    amount = scheme(month_before, EACH).amount
    month_before.close_month(scheme(month_before, EACH).key)
    qtbot.waitUntil(lambda: "Marta De Angelis" in scheme(month_before, EACH).closed)
    with tablets.replica_of(app).write() as writer:
        state.put(writer.connection, Fact.SCOPE_KEY, "a5" * 32)
    month_before.reload()
    qtbot.waitUntil(lambda: scheme(month_before, EACH).may_open_again)
    counter = Counter(qtbot, app, fingers)
    counter.tap(f"open-{EACH}")
    assert not scheme(month_before, EACH).may_close
    counter.tap(f"openYes-{EACH}")
    qtbot.waitUntil(lambda: scheme(month_before, EACH).may_close)
    assert (scheme(month_before, EACH).amount, scheme(month_before, EACH).sealed) == (amount, False)
    month_before.close_month(scheme(month_before, EACH).key)
    qtbot.waitUntil(lambda: "Marta De Angelis" in scheme(month_before, EACH).closed)
    assert scheme(month_before, EACH).amount == amount


def test_without_a_key_what_each_gets_waits_for_a_tablet_that_has_one(month_before, app, qtbot):
    with tablets.replica_of(app).write() as writer:
        state.put(writer.connection, Fact.SCOPE_KEY, "")
    month_before.reload()
    qtbot.waitUntil(lambda: not scheme(month_before, EACH).may_close)
    assert "closed on a tablet of that shop" in scheme(month_before, EACH).closed
    assert scheme(month_before, TEAM).may_close
