import pytest
from PySide6.QtPdf import QPdfDocument

from clienteling.hub.privacy.file.paper import Paper


@pytest.mark.parametrize("lines_before", range(26, 37))
def test_a_title_never_stands_alone_at_the_end_of_a_page(tmp_path, lines_before):
    paper = Paper("Prova", language="it", made_at=0, foot="{page} / {pages}")
    for number in range(lines_before):
        paper.entry("Nome", str(number))
    paper.section("Il titolo", "Di che cosa si tratta.")
    paper.day("Il giorno")
    paper.entry("12:30", "La prima riga", "Milano Brera")
    file = tmp_path / "paper.pdf"
    file.write_bytes(bytes(paper.output()))
    document = QPdfDocument()
    document.load(str(file))
    pages = [document.getAllText(page).text() for page in range(document.pageCount())]
    (titled,) = [page for page in pages if "Il titolo" in page]
    assert "La prima riga" in titled
