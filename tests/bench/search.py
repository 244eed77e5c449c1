"""A keystroke in the search field to the frame that shows whom it finds; the query alone, against FTS5's."""

import time
from collections.abc import Callable, Iterator
from functools import partial

import sqlalchemy as sa
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickItem

from clienteling.customers.search import search, understood
from clienteling.tablet.app import App
from clienteling.tablet.book.book_view_model import BookViewModel
from clienteling.tablet.book.hits import SHOWN
from tests.bench.figure import Figure, percentile
from tests.bench.hands import rest, signed_in, wait_until
from tests.bench.million import big_tablet

TYPED = (
    "giulia ferr",
    "maria rossi",
    "bianchi",
    "d'am",
    "lu bi",
    "ros g",
    "3990012",
    "0123456",
    "27000000",
    "anna.co",
    "a b",
    "ferrari m",
)
ALLOWED_MS = 30
WARM_UP = 5
_BARE = (
    "select c.* from customer_search s join customer_search_row r on r.docid = s.rowid "
    "join customer c on c.id = r.customer_id where customer_search match ? limit ?"
)


def measure() -> list[Figure]:
    with big_tablet() as big, signed_in(big.tablet.folder) as app:
        painted, worked = zip(*list(_typed(app))[WARM_UP:], strict=True)
        with app.replica.read() as connection:
            asked = [text[:end] for text in TYPED for end in range(1, len(text) + 1)]
            ours = [_ms(lambda text=text: search(connection, text, SHOWN, hurried=True)) for text in asked]
            bare = [_ms(lambda text=text: _bare(connection, text)) for text in asked]
    return [
        Figure(
            "search",
            percentile(painted, 95),
            "ms",
            ALLOWED_MS,
            len(painted),
            f"p95 of {big.customers:,} customers, keystroke to rows painted; limit: what it may take",
        ),
        Figure(
            "search_work", percentile(worked, 95), "ms", ALLOWED_MS, len(worked), "the same in processor time"
        ),
        Figure(
            "search_query",
            percentile(ours, 95),
            "ms",
            percentile(bare, 95),
            len(ours),
            f"p95, alone; limit: the bare FTS5 prefix query for {SHOWN} customers' rows, in no order",
        ),
    ]


def _ms(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _bare(connection: sa.Connection, text: str) -> object:
    query = understood(text)
    match = " ".join(f'"{term}"*' for term in query.terms) if query else '""'
    return connection.exec_driver_sql(_BARE, (match, SHOWN)).all()


def _typed(app: App) -> Iterator[tuple[float, float]]:
    """Milliseconds of each letter: on the clock, and those that this process worked, whatever others do.

    It counts as painted with the first frame after its rows are there.
    """
    field = app.window.quick.findChild(QQuickItem, "search")
    book = app.root.shop.book
    for text in TYPED:
        field.forceActiveFocus()
        for end in range(1, len(text) + 1):
            rest()
            yield _keystroke(app, text[end - 1], partial(_answers, book, text[:end].strip()))
        field.empty()
        wait_until(lambda: book.text == "")


def _answers(book: BookViewModel, text: str) -> bool:
    return book.text == text


def _keystroke(app: App, letter: str, answered: Callable[[], bool]) -> tuple[float, float]:
    painted: list[tuple[float, float]] = []

    def on_frame() -> None:
        if not painted and answered():
            painted.append((time.perf_counter(), time.process_time()))

    window = app.window.quick
    window.frameSwapped.connect(on_frame)
    start, worked = time.perf_counter(), time.process_time()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(
            window, QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
        )
    window.requestUpdate()
    wait_until(lambda: bool(painted))
    window.frameSwapped.disconnect(on_frame)
    return (painted[0][0] - start) * 1000, (painted[0][1] - worked) * 1000
