"""What the camera is doing, derived from what is known of it."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class CameraState(Enum):
    Off = 0
    Starting = 1
    Live = 2
    Absent = 3
    Forbidden = 4
    Busy = 5


@dataclass(frozen=True, slots=True)
class CameraFacts:
    wanted: bool = False
    """A page that shows it is on the screen."""
    looked: bool = False
    """The machine has been asked for its cameras."""
    cameras: int = 0
    forbidden: bool = False
    """There is one, but this user may not open it."""
    picture: bool = False
    """Frames are coming."""
    failed: bool = False
    """It was asked to start and gave an error, or no picture in time."""


def derive(facts: CameraFacts) -> CameraState:
    match facts:
        case CameraFacts(wanted=False):
            return CameraState.Off
        case CameraFacts(picture=True):
            return CameraState.Live
        case CameraFacts(looked=False):
            return CameraState.Starting
        case CameraFacts(cameras=0, forbidden=True):
            return CameraState.Forbidden
        case CameraFacts(cameras=0):
            return CameraState.Absent
        case _:
            return CameraState.Busy if facts.failed else CameraState.Starting


def any_forbidden(devices: Iterable[Path]) -> bool:
    """Whether one of these devices may not be opened by this user (Linux: not in the group `video`)."""
    return any(not os.access(device, os.R_OK | os.W_OK) for device in devices)


def video_devices() -> list[Path]:
    return sorted(Path("/dev").glob("video[0-9]*"))


def chosen_or_first(ids: list[str], chosen: str) -> int:
    """The position of the camera used last, the first when it is gone, -1 when there is none."""
    if chosen in ids:
        return ids.index(chosen)
    return 0 if ids else -1
