from datetime import date, timedelta

import pytest

from clienteling.consents.values import ConsentState, Purpose
from clienteling.errors import InvalidRecord, UnknownRecord
from clienteling.tasks import queries, use_cases, words
from clienteling.tasks.rules import is_overdue, permitted
from clienteling.tasks.todo import Due, due, is_mine, mine, todo
from clienteling.tasks.use_cases import Plan
from clienteling.tasks.values import (
    Because,
    TaskKind,
    TaskOutcome,
    TaskRule,
    TaskState,
    TaskView,
    because_of,
)
from clienteling.timeline.queries import page
from clienteling.timeline.values import EntryKind
from tests.shop import AUTHOR, COLLEAGUE, DAY, NOW, Shop

TODAY = date(2026, 11, 22)
TOMORROW = TODAY + timedelta(days=1)


def make(shop: Shop, what: str = "chiedere del cappotto", author=AUTHOR, **more) -> str:
    plan = Plan(**{"what": what, "customer_id": "giulia", **more})
    return shop.write(lambda writer: use_cases.make(writer, plan, author=author))


def open_here(shop: Shop) -> list[TaskView]:
    return shop.read(lambda conn: queries.open_in(conn, "brera", TODAY, shop.now))


def by_rule(shop: Shop, rule: TaskRule, task_id: str = "t") -> None:
    shop.put("task", id=task_id, customer_id="giulia", store_id="brera", state="open", rule=rule, because={})


def agree(shop: Shop, purpose: Purpose, *, granted: bool = True) -> None:
    shop.now += 1
    shop.put("consent", id=str(shop.now), customer_id="giulia", purpose=purpose, granted=granted, at=shop.now)


def test_a_shop_sees_its_own_tasks_in_the_order_of_their_days(shop):
    make(shop, "senza data")
    make(shop, "domani", due_on=TOMORROW)
    make(shop, "ieri", due_on=TODAY - timedelta(days=1), associate_id="sofia")
    make(shop, "altrove", author=COLLEAGUE, due_on=TODAY)
    assert [(t.what, t.overdue, t.associate_name, t.customer_name) for t in open_here(shop)] == [
        ("ieri", True, "Sofia", "Giulia Ferraris"),
        ("domani", False, "", "Giulia Ferraris"),
        ("senza data", False, "", "Giulia Ferraris"),
    ]


def test_finishing_says_who_when_and_what_came_of_it_and_is_undone(shop):
    task_id = make(shop)
    shop.write(lambda writer: use_cases.finish(writer, task_id, author=AUTHOR, outcome=TaskOutcome.COMES))
    assert open_here(shop) == []
    [done] = shop.read(lambda conn: queries.done_since(conn, "brera", NOW, TODAY, 10))
    assert (done.state, done.closed_by_name, done.outcome, done.closed_at) == (
        TaskState.DONE,
        "Sofia",
        TaskOutcome.COMES,
        shop.now,
    )
    shop.write(lambda writer: use_cases.reopen(writer, task_id))
    assert [task.outcome for task in open_here(shop)] == [TaskOutcome.NONE]


def test_what_is_dropped_is_neither_open_nor_done(shop):
    task_id = make(shop)
    shop.write(lambda writer: use_cases.drop(writer, task_id, author=AUTHOR))
    assert open_here(shop) == []
    assert shop.read(lambda conn: queries.done_since(conn, "brera", 0, TODAY, 10)) == []


def test_it_is_given_to_somebody_else_and_back(shop):
    task_id = make(shop, associate_id="sofia", due_on=TODAY)
    plan = Plan(what="altro", customer_id="giulia", due_on=TOMORROW)
    before = shop.write(lambda writer: use_cases.change(writer, task_id, plan))
    assert [(t.what, t.associate_id, t.due_on) for t in open_here(shop)] == [("altro", "", "2026-11-23")]
    shop.write(lambda writer: use_cases.change(writer, task_id, before))
    assert [(t.what, t.associate_id, t.due_on) for t in open_here(shop)] == [
        ("chiedere del cappotto", "sofia", "2026-11-22")
    ]


