"""`clienteling hub import` as a person starts it."""

import csv
import os
import pty
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from click.testing import Result
from openpyxl import Workbook
from typer.testing import CliRunner

from clienteling.customers.tables import customer
from clienteling.hub import settings
from clienteling.hub.cli import app
from clienteling.hub.machine_language import machine_language
from clienteling.hub.standing import standing_hub
from tests.hub.importing.files import write
from tests.hub.little_house import settled
from tests.hub.serving.hub_process import until

HEAD = "Codice cliente;Cognome;Nome;Email\n"
ROWS = "1;Conti;Ada;ada@example.it\n2;Riva;Ugo;ugo@example.it\n"
COMMAND = (sys.executable, "-m", "clienteling", "hub", "import")
SHOPS = "Codice;Negozio;Città\nMI1;Milano Brera;Milano\n"


@pytest.fixture
def data(tmp_path):
    settled(tmp_path / "hub")
    return tmp_path / "hub"


def invoked(data: Path, *arguments: str | Path, language="en_GB.UTF-8") -> Result:
    words = ["import", "--data", str(data), *map(str, arguments)]
    return CliRunner().invoke(app, words, env={"LC_ALL": language})


def names(data: Path) -> list[str]:
    with standing_hub(data) as hub, hub.store.read() as conn:
        return list(conn.scalars(sa.select(customer.c.family_name).order_by(customer.c.family_name)))


def test_several_files_are_taken_parents_first_in_whatever_order_they_are_named(data, tmp_path):
    clients = write(tmp_path / "clienti.csv", HEAD.strip() + ";Negozio\n1;Conti;Ada;a@example.it;MI1\n")
    orders = write(tmp_path / "ordini.csv", "N. ordine;Data;Email;Totale\nW1;1/10/2026;a@example.it;10\n")
    staff = write(tmp_path / "staff.csv", "Nome;Cognome;Negozio;Ruolo\nSara;Riva;Milano;Addetta\n")
    done = invoked(data, orders, clients, staff, write(tmp_path / "negozi.csv", SHOPS), "--yes")
    assert done.exit_code == 0, done.output
    assert done.stdout.count("1 new, 0 changed, 0 as they were, 0 rejected") == 4
    assert "Sara Riva (MI1): first PIN " in done.stdout


def test_a_dry_run_says_what_would_happen_and_changes_nothing(data, tmp_path):
    path = write(tmp_path / "clienti.csv", HEAD + ROWS + "3;;;\n")
    done = invoked(data, path, "--dry-run")
    assert done.exit_code == 3
    assert "2 new, 0 changed, 0 as they were, 1 rejected" in done.stdout
    assert "nothing was changed" in done.stdout
    assert names(data) == []
    assert sorted(p.name for p in tmp_path.iterdir()) == ["clienti.csv", "hub"]
    assert not [p for p in data.iterdir() if p.name.startswith(".dry-run")]


def test_rejected_rows_stand_beside_with_the_reason_and_can_be_corrected_there(data, tmp_path):
    path = write(tmp_path / "clienti.csv", HEAD + ROWS + "3;=1+1;Eva;eva@example.it\n4;Neri;Ida;ida\n")
    done = invoked(data, path, "--yes", language="it_IT.UTF-8")
    assert done.exit_code == 3
    assert "2 nuove, 0 cambiate, 0 come prima, 2 scartate" in done.stdout
    beside = tmp_path / "clienti.scartate.csv"
    assert stat.S_IMODE(beside.stat().st_mode) == 0o600
    with beside.open(encoding="utf-8-sig", newline="") as file:
        head, formula, address = csv.reader(file, delimiter=";")
    assert head == ["Riga", "Motivo", "Codice cliente", "Cognome", "Nome", "Email"]
    assert formula[:4] == ["4", "“=1+1” è una formula. Scrivere testo semplice.", "3", "'=1+1"]
    assert address[1] == "“ida” non è un indirizzo e-mail."
    beside.write_text(
        beside.read_text("utf-8-sig").replace("'=1+1", "Bruni").replace(";ida\n", ";ida@example.it\n")
    )
    again = invoked(data, beside, "--yes", language="it_IT.UTF-8")
    assert again.exit_code == 0, again.output
    assert names(data) == ["Bruni", "Conti", "Neri", "Riva"]


