"""Foreign HTML as the plain words that a person reads."""

import re
from html.parser import HTMLParser

from clienteling.hub.connectors.foreign import seen

LONGEST_HTML = 200_000
_BREAKING = frozenset({"br", "p", "div", "li", "tr", "h1", "h2", "h3", "blockquote"})
_UNREAD = frozenset({"style", "script", "title"})


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _UNREAD:
            self._unread += 1
        elif tag in _BREAKING:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNREAD:
            self._unread = max(0, self._unread - 1)
        elif tag in _BREAKING:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self.parts.append(data)


def plain(html: str, longest: int) -> str:
    """Tags gone, entities read, one line break where a block ends; at most `longest` characters."""
    reader = _Reader()
    reader.feed(html[:LONGEST_HTML])
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.parts).splitlines())
    return "\n".join(line for line in lines if line)[:longest].rstrip()


_TAG = re.compile(r"<[a-zA-Z/!][^>]*>")


def readable(text: str, longest: int) -> str:
    """What may be HTML or plain: the words in it."""
    words = seen(text)
    return plain(words, longest) if _TAG.search(words) else words.strip()[:longest].rstrip()
