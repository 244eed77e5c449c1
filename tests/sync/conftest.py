from collections.abc import Iterator

import pytest

from tests.sync.shop import Shop, opened


@pytest.fixture
def shop(tmp_path) -> Iterator[Shop]:
    with opened(tmp_path) as one:
        yield one
