"""Who may come in: a device with a credential that was not revoked."""

from anyio import to_thread
from litestar import Request

from sync.errors import Code, HubRefused
from sync.hub.attempts import Attempts
from sync.hub.devices import Device, Devices, Stranger, device_id_of
from sync.instants import Now

FAILURES = 20
FAILURES_WINDOW_MS = 60_000


class Gate:
    def __init__(self, devices: Devices, now: Now) -> None:
        self._devices = devices
        self._now = now
        self._failures = Attempts(limit=FAILURES, window_ms=FAILURES_WINDOW_MS)

    async def admit(self, request: Request) -> Device:
        """Raises HubRefused (UNAUTHENTICATED, DEVICE_REVOKED, TOO_MANY_ATTEMPTS)."""
        credential = _bearer(request)
        if not credential:
            raise HubRefused(Code.UNAUTHENTICATED, "This call needs a device's credential.")
        who = f"{device_id_of(credential)[:64]} {caller(request)}"
        if self._failures.exhausted(who, self._now()):
            raise HubRefused(Code.TOO_MANY_ATTEMPTS, "Too many failed attempts; wait a minute.")
        match await to_thread.run_sync(self._devices.authenticate, credential, self._now()):
            case Device() as device:
                return device
            case Stranger.REVOKED:
                raise HubRefused(Code.DEVICE_REVOKED, "This device was revoked on the hub.")
            case _:
                self._failures.failed(who, self._now())
                raise HubRefused(Code.UNAUTHENTICATED, "The hub does not know this device.")

    async def still_trusts(self, device: Device) -> bool:
        return await to_thread.run_sync(self._devices.trusts, device.id)


def caller(request: Request) -> str:
    """The address that the request came from."""
    return request.client.host if request.client else ""


def _bearer(request: Request) -> str:
    scheme, _, credential = request.headers.get("authorization", "").partition(" ")
    return credential.strip() if scheme.lower() == "bearer" else ""
