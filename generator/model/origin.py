"""Where in the catalog's files a part of the model comes from. Asked for only where something is wrong."""

from generator.findings import Place
from generator.load.yaml import Document, NodePath


class Origins:
    """The document and the path of every part of a model, by the part itself."""

    def __init__(self) -> None:
        # By identity: two equal signatures stand at two places. The part is kept, so that its id stays its
        # own.
        self._origins: dict[int, tuple[object, Document, NodePath]] = {}

    def add(self, part: object, document: Document, path: NodePath) -> None:
        """Note that ``part`` was read at ``path``."""
        self._origins[id(part)] = (part, document, path)

    def place(self, part: object, *path: str | int) -> Place:
        """The place of a part, or of what stands below it; the nearest node around what is not there."""
        _, document, start = self._origins[id(part)]
        return document.place(*start, *path)
