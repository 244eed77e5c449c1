"""The to-do page: full, what is done, empty, and the sheet of a task."""

from datetime import date

from clienteling.staff.values import Author
from clienteling.tablet.navigation import Navigation
from clienteling.tasks import use_cases as tasks
from clienteling.tasks.use_cases import Plan
from clienteling.tasks.values import TaskKind, TaskOutcome
from sync.writer import Writer
from tests.screens.counter import press
from tests.screens.visit import Visit
from tests.tablet import giulia, tablets

SOFIA = Author(tablets.SOFIA, tablets.STORE)
MARTA = Author(tablets.MARTA, tablets.STORE)
TODAY = date(2026, 11, 22)


def put_down(writer: Writer) -> None:
    """What is to be done and what was, in a shop on a Sunday morning."""
    for plan in (
        Plan(kind=TaskKind.CALL, what="come va con il cappotto", customer_id=giulia.MARCO, due_on=TODAY),
        Plan(
            kind=TaskKind.PREPARE,
            what="tre abiti da cerimonia, taglia 44",
            customer_id=giulia.LONG,
            due_on=TODAY.replace(day=23),
            associate_id=tablets.MARTA,
        ),
        Plan(what="Ordinare le scatole per i regali", associate_id=tablets.SOFIA),
        Plan(
            kind=TaskKind.WRITE,
            customer_id=giulia.GIULIA,
            product_id=giulia.ALBA,
            variant_id=giulia.ALBA_BROWN,
            due_on=TODAY.replace(day=28),
            associate_id=tablets.SOFIA,
        ),
    ):
        tasks.make(writer, plan, author=MARTA)
    for what, outcome in (("gli orli", TaskOutcome.COMES), ("il buono", TaskOutcome.NO_ANSWER)):
        done = Plan(kind=TaskKind.CALL, what=what, customer_id=giulia.MARCO, due_on=TODAY)
        task_id = tasks.make(writer, done, author=SOFIA)
        tasks.finish(writer, task_id, author=SOFIA, outcome=outcome)


def page(visit: Visit) -> None:
    open_ones(visit)
    visit.until(lambda: visit.app.root.shop.todo.rows.count > 0)


def open_ones(visit: Visit) -> None:
    visit.go(Navigation.Place.Todo)
    todo = visit.app.root.shop.todo
    todo.saved.dismiss()
    todo.show_mine(mine=False)
    todo.show_done(done=False)
    visit.until(lambda: not todo.loading)


def done(visit: Visit) -> None:
    page(visit)
    visit.app.root.shop.todo.show_done(done=True)


def nothing(visit: Visit) -> None:
    open_ones(visit)
    todo = visit.app.root.shop.todo
    for row in tuple(todo.rows.rows):
        todo.finish(row.key)
        visit.until(lambda key=row.key: todo.rows.find(key) is None)
    todo.saved.dismiss()
    visit.until(lambda: todo.late == 0)


def new(visit: Visit) -> None:
    page(visit)
    press(visit, "newTask")
    whom = visit.app.root.shop.todo.task.whom
    whom.look_for("mas")
    visit.until(lambda: whom.hits.count > 0)


def resumed(visit: Visit) -> None:
    """A new task that was begun before, put away and opened again."""
    page(visit)
    task = visit.app.root.shop.todo.task
    task.begin("")
    task.say("Chiedere alla signora Montecuccoli come vanno le suole")
    task.unfinished.end()
    press(visit, "newTask")
    visit.until(lambda: task.unfinished.resumed)


def task(visit: Visit) -> None:
    page(visit)
    row = next(r for r in visit.app.root.shop.todo.rows.rows if r.customer_id == giulia.LONG)
    press(visit, f"more-{row.key}")
    visit.until(lambda: visit.app.root.shop.todo.task.title != "")
