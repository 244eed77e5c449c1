"""Statements in the driver's own words: raised as SQLAlchemy raises, found by their indexes."""

import pytest
import sqlalchemy as sa

from sync.device import driver, outbox

SECRET = "giulia@example.org"
SAID = {
    name: text for name, text in vars(outbox).items() if isinstance(text, str) and "FROM sync_outbox" in text
}


def test_what_the_table_does_not_take_is_named_without_what_was_said(shop):
    replica = shop.device("tablet")
    with replica.transaction() as connection:
        driver.rows(connection, "INSERT INTO person (id, name, email) VALUES ('p', '', ?)", (SECRET,))
        with pytest.raises(sa.exc.IntegrityError) as caught:
            driver.run_each(
                connection, "INSERT INTO person (id, name, email) VALUES (?, ?, ?)", [("p", "", SECRET)]
            )
        assert SECRET not in str(caught.value)
        assert driver.value(connection, "SELECT count(*) FROM person") == 1


def test_a_statement_that_makes_no_sense_is_no_fault_of_the_data(shop):
    with shop.device("tablet").read() as connection, pytest.raises(sa.exc.OperationalError):
        driver.rows(connection, "SELECT nothing FROM nowhere")


@pytest.mark.parametrize("name", SAID)
def test_what_is_open_is_found_however_much_was_confirmed(shop, name):
    """A month of confirmed writes stays in the queue, and every bell asks what is open."""
    with shop.device("tablet").read() as connection:
        values = (0,) * SAID[name].count("?")
        plan = driver.rows(connection, f"EXPLAIN QUERY PLAN {SAID[name]}", values)
    assert any("ix_sync_outbox_open" in row[3] for row in plan)
