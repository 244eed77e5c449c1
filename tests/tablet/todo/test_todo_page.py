"""To do: what is late, due and coming, mine and everybody's; ticked off with one tap, and back."""

import pytest

from clienteling.promises.tables import promise
from clienteling.tablet.navigation import Navigation
from clienteling.tasks.tables import task
from tests.screens.todo import put_down
from tests.tablet import giulia, tablets
from tests.tablet.counter import Counter

LONG_NAME = "Massimiliana Elisabetta Montecuccoli degli Scrovegni"


@pytest.fixture
def todo(counter: Counter) -> Counter:
    with tablets.replica_of(counter.app).write() as writer:
        put_down(writer)
    counter.tap_place(Navigation.Place.Todo)
    counter.wait(lambda: counter.app.root.shop.todo.rows.count == 6)
    return counter


def rows(counter: Counter) -> list[tuple[str, str]]:
    return [(row.section, row.title) for row in counter.app.root.shop.todo.rows.rows]


def key_of(counter: Counter, words: str) -> str:
    return next(row.key for row in counter.app.root.shop.todo.rows.rows if words in row.title)


def test_it_goes_from_what_is_late_to_what_has_no_day(todo: Counter) -> None:
    assert rows(todo) == [
        ("Overdue", "Call Marco Lo Bianco: è arrivato il cappotto Argo"),
        ("Today", "Call Marco Lo Bianco: come va con il cappotto"),
        (
            "Tomorrow",
            f"Prepare tre abiti da cerimonia, taglia 44 for {LONG_NAME}",
        ),
        ("Saturday 28 November", "Hold Stringata Nora in black, size 39 for Giulia Ferraris"),
        ("Saturday 28 November", "Write to Giulia Ferraris: Borsa Tracolla Alba in brown"),
        ("No day set", "Ordinare le scatole per i regali"),
    ]
    todo.fingers.wait_for("1 overdue · 1 for today")


def test_the_rail_says_how_much_is_late_wherever_one_is(todo: Counter) -> None:
    todo.wait(lambda: todo.app.root.shop.todo.late == 1)
    todo.tap_place(Navigation.Place.Calendar)
    with tablets.replica_of(todo.app).write() as writer:
        writer.update("promise", "call-marco", {"state": "kept"})
    todo.wait(lambda: todo.app.root.shop.todo.late == 0)


def test_a_task_that_is_read_when_the_tablet_is_locked_opens_nothing(todo: Counter) -> None:
    shop = todo.app.root.shop
    shown: list[str] = []
    shop.todo.task.shown.connect(lambda: shown.append("task"))
    shop.todo.task.open(key_of(todo, "Ordinare").removeprefix("task/"))
    todo.app.session.lock()
    done: list[int] = []
    shop._floor.jobs.run(lambda: 0, done.append)
    todo.wait(lambda: bool(done))
    assert shown == []


def test_mine_is_what_i_promised_and_what_was_given_to_me(todo: Counter) -> None:
    todo.tap("todoMine")
    todo.wait(lambda: todo.app.root.shop.todo.rows.count == 3)
    assert [title.split(":")[0] for _, title in rows(todo)] == [
        "Call Marco Lo Bianco",
        "Write to Giulia Ferraris",
        "Ordinare le scatole per i regali",
    ]


def test_a_task_and_a_promise_are_each_ticked_off_with_one_tap_and_undone(todo: Counter) -> None:
    task_key, promise_key = key_of(todo, "come va"), "promise/call-marco"
    before = todo.taps
    todo.tap(f"finish-{task_key}")
    todo.wait_saved("task_done")
    assert todo.taps - before == 1
    todo.tap(f"finish-{promise_key}")
    todo.wait_saved("kept")
    todo.wait(lambda: todo.app.root.shop.todo.rows.count == 4)
    assert todo.rows(task, id=task_key.split("/")[1])[0].state == "done"
    assert todo.rows(promise, id="call-marco")[0].state == "kept"
    todo.tap("savedUndo")
    todo.wait(lambda: todo.app.root.shop.todo.rows.count == 5)
    assert todo.rows(promise, id="call-marco")[0].state == "open"


def test_what_was_done_says_how_it_went_and_is_opened_again(todo: Counter) -> None:
    todo.tap("todoDone")
    todo.wait(lambda: todo.app.root.shop.todo.done)
    [first, second] = todo.app.root.shop.todo.rows.rows
    assert (first.title, first.outcome, first.section) == (
        "Call Marco Lo Bianco: il buono",
        "no answer",
        "Today",
    )
    todo.tap(f"finish-{second.key}")
    todo.wait_saved("opened_again")
    todo.wait(lambda: todo.app.root.shop.todo.rows.count == 1)


def test_a_tap_on_it_opens_her_card(todo: Counter) -> None:
    todo.tap(f"todo-{key_of(todo, 'Write to Giulia')}")
    todo.wait(lambda: todo.card.name == "Giulia Ferraris")
    assert todo.app.navigation.place == Navigation.Place.Customer.value


def test_a_task_about_nobody_is_put_down_in_two_taps_and_its_words(todo: Counter) -> None:
    before = todo.taps
    todo.tap("newTask")
    todo.wait(lambda: todo.item("taskWhat") is not None)
    todo.write_in("taskWhat")
    todo.fingers.type("vetrina")
    todo.tap("saveTask")
    todo.wait_saved("task")
    assert todo.taps - before == 2
    [row] = todo.rows(task, what="vetrina")
    assert (row.customer_id, row.due_on, row.associate_id) == (None, "2026-11-23", tablets.SOFIA)


def test_a_task_is_about_whom_a_few_letters_find(todo: Counter) -> None:
    todo.tap("newTask")
    todo.wait(lambda: todo.item("whomField") is not None)
    todo.write_in("whomField")
    todo.fingers.type("ferr")
    todo.tap(f"whom-{giulia.GIULIA}")
    todo.tap("task-call")
    todo.tap("saveTask")
    todo.wait_saved("task")
    [row] = todo.rows(task, customer_id=giulia.GIULIA, kind="call")
    assert row.what == ""


def test_a_task_is_given_to_somebody_else_put_off_finished_with_its_outcome_and_dropped(
    todo: Counter,
) -> None:
    key = key_of(todo, "tre abiti")
    task_id = key.split("/")[1]
    todo.tap(f"more-{key}")
    todo.tap(f"taskPerson-{tablets.PAOLO}")
    todo.tap("taskDay-2026-11-24")
    todo.tap("saveTask")
    todo.wait_saved("task_changed")
    [row] = todo.rows(task, id=task_id)
    assert (row.associate_id, row.due_on, row.what) == (
        tablets.PAOLO,
        "2026-11-24",
        "tre abiti da cerimonia, taglia 44",
    )
    todo.wait(lambda: todo.item("saveTask") is None)
    todo.tap(f"more-{key}")
    todo.tap("outcome-reached")
    todo.wait_saved("task_done")
    assert todo.rows(task, id=task_id)[0].outcome == "reached"
    other = key_of(todo, "come va")
    todo.wait(lambda: todo.item("saveTask") is None)
    todo.tap(f"more-{other}")
    todo.tap("dropTask")
    todo.wait_saved("task_dropped")
    assert todo.rows(task, id=other.split("/")[1])[0].state == "dropped"
