import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from clienteling.hub.importing import workbook
from clienteling.hub.importing.opening import open_file
from clienteling.hub.importing.values import Unreadable
from tests.hub.importing.files import ENGLISH


def saved(path, *rows, prepare=None):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    if prepare:
        prepare(book)
    book.save(path)
    return path


def test_cells_become_what_a_person_would_write(tmp_path):
    path = saved(
        tmp_path / "f.xlsx",
        ["Nome", "EAN", "Prezzo", "Data", "Attivo", "Taglia"],
        ["Nora", 8051234567892, 159.5, date(2026, 12, 31), True, 39.0],
        ["Nora", "0012345", 1e16, datetime.fromisoformat("2026-12-31 10:05"), None, "39½"],
    )
    assert [row.cells for row in open_file(path).rows()] == [
        ("Nora", "8051234567892", "159.5", "2026-12-31", "true", "39"),
        ("Nora", "0012345", "1.00000000000000E+16", "2026-12-31 10:05:00", "", "39½"),
    ]


def test_zeros_that_a_cell_shows_belong_to_its_number(tmp_path):
    def zeros(book):
        book.active["A2"].number_format = "00000000"

    path = saved(tmp_path / "f.xlsx", ["Tessera", "Nome"], [1234, "Anna"], prepare=zeros)
    assert next(open_file(path).rows()).cells == ("00001234", "Anna")


def test_a_hidden_sheet_is_not_read_and_others_are_named(tmp_path):
    def sheets(book):
        book.create_sheet("Appunti", 0).append(["niente", "di", "utile"])
        hidden = book.create_sheet("Vecchi", 0)
        hidden.append(["Cognome", "Nome", "Email"])
        hidden.sheet_state = "hidden"
        book.create_sheet("Altri").append(["Cognome", "Nome"])

    path = saved(tmp_path / "f.xlsx", ["Cognome", "Nome"], ["Rossi", "Anna"], prepare=sheets)
    opened = open_file(path)
    assert [row.cells for row in opened.rows()] == [("Rossi", "Anna")]
    assert opened.other_sheets == ("Appunti", "Altri")


def test_merged_headings_over_two_rows_below_a_merged_title(tmp_path):
    def merge(book):
        for cells in ("A1:D1", "A2:A3", "B2:B3", "C2:D2"):
            book.active.merge_cells(cells)

    path = saved(
        tmp_path / "f.xlsx",
        ["Clienti del negozio"],
        ["Cognome", "Nome", "Recapiti", None],
        [None, None, "Telefono", "E-mail"],
        ["Rossi", "Anna", "399 2000000", "a@example.it"],
        prepare=merge,
    )
    opened = open_file(path)
    assert opened.headings == ("Cognome", "Nome", "Telefono", "E-mail")
    assert [row.number for row in opened.rows()] == [4]


def test_a_sheet_by_its_name(tmp_path):
    path = saved(
        tmp_path / "f.xlsx",
        ["Cognome", "Nome"],
        prepare=lambda b: b.create_sheet("B").append(["EAN", "Prezzo"]),
    )
    assert open_file(path, sheet="B").headings == ("EAN", "Prezzo")
    with pytest.raises(Unreadable) as error:
        open_file(path, sheet="C")
    assert "Sheet, B" in error.value.in_words(ENGLISH)


def test_a_workbook_cut_off_is_explained(tmp_path):
    path = saved(tmp_path / "f.xlsx", ["Cognome", "Nome"])
    path.write_bytes(path.read_bytes()[:-300])
    with pytest.raises(Unreadable) as error:
        open_file(path)
    assert "damaged" in error.value.in_words(ENGLISH)


def test_a_workbook_that_unpacks_to_more_than_the_machine_has_is_refused(tmp_path, monkeypatch):
    path = saved(tmp_path / "f.xlsx", ["Cognome", "Nome"])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/media/bomb", b"\0" * (1 << 20))
    monkeypatch.setattr(workbook, "MOST_UNPACKED", 1 << 20)
    with pytest.raises(Unreadable) as error:
        open_file(path)
    assert "too large" in error.value.in_words(ENGLISH)
