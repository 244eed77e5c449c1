from pathlib import Path

from PySide6.QtPdf import QPdfDocument


def words(path: Path) -> str:
    """Everything that can be read in a PDF."""
    document = QPdfDocument()
    assert document.load(str(path)) is QPdfDocument.Error.None_
    return " ".join(document.getAllText(page).text() for page in range(document.pageCount()))
