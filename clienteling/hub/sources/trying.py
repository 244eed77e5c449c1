"""Whether a source is where it is said to be, and lets the hub in."""

from clienteling.hub.sources.met import Met
from clienteling.hub.sources.said import Reached
from clienteling.hub.sources.source import Source
from clienteling.hub.sources.web import UNREADABLE, Trouble, Web


def found(source: Source) -> Met | None:
    """None where there is nothing to ask. Raises Trouble."""
    said = source.said
    web = Web(said.ca, source.kind.pace_s) if isinstance(said, Reached) else Web()
    try:
        return source.kind.check(said, web)
    except UNREADABLE as error:
        raise Trouble("What answers at that address is another program. Look at the address.") from error
    finally:
        web.close()
