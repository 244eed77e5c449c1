"""The hub's sealing key is lost: what becomes of a month that was closed for each by her own."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from clienteling.attribution import use_cases
from clienteling.attribution.closing import Closed, closed_of
from clienteling.attribution.schemes import Due, Scheme, Statement, Whose
from clienteling.staff.values import Author
from sync.device.passes import run_pass
from sync.device.trusted.pairing import Pairing, pair
from tests.hub.serving.asked_everything import key_of, tablet
from tests.hub.serving.hub_process import HubProcess, hub_command

pytestmark = pytest.mark.slow

STORE = "milano"
MARTA = Author("marta", STORE)
OCTOBER = Statement(
    scheme=Scheme(id="each", first_id="each", store_id=STORE, name="Each", whose=Whose.PERSON),
    month="2026-10-01",
    due=(Due(party="sofia", sold_cents=33_900, amount_cents=3_390),),
)
NOVEMBER = msgspec.structs.replace(OCTOBER, month="2026-11-01")


@pytest.fixture
def hub(tmp_path) -> Iterator[HubProcess]:
    """October is closed."""
    hub = HubProcess(tmp_path / "hub")
    with hub.house.store.write() as writer:
        writer.insert("associate", {"id": "marta", "store_id": STORE, "role": "manager"})
    hub.start()
    yield hub
    hub.close()


class Till:
    """A tablet of that shop; each time it meets the hub it is opened anew."""

    def __init__(self, hub: HubProcess, file: Path) -> None:
        self._hub, self._file = hub, file
        self._known: Pairing = pair(hub.code(scope=STORE), file.stem)

    def close(self, statement: Statement) -> None:
        with tablet(self._hub, self._known, self._file) as (replica, link):
            with replica.write() as writer:
                use_cases.close(writer, statement, author=MARTA, key=key_of(replica))
            run_pass(replica, link, lambda _: None)

    def months(self) -> dict[str, Closed]:
        with tablet(self._hub, self._known, self._file) as (replica, _):
            key = key_of(replica)
            with replica.read() as conn:
                return {one.statement.month: one for one in closed_of(conn, STORE, key)}

    def opens(self) -> list[str]:
        return [month for month, one in self.months().items() if not one.sealed and one.statement.due]


def again(hub: HubProcess) -> None:
    hub.stop()
    hub.start()


def key_file(hub: HubProcess) -> Path:
    return hub.house.settings.sealing


def test_without_its_key_the_hub_says_what_is_lost_and_its_tablets_go_on(hub: HubProcess, tmp_path):
    before = Till(hub, tmp_path / "before.sqlite")
    before.close(OCTOBER)
    all_well = hub_command("sealing", "--data", hub.data)
    assert all_well.returncode == 0
    assert "1 closed month" in all_well.stdout

    kept = key_file(hub).read_bytes()
    key_file(hub).unlink()
    again(hub)
    assert "sealing key of this hub" in hub.log.read_text()
    assert "hub sealing --new" in hub.log.read_text()
    lost = hub_command("sealing", "--data", hub.data)
    assert lost.returncode == 1
    assert "is not there" in lost.stdout
    assert not key_file(hub).exists()

    new = Till(hub, tmp_path / "new.sqlite")
    assert (before.opens(), new.opens()) == (["2026-10-01"], [])
    assert new.months()["2026-10-01"].sealed
    before.close(NOVEMBER)

    key_file(hub).write_bytes(kept)
    again(hub)
    assert before.opens() == new.opens() == ["2026-10-01", "2026-11-01"]


def test_no_queue_is_taken_from_a_file_and_no_key_is_made_for_it(hub: HubProcess, tmp_path):
    file = tmp_path / "queue"
    file.write_bytes(b"whatever")
    key_file(hub).unlink()
    said = hub_command("take", file, "--data", hub.data)
    assert said.returncode == 1
    assert "sealing key" in said.stderr
    assert not key_file(hub).exists()


def test_whoever_begins_anew_keeps_what_the_tablets_of_the_shop_still_open(hub: HubProcess, tmp_path):
    before = Till(hub, tmp_path / "before.sqlite")
    before.close(OCTOBER)
    key_file(hub).unlink()
    refused = hub_command("sealing", "--new", "--yes", "--data", hub.data)
    assert refused.returncode == 1
    assert not key_file(hub).exists()

    hub.stop()
    begun = hub_command("sealing", "--new", "--yes", "--data", hub.data)
    assert (begun.returncode, begun.stderr) == (0, "")
    hub.start()
    new = Till(hub, tmp_path / "new.sqlite")
    assert (before.opens(), new.opens()) == (["2026-10-01"], [])
    before.close(NOVEMBER)
    assert before.opens() == ["2026-10-01", "2026-11-01"]
    assert new.opens() == ["2026-11-01"]
    assert hub_command("sealing", "--data", hub.data).returncode == 0
