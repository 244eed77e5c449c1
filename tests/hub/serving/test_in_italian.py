"""What the hub's commands show is Italian where the machine is."""

import pytest
from typer.testing import CliRunner

from clienteling.hub.app import create_hub
from clienteling.hub.cli import app
from clienteling.hub.sources import positions
from clienteling.hub.sources.positions import Position
from clienteling.privacy.use_cases import opened
from clienteling.privacy.values import Why
from tests.hub.little_house import ANNA, settled

MAIL = "anna@quintiliana.example"
SHOP = """
[sources.negozio]
kind = "prestashop"
url = "https://shop.example.org"
key = "INVENTED"
"""


@pytest.fixture
def hub(tmp_path):
    settings = settled(tmp_path)
    with (tmp_path / "hub.toml").open("a") as file:
        file.write(SHOP)
    hub = create_hub(settings)
    with hub.store.write() as writer:
        writer.insert("customer", {"id": ANNA, "given_name": "Anna", "family_name": "Verdi", "email": MAIL})
    yield hub
    hub.close()


@pytest.fixture
def said(hub, tmp_path):
    """Of a command, in one line."""

    def said(*words: str, typed: str = "") -> str:
        runner = CliRunner(env={"LC_ALL": "it_IT.UTF-8", "COLUMNS": "240"})
        ended = runner.invoke(app, [*words, "--data", str(tmp_path)], input=typed)
        return " ".join(ended.output.split())

    return said


def test_what_a_source_answered_is_told_with_what_to_do(hub, said):
    problem = "The source refused what was asked (status 403). The key must be allowed to read orders."
    with hub.store.write() as writer:
        positions.write(writer.connection, "prestashop:negozio", "orders", Position(problem=problem))
    shown = said("sources")
    for words in ("fonte", "ultimo giro intero", "stato 403", "La chiave deve poter leggere orders."):
        assert words in shown
    assert "nulla è collegato come “altro”" in said("replay", "altro")


def test_tablets_are_listed_and_refused(said):
    assert said("devices") == "Nessun tablet è ancora abbinato."
    assert "nessun tablet fidato ha l'id uno" in said("revoke", "uno")
    assert "nessun tablet ha l'id uno" in said("wipe", "uno")


def test_who_opened_her_card_and_what_for(hub, said):
    assert "Nessuno ha aperto la sua scheda" in said("accesses", MAIL)
    with hub.store.write() as writer:
        opened(writer, customer_id=ANNA, why=Why.CALL, associate_id=None, store_id=None, device="centralino")
    assert "ha telefonato" in said("accesses", MAIL)


def test_she_is_erased_and_it_is_confirmed(said):
    assert said("requests") == "Nessuno aspetta una risposta."
    assert said("erasures") == "Nessuno è stato cancellato."
    shown = said("erase", MAIL, typed="s\n")
    for words in ("Anna Verdi: tutto ciò che la riguarda se ne va", "Cancellarla?", "Cancellata:"):
        assert words in shown
    assert "ancora da confermare" in said("erasures")


def test_a_directory_without_a_hub_and_a_wrong_setting(hub, said, tmp_path):
    (tmp_path / "hub.toml").write_text('[hub]\nport = "x"\n')
    assert "port in [hub] è 'x'. Scrivere un numero da 0 a 65535." in said("devices")
    runner = CliRunner(env={"LC_ALL": "it_IT.UTF-8"})
    nowhere = runner.invoke(app, ["devices", "--data", str(tmp_path / "altrove")]).output
    assert "non c'è un nodo" in nowhere
