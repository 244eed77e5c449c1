import pytest
from typer.testing import CliRunner

from clienteling.customers.tables import customer_alias
from clienteling.hub.cli import app
from tests.hub.little_house import ANNA, BEA, open_house, rows


@pytest.fixture
def house(tmp_path):
    store = open_house(tmp_path)
    with store.write() as writer:
        writer.update("customer", ANNA, {"email": "anna@example.it", "phone": "+393330000001"})
        writer.update("customer", BEA, {"email": "bea@example.it", "card_number": "2900000000019"})
    yield store
    store.engine.dispose()


def run(tmp_path, *words: str, language: str = "C", columns: int = 160):
    runner = CliRunner(env={"LC_ALL": language, "COLUMNS": str(columns)})
    return runner.invoke(app, [words[0], "--data", str(tmp_path), *words[1:]])


def test_two_are_made_one_listed_and_taken_apart(house, tmp_path):
    said = run(tmp_path, "merge", "anna@example.it", "2900000000019", "--by", "Sofia")
    assert "Bea is Anna from now on." in said.output
    assert [(row.id, row.customer_id) for row in rows(house, customer_alias)] == [(BEA, ANNA)]
    assert "Sofia" in run(tmp_path, "merges").output
    assert "stands for itself again" in run(tmp_path, "unmerge", BEA).output
    assert rows(house, customer_alias) == []
    assert run(tmp_path, "merges").output.count("merged") == 2


@pytest.mark.parametrize("columns", [50, 80, 120, 160])
def test_the_id_that_unmerge_asks_for_is_whole_on_any_terminal(house, tmp_path, columns):
    run(tmp_path, "merge", ANNA, BEA, "--by", "Sofia")
    listed = run(tmp_path, "merges", columns=columns).output
    assert BEA in listed
    assert "Sofia" in listed


def test_who_reads_italian_has_it_said_in_italian(house, tmp_path):
    said = run(tmp_path, "merge", ANNA, BEA, language="it_IT.UTF-8")
    assert "Da ora Bea è Anna." in said.output
    listed = run(tmp_path, "merges", language="it_IT.UTF-8").output
    assert "unite" in listed
    assert "chiesto da riga di comando" in listed
    nobody = run(tmp_path, "merge", ANNA, "nobody@example.it", language="it_IT.UTF-8")
    assert "nessun cliente ha" in nobody.output


def test_she_is_taken_apart_by_any_name_while_only_one_record_was_joined(house, tmp_path):
    run(tmp_path, "merge", ANNA, BEA)
    assert run(tmp_path, "unmerge", "anna@example.it").exit_code == 0
    assert rows(house, customer_alias) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("merge", ANNA, "anna@example.it"), "one customer already"),
        (("merge", ANNA, "nobody@example.it"), "no customer has"),
        (("unmerge", ANNA), "was not joined"),
    ],
)
def test_what_cannot_be_is_said(house, tmp_path, words, said):
    done = run(tmp_path, *words)
    assert done.exit_code != 0
    assert said in " ".join(done.output.split())


def test_where_nobody_was_merged_it_says_so(house, tmp_path):
    assert "Nobody was merged." in run(tmp_path, "merges").output
