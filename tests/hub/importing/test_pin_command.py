"""`clienteling hub pin`."""

import pytest
from typer.testing import CliRunner

from clienteling.hub import settings
from clienteling.hub.cli import app
from clienteling.hub.standing import standing_hub
from clienteling.staff.pin import hash_pin, matches
from clienteling.staff.tables import associate
from tests.hub.little_house import rows


@pytest.fixture
def data(tmp_path):
    settings.load_or_create(tmp_path)
    with standing_hub(tmp_path) as hub, hub.store.write() as writer:
        sara = {"id": "sara", "given_name": "Sara", "family_name": "Conti", "pin_hash": hash_pin("111111")}
        writer.insert("associate", sara)
    return tmp_path


def invoked(data, associate_id):
    words = ["pin", "--data", str(data), associate_id]
    return CliRunner().invoke(app, words, env={"LC_ALL": "en_GB.UTF-8"})


def test_a_forgotten_pin_is_replaced(data):
    done = invoked(data, "sara")
    pin = done.stdout.split("new PIN ")[1][:6]
    with standing_hub(data) as hub:
        (sara,) = rows(hub.store, associate)
    assert matches(sara.pin_hash, pin)
    assert not matches(sara.pin_hash, "111111")


def test_a_mistyped_id_is_answered_with_those_there_are(data):
    done = invoked(data, "sare")
    assert done.exit_code == 1
    assert "There are: sara." in done.stderr
