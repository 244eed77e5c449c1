import tracemalloc

import pytest

from clienteling.hub.importing.opening import open_file
from clienteling.hub.importing.values import Unreadable
from tests.hub.importing.files import ENGLISH, write

TABLE = "Cognome;Nome;Email\nD'Amicò;Niccolò;n@example.it\n"


def cells(path, **how) -> list[tuple[str, ...]]:
    return [row.cells for row in open_file(path, **how).rows()]


@pytest.mark.parametrize(
    "written",
    [
        TABLE.encode("cp1252"),
        TABLE.encode("utf-8"),
        TABLE.encode("utf-8-sig"),
        TABLE.encode("utf-16"),
        TABLE.replace(";", "\t").encode("utf-16"),
        TABLE.replace(";", ",").encode(),
        TABLE.replace(";", "|").encode("cp1252"),
        ("sep=;\r\n" + TABLE).encode("cp1252"),
        TABLE.replace("\n", "\r\n").encode("cp1252"),
    ],
)
def test_delimiter_and_encoding_are_found(tmp_path, written):
    assert cells(write(tmp_path / "f.csv", written)) == [("D'Amicò", "Niccolò", "n@example.it")]


def test_old_programs_encodings_can_be_named(tmp_path):
    path = write(tmp_path / "f.csv", TABLE.encode("cp850"))
    assert cells(path, encoding="cp850") == [("D'Amicò", "Niccolò", "n@example.it")]


def test_both_encodings_in_one_file_are_read_each_as_it_is(tmp_path):
    mixed = b"Cognome;Nome\n" + "Però;Lucìa\n".encode() + "Però;Lucìa\n".encode("cp1252")
    assert cells(write(tmp_path / "f.csv", mixed)) == [("Però", "Lucìa")] * 2


def test_letters_that_nobody_can_read_reject_their_row_only(tmp_path):
    path = write(tmp_path / "f.csv", b"Cognome;Nome\nPer\x81;Anna\nRossi;Bea\n")
    bad, good = open_file(path).rows()
    assert "cannot be read" in bad.problem.in_words(ENGLISH)
    assert good.cells == ("Rossi", "Bea")


def test_a_quotation_mark_that_never_closes_costs_one_row(tmp_path):
    rows = "".join(f"Rossi;Anna {n}\n" for n in range(1_000))
    path = write(tmp_path / "f.csv", f'Cognome;Nome\n"Bianchi;Bea\n{rows}')
    first, *others = open_file(path).rows()
    assert first.problem is not None
    assert [row.number for row in others] == list(range(3, 1_003))
    assert others[-1].cells == ("Rossi", "Anna 999")


def test_a_quotation_mark_that_never_closes_near_the_end_swallows_nothing(tmp_path):
    path = write(tmp_path / "f.csv", 'Cognome;Nome\n"Bianchi;Bea\nRossi;Anna\n')
    first, second = open_file(path).rows()
    assert first.problem is not None
    assert second.cells == ("Rossi", "Anna")


def test_a_cell_may_hold_lines_delimiters_and_quotes(tmp_path):
    path = write(tmp_path / "f.csv", 'Cognome;Nome\n"Rossi; ""la rossa""\nBianchi";Anna\n')
    assert cells(path) == [('Rossi; "la rossa"\nBianchi', "Anna")]


def test_headings_stand_below_a_title_and_blank_rows(tmp_path):
    path = write(
        tmp_path / "f.csv", "Anagrafica clienti;;\n;;\nCognome;Nome;E-mail\nRossi;Anna;a@example.it\n"
    )
    opened = open_file(path)
    assert opened.headings == ("Cognome", "Nome", "E-mail")
    assert [row.number for row in opened.rows()] == [4]


def test_two_columns_of_one_name_are_told_apart(tmp_path):
    path = write(tmp_path / "f.csv", "Cognome;Telefono;Telefono;;\nRossi;1;2;3;\n")
    assert open_file(path).headings == ("Cognome", "Telefono", "Telefono [2]")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (b"", "empty"),
        (b"\n\n  \n", "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old or a locked"),
        (b"<html><table><tr><td>Nome</td></tr></table></html>", "web page"),
        (b"PK\x03\x04 not really", "damaged"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 4, "neither a text file"),
        (b"1;2;3\n4;5;6\n", "No heading of this file is known. It begins: 1 | 2 | 3"),
    ],
)
def test_what_is_no_table_is_explained(tmp_path, written, said):
    path = write(tmp_path / "f.csv", written)
    with pytest.raises(Unreadable) as error:
        open_file(path)
    assert said in error.value.in_words(ENGLISH)


def test_a_large_file_is_read_in_little_memory(tmp_path):
    path = tmp_path / "f.csv"
    with path.open("w") as file:
        file.write("Cognome;Nome;Note\n")
        for number in range(60_000):
            file.write(f"Rossi {number};Anna;{'x' * 200}\n")
    tracemalloc.start()
    try:
        read = sum(1 for _ in open_file(path).rows())
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert read == 60_000
    assert most < 4 << 20


def test_a_file_of_long_notes_is_read_in_little_memory(tmp_path):
    path = tmp_path / "f.csv"
    with path.open("w") as file:
        file.write("Cognome;Nome;Note\n")
        for number in range(600):
            file.write(f"Rossi {number};Anna;{'x' * 50_000}\n")
    tracemalloc.start()
    try:
        opened = open_file(path)
        held, _ = tracemalloc.get_traced_memory()
        assert sum(1 for _ in opened.rows()) == 600
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(opened.sample) > 400
    assert held < 1 << 20
    assert most < 8 << 20


def test_a_line_without_end_is_rejected_in_little_memory(tmp_path):
    path = write(tmp_path / "f.csv", b"Cognome;Nome\n" + b"x" * (24 << 20) + b"\nRossi;Anna\n")
    tracemalloc.start()
    try:
        endless, anna = open_file(path).rows()
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert endless.problem is not None
    assert "longer than 1 MB" in endless.problem.in_words(ENGLISH)
    assert anna.cells == ("Rossi", "Anna")
    assert most < 16 << 20
