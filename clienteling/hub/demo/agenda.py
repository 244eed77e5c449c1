"""What every shop of the demo has ahead: who is expected on which day, and what somebody put down to do."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from clienteling.appointments.values import AppointmentState
from clienteling.hub.demo.book import Book
from clienteling.hub.demo.dice import DAY_MS, ZONE, Dice
from clienteling.hub.demo.house import House
from clienteling.hub.demo.people import Person
from clienteling.hub.demo.sayings import Sayings
from clienteling.tasks.values import TaskKind, TaskOutcome, TaskState

DAYS = (-2, -1, 0, 0, 0, 1, 1, 2, 3, 6)
"""Ahead, one for each appointment."""
DUE = (-1, 0, 0, 1, 4, None)
HALF_HOURS = range(20, 38)
"""From ten to half past six."""
MINUTES = (30, 60, 60, 90)
MONDAY = 0
_KINDS = (TaskKind.CALL, TaskKind.FOLLOW_UP, TaskKind.WRITE, TaskKind.PREPARE)
_OUTCOMES = (TaskOutcome.REACHED, TaskOutcome.COMES, TaskOutcome.NO_ANSWER)


class Agenda:
    def __init__(self, book: Book, dice: Dice, house: House, sayings: Sayings) -> None:
        self._book = book
        self._dice = dice
        self._house = house
        self._sayings = sayings

    def fill(self, store_id: str, regulars: Sequence[Person]) -> None:
        for days in DAYS:
            self._appointment(store_id, self._dice.one(regulars), days)
        for due in DUE:
            self._task(store_id, self._dice.one(regulars), due)
        for _ in range(3):
            self._done(store_id, self._dice.one(regulars))

    def _appointment(self, store_id: str, person: Person, days: int) -> None:
        day = self._open_day(self._dice.today + timedelta(days=days))
        at = _at(day, 30 * self._dice.one(HALF_HOURS))
        made_at = min(at, self._dice.now) - 3 * DAY_MS
        over = at < self._dice.now - DAY_MS // 24
        came = AppointmentState.CAME if self._dice.chance(0.8) else AppointmentState.MISSED
        seller = self._seller(store_id)
        self._book.add(
            "appointment",
            {
                "id": self._dice.id_at(made_at),
                "customer_id": person.id,
                "title": self._dice.one(self._sayings.appointments),
                "at": at,
                "minutes": self._dice.one(MINUTES),
                "store_id": store_id,
                "associate_id": seller,
                "state": (came if over else AppointmentState.BOOKED).value,
                "made_at": made_at,
                "made_by": seller,
                "closed_at": at if over else None,
                "closed_by": seller if over else None,
            },
        )

    def _task(self, store_id: str, person: Person, due: int | None) -> None:
        due_on = None if due is None else (self._dice.today + timedelta(days=due)).isoformat()
        whose = self._seller(store_id) if self._dice.chance(0.6) else None
        self._put(store_id, person, self._dice.now - 3 * DAY_MS, due_on=due_on, associate_id=whose)

    def _done(self, store_id: str, person: Person) -> None:
        closed_at = self._dice.now - self._dice.between(1, 3 * 24) * DAY_MS // 24
        self._put(
            store_id,
            person,
            closed_at - DAY_MS,
            state=TaskState.DONE.value,
            closed_at=closed_at,
            closed_by=self._seller(store_id),
            outcome=self._dice.one(_OUTCOMES).value,
        )

    def _put(self, store_id: str, person: Person, made_at: int, **more: object) -> None:
        self._book.add(
            "task",
            {
                "id": self._dice.id_at(made_at),
                "customer_id": person.id,
                "kind": self._dice.one(_KINDS).value,
                "what": self._dice.one(self._sayings.tasks),
                "store_id": store_id,
                "state": TaskState.OPEN.value,
                "made_at": made_at,
                "made_by": self._seller(store_id),
                "because": {},
                **more,
            },
        )

    def _open_day(self, day: date) -> date:
        return day + timedelta(days=1) if day.weekday() == MONDAY else day

    def _seller(self, store_id: str) -> str:
        return self._dice.one(self._house.sellers[store_id])


def _at(day: date, minute: int) -> int:
    return round(datetime.combine(day, time(minute // 60, minute % 60), ZONE).timestamp() * 1000)
