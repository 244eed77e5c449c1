import pytest
from typer.testing import CliRunner

from clienteling.hub.cli import app
from clienteling.replicated import REGISTRY
from sync.hub.databases.database import open_hub
from sync.hub.store import HubStore
from tests.hub.little_house import FILE, open_house

MARTA = {"given_name": "Marta", "family_name": "Conti", "phone": "+393992000001"}


@pytest.fixture
def data(tmp_path):
    store = open_house(tmp_path)
    with store.write() as writer:
        for n in range(200):
            writer.insert("customer", {"id": f"other-{n}", "given_name": f"Nome{n}"})
        writer.insert("customer", {"id": "a-marta", **MARTA, "email": "marta@example.it"})
        writer.insert("customer", {"id": "b-marta", **MARTA, "email": "conti@example.org"})
    store.engine.dispose()
    return tmp_path


def run(data, *words, typed="", language="C"):
    runner = CliRunner(env={"LC_ALL": language})
    return runner.invoke(app, ["matches", "--data", str(data), *words], input=typed)


def test_both_are_shown_side_by_side(data):
    said = run(data).output
    assert "the same phone" in " ".join(said.split())
    assert "marta@example.it" in said
    assert "conti@example.org" in said
    assert "a-marta+b-marta" in said


def test_who_reads_italian_is_asked_in_italian(data):
    said = " ".join(run(data, "--ask", typed="l\n", language="it_IT.UTF-8").output.split())
    for words in ("telefono uguale", "e-mail differente", "Una sola persona? [s]ì", "Non ce ne sono altre."):
        assert words in said
    assert "di nuovo più avanti" in run(data, "a-marta+b-marta", "later", language="it_IT.UTF-8").output


def test_an_answer_is_given_by_name(data):
    run(data)
    assert "one person now" in run(data, "a-marta+b-marta", "same").output
    assert "No two customers" in run(data).output


def test_they_are_asked_one_by_one(data):
    assert "That was all." in run(data, "--ask", typed="d\n").output
    assert "No two customers" in run(data).output


def test_who_has_enough_stops_and_nothing_is_answered(data):
    assert run(data, "--ask", typed="q\n").exit_code == 0
    assert "a-marta+b-marta" in run(data).output


@pytest.mark.parametrize(
    ("words", "said"),
    [(("a+b", "same"), "nobody is asked about"), (("a-marta+b-marta",), "say what it is")],
)
def test_a_slip_is_explained(data, words, said):
    outcome = run(data, *words)
    assert outcome.exit_code != 0
    assert said in " ".join(outcome.output.split())


@pytest.mark.parametrize("name", ["[/b]", "[bold]Marta", ":house:", "[link=http://x]"])
def test_a_name_that_looks_like_a_terminals_sign_is_shown_as_it_is(data, name):
    store = HubStore(open_hub(data / FILE), REGISTRY)
    with store.write() as writer:
        for customer_id in ("a-marta", "b-marta"):
            writer.update("customer", customer_id, {"given_name": name})
    store.engine.dispose()
    for words in ((), ("--ask",)):
        said = run(data, *words, typed="q\n")
        assert said.exit_code == 0
        assert said.output.count(f"{name} Conti") == 2
