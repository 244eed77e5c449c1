"""Pages of the feed that continue each other as one: what they say several times is applied once.

A device that is told faster than it can listen so catches up by itself.
"""

from collections.abc import Sequence

import msgspec

from sync.wire import Page


def merged(pages: Sequence[Page]) -> Sequence[Page]:
    """With the same effect. Where groups enter or leave, what is beside them on the page matters."""
    if len(pages) < 2 or any(page.entered or page.left for page in pages):  # noqa: PLR2004 (one is one)
        return pages
    newest = {
        (record.collection, record.id): (record, value)
        for page in pages
        for record, value in zip(page.records, page.hashes, strict=True)
    }
    told = sorted(newest.values(), key=lambda one: one[0].seq)
    records, hashes = [record for record, _ in told], [value for _, value in told]
    return [msgspec.structs.replace(pages[-1], records=records, hashes=hashes)]
