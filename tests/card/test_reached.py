from clienteling.card.reached import Call, Reached, Request, last_call, open_request, reached
from clienteling.timeline.values import EventKind
from tests.shop import NOW

HOUR = 3_600_000


def test_a_request_is_open_until_the_desk_closes_it(shop):
    shop.event("a", "help_desk", "ticket_opened", NOW - 3 * HOUR, "Tacco", ticket="141")
    shop.event("b", "help_desk", "ticket_opened", NOW - 2 * HOUR, "Reso", ticket="142")
    shop.event("c", "help_desk", "message_in", NOW - HOUR, "?", ticket="142")
    found = shop.read(lambda conn: reached(conn, "giulia", NOW))
    assert open_request(found) == Request(NOW - 2 * HOUR, "Reso")
    shop.event("d", "help_desk", "ticket_solved", NOW, "Reso", ticket="142")
    found = shop.read(lambda conn: reached(conn, "giulia", NOW))
    assert open_request(found) == Request(NOW - 3 * HOUR, "Tacco")


def test_her_last_call_counts_until_we_call_back():
    missed, answered = Reached(2, EventKind.CALL_MISSED), Reached(1, EventKind.CALL_IN)
    back = Reached(3, EventKind.CALL_OUT)
    assert last_call([missed, answered]) == Call(2, missed=True)
    assert last_call([answered]) == Call(1, missed=False)
    assert last_call([back, missed]) is None
    assert last_call([]) is None
