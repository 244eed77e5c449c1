"""Somebody new is entered with the cable out: a real hub, real TLS, two tablets."""

from datetime import date

import sqlalchemy as sa

from clienteling.codes.queries import judge
from clienteling.codes.values import Fine, NotHere
from clienteling.newcomers.tables import blank_code
from clienteling.newcomers.use_cases import enrol
from clienteling.newcomers.values import Draft
from clienteling.staff.values import Author
from sync.device.states import Kind
from tests.hub.serving.hub_process import until

PRESSED_S = 60.0
"""The hub looks every ten seconds which tablet needs codes."""


def own_codes(tablet) -> int:
    return _codes(tablet, blank_code.c.device_id == tablet.device_id)


def foreign_codes(tablet) -> int:
    return _codes(tablet, blank_code.c.device_id != tablet.device_id)


def _codes(tablet, which) -> int:
    with tablet.replica.read() as connection:
        return connection.scalar(sa.select(sa.func.count()).where(which)) or 0


def test_her_code_is_genuine_on_every_tablet_though_it_was_given_with_the_cable_out(own_hub, paired):
    one, other = paired(own_hub, "one"), paired(own_hub, "other")
    one.becomes(Kind.LIVE)
    other.becomes(Kind.LIVE)
    until(lambda: own_codes(one) > 0 and own_codes(other) > 0, PRESSED_S)
    assert foreign_codes(one) == foreign_codes(other) == 0
    own_hub.stop()
    one.becomes(Kind.OFFLINE)
    draft = Draft(given_name="Ada", family_name="Neri", language="it")
    with one.replica.write() as writer:
        author = Author("sofia", "milano")
        her = enrol(writer, draft, device_id=one.device_id, author=author, today=date(2026, 11, 22))
    with one.replica.read() as connection:
        assert judge(connection, her.code, one.replica.now()) == Fine(her.customer_id)
    with other.replica.read() as connection:
        assert judge(connection, her.code, other.replica.now()) == NotHere(her.customer_id)
    own_hub.start()

    def believed() -> bool:
        with other.replica.read() as connection:
            return judge(connection, her.code, other.replica.now()) == Fine(her.customer_id)

    until(believed, PRESSED_S)
