import pytest

from clienteling.schema import metadata
from clienteling.staff import pin, sign_in
from clienteling.staff.backoff import LONGEST_WAIT, still_waiting, tries_left, wait_after
from clienteling.staff.queries import associates
from clienteling.staff.values import Role, SignIn, SignInOutcome
from tests.shop import NOW, Shop

SECOND = 1_000
PIN_HASH = pin.hash_pin("2580")


@pytest.fixture(autouse=True)
def pins(shop: Shop) -> None:
    table = metadata.tables["associate"]
    with shop.replica.write() as writer:
        writer.connection.execute(table.update().where(table.c.id == "sofia").values(pin_hash=PIN_HASH))


def attempt(shop: Shop, typed: str, now: int, associate_id: str = "sofia") -> SignIn:
    with shop.replica.write() as writer:
        return sign_in.try_pin(writer.connection, associate_id, typed, now)


def test_the_right_pin_signs_in_and_says_who(shop):
    tried = attempt(shop, "2580", NOW)
    assert tried.outcome is SignInOutcome.SIGNED_IN
    assert tried.associate is not None
    assert (tried.associate.full_name, tried.associate.initials) == ("Sofia Martini", "SM")


def test_three_tries_are_free_and_then_each_costs_more(shop):
    now, waits = NOW, []
    for _ in range(7):
        tried = attempt(shop, "0000", now)
        assert tried.outcome is SignInOutcome.WRONG_PIN
        waits.append(max(0, tried.wait_until - now) // SECOND)
        now = max(now, tried.wait_until)
    assert waits == [0, 0, 5, 15, 60, 300, 300]


def test_while_waiting_even_the_right_pin_is_not_looked_at(shop):
    for _ in range(3):
        tried = attempt(shop, "0000", NOW)
    early = attempt(shop, "2580", NOW + 4 * SECOND)
    assert (early.outcome, early.wait_until) == (SignInOutcome.MUST_WAIT, tried.wait_until)
    assert attempt(shop, "2580", tried.wait_until).outcome is SignInOutcome.SIGNED_IN


def test_signing_in_clears_the_failures(shop):
    attempt(shop, "0000", NOW)
    attempt(shop, "0000", NOW)
    attempt(shop, "2580", NOW)
    assert attempt(shop, "0000", NOW).tries_left == 2


def test_the_wait_survives_a_restart(shop, tmp_path):
    for _ in range(3):
        attempt(shop, "0000", NOW)
    restarted = Shop(tmp_path)
    assert attempt(restarted, "2580", NOW + SECOND).outcome is SignInOutcome.MUST_WAIT
    restarted.engine.dispose()


@pytest.mark.parametrize("associate_id", ["nobody", "luca"])
def test_without_a_pin_nobody_signs_in(shop, associate_id):
    assert attempt(shop, "", NOW, associate_id).outcome is SignInOutcome.NOT_POSSIBLE


def test_who_left_is_neither_listed_nor_signed_in(shop):
    table = metadata.tables["associate"]
    with shop.replica.write() as writer:
        writer.connection.execute(table.update().values(active=False))
    assert shop.read(lambda conn: associates(conn, "brera")) == []
    assert attempt(shop, "2580", NOW).outcome is SignInOutcome.NOT_POSSIBLE


def test_a_role_that_this_version_does_not_know_may_do_what_an_associate_may(shop):
    shop.put("associate", id="new", given_name="Ada", store_id="brera", role="curator")
    new, sofia = shop.read(lambda conn: associates(conn, "brera"))
    assert (new.id, new.role, sofia.id) == ("new", Role.ASSOCIATE, "sofia")


def test_a_clock_set_back_locks_nobody_out_for_ever():
    assert still_waiting(NOW + LONGEST_WAIT, NOW)
    assert not still_waiting(NOW + LONGEST_WAIT + 1, NOW)
    assert not still_waiting(NOW, NOW)


def test_tries_left_before_the_first_wait():
    assert [tries_left(n) for n in range(5)] == [3, 2, 1, 1, 1]
    assert [wait_after(n) for n in range(3)] == [0, 0, 0]


def test_a_hash_that_is_none_matches_nothing():
    assert not pin.matches("not a hash", "2580")
