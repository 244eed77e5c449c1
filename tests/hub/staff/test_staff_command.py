"""`clienteling hub staff`: the people of the shops from the hub's terminal."""

import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa
from click.testing import Result
from typer.testing import CliRunner

from clienteling.hub.cli import app
from clienteling.hub.standing import standing_hub
from clienteling.staff.pin import hash_pin, matches
from clienteling.staff.tables import associate
from tests.hub.little_house import rows, settled


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("furnished")
    settled(folder)
    with standing_hub(folder) as hub, hub.store.write() as writer:
        for shop, name in (("milano", "Milano Brera"), ("torino", "Torino Po")):
            writer.insert("store", {"id": shop, "name": name})
        for key, name, role in (("sara", "Sara", "associate"), ("marta", "Marta", "manager")):
            said = {"given_name": name, "family_name": "Conti", "role": role, "store_id": "milano"}
            writer.insert("associate", {"id": key, "pin_hash": hash_pin("111111"), **said})
    return folder


@pytest.fixture
def data(furnished: Path, tmp_path: Path) -> Path:
    """Each test's own: how a PIN is hashed and tables are made takes longer than the test."""
    return shutil.copytree(furnished, tmp_path / "hub")


def invoked(data: Path, *words: str, language: str = "en_GB.UTF-8", width: str = "120") -> Result:
    command = ["staff", words[0], "--data", str(data), *words[1:]]
    return CliRunner().invoke(app, command, env={"LC_ALL": language, "COLUMNS": width})


def her(data: Path, key: str = "sara") -> sa.Row:
    with standing_hub(data) as hub:
        return next(row for row in rows(hub.store, associate) if row.id == key)


def test_the_list_says_who_works_where_as_what_and_who_signs_in(data: Path) -> None:
    invoked(data, "suspend", "sara")
    listed = invoked(data, "list").stdout
    (sara,) = [line for line in listed.splitlines() if "sara" in line]
    assert all(word in sara for word in ("Sara Conti", "sales associate", "milano", "suspended"))
    assert "marta" in listed
    assert "sara" not in invoked(data, "list", "--store", "torino").stdout


def test_ids_stand_whole_in_a_narrow_window(data: Path) -> None:
    invoked(data, "add", "Massimiliana Elisabetta", "Montecuccoli", "--store", "milano")
    listed = invoked(data, "list", width="72").stdout
    assert "massimiliana-elisabetta-montecuccoli" in listed


def test_somebody_new_signs_in_with_the_pin_that_is_told_once(data: Path) -> None:
    done = invoked(data, "add", "Elena", "Rossi", "--store", "torino", "--role", "manager")
    elena = her(data, "elena-rossi")
    assert matches(elena.pin_hash, done.stdout.split("first PIN ")[1][:6])
    assert (elena.store_id, elena.role, elena.language, elena.active) == ("torino", "manager", "it", True)
    assert "Her id is elena-rossi." in done.stdout


def test_whoever_goes_is_suspended_and_whoever_comes_back_is_not(data: Path) -> None:
    assert invoked(data, "suspend", "sara").exit_code == 0
    assert not her(data).active
    assert "is suspended already" in invoked(data, "suspend", "sara").stderr
    assert invoked(data, "restore", "sara").exit_code == 0
    assert her(data).active
    assert "is not suspended" in invoked(data, "restore", "sara").stderr


def test_a_forgotten_pin_is_replaced(data: Path) -> None:
    pin = invoked(data, "pin", "sara").stdout.split("new PIN ")[1][:6]
    assert matches(her(data).pin_hash, pin)
    assert not matches(her(data).pin_hash, "111111")


def test_she_gets_another_role_and_another_shop(data: Path) -> None:
    assert "Sara Conti is area manager now." in invoked(data, "role", "sara", "area_manager").stdout
    assert "Sara Conti works in Torino Po now." in invoked(data, "move", "sara", "torino").stdout
    assert (her(data).role, her(data).store_id) == ("area_manager", "torino")


@pytest.mark.parametrize(
    "words", [("suspend", "marta"), ("role", "marta", "associate"), ("move", "marta", "torino")]
)
def test_a_shop_that_is_left_without_a_manager_is_said(data: Path, words: tuple[str, ...]) -> None:
    assert "Nobody answers for Milano Brera now." in invoked(data, *words).stdout


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("pin", "sare"), "There are: marta, sara."),
        (("move", "sara", "roma"), "There are: milano, torino."),
        (("add", "Elena", "Rossi", "--store", "roma"), "There are: milano, torino."),
        (("add", "SARA", "Conti", "--store", "milano"), "works in Milano Brera already"),
        (("add", " ", "", "--store", "milano"), "Somebody new has a name."),
        (("list", "--store", "roma"), "There are: milano, torino."),
    ],
)
def test_what_cannot_be_is_said_in_plain_words_and_changes_nothing(
    data: Path, words: tuple[str, ...], why: str
) -> None:
    done = invoked(data, *words)
    assert done.exit_code == 1
    assert why in done.stderr
    with standing_hub(data) as hub:
        assert len(rows(hub.store, associate)) == 2


def test_it_speaks_italian(data: Path) -> None:
    done = invoked(data, "move", "sara", "torino", language="it_IT.UTF-8")
    assert "Sara Conti lavora ora in Torino Po." in done.stdout