def test_rejected_rows_keep_the_order_of_the_file_whyever_they_were(data, tmp_path):
    rows = '1;=1+1;Eva;eva@example.it\n2;"Neri;Ida;ida@example.it\n3;Riva;Ugo;ugo\n'
    assert invoked(data, write(tmp_path / "clienti.csv", HEAD + rows), "--yes").exit_code == 3
    with (tmp_path / "clienti.rejected.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row[0] for row in csv.reader(file, delimiter=";")] == ["Row", "2", "3", "4"]


def test_a_yes_to_all_marketing_without_a_date_is_one_remark_of_its_row(data, tmp_path):
    path = write(tmp_path / "clienti.csv", "Cognome;Email;Consenso marketing\nConti;ada@example.it;sì\n")
    assert "needs the day on which it was given. (1)" in invoked(data, path, "--yes").stdout


def test_no_rejected_file_is_left_when_all_was_taken(data, tmp_path):
    path = write(tmp_path / "clienti.csv", HEAD + "1;Conti;Ada;ada\n")
    assert invoked(data, path, "--yes").exit_code == 3
    assert (tmp_path / "clienti.rejected.csv").exists()
    write(path, HEAD + ROWS)
    assert invoked(data, path, "--yes").exit_code == 0
    assert not (tmp_path / "clienti.rejected.csv").exists()


def test_a_mapping_file_is_written_once_and_asks_nothing_next_week(data, tmp_path):
    path, mapping = write(tmp_path / "clienti.csv", HEAD + ROWS), tmp_path / "map.toml"
    assert invoked(data, path, "--mapping", mapping, "--yes").exit_code == 0
    assert '"Cognome" = "family_name"' in mapping.read_text()
    mapping.write_text(mapping.read_text().replace('"Email" = "email"', '"Email" = ""'))
    write(path, HEAD + "3;Neri;Ida;not read\n")
    assert invoked(data, path, "--mapping", mapping).exit_code == 0
    assert names(data) == ["Conti", "Neri", "Riva"]


def test_a_column_that_the_mapping_names_and_the_file_lacks(data, tmp_path):
    path, mapping = write(tmp_path / "clienti.csv", HEAD + ROWS), tmp_path / "map.toml"
    invoked(data, path, "--mapping", mapping, "--yes")
    write(path, HEAD.replace("Email", "Posta") + ROWS)
    done = invoked(data, path, "--mapping", mapping, "--kind", "customers")
    assert done.exit_code == 1
    assert "“Email”" in done.stderr


def test_nobody_there_to_ask(data, tmp_path):
    done = invoked(data, write(tmp_path / "clienti.csv", HEAD + ROWS))
    assert done.exit_code == 1
    assert "--yes" in done.stderr
    assert names(data) == []


def test_one_file_that_cannot_be_read_stops_all_before_anything_is_taken(data, tmp_path):
    good, empty = write(tmp_path / "clienti.csv", HEAD + ROWS), write(tmp_path / "vuoto.csv", "")
    done = invoked(data, good, empty, "--yes")
    assert done.exit_code == 1
    assert f"{empty}: This file is empty." in done.stderr
    assert names(data) == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--store", "napoli"), "no shop “napoli”"),
        (("--encoding", "klingon"), "“klingon” is no encoding"),
        (("--kind", "stock"), "ean, model, sku"),
    ],
)
def test_wishes_that_cannot_be_met(data, tmp_path, options, said):
    done = invoked(data, write(tmp_path / "clienti.csv", HEAD + ROWS), "--yes", *options)
    assert done.exit_code == 1
    assert said in done.stderr


def test_a_file_or_hub_that_is_not_there(data, tmp_path):
    assert "No such file" in invoked(data, tmp_path / "x.csv", "--yes").stderr
    path = write(tmp_path / "clienti.csv", HEAD + ROWS)
    assert "there is no hub" in invoked(tmp_path / "nowhere", path, "--yes").stderr


def test_a_workbook_is_taken_like_a_text_file(data, tmp_path):
    book = Workbook()
    for row in (["Codice cliente", "Cognome", "Nome", "Email"], [1, "Conti", "Ada", "ada@example.it"]):
        book.active.append(row)
    book.save(tmp_path / "clienti.xlsx")
    assert invoked(data, tmp_path / "clienti.xlsx", "--yes").exit_code == 0
    text = write(tmp_path / "clienti.csv", HEAD + ROWS)
    assert "1 new, 0 changed, 1 as it was" in invoked(data, text, "--yes").stdout


