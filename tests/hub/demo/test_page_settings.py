import stat

import pytest

from clienteling.hub import settings
from clienteling.hub.demo import house as houses
from clienteling.hub.demo import page_settings


@pytest.fixture
def house() -> houses.House:
    return houses.read()


def test_what_nobody_filled_is_filled_and_the_rest_stays(tmp_path, house):
    before = settings.load_or_create(tmp_path)
    file = tmp_path / settings.FILE
    assert page_settings.complete(file, house)
    after = settings.load(tmp_path)
    assert after.name == "Bottega Olmi"
    meta = after.source("meta").said
    assert meta.app_secret
    assert meta.page_name == "Sara, assistenza clienti"
    assert after.source("web") == before.source("web")
    assert meta.verify_token == before.source("meta").said.verify_token
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_hub_that_has_a_name_keeps_it(tmp_path, house):
    settings.load_or_create(tmp_path)
    file = tmp_path / settings.FILE
    file.write_text(file.read_text().replace('name = "Hub"', 'name = "Nodo di Brera"'))
    page_settings.complete(file, house)
    assert settings.load(tmp_path).name == "Nodo di Brera"


def test_what_is_filled_is_left_alone(tmp_path, house):
    settings.load_or_create(tmp_path)
    file = tmp_path / settings.FILE
    page_settings.complete(file, house)
    before = file.read_text()
    assert not page_settings.complete(file, house)
    assert file.read_text() == before
