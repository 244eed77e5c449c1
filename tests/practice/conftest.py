from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clienteling.practice.names import ScenarioName
from clienteling.practice.scenarios import named
from clienteling.practice.shop import PracticeShop, furnish
from clienteling.wording import Wording
from sync.device.database import open_plain
from tests.practice.trainee import Trainee
from tests.shop import NOW

Opens = Callable[[ScenarioName], Trainee]


@pytest.fixture
def opens(tmp_path: Path) -> Iterator[Opens]:
    """A practice shop with that scenario in it, and somebody in front of it."""
    made: list[PracticeShop] = []

    def open_one(name: ScenarioName) -> Trainee:
        scenario = named(name)
        engine = open_plain(tmp_path / f"{name}.db")
        made.append(furnish(engine, scenario, lambda: NOW, Wording("en"), ("Sofia", "Marini")))
        return Trainee(made[-1], scenario)

    yield open_one
    for shop in made:
        shop.replica.engine.dispose()