@pytest.mark.parametrize(
    "plan",
    [
        Plan(),
        Plan(kind=TaskKind.CALL),
        Plan(kind=TaskKind.PREPARE, customer_id="giulia", what="  "),
        Plan(kind=TaskKind.OTHER, customer_id="giulia"),
        Plan(what="x" * 401),
    ],
)
def test_a_task_that_says_nothing_or_too_much_is_refused(shop, plan):
    with pytest.raises(InvalidRecord):
        shop.write(lambda writer: use_cases.make(writer, plan, author=AUTHOR))


def test_what_is_not_here_cannot_be_done(shop):
    with pytest.raises(UnknownRecord):
        shop.write(lambda writer: use_cases.finish(writer, "nothing", author=AUTHOR))
    with pytest.raises(UnknownRecord):
        make(shop, customer_id="nobody")


@pytest.mark.parametrize(
    ("state", "days", "late"),
    [
        (TaskState.OPEN, -1, True),
        (TaskState.OPEN, 0, False),
        (TaskState.OPEN, None, False),
        (TaskState.DONE, -1, False),
        (TaskState.DROPPED, -1, False),
    ],
)
def test_a_task_is_late_from_the_day_after(state, days, late):
    due_on = None if days is None else (TODAY + timedelta(days=days)).isoformat()
    assert is_overdue(state, due_on, TODAY) is late


SERVICE, PROFILING = Purpose.SERVICE, Purpose.PROFILING
BY_EMAIL, BY_PHONE = Purpose.MARKETING_EMAIL, Purpose.MARKETING_PHONE


@pytest.mark.parametrize(
    ("rule", "granted", "may"),
    [
        (TaskRule.NONE, (), True),
        (TaskRule.AFTER_PURCHASE, (), False),
        (TaskRule.AFTER_PURCHASE, (SERVICE,), True),
        (TaskRule.BACK_IN_STOCK, (BY_EMAIL,), False),
        (TaskRule.BACK_IN_STOCK, (SERVICE,), True),
        (TaskRule.BIRTHDAY, (SERVICE, PROFILING), False),
        (TaskRule.BIRTHDAY, (BY_PHONE,), True),
        (TaskRule.LAPSING, (BY_EMAIL,), False),
        (TaskRule.LAPSING, (PROFILING,), False),
        (TaskRule.LAPSING, (PROFILING, BY_EMAIL), True),
    ],
)
def test_each_rule_rests_on_its_own_consents(rule, granted, may):
    states = [ConsentState(purpose=purpose, granted=purpose in granted) for purpose in Purpose]
    assert permitted(rule, states) is may


def test_what_a_rule_proposes_is_hidden_the_moment_she_takes_her_consent_back(shop):
    by_rule(shop, TaskRule.BIRTHDAY)
    make(shop, "a mano")
    assert [task.what for task in open_here(shop)] == ["a mano"]
    agree(shop, BY_EMAIL)
    assert len(open_here(shop)) == 2
    agree(shop, BY_EMAIL, granted=False)
    assert [task.what for task in open_here(shop)] == ["a mano"]


def test_promises_and_tasks_stand_on_one_page_promises_first_on_one_day(shop):
    for promise_id, due_on, made_by in (("late", "2026-11-20", "sofia"), ("today", "2026-11-22", "luca")):
        shop.put(
            "promise",
            id=promise_id,
            customer_id="giulia",
            kind="call",
            state="open",
            due_on=due_on,
            made_by=made_by,
            store_id="brera",
        )
    task_id = make(shop, due_on=TODAY, associate_id="sofia")
    later = make(shop, "poi")
    found = shop.read(lambda conn: todo(conn, "brera", TODAY, shop.now))
    assert [duty.id for duty in found.open] == ["late", "today", task_id, later]
    assert [due(duty, TODAY) for duty in found.open] == [Due.OVERDUE, Due.TODAY, Due.TODAY, Due.SOME_DAY]
    assert [duty.id for duty in mine(found.open, "sofia")] == ["late", task_id]
    assert not is_mine(found.open[-1], "sofia")


