"""Figures are the shop's: who did it changes none of them, and no query counts by associate."""

import ast
from datetime import date
from functools import partial
from pathlib import Path

import grimp
import msgspec
import pytest

import clienteling
from clienteling.attribution.schemes import Scheme, Whose, stated
from clienteling.attribution.values import Influenced, Part
from clienteling.interactions import use_cases as interactions
from clienteling.interactions.values import Draft, InteractionKind, Item, Reason
from clienteling.kpi.counting import count
from clienteling.kpi.facts import day_facts
from clienteling.promises import use_cases as promises
from clienteling.promises.values import PromiseKind
from clienteling.review.queries import shop_day
from clienteling.staff.values import Author
from clienteling.vocabulary import Channel
from tests.shop import Shop

SUNDAY = date(2026, 11, 22)
ROME = "Europe/Rome"
PEOPLE = {"associate_id", "made_by", "closed_by", "corrected_by"}
SOFIA, MARCO = Author("sofia", "brera"), Author("marco", "brera")
SOLD = Item(product_id="nora", price_cents=15_900, bought=True)


def a_day(shop, *authors: Author) -> None:
    """The same deeds, by these in turn."""
    drafts = (
        Draft(kind=InteractionKind.SALE, customer_id="giulia", items=(SOLD,)),
        Draft(kind=InteractionKind.NOT_BOUGHT, items=(Item(product_id="alba", reason=Reason.PRICE),)),
        Draft(kind=InteractionKind.VISIT),
    )
    for number, draft in enumerate(drafts):
        author = authors[number % len(authors)]
        shop.write(partial(interactions.record, draft=draft, author=author))
    said = {"customer_id": "giulia", "kind": PromiseKind.CALL, "due_on": SUNDAY, "what": "the bag"}
    shop.write(lambda writer: promises.make(writer, **said, author=authors[-1]))


@pytest.mark.parametrize("authors", [(MARCO,), (SOFIA, MARCO)], ids=["somebody else", "two in turn"])
def test_a_day_comes_to_the_same_whoever_did_it(shop, tmp_path, authors: tuple[Author, ...]):
    (tmp_path / "other").mkdir()
    other = Shop(tmp_path / "other")
    other.fill()
    a_day(shop, SOFIA)
    a_day(other, *authors)
    parts = [each.read(lambda c: count(day_facts(c, "brera", SUNDAY, ROME))) for each in (shop, other)]
    assert parts[0] == parts[1]
    assert parts[0].interactions == 3
    read = partial(shop_day, store_id="brera", day=SUNDAY, today=SUNDAY, time_zone=ROME)
    assert shop.read(read).figures == other.read(read).figures
    other.engine.dispose()


@pytest.mark.parametrize("whose", [Whose.TEAM, Whose.SHOP])
def test_a_statement_of_the_team_or_the_shop_names_nobody(whose: Whose):
    parts = tuple(
        Part(associate_id=who, store_id="brera", cents=cents)
        for who, cents in (("sofia", 4_000), ("marco", 6_000))
    )
    sale = Influenced(
        sale_id="1", record_id="1", on="2026-10-07", at=0, channel=Channel.SHOP, cents=10_000, parts=parts
    )
    scheme = Scheme(id="s", store_id="brera", whose=whose, from_on="2026-01-01")
    statement = stated(scheme, date(2026, 10, 1), [sale], [], here=(), people=3)
    assert statement.due[0].sold_cents == 10_000
    written = msgspec.json.encode(statement).decode()
    assert "sofia" not in written
    assert "marco" not in written


def test_no_query_groups_by_an_associate():
    found = [
        f"{path.name}:{call.lineno}"
        for path in Path(clienteling.__file__).parent.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "group_by"
        and PEOPLE & {node.attr for node in ast.walk(call) if isinstance(node, ast.Attribute)}
    ]
    assert found == []


def test_nothing_that_the_hub_runs_can_read_a_person_s_figures():
    """So no page, answer, command or file of it can show them."""
    graph = grimp.build_graph("clienteling", "sync", cache_dir=None)
    for entry in ("clienteling.hub.app", "clienteling.hub.cli"):
        assert "clienteling.basis.tables" in graph.find_upstream_modules(entry)
        assert "clienteling.basis.figures" not in graph.find_upstream_modules(entry)


def test_whoever_reads_a_person_s_figures_asks_first():
    graph = grimp.build_graph("clienteling", "sync", cache_dir=None)
    asks = {"clienteling.basis.rules", "clienteling.basis.use_cases", "clienteling.basis"}
    readers = graph.find_modules_that_directly_import("clienteling.basis.figures")
    assert readers
    assert [one for one in readers if not asks & graph.find_modules_directly_imported_by(one)] == []
