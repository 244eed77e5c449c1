"""A tablet that cannot reach its hub any more: its queue goes there in a file, and counts once."""

from sync.device.export import sealed_queue
from sync.device.state import Fact, get
from sync.device.states import Kind
from sync.device.trusted.pairing import pair
from tests.hub.serving.hub_process import HubProcess, hub_command, until
from tests.hub.serving.test_two_tablets import at_the_hub


def test_a_queue_in_a_file_counts_once_however_it_comes(own_hub: HubProcess, tablet, tmp_path):
    pairing = pair(own_hub.code(), "one")
    cut_off = tablet("one", pairing)
    cut_off.becomes(Kind.LIVE)
    until(lambda: knows_the_key(cut_off))
    cut_off.engine.close()
    recorded = cut_off.record(3)
    file = tmp_path / "queue"
    file.write_bytes(sealed_queue(cut_off.replica, pairing))
    assert at_the_hub(own_hub) == []

    taken = hub_command("take", file, "--data", own_hub.data)
    assert (taken.returncode, taken.stderr) == (0, "")
    assert "From one" in taken.stdout
    assert "3 taken, 0 known" in taken.stdout
    assert at_the_hub(own_hub) == sorted(recorded)
    assert "0 taken, 3 known" in hub_command("take", file, "--data", own_hub.data).stdout

    recorded += cut_off.record(1)
    file.write_bytes(sealed_queue(cut_off.replica, pairing))
    assert "1 taken, 3 known" in hub_command("take", file, "--data", own_hub.data).stdout

    again = tablet("one", pairing)
    until(lambda: not again.replica.pending())
    assert at_the_hub(own_hub) == sorted(recorded)
    assert again.replica.set_aside() == 0


def test_what_is_no_queue_of_this_hub_changes_nothing_and_is_said(own_hub: HubProcess, tmp_path):
    file = tmp_path / "letter.txt"
    file.write_text("Gentile cliente")
    answer = hub_command("take", file, "--data", own_hub.data)
    assert answer.returncode == 1
    assert "no queue of a tablet" in answer.stderr


def knows_the_key(tablet) -> bool:
    with tablet.replica.read() as connection:
        return get(connection, Fact.SEALING_KEY) != ""
