"""PrestaShop's XML as its own JSON has it: the same names, texts where JSON has texts.

Nothing is expanded: a document type, where entities that grow without end would be declared, is refused.
"""

from xml.parsers import expat

from clienteling.hub.connectors.foreign import Words

DEEPEST = 20
_ROOT = "prestashop"


class NoMarkup(Exception):
    """No XML, or more than this webservice ever sends."""


class _Node:
    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[_Node] = []
        self.parts: list[str] = []

    @property
    def text(self) -> str:
        return "".join(self.parts).strip()


def resources(body: bytes) -> list[Words]:
    """The objects of an answer: of a list each one, of a single object that one. Raises NoMarkup."""
    root = _tree(body)
    if root.tag != _ROOT:
        return [_object(root)]
    inner = root.children[0] if root.children else None
    if inner is None:
        return []
    if inner.tag == "errors":
        raise NoMarkup("the webservice answered with errors")
    is_list = not inner.children or all(_is_object(child) for child in inner.children)
    return [_object(child) for child in inner.children] if is_list else [_object(inner)]


def _is_object(node: _Node) -> bool:
    """Of a list, each entry has an id of its own; of an object, only its associations have children."""
    return any(child.tag == "id" for child in node.children)


def _object(node: _Node) -> Words:
    said: Words = {}
    for child in node.children:
        if child.tag == "associations":
            said[child.tag] = {
                group.tag: [_object(one) for one in group.children] for group in child.children
            }
        elif any(grandchild.tag == "language" for grandchild in child.children):
            said[child.tag] = [
                {"id": one.attributes.get("id", ""), "value": one.text} for one in child.children
            ]
        else:
            said[child.tag] = child.text
    return said


def _tree(body: bytes) -> _Node:
    top = _Node("", {})
    open_nodes = [top]
    parser = expat.ParserCreate()

    def start(tag: str, attributes: dict[str, str]) -> None:
        if len(open_nodes) > DEEPEST:
            raise NoMarkup("nested too deeply")
        node = _Node(tag, attributes)
        open_nodes[-1].children.append(node)
        open_nodes.append(node)

    def end(_tag: str) -> None:
        open_nodes.pop()

    def text(written: str) -> None:
        open_nodes[-1].parts.append(written)

    def declared(*_: object) -> None:
        raise NoMarkup("a document type is declared")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = declared
    parser.EntityDeclHandler = declared
    try:
        parser.Parse(body, True)
    except (expat.ExpatError, ValueError) as error:
        raise NoMarkup("not XML") from error
    return top.children[0]
