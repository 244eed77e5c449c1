"""What the pages of practice mode show, in words."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clienteling.practice.progress import By, Reached

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clienteling.practice.values import Scenario
    from clienteling.wording import Wording

NOT_TAKEN = -1


@dataclass(frozen=True)
class ScenarioRow:
    key: str
    title: str
    story: str
    sign: str
    minutes: int
    steps: int
    steps_done: int
    complete: bool
    questions: int
    score: int
    """Right answers of the self-check; -1 until it was taken."""


@dataclass(frozen=True)
class StepRow:
    key: str
    number: int
    words: str
    how: str
    done: bool
    current: bool


@dataclass(frozen=True)
class AnswerRow:
    key: str
    words: str
    chosen: bool
    correct: bool


def scenario_rows(scenarios: "Sequence[Scenario]", by: By, wording: "Wording") -> list[ScenarioRow]:
    return [scenario_row(one, by.get(one.name, Reached()), wording) for one in scenarios]


def next_first(rows: "Sequence[ScenarioRow]") -> list[ScenarioRow]:
    """What is best taken now stands before the others."""
    following = next((row for row in rows if not row.complete), None)
    return sorted(rows, key=lambda row: row is not following)


def scenario_row(scenario: "Scenario", reached: Reached, wording: "Wording") -> ScenarioRow:
    return ScenarioRow(
        key=scenario.name.value,
        title=wording.say(scenario.title),
        story=wording.say(scenario.story),
        sign=scenario.icon,
        minutes=scenario.minutes,
        steps=len(scenario.steps),
        steps_done=min(reached.steps, len(scenario.steps)),
        complete=reached.all_steps,
        questions=len(scenario.questions),
        score=NOT_TAKEN if reached.right is None else reached.right,
    )


def step_rows(scenario: "Scenario", ticked: frozenset[str], wording: "Wording") -> list[StepRow]:
    current = current_step(scenario, ticked)
    return [
        StepRow(
            key=step.key,
            number=number,
            words=wording.say(step.words),
            how=wording.say(step.how),
            done=step.key in ticked,
            current=step.key == current,
        )
        for number, step in enumerate(scenario.steps, 1)
    ]


def current_step(scenario: "Scenario", ticked: frozenset[str]) -> str:
    """The first that is not done; empty when all are."""
    return next((step.key for step in scenario.steps if step.key not in ticked), "")
