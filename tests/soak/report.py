"""What a soak met, for a person and for build/soak.json."""

import json
from collections import Counter
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

_PLAIN = ("histories", "steps")


@dataclass(frozen=True, slots=True)
class Failure:
    seed: int
    error: str
    steps: str
    """The history that fails, as Hypothesis tells it."""


@dataclass(slots=True)
class Soak:
    first_seed: int
    seconds: float = 0.0
    batches: int = 0
    happened: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)

    def line(self) -> str:
        histories, steps = (self.happened[name] for name in _PLAIN)
        return f"{self.seconds:6.0f} s  {histories} histories  {steps} steps  {len(self.failures)} failures"

    def show(self) -> str:
        kinds = [(count, name) for name, count in self.happened.items() if name not in _PLAIN]
        lines = [self.line(), *(f"  {count:9}  {name}" for count, name in sorted(kinds, reverse=True))]
        return "\n".join([*lines, *map(self.told, self.failures)])

    @staticmethod
    def told(failure: Failure) -> str:
        again = f"again: python -m tests.soak --seed {failure.seed} --batches 1 --shrink"
        return "\n".join(["", f"seed {failure.seed}: {failure.error}", failure.steps, again])

    def keep(self, path: Path) -> None:
        path.parent.mkdir(exist_ok=True)
        said = {**asdict(replace(self, happened=Counter())), "happened": dict(self.happened)}
        path.write_text(json.dumps(said, indent=2) + "\n")
