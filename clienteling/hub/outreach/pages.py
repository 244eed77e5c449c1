"""`/s/…`: a selection as its customer sees it on her own telephone.

Whoever has the address has the page: it holds a random id of 74 bits, no search engine is told, and it says
no more than the paper would. It is there for some weeks, until it is taken back, and no longer than she is.
"""

from uuid import UUID

from anyio import to_thread
from litestar import MediaType, Response, Router, get
from litestar.params import FromPath

from clienteling import catalogues
from clienteling.hub.house import Hub
from clienteling.selections.code import PATH
from clienteling.selections.page import page
from clienteling.selections.queries import selection_by_id
from clienteling.wording import Wording

OPEN_FOR_MS = 60 * 86_400_000
ABROAD = "en"
_HEADERS = {
    "cache-control": "private, no-store",
    "content-security-policy": "default-src 'none'; img-src data:; style-src 'unsafe-inline'",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-robots-tag": "noindex, nofollow",
}


def selection_pages(hub: Hub) -> Router:
    @get("/{digits:str}")
    async def show(digits: FromPath[str]) -> Response[str]:
        html = await to_thread.run_sync(_page, hub, digits)
        if html is None:
            return Response("", status_code=404, media_type=MediaType.TEXT, headers=_HEADERS)
        return Response(html, media_type=MediaType.HTML, headers=_HEADERS)

    return Router(PATH.rstrip("/"), route_handlers=[show], include_in_schema=False)


def _page(hub: Hub, digits: str) -> str | None:
    try:
        selection_id = str(UUID(hex=digits))
    except ValueError:
        return None
    with hub.store.read() as conn:
        selection = selection_by_id(conn, selection_id)
    if selection is None or selection.at <= hub.now() - OPEN_FOR_MS:
        return None
    language = selection.language if selection.language in catalogues.languages() else ABROAD
    return page(selection, hub.store.blob, Wording(language))
