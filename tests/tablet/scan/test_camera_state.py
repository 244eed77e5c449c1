import pytest

from clienteling.tablet.scan.camera import Camera
from clienteling.tablet.scan.camera_state import (
    CameraFacts,
    CameraState,
    any_forbidden,
    chosen_or_first,
    derive,
)


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        (CameraFacts(), CameraState.Off),
        (CameraFacts(looked=True, cameras=2, picture=True), CameraState.Off),
        (CameraFacts(wanted=True), CameraState.Starting),
        (CameraFacts(wanted=True, looked=True), CameraState.Absent),
        (CameraFacts(wanted=True, looked=True, forbidden=True), CameraState.Forbidden),
        (CameraFacts(wanted=True, looked=True, cameras=1), CameraState.Starting),
        (CameraFacts(wanted=True, looked=True, cameras=1, forbidden=True), CameraState.Starting),
        (CameraFacts(wanted=True, looked=True, cameras=1, failed=True), CameraState.Busy),
        (CameraFacts(wanted=True, looked=True, cameras=1, picture=True), CameraState.Live),
        (CameraFacts(wanted=True, picture=True), CameraState.Live),
    ],
)
def test_what_the_camera_is_doing_follows_from_what_is_known(facts, state):
    assert derive(facts) is state


def test_qml_counts_the_states_as_the_rule_does():
    assert {s.name: s.value for s in Camera.State} == {s.name: s.value for s in CameraState}


def test_the_camera_used_last_is_taken_again_while_it_is_there():
    assert chosen_or_first(["front", "back"], "back") == 1
    assert chosen_or_first(["front"], "back") == 0
    assert chosen_or_first([], "back") == -1


def test_a_device_that_may_not_be_opened_is_noticed(tmp_path):
    device = tmp_path / "video0"
    device.touch()
    assert not any_forbidden([device])
    assert any_forbidden([tmp_path / "video1"])
    assert not any_forbidden([])
