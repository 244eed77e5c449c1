import time

import pytest
import sqlalchemy as sa

from clienteling.customers.aliases import ids_of
from clienteling.errors import UnknownRecord
from clienteling.hub.identity import joinings
from clienteling.hub.identity.matching import queue
from clienteling.hub.identity.matching.comparing import Comparing, forget
from clienteling.hub.identity.matching.deciding import decide
from clienteling.hub.identity.matching.likeness import How, Thing
from clienteling.hub.identity.matching.matcher import Matcher
from clienteling.hub.identity.matching.tables import match_key, probable_match
from clienteling.hub.identity.matching.values import Answer
from clienteling.hub.identity.merging import merge, unmerge
from tests.hub.little_house import NOW, open_house


@pytest.fixture
def store(tmp_path):
    store = open_house(tmp_path)
    yield store
    store.engine.dispose()


@pytest.fixture
def comparing(store):
    return Comparing(store)


@pytest.fixture
def people(store):
    """Enough others that a name says something."""
    with store.write() as writer:
        for n in range(400):
            writer.insert(
                "customer", {"id": f"other-{n}", "given_name": f"Nome{n}", "family_name": f"Cognome{n}"}
            )
    return store


def put(store, her_id, **said):
    with store.write() as writer:
        writer.insert("customer", {"id": her_id, **said})


def change(store, her_id, **said):
    with store.write() as writer:
        writer.update("customer", her_id, said)


def waiting(store):
    with store.read() as conn:
        return queue.waiting(conn, 50)


MARTA = {"given_name": "Marta", "family_name": "Conti", "phone": "+393992000001"}


def test_two_records_of_one_person_are_queued_with_what_speaks_for_it(people, comparing):
    put(people, "a-marta", **MARTA, email="marta@example.it")
    put(people, "b-marta", **MARTA, email="conti@example.org")
    comparing.catch_up()
    (match,) = waiting(people)
    assert (match.one_id, match.other_id) == ("a-marta", "b-marta")
    assert match.probability > 0.9
    assert match.evidence[0].thing is Thing.PHONE
    assert match.evidence[0].how is How.SAME
    assert match.evidence[-1].thing is Thing.EMAIL
    assert match.evidence[-1].how is How.DIFFERENT


def test_who_comes_later_is_compared_with_who_is_here(people, comparing):
    put(people, "a-marta", **MARTA)
    comparing.catch_up()
    assert waiting(people) == []
    put(people, "b-marta", given_name="Marta", family_name="Conti", phone="3992000001")
    assert Comparing(people).catch_up() == 1
    assert len(waiting(people)) == 1


def test_an_address_that_only_an_identifier_has_counts(people, comparing):
    put(people, "a-marta", **MARTA)
    put(people, "b-marta", given_name="Marta", family_name="Conti")
    with people.write() as writer:
        writer.insert(
            "identifier",
            {
                "customer_id": "b-marta",
                "kind": "phone",
                "source": "",
                "value": "+393992000001",
                "verified": False,
                "linked_at": NOW,
            },
        )
    comparing.catch_up()
    assert len(waiting(people)) == 1


def test_what_is_corrected_is_not_asked_any_more(people, comparing):
    put(people, "a-marta", **MARTA)
    put(people, "b-marta", **MARTA)
    comparing.catch_up()
    change(people, "b-marta", given_name="Carlo", family_name="Ferri", phone="+393992000002")
    comparing.catch_up()
    assert waiting(people) == []


def test_an_answer_stands_whatever_is_changed(people, comparing):
    put(people, "a-marta", **MARTA)
    put(people, "b-marta", **MARTA)
    comparing.catch_up()
    with people.write() as writer:
        queue.answer(writer.connection, "a-marta+b-marta", Answer.DIFFERENT, "Sara", NOW)
    change(people, "b-marta", email="marta@example.it")
    comparing.catch_up()
    with people.read() as conn:
        assert queue.find(conn, "a-marta+b-marta").answer is Answer.DIFFERENT
    assert waiting(people) == []


