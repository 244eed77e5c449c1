"""Who opened whose card is written down by the tablet itself, with what led to it."""

import pytest
import sqlalchemy as sa

from clienteling.privacy.tables import access
from clienteling.tablet.navigation import Navigation
from tests.tablet import giulia, tablets
from tests.tablet.counter import Counter


def written(counter: Counter) -> list[tuple[str, str, str, str]]:
    with tablets.replica_of(counter.app).read() as conn:
        query = sa.select(access.c.customer_id, access.c.why, access.c.associate_id, access.c.device)
        return [tuple(row) for row in conn.execute(query.order_by(access.c.id))]


def by_search(counter: Counter) -> None:
    counter.app.navigation.go(Navigation.Place.Book.value)
    counter.app.root.shop.book.look_for("giulia")
    counter.tap(f"hit-{giulia.GIULIA}")


def by_scan(counter: Counter) -> None:
    with counter.qtbot.waitSignal(counter.app.navigation.customer_changed):
        counter.app.root.shop._counter.route._open(giulia.GIULIA)


@pytest.mark.parametrize(("way", "why"), [(by_search, "search"), (by_scan, "scan")])
def test_an_opened_card_is_noted_once_with_the_way_that_led_to_it(counter: Counter, way, why) -> None:
    way(counter)
    counter.fingers.wait_for("Giulia Ferraris")
    counter.wait(lambda: bool(written(counter)))
    way(counter)
    counter.open_card(giulia.MARCO)
    counter.wait(lambda: len(written(counter)) > 1)
    noted = written(counter)
    assert noted[0] == (giulia.GIULIA, why, tablets.SOFIA, tablets.PAIRING.device_name)
    assert [row[0] for row in noted] == [giulia.GIULIA, giulia.MARCO]


def test_the_note_is_no_record_of_the_associates_and_reads_no_card_again(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.wait(lambda: bool(written(counter)))
    shown: list[int] = []
    counter.card.shown.connect(lambda: shown.append(1))
    replica = tablets.replica_of(counter.app)
    assert replica.ledger().recorded == 0
    assert replica.pending() == 1
    counter.wait(lambda: counter.app.link.saved_here == 0)
    assert shown == []
