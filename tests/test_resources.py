import sys

import pytest

from clienteling import resources
from clienteling.errors import ResourcesMissing


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """As after an installation: nothing beside the package, an environment somewhere."""
    monkeypatch.delenv("CLIENTELING_RESOURCES", raising=False)
    monkeypatch.setattr(resources, "BESIDE_THE_PACKAGE", tmp_path / "site-packages" / "resources")
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "env"))
    return tmp_path


def test_in_a_checkout_the_resources_stand_beside_the_package():
    assert resources.path("demo", "house.toml").is_file()


def test_an_installed_package_finds_what_its_environment_shares(installed):
    shared = installed / "env" / "share" / "clienteling" / "resources"
    shared.mkdir(parents=True)
    assert resources.path("fonts") == shared / "fonts"


def test_a_place_that_is_named_wins_and_no_other_is_tried(installed, monkeypatch):
    (installed / "env" / resources.INSTALLED).mkdir(parents=True)
    monkeypatch.setenv("CLIENTELING_RESOURCES", str(installed / "own"))
    with pytest.raises(ResourcesMissing, match="own"):
        resources.path("fonts")
    (installed / "own").mkdir()
    assert resources.path("fonts") == installed / "own" / "fonts"


def test_where_there_is_none_the_places_are_named(installed):
    with pytest.raises(ResourcesMissing, match=r"site-packages.*share"):
        resources.path("fonts")