def test_who_said_later_is_asked_last(people, comparing):
    for name in ("a", "b"):
        put(people, f"{name}-marta", **MARTA)
        put(people, f"{name}-ivo", given_name="Ivo", family_name="Zanin", birthday_on="1980-01-02")
    comparing.catch_up()
    first, second = waiting(people)
    with people.write() as writer:
        queue.answer(writer.connection, first.id, Answer.LATER, "Sara", NOW)
    assert [match.id for match in waiting(people)] == [second.id, first.id]


def test_comparing_again_changes_nothing(people, comparing):
    put(people, "a-marta", **MARTA)
    put(people, "b-marta", **MARTA)
    comparing.catch_up()
    before = waiting(people)
    assert comparing.catch_up() == 0
    assert waiting(people) == before


def test_after_a_backup_was_put_back_everybody_is_compared_anew(people, comparing):
    put(people, "a-marta", **MARTA)
    put(people, "b-marta", **MARTA)
    comparing.catch_up()
    people.renew_epoch()
    assert comparing.catch_up() > 400
    assert len(waiting(people)) == 1


def test_a_number_that_a_whole_company_uses_tells_nobody_apart(people, comparing):
    with people.write() as writer:
        for n in range(100):
            writer.insert(
                "customer",
                {"id": f"staff-{n}", "given_name": f"Persona{n}", "phone": "+390255501234"},
            )
    comparing.catch_up()
    assert waiting(people) == []


def test_of_who_is_erased_nothing_is_left(people, comparing):
    put(people, "a-marta", **MARTA)
    put(people, "b-marta", **MARTA)
    comparing.catch_up()
    with people.write() as writer:
        forget(writer.connection, "b-marta")
        hers = sa.select(match_key).where(match_key.c.customer_id == "b-marta")
        assert writer.connection.execute(hers).all() == []
        assert writer.connection.execute(sa.select(probable_match)).all() == []


def test_two_who_are_one_already_are_not_asked(people, comparing):
    put(people, "a-marta", **MARTA)
    put(people, "b-marta", **MARTA)
    with people.write() as writer:
        merge(writer, "a-marta", "b-marta", by="Sara", evidence="")
    comparing.catch_up()
    assert waiting(people) == []
    with people.write() as writer:
        unmerge(writer, "b-marta", by="Sara")
    comparing.catch_up()
    assert [match.id for match in waiting(people)] == ["a-marta+b-marta"]


def test_a_third_record_is_asked_once_of_somebody_with_two(people, comparing):
    put(people, "a-marta", given_name="Marta", family_name="Conti")
    put(people, "b-marta", **MARTA)
    put(people, "c-marta", **MARTA)
    with people.write() as writer:
        merge(writer, "a-marta", "b-marta", by="Sara", evidence="")
    comparing.catch_up()
    (match,) = waiting(people)
    assert match.id == "a-marta+c-marta"
    assert match.evidence[0].thing is Thing.PHONE


def test_who_is_said_to_be_one_person_is_joined_to_the_older(people, comparing):
    put(people, "a-marta", **MARTA)
    put(people, "b-marta", **MARTA)
    comparing.catch_up()
    with people.write() as writer:
        decide(writer, "a-marta+b-marta", Answer.SAME, "Sara")
    with people.read() as conn:
        assert ids_of(conn, "b-marta") == ("a-marta", "b-marta")
        assert joinings.noted(conn)[0].by == "Sara"
    comparing.catch_up()
    assert waiting(people) == []


def test_nobody_is_joined_for_a_question_that_was_not_asked(people):
    with pytest.raises(UnknownRecord), people.write() as writer:
        decide(writer, "a+b", Answer.SAME, "Sara")


def test_a_hub_that_serves_finds_them_by_itself(people):
    put(people, "a-marta", **MARTA)
    put(people, "b-marta", **MARTA)
    matcher = Matcher(people)
    matcher.start()
    give_up = time.monotonic() + 30
    while not waiting(people) and time.monotonic() < give_up:
        time.sleep(0.02)
    matcher.close()
    assert len(waiting(people)) == 1
