"""A device's own group: records that the hub writes for one device, and that no other is told."""

_MARK = "device:"
"""No record of the application's can name such a group."""


def own_group(device_id: str) -> str:
    return f"{_MARK}{device_id}"


def is_own(group: str) -> bool:
    """Whether it is some device's."""
    return group.startswith(_MARK)
