"""Client books on the tablet: hers in one tap, mine and the shop's, with what is due."""

from clienteling.clientbook.tables import book_entry
from clienteling.clientbook.use_cases import add
from clienteling.staff.values import Author
from clienteling.tablet.navigation import Navigation
from tests.tablet import giulia, tablets
from tests.tablet.counter import Counter

MARTA = Author(tablets.MARTA, tablets.STORE)


def entries(counter: Counter) -> list[tuple[str, str]]:
    return [(row.customer_id, row.associate_id) for row in counter.rows(book_entry)]


def book(counter: Counter):
    counter.app.navigation.go(Navigation.Place.Book.value)
    return counter.app.root.shop.book.clients


def enter(counter: Counter, customer_id: str, author: Author) -> None:
    with tablets.replica_of(counter.app).write() as writer:
        add(writer, customer_id, author=author)


def test_she_comes_into_my_book_with_one_tap_on_the_leaf_and_out_again(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    before = counter.taps
    counter.tap("record-more")
    counter.tap("act-book")
    counter.wait_saved("booked")
    assert counter.taps - before == 2
    assert entries(counter) == [(giulia.GIULIA, tablets.SOFIA)]
    counter.tap("record-more")
    counter.fingers.wait_for("Looked after by Sofia Marini")
    counter.tap("act-book")
    counter.wait_saved("unbooked")
    assert entries(counter) == []
    counter.tap("savedUndo")
    counter.wait_saved("undone")
    assert entries(counter) == [(giulia.GIULIA, tablets.SOFIA)]


def test_my_book_opens_first_with_who_waits_for_us_on_top(counter: Counter) -> None:
    for customer_id in (giulia.GIULIA, giulia.EMPTY, giulia.MARCO):
        enter(counter, customer_id, Author(tablets.SOFIA, tablets.STORE))
    clients = book(counter)
    counter.wait(lambda: clients.lines.count == 3)
    assert [row.key for row in clients.lines.rows] == [giulia.MARCO, giulia.GIULIA, giulia.EMPTY]
    for words in ("Waiting for us", "last contact", "1 promise overdue", "In the next days", "by Saturday"):
        counter.fingers.wait_for(words)
    counter.tap(f"client-{giulia.GIULIA}")
    counter.wait(lambda: counter.card.customer_id == giulia.GIULIA)


def test_the_shops_book_names_who_looks_after_her(counter: Counter) -> None:
    enter(counter, giulia.GIULIA, MARTA)
    clients = book(counter)
    counter.wait(lambda: clients.whose == "recent")
    counter.tap("whose-mine")
    counter.fingers.wait_for("Nobody is in this book yet")
    counter.tap("whose-shop")
    counter.wait(lambda: clients.lines.count == 1)
    counter.fingers.wait_for("Marta De Angelis")


def test_what_is_typed_is_looked_for_among_everybody(counter: Counter) -> None:
    enter(counter, giulia.GIULIA, Author(tablets.SOFIA, tablets.STORE))
    clients = book(counter)
    counter.wait(lambda: clients.lines.count == 1)
    counter.tap("search")
    counter.fingers.type("lo bianco")
    counter.tap(f"hit-{giulia.MARCO}")
    counter.wait(lambda: counter.card.customer_id == giulia.MARCO)


def test_whoever_takes_the_tablet_over_sees_her_own_book(counter: Counter) -> None:
    enter(counter, giulia.GIULIA, Author(tablets.SOFIA, tablets.STORE))
    enter(counter, giulia.MARCO, MARTA)
    clients = book(counter)
    counter.wait(lambda: [row.key for row in clients.lines.rows] == [giulia.GIULIA])
    counter.app.session.lock()
    tablets.sign_in(counter.app, tablets.MARTA)
    counter.wait(lambda: counter.app.session.open)
    book(counter)
    counter.wait(lambda: [row.key for row in clients.lines.rows] == [giulia.MARCO])
