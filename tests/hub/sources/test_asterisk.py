import logging
import socket

import pytest

from clienteling.hub.sources import positions, section
from clienteling.hub.sources.asterisk import REFUSED_WAIT_S, Exchange
from clienteling.hub.sources.lines import Line
from clienteling.hub.sources.manager import LineDown, Manager
from clienteling.hub.sources.met import Met
from clienteling.hub.sources.web import Trouble, Web
from clienteling.timeline.tables import event
from tests.hub.connectors.exchange import call_in, missed
from tests.hub.connectors.shared import payload
from tests.hub.connectors.test_asterisk import blocks
from tests.hub.little_house import ANNA, NOW, rows
from tests.hub.sources.certified import certified_here
from tests.hub.sources.fake_exchange import PASSWORD, FakeExchange
from tests.hub.sources.test_calls import gave


@pytest.fixture
def exchange():
    exchange = FakeExchange()
    yield exchange
    exchange.close()


def shop(port: int, **said):
    said = {"host": "127.0.0.1", "port": port, "username": "clienteling", "password": PASSWORD, **said}
    return section.read("shop", {"kind": "asterisk", **said})


def unheard(*_: object) -> None:
    """Whoever does not care."""


@pytest.fixture
def listening(exchange, connected, store):
    """The intake whose hub is on the line with the exchange."""
    source = shop(exchange.port)
    intake, _ = connected(source)
    standing = Line(store, source.id, source.kind.listens)
    line = Exchange(
        source.said, lambda call, body: intake.keep(source.id, call, body), standing.stands, wait_s=0.01
    )
    line.start()
    exchange.logged_in()
    yield intake
    line.close()


@pytest.fixture
def heard(listening, store, eventually):
    """Her events, once there are so many."""

    def told(count: int) -> list[str]:
        def there() -> bool:
            listening.work()
            return len(rows(store, event)) >= count

        eventually(there)
        return [row.kind for row in rows(store, event)]

    return told


@pytest.mark.parametrize("piece", [0, 7])
def test_calls_are_heard_as_they_end_however_the_line_cuts_them(exchange, heard, store, piece):
    gave(store, ANNA)
    exchange.tell(call_in(), piece)
    exchange.tell(missed(), piece)
    assert sorted(heard(2)) == ["call_in", "call_missed"]


def test_the_line_is_taken_up_again_and_nothing_is_told_twice(exchange, heard, store, eventually):
    gave(store, ANNA)
    exchange.tell(call_in())
    heard(1)
    exchange.drop_the_line()
    exchange.tell([*call_in(), *missed()])
    assert heard(2) == ["call_in", "call_missed"]
    assert exchange.lines_opened == 2


def test_a_call_that_ended_while_the_line_was_down_is_told(exchange, heard, store):
    gave(store, ANNA)
    exchange.tell([*call_in()[:-2], *missed()])
    heard(1)
    exchange.drop_the_line()
    assert sorted(heard(2)) == ["call_in", "call_missed"]


def test_a_call_that_still_goes_on_after_the_line_was_down_is_told_at_its_end(
    exchange, heard, store, eventually
):
    gave(store, ANNA)
    *before, ours_ends, hers_ends = call_in()
    exchange.tell([*before, *missed()])
    heard(1)
    exchange.channels = ["1.0", "1.01"]
    exchange.drop_the_line()
    exchange.tell([ours_ends])
    eventually(lambda: exchange.lines_opened == 2)
    assert [row.kind for row in rows(store, event)] == ["call_missed"]
    exchange.tell([hers_ends])
    assert sorted(heard(2)) == ["call_in", "call_missed"]


def test_the_password_never_goes_over_the_line(exchange, listening):
    assert exchange.asked[:3] == ["Challenge", "Login", "CoreShowChannels"]


@pytest.mark.shared
def test_a_recorded_hour_of_an_exchange_is_read_to_its_end(exchange, heard, store):
    recorded = payload("asterisk/originate_with_events.ami.txt")
    gave(store, ANNA)
    exchange.tell([one for one in blocks(recorded) if one.get("Event")])
    exchange.tell(call_in())
    assert heard(1) == ["call_in"]


def test_what_cannot_be_kept_now_is_kept_with_what_comes_next(exchange, eventually, caplog):
    kept: list[bytes] = []
    refusals = iter([OSError("full"), OSError("full")])

    def keep(call: str, body: bytes) -> None:
        for refusal in refusals:
            raise refusal
        kept.append(body)

    line = Exchange(shop(exchange.port).said, keep, unheard, wait_s=0.01)
    with caplog.at_level(logging.CRITICAL):
        line.start()
        exchange.tell([*call_in(), *missed(call="2.0"), *missed(call="7.0")])
        eventually(lambda: len(kept) == 3)
    line.close()
    assert exchange.lines_opened == 1


