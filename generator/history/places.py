"""At which line of the catalog something stands."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.history.changes import At
from generator.load.files import CATEGORIES as _CATEGORIES
from generator.load.files import kind_of
from generator.load.yaml import Document, Refused, read_document

CATALOG = "catalog"
CATEGORIES = f"{CATALOG}/{_CATEGORIES}"


class Places:
    """The places of a revision's catalog files, which are read when they are first asked about."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._documents: dict[str, Document | None] = {}

    def entry(self, id_: str, area: str, field: str = "id") -> At | None:
        """Where an entry's field stands, or else the entry; None where it is not in its area's file."""
        file = f"{CATALOG}/{id_.partition('.')[0]}/{area}.yaml"
        index = self._indices(file).get(id_.partition(".")[2])
        return None if index is None else self._at(file, "entries", index, field)

    def entry_has(self, id_: str, area: str, field: str) -> bool:
        """Whether an entry states a field itself."""
        file = f"{CATALOG}/{id_.partition('.')[0]}/{area}.yaml"
        index = self._indices(file).get(id_.partition(".")[2])
        return index is not None and field in self._items(file, "entries")[index]

    def category(self, id_: str, field: str = "id") -> At:
        """Where a category's field stands, or else the category."""
        for index, category in enumerate(self._items(CATEGORIES, "categories")):
            if category.get("id") == id_:
                return self._at(CATEGORIES, "categories", index, field)
        return At(CATEGORIES)

    def broker(self, id_: str, *path: str | int) -> At:
        """Where something stands in a broker's own file."""
        return self._at(f"{CATALOG}/{id_}/broker.yaml", *path)

    def code_set(self, broker: str, enum: str) -> At:
        """Where an enum of codes is declared."""
        file = f"{CATALOG}/{broker}/broker.yaml"
        for index, one in enumerate(self._items(file, "code_sets")):
            if one.get("enum") == enum:
                return self._at(file, "code_sets", index, "codes")
        return At(file)

    def left_behind(self, id_: str, area: str, before: "Places") -> At:
        """Where an entry stood that is not there any more: at the one that follows, or else the last one."""
        file = f"{CATALOG}/{id_.partition('.')[0]}/{area}.yaml"
        here = self._indices(file)
        names = list(before._indices(file))  # another of the same kind
        name = id_.partition(".")[2]
        following = names[names.index(name) + 1 :] if name in names else []
        index = next((here[one] for one in following if one in here), max(here.values(), default=0))
        return self._at(file, "entries", index, "id")

    def _at(self, file: str, *path: str | int) -> At:
        document = self._document(file)
        return At(file) if document is None else At(file, document.place(*path).line)

    def _indices(self, file: str) -> Mapping[str, int]:
        return {entry.get("id", ""): index for index, entry in enumerate(self._items(file, "entries"))}

    def _items(self, file: str, name: str) -> list[dict[str, Any]]:
        document = self._document(file)
        data: Any = None if document is None else document.data
        items = data.get(name, []) if isinstance(data, dict) else []
        return [item if isinstance(item, dict) else {} for item in items]

    def _document(self, file: str) -> Document | None:
        if file not in self._documents:
            kind = kind_of(file.rpartition("/")[2])
            try:
                self._documents[file] = read_document(self._folder / file, file, kind)
            except Refused:  # another revision's form; the file's name must do
                self._documents[file] = None
        return self._documents[file]