def test_what_was_done_lately_stands_newest_first(shop):
    first, second = make(shop, "prima"), make(shop, "seconda")
    for task_id in (first, second):
        shop.write(lambda writer, i=task_id: use_cases.finish(writer, i, author=AUTHOR))
    found = shop.read(lambda conn: todo(conn, "brera", TODAY, shop.now))
    assert [duty.id for duty in found.done] == [second, first]
    weeks_later = shop.read(lambda conn: todo(conn, "brera", TODAY, shop.now + 8 * DAY))
    assert weeks_later.done == ()


def view(**more) -> TaskView:
    return TaskView(**{"id": "t", "customer_id": "giulia", "customer_name": "Giulia", **more})


SHOES = {"product_name": "Stringata Nora", "colour": "black", "size": "39"}


@pytest.mark.parametrize(
    ("task", "title", "bare"),
    [
        (view(kind=TaskKind.CALL), "Chiamare Giulia", "chiamare"),
        (view(kind=TaskKind.CALL, what="il resto"), "Chiamare Giulia: il resto", "chiamare: il resto"),
        (view(kind=TaskKind.WRITE, **SHOES), "Scrivere a Giulia: le stringate nere 39", None),
        (view(kind=TaskKind.PREPARE, **SHOES), "Preparare le stringate nere 39 per Giulia", None),
        (view(kind=TaskKind.FOLLOW_UP), "Ricontattare Giulia", "ricontattare"),
        (view(kind=TaskKind.OTHER, what="orlo"), "Giulia: orlo", "orlo"),
        (view(customer_name="", kind=TaskKind.OTHER, what="riordinare"), "Riordinare", "riordinare"),
        (
            view(rule=TaskRule.AFTER_PURCHASE, **SHOES),
            "Chiedere a Giulia come va con le stringate nere",
            None,
        ),
        (
            view(rule=TaskRule.BACK_IN_STOCK, **SHOES),
            "Avvisare Giulia di un arrivo: le stringate nere 39",
            None,
        ),
        (view(rule=TaskRule.BIRTHDAY), "Fare gli auguri a Giulia", "fare gli auguri"),
        (view(rule=TaskRule.LAPSING), "Risentire Giulia", "risentirla"),
        (view(customer_name="", rule=TaskRule.LAPSING), "Risentirla", "risentirla"),
    ],
)
def test_what_is_to_be_done_is_said_with_her_name_and_without(italian, task, title, bare):
    assert words.title(task, italian) == title
    if bare is not None:
        assert words.bare_title(task, italian) == bare


@pytest.mark.parametrize(
    ("rule", "because", "reason"),
    [
        (TaskRule.AFTER_PURCHASE, Because(on="2026-11-08"), "acquisto: 8 novembre"),
        (TaskRule.BACK_IN_STOCK, Because(on="2025-11-12", pieces=2), "12 novembre 2025: mancava; ora qui: 2"),
        (TaskRule.BIRTHDAY, Because(on="02-29"), "compleanno: 29 febbraio"),
        (
            TaskRule.LAPSING,
            Because(every_weeks=5, weeks_ago=11),
            "Di solito ogni 5 settimane; l'ultima volta 11 settimane fa",
        ),
        (TaskRule.NONE, Because(), "da Sofia"),
    ],
)
def test_why_is_said_in_one_line_with_its_data(italian, rule, because, reason):
    assert words.reason(view(rule=rule, because=because, made_by_name="Sofia"), TODAY, italian) == reason


def test_a_task_done_is_a_line_of_her_timeline(shop, italian):
    task_id = make(shop, "il resto", kind=TaskKind.CALL)
    assert shop.read(lambda conn: page(conn, "giulia", wording=italian, associate_id="sofia")) == []
    shop.write(lambda writer: use_cases.finish(writer, task_id, author=AUTHOR, outcome=TaskOutcome.NO_ANSWER))
    [entry] = shop.read(lambda conn: page(conn, "giulia", wording=italian, associate_id="sofia"))
    assert (entry.kind, entry.title, entry.subtitle, entry.mine) == (
        EntryKind.TASK,
        "Fatto: chiamare: il resto (non risponde)",
        "Milano Brera · Sofia",
        True,
    )


def test_what_a_newer_version_gave_as_its_reason_is_left_to_it():
    assert because_of({"on": 5}) == Because()
    assert because_of(None) == Because()
