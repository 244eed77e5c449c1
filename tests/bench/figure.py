"""What a benchmark says, and how it is shown and kept."""

import json
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value with the physical limit or peer that was measured in the same run."""

    name: str
    value: float
    unit: str
    limit: float
    n: int
    note: str

    @property
    def ratio(self) -> float:
        return self.value / self.limit


def percentile(values: Sequence[float], share: int) -> float:
    """The value that `share` percent of the values do not exceed."""
    return statistics.quantiles(values, n=100, method="inclusive")[share - 1]


def show(figures: Iterable[Figure]) -> None:
    table = Table("figure", "value", "limit", "unit", "ratio", "n", "note")
    for f in figures:
        table.add_row(f.name, f"{f.value:.2f}", f"{f.limit:.2f}", f.unit, f"{f.ratio:.2f}", str(f.n), f.note)
    Console().print(table)


def keep(figures: Iterable[Figure], path: Path) -> None:
    """Write the figures as a JSON list of {name, value, unit, limit, ratio, n, note}."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [asdict(f) | {"ratio": round(f.ratio, 4)} for f in figures]
    path.write_text(json.dumps(rows, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
