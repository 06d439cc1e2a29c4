"""Gives an entry another id. The old one stays accepted, as ``formerly`` says."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.authoring.format import canonical_text
from generator.authoring.new import FULL_ID, Refusal, readable
from generator.findings import Place
from generator.load.files import CatalogFiles
from generator.load.yaml import Document, NodePath, parse
from generator.output import write_file
from generator.policies.identity import RESERVED_PAGES

_NAMING = ("related", "more_specific_than")
"""Lists of an entry that name other entries."""


def rename(folder: Path, old: str, new: str, until: str) -> tuple[Place, ...]:
    """Rename ``old`` to ``new`` in every file of its broker, and return the places that changed.

    Args:
        folder: the catalog.
        old: the full id that the entry has.
        new: the full id that it gets.
        until: the version from which the old id is no longer accepted.

    Raises:
        Refusal: one of the ids is malformed, unknown or taken.
    """
    broker, old_id, new_id = _ids(old, new)
    files = readable(folder)
    documents = list(_areas(files, broker))
    _check(documents, broker, old_id, new_id)
    changed: list[Place] = []
    for document in documents:
        text, places = _renamed(document, old_id, new_id, until)
        if places:
            write_file(folder.parent / document.file, text)
            changed += places
    return tuple(changed)


def _ids(old: str, new: str) -> tuple[str, str, str]:
    found = [FULL_ID.fullmatch(full_id) for full_id in (old, new)]
    for full_id, match in zip((old, new), found, strict=True):
        if match is None:
            raise Refusal(f"{full_id!r} is not a full id.", "Write broker.some_error, in snake_case.")
    (broker, old_id), (other, new_id) = (match.groups() for match in found if match is not None)
    if broker != other:
        raise Refusal(f"{old} and {new} are of two brokers.", "An entry stays with its broker.")
    if new_id in RESERVED_PAGES:
        raise Refusal(f"The page {new_id} is another page's.", "Choose another id.")
    return broker, old_id, new_id


def _areas(files: CatalogFiles, broker: str) -> tuple[Document, ...]:
    for one in files.brokers:
        if one.id == broker:
            return tuple(one.areas.values())
    known = ", ".join(one.id for one in files.brokers)
    raise Refusal(f"There is no broker {broker}.", f"Use one of {known}.")


def _check(documents: list[Document], broker: str, old: str, new: str) -> None:
    taken = {id_: document.file for document in documents for id_ in _names(document)}
    if new in taken:
        raise Refusal(f"{broker}.{new} stands in {taken[new]}.", "Choose another id.")
    if all(entry["id"] != old for document in documents for entry in _entries(document)):
        raise Refusal(f"There is no entry {broker}.{old}.", "Write an id as the catalog has it.")


def _names(document: Document) -> Iterator[str]:
    """The ids that the entries of a file have or had."""
    for entry in _entries(document):
        yield entry["id"]
        yield from (former["id"] for former in entry.get("formerly", ()))


def _renamed(document: Document, old: str, new: str, until: str) -> tuple[str, list[Place]]:
    lines = document.text.split("\n")
    places = [document.place(*path) for path in _paths(document, old)]
    for place in sorted(places, reverse=True):
        line = lines[place.line - 1]
        at = line.index(old, place.column - 1)
        lines[place.line - 1] = f"{line[:at]}{new}{line[at + len(old) :]}"
    for index, entry in enumerate(_entries(document)):
        if entry["id"] == old:
            _insert(document, lines, index, [*entry.get("formerly", ()), {"id": old, "until": until}])
    text = "\n".join(lines)
    return canonical_text(parse(text, document.file, document.kind)), places


def _paths(document: Document, id_: str) -> Iterator[NodePath]:
    """Where the id stands: as that of its entry, and where another entry names it."""
    for index, entry in enumerate(_entries(document)):
        if entry["id"] == id_:
            yield ("entries", index, "id")
        for field in _NAMING:
            for position, name in enumerate(entry.get(field, ())):
                if name == id_:
                    yield ("entries", index, field, position)
        if entry.get("deprecated", {}).get("use") == id_:
            yield ("entries", index, "deprecated", "use")


def _insert(document: Document, lines: list[str], index: int, formerly: list[dict[str, str]]) -> None:
    """Put the list of former ids behind the entry's id, in place of the one that it has."""
    listed = ", ".join(f"{{id: {one['id']}, until: {one['until']}}}" for one in formerly)
    place = document.place("entries", index, "id")
    if ("entries", index, "formerly") in document.places:
        start = document.place("entries", index, "formerly").line - 1
        end = document.place("entries", index, "formerly", len(formerly) - 2).line
        lines[start:end] = [f"  formerly: [{listed}]"]
    else:
        lines.insert(place.line, f"  formerly: [{listed}]")


def _entries(document: Document) -> list[dict[str, Any]]:
    data: Any = document.data  # of a shape that was approved
    return list(data["entries"])
