"""Every error of the hub's routes, as one kind of answer: a Refusal with a stable code."""

import errno
import logging
from collections.abc import Mapping

import sqlalchemy as sa
from litestar import Request, Response
from litestar.exceptions import HTTPException

from sync.errors import Code, EpochChanged, HubRefused, HubUnreachable
from sync.hub.databases.trouble import is_away, is_conflict, is_full
from sync.wire import Refusal

log = logging.getLogger(__name__)

STATUS: Mapping[Code, int] = {
    Code.UNKNOWN_COLLECTION: 422,
    Code.NOT_WRITABLE: 422,
    Code.INVALID_RECORD: 422,
    Code.MISSING_RECORD: 422,
    Code.EPOCH_CHANGED: 409,
    Code.SEQUENCE_GAP: 409,
    Code.RESYNC: 410,
    Code.ERASED: 422,
    Code.NOT_ALLOWED: 422,
    Code.UNSUPPORTED_PROTOCOL: 426,
    Code.UNAUTHENTICATED: 401,
    Code.DEVICE_REVOKED: 403,
    Code.DEVICE_WIPED: 403,
    Code.PAIRING_UNKNOWN: 403,
    Code.PAIRING_USED: 403,
    Code.PAIRING_EXPIRED: 403,
    Code.TOO_MANY_ATTEMPTS: 429,
    Code.TOO_MANY_REQUESTS: 429,
    Code.TOO_LARGE: 413,
    Code.MALFORMED: 400,
    Code.NOT_FOUND: 404,
    Code.STORAGE_FULL: 507,
    Code.UNAVAILABLE: 503,
    Code.INTERNAL: 500,
}
_CODES: Mapping[int, Code] = {404: Code.NOT_FOUND, 405: Code.NOT_FOUND, 413: Code.TOO_LARGE}
_SERVER_ERROR = 500
_AWAY = Refusal(code=Code.UNAVAILABLE, message="The hub's database gives no answer; try again later.")


def render(request: Request, error: Exception) -> Response[Refusal]:
    """Litestar's exception handler for the sync routes."""
    match error:
        case HubRefused():
            return _answer(Refusal(code=error.code, message=error.message), error.wait_s)
        case EpochChanged():
            return _answer(Refusal(code=Code.EPOCH_CHANGED, message=str(error), epoch=error.epoch))
        case HTTPException() if error.status_code < _SERVER_ERROR:
            code = _CODES.get(error.status_code, Code.MALFORMED)
            return _answer(Refusal(code=code, message=error.detail))
        case _:
            refusal = _of_the_database(error)
    if refusal is None:
        log.error("%s %s failed", request.method, request.url.path, exc_info=error)
        refusal = Refusal(code=Code.INTERNAL, message="The hub met an error; its log says which.")
    else:
        log.warning("%s: %s", request.url.path, refusal.message)
    return _answer(refusal)


def _of_the_database(error: Exception) -> Refusal | None:
    match error:
        case OSError() | sa.exc.DBAPIError() if _is_disk_full(error):
            return Refusal(code=Code.STORAGE_FULL, message="The hub's disk is full; nothing was lost.")
        case HubUnreachable() | sa.exc.TimeoutError():
            return _AWAY
        case sa.exc.DBAPIError() if is_away(error) or is_conflict(error):
            return _AWAY
        case sa.exc.DataError():
            return Refusal(code=Code.MALFORMED, message="No database can look for that.")
        case _:
            return None


def _answer(refusal: Refusal, wait_s: int = 0) -> Response[Refusal]:
    headers = {"cache-control": "no-store"}
    if wait_s:
        headers["retry-after"] = str(wait_s)
    return Response(refusal, status_code=STATUS[refusal.code], headers=headers)


def _is_disk_full(error: OSError | sa.exc.DBAPIError) -> bool:
    if isinstance(error, OSError):
        return error.errno in (errno.ENOSPC, errno.EDQUOT)
    return is_full(error)