def counted(data: Path) -> int:
    with closing(sqlite3.connect(data / "hub.sqlite")) as database:
        (number,) = database.execute("select count(*) from customer").fetchone()
    return number


def test_an_import_that_was_killed_goes_on_harmlessly(data, tmp_path):
    invoked(data, write(tmp_path / "negozi.csv", SHOPS), "--yes")
    many = "".join(f"{n};Conti {n:04};Ada;ada{n}@example.it\n" for n in range(2_500))
    path = write(tmp_path / "clienti.csv", HEAD + many)
    with subprocess.Popen(
        [*COMMAND, "--data", str(data), str(path), "--yes"], stdout=subprocess.DEVNULL
    ) as started:
        until(lambda: counted(data) > 0)
        started.kill()
    assert 0 < counted(data) < 2_500
    done = invoked(data, path, "--yes")
    assert done.exit_code == 0, done.output
    assert f"{2_500 - counted_as_new(done)} as they were" in done.stdout
    assert counted(data) == 2_500


def counted_as_new(done: Result) -> int:
    return int(done.stdout.split(" new, ")[0].rsplit(" ", 1)[1])


def test_a_hub_on_postgresql_takes_files_and_rehearses_them(postgresql, tmp_path):
    data = tmp_path / "hub"
    data.mkdir()
    (data / settings.FILE).write_text(f'[hub]\ndatabase = "{postgresql.database()}"\n')
    shops, clients = write(tmp_path / "negozi.csv", SHOPS), write(tmp_path / "clienti.csv", HEAD + ROWS)
    orders = "N. ordine;Data;Codice cliente;Totale\nW1;1/10/2026;1;10\nW2;1/10/2026;9;10\n"
    files = (shops, clients, write(tmp_path / "ordini.csv", orders))
    fates = [
        "1 new, 0 changed, 0 as they were, 0 rejected",
        "2 new, 0 changed",
        "1 new, 0 changed, 0 as they were, 1",
    ]
    dry, wet = invoked(data, *files, "--dry-run"), invoked(data, *files, "--yes")
    assert all(fate in dry.stdout and fate in wet.stdout for fate in fates), dry.output + wet.output
    again = invoked(data, *files, "--yes")
    assert "0 new, 0 changed, 2 as they were, 0 rejected" in again.stdout
    assert names(data) == ["Conti", "Riva"]


def test_what_a_killed_dry_run_left_behind_goes_with_the_next(data, tmp_path):
    old, fresh = data / ".dry-run-old", data / ".dry-run-fresh"
    for left in (old, fresh):
        left.mkdir()
        (left / "hub.sqlite").write_text("")
    os.utime(old, (1_000_000_000, 1_000_000_000))
    assert invoked(data, write(tmp_path / "clienti.csv", HEAD + ROWS), "--dry-run").exit_code == 0
    assert not old.exists()
    assert fresh.exists()


def test_a_person_corrects_a_column_at_the_terminal(data, tmp_path):
    path = write(
        tmp_path / "clienti.csv", "Codice cliente;Cognome;Nome;Contatto\n1;Conti;Ada;ada@example.it\n"
    )
    mine, theirs = pty.openpty()
    command = [*COMMAND, "--data", str(data), str(path)]
    with subprocess.Popen(
        command, stdin=theirs, stdout=subprocess.PIPE, text=True, env={**os.environ, "LC_ALL": "en_GB.UTF-8"}
    ) as started:
        os.write(mine, b"4\nemail\n\n")
        said, _ = started.communicate(timeout=60)
    os.close(mine)
    os.close(theirs)
    assert started.returncode == 0, said
    assert "→ e-mail" in said
    with standing_hub(data) as hub, hub.store.read() as conn:
        assert list(conn.scalars(sa.select(customer.c.email))) == ["ada@example.it"]


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({"LANG": "it_IT.UTF-8"}, "it"),
        ({"LC_ALL": "en_US.UTF-8", "LANG": "it_IT.UTF-8"}, "en"),
        ({"LANG": "Italian_Italy.1252"}, "it"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "fi_FI"}, "en"),
    ],
)
def test_the_commands_speak_the_machines_language(environ, language):
    assert machine_language(environ) == language
