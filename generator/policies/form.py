"""The policy on how a file is written."""

from collections.abc import Iterator
from itertools import pairwise, zip_longest
from typing import Any

from generator.authoring.format import canonical_text
from generator.findings import Place
from generator.load.yaml import Document
from generator.policies.registry import Subject, Wrong, policy

IN_FORM = "canonical-form"
_SHOWN = 60
"""Characters of a line that a finding shows."""


@policy(IN_FORM, severity="warning")
def files_are_in_canonical_form(subject: Subject) -> Iterator[Wrong]:
    """One way of writing keeps pull requests to what they change."""
    for document in subject.files.documents:
        wanted = canonical_text(document)
        if wanted != document.text:
            line, differs = _difference(document, wanted)
            yield Wrong(Place(document.file, line), differs, "python -m generator build, or format")


def _difference(document: Document, wanted: str) -> tuple[int, str]:
    """The first line that is written in another way, and how."""
    if "\r" in document.text:
        return document.text.partition("\r")[0].count("\n") + 1, "The lines end with CR LF, not with LF."
    if document.text.startswith("\ufeff"):
        return 1, "The file begins with a byte order mark."
    disorder = _disorder(document)
    if disorder is not None:
        return disorder
    pairs = zip_longest(document.text.split("\n"), wanted.split("\n"))
    line, found, right = next(
        (number, found, right) for number, (found, right) in enumerate(pairs, 1) if found != right
    )
    return line, f"This is written {_shown(found)}, and {_shown(right)} in canonical form."


def _disorder(document: Document) -> tuple[int, str] | None:
    """The first entry that stands before one with an earlier id."""
    data: Any = document.data
    ids = [entry["id"] for entry in data.get("entries", ())]
    for index, (id_, following) in enumerate(pairwise(ids)):
        if id_ > following:
            line = document.place("entries", index + 1).line
            before = max((one for one in ids if one < following), default=None)
            where = "stands first" if before is None else f"belongs after {before}"
            return line, f"Entries are sorted by id: {following} {where}."
    return None


def _shown(line: str | None) -> str:
    if line is None:
        return "not at all"
    text = line.strip()
    return f"`{text if len(text) <= _SHOWN else text[:_SHOWN] + '...'}`" if text else "as an empty line"