def test_connecting_proves_the_password(exchange):
    right = shop(exchange.port)
    assert right.kind.check(right.said, Web()) == Met("Asterisk, 127.0.0.1")
    wrong = shop(exchange.port, password="wrong")
    with pytest.raises(Trouble, match="does not accept this user name and password"):
        wrong.kind.check(wrong.said, Web())


@pytest.fixture
def certificate(tmp_path):
    return certified_here(tmp_path)


def test_the_line_may_be_encrypted_and_only_to_the_exchange_that_is_trusted(certificate):
    file, context = certificate
    exchange = FakeExchange(context)
    try:
        trusted = shop(exchange.port, tls=True, ca=str(file))
        assert trusted.kind.check(trusted.said, Web()) == Met("Asterisk, 127.0.0.1")
        unknown = shop(exchange.port, tls=True)
        with pytest.raises(Trouble, match="No TLS with the exchange"):
            unknown.kind.check(unknown.said, Web())
        nowhere = shop(exchange.port, tls=True, ca=str(file.with_name("none.pem")))
        with pytest.raises(Trouble, match="cannot be read"):
            nowhere.kind.check(nowhere.said, Web())
    finally:
        exchange.close()


def test_nobody_there_is_said_plainly():
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    nobody = shop(port)
    with pytest.raises(Trouble, match="The exchange gives no answer"):
        nobody.kind.check(nobody.said, Web())


@pytest.mark.parametrize("greeting", [b"SSH-2.0-OpenSSH\r\n", b"", b"x" * 40_000])
def test_what_is_no_exchange_is_left_alone(greeting):
    with socket.create_server(("127.0.0.1", 0)) as server:
        line = Manager("127.0.0.1", server.getsockname()[1])
        theirs, _ = server.accept()
        with theirs:
            theirs.sendall(greeting)
            theirs.shutdown(socket.SHUT_WR)
            with line, pytest.raises(LineDown):
                line.log_in("clienteling", PASSWORD)


def test_a_wrong_password_is_said_once_and_not_tried_again_at_once(exchange, eventually, caplog):
    line = Exchange(shop(exchange.port, password="wrong").said, unheard, unheard, wait_s=0.001)
    with caplog.at_level(logging.WARNING):
        line.start()
        eventually(lambda: caplog.messages)
    line.close()
    assert [message for message in caplog.messages if "user name and password" in message] == caplog.messages
    assert exchange.lines_opened == 1


def test_what_is_tried_in_vain_again_and_again_is_said_once(exchange, eventually, caplog):
    exchange.greeting = b"SSH-2.0-OpenSSH\r\n"
    line = Exchange(shop(exchange.port).said, unheard, unheard, wait_s=0.001)
    with caplog.at_level(logging.WARNING):
        line.start()
        eventually(lambda: exchange.lines_opened >= 4)
    line.close()
    assert len(caplog.messages) == 1


def test_how_the_line_stands_is_kept_with_when_it_is_tried_again(exchange, store, eventually):
    def standing() -> positions.Position:
        with store.read() as conn:
            return positions.read(conn, "asterisk:shop", "calls")

    note = Line(store, "asterisk:shop", "calls").stands
    refused = Exchange(shop(exchange.port, password="wrong").said, unheard, note, now=lambda: NOW)
    refused.start()
    eventually(lambda: standing().problem)
    refused.close()
    assert "user name and password" in standing().problem
    assert standing().next_at == NOW + REFUSED_WAIT_S * 1000
    let_in = Exchange(shop(exchange.port).said, unheard, note)
    let_in.start()
    eventually(lambda: not standing().problem)
    let_in.close()
    assert (standing().next_at, standing().last_ok_at) == (0, NOW)


def test_a_line_whose_standing_cannot_be_kept_is_listened_to_all_the_same(exchange, eventually, caplog):
    kept: list[str] = []

    def full(*_: object) -> None:
        raise OSError("full")

    line = Exchange(shop(exchange.port).said, lambda call, _body: kept.append(call), full, wait_s=0.01)
    with caplog.at_level(logging.CRITICAL):
        line.start()
        exchange.tell(call_in())
        eventually(lambda: kept == ["call"])
    line.close()


def test_a_hub_that_stops_does_not_wait_for_a_word(exchange):
    kept: list[tuple[str, bytes]] = []
    line = Exchange(shop(exchange.port).said, lambda *call: kept.append(call), unheard)
    line.start()
    exchange.logged_in()
    line.close()
    assert not line._thread.is_alive()


@pytest.mark.parametrize("port", [0, 70_000])
def test_a_port_that_is_none_is_refused(port):
    with pytest.raises(section.Wrong, match="port is no port"):
        shop(port)
