"""What is read of her at the hub is written down like any opening of her card; receipts name nobody."""

import pytest
from typer.testing import CliRunner

from clienteling.hub.app import create_hub
from clienteling.hub.cli import app
from clienteling.hub.intake.worker import Intake
from clienteling.privacy.queries import accesses
from clienteling.privacy.values import Why
from sync.wire import Confirmation
from tests.hub.little_house import ANNA, settled
from tests.hub.privacy.pdf import words

MAIL = "anna@quintiliana.example"


@pytest.fixture
def hub(tmp_path):
    hub = create_hub(settled(tmp_path))
    with hub.store.write() as writer:
        writer.insert("customer", {"id": ANNA, "given_name": "Anna", "family_name": "Verdi", "email": MAIL})
    yield hub
    hub.close()


def test_her_code_and_her_call_are_written_down_and_listed(hub, tmp_path):
    assert CliRunner().invoke(app, ["code", MAIL, "--text", "--data", str(tmp_path)]).exit_code == 0
    Intake(hub.store, (), lambda _kind, name: name).showed("threecx:desk", [ANNA, "nobody"])
    with hub.store.read() as conn:
        found = [(one.why, one.device) for one in accesses(conn, ANNA)]
    assert set(found) == {(Why.CODE, "hub"), (Why.CALL, "threecx:desk")}
    shown = CliRunner().invoke(app, ["accesses", MAIL, "--data", str(tmp_path)], env={"COLUMNS": "160"})
    assert "threecx:desk" in shown.output
    assert "code" in shown.output


def test_the_receipt_says_when_each_tablet_did_it_and_names_nobody(hub, tmp_path):
    for device in ("one", "other"):
        hub.store.hello(device)
    assert CliRunner().invoke(app, ["erase", MAIL, "--yes", "--data", str(tmp_path)]).exit_code == 0
    hub.store.erasing.confirm("one", Confirmation(erased=[ANNA]))
    path = tmp_path / "receipt.pdf"
    line = ["erasures", "--receipt", str(path), "--data", str(tmp_path)]
    assert CliRunner().invoke(app, line, env={"LANG": "it_IT.UTF-8", "LC_ALL": ""}).exit_code == 0
    said = words(path)
    assert "Cancellata su 1 di 2 tablet." in said
    assert "non ancora" in said
    for name in ("Anna", "Verdi", MAIL, ANNA):
        assert name not in said
    assert CliRunner().invoke(app, [*line[:1], "unknown", *line[1:]]).exit_code == 1
