from pathlib import Path

import pytest

import clienteling
from clienteling.spreadsheet import csv_of, safe


@pytest.mark.parametrize("cell", ["-3,50", "-3.50", "-12", "0,00", "Giulia", -3])
def test_an_amount_is_counted_with_also_below_nothing(cell):
    assert safe(cell) == cell


@pytest.mark.parametrize(
    "cell", ["=1+1", "+39 02 555", "-1-1", "-3,50,1", "-A1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1d1"]
)
def test_what_would_be_reckoned_is_only_shown(cell):
    assert safe(cell) == f"'{cell}"


def test_a_table_is_one_that_a_spreadsheet_in_italy_opens():
    assert csv_of([("a", "1,5"), (), ("=b", -2)]) == "\ufeffa;1,5\r\n\r\n'=b;-2\r\n"


def test_whatever_writes_a_table_makes_its_cells_safe():
    """A new export goes through `csv_of`, or makes each cell `safe` as the rejected rows do."""
    house = Path(clienteling.__file__).parent
    writing = {p.name for p in house.rglob("*.py") if "csv.writer" in p.read_text("utf-8")}
    assert writing == {"spreadsheet.py", "rejected.py"}
    assert "safe(" in (house / "hub" / "importing" / "rejected.py").read_text("utf-8")
