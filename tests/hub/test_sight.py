"""What hub.toml says of the smallest team reaches the tablets, and is never fewer than three."""

import pytest

from clienteling.basis.queries import least_people
from clienteling.hub import settings
from clienteling.hub.settings import SettingsError
from clienteling.hub.sight import write_rule
from clienteling.hub.standing import standing_hub


def told(data) -> int:
    with standing_hub(data) as hub:
        write_rule(hub)
        head = hub.store.head
        write_rule(hub)
        assert hub.store.head == head
        with hub.store.read() as conn:
            return least_people(conn)


def test_the_smallest_team_is_told_once_and_again_when_it_is_another(tmp_path):
    settings.load_or_create(tmp_path)
    assert told(tmp_path) == 3
    path = tmp_path / settings.FILE
    path.write_text(path.read_text().replace("smallest_team = 3", "smallest_team = 5"))
    assert told(tmp_path) == 5


def test_two_are_never_a_team(tmp_path):
    settings.load_or_create(tmp_path)
    path = tmp_path / settings.FILE
    path.write_text(path.read_text().replace("smallest_team = 3", "smallest_team = 2"))
    with pytest.raises(SettingsError, match="smallest_team"):
        settings.load(tmp_path)
