"""Who may come in: a device with a credential that was not revoked."""

from anyio import to_thread
from litestar import Request

from sync.errors import Code, HubRefused
from sync.hub.trust.attempts import Attempts
from sync.hub.trust.credentials import device_id_of
from sync.hub.trust.devices import Device, Devices, Stranger
from sync.hub.trust.rates import Rate
from sync.instants import Now

FAILURES = 20
FAILURES_WINDOW_MS = 60_000
BURST = 5_000
"""Requests at once: a first replica with its 2,000 pictures, and a second one after it."""
PER_SECOND = 100
"""And from then on; a busy tablet makes three."""
FETCHES = 60
"""People from outside its scope that a device may ask for at once, and in an hour from then on."""


class Gate:
    """Asks the database, so that `meet` and `admit` are for worker threads."""

    def __init__(self, devices: Devices, now: Now) -> None:
        self._devices = devices
        self._now = now
        self._failures = Attempts(limit=FAILURES, window_ms=FAILURES_WINDOW_MS)
        self._rate = Rate(burst=BURST, per_second=PER_SECOND)
        self._fetches = Rate(burst=FETCHES, per_second=FETCHES / 3_600)

    def admit(self, request: Request) -> Device:
        """Raises what `meet` raises, and HubRefused (DEVICE_WIPED)."""
        device = self.meet(request)
        if device.wipe_asked_at is not None:
            raise HubRefused(Code.DEVICE_WIPED, "This device must delete what it holds; its hello says so.")
        return device

    def meet(self, request: Request) -> Device:
        """Also a device that is to be wiped.

        Raises HubRefused (UNAUTHENTICATED, DEVICE_REVOKED, TOO_MANY_ATTEMPTS, TOO_MANY_REQUESTS).
        """
        credential = _bearer(request)
        if not credential:
            raise HubRefused(Code.UNAUTHENTICATED, "This call needs a device's credential.")
        who = f"{device_id_of(credential)[:64]} {caller(request)}"
        if self._failures.exhausted(who, self._now()):
            raise HubRefused(Code.TOO_MANY_ATTEMPTS, "Too many failed attempts; wait a minute.")
        match self._devices.authenticate(credential, self._now()):
            case Device() as device:
                self._spend(device, self._rate)
                return device
            case Stranger.REVOKED:
                raise HubRefused(Code.DEVICE_REVOKED, "This device was revoked on the hub.")
            case _:
                self._failures.failed(who, self._now())
                raise HubRefused(Code.UNAUTHENTICATED, "The hub does not know this device.")

    def spend_on_fetching(self, device: Device) -> None:
        """Nobody carries the whole book away one by one. Raises HubRefused (TOO_MANY_REQUESTS)."""
        self._spend(device, self._fetches)

    def _spend(self, device: Device, rate: Rate) -> None:
        wait_s = rate.spend(device.id, self._now())
        if wait_s:
            raise HubRefused(Code.TOO_MANY_REQUESTS, f"Too many requests; wait {wait_s} s.", wait_s)

    async def still_trusts(self, device: Device) -> bool:
        return await to_thread.run_sync(self._devices.trusts, device.id)


def caller(request: Request) -> str:
    """The address that the request came from."""
    return request.client.host if request.client else ""


def _bearer(request: Request) -> str:
    scheme, _, credential = request.headers.get("authorization", "").partition(" ")
    return credential.strip() if scheme.lower() == "bearer" else ""
