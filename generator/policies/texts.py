"""Policies on texts and snippets."""

import ast
import re
from collections.abc import Iterator

from generator.findings import Place
from generator.load.yaml import NodePath
from generator.model.catalog import Entry
from generator.policies.registry import Subject, Wrong, policy
from generator.targets.python.runtime._page import PARAGRAPHS

_MARKS = ("TODO", "FIXME", "TBD", "XXX")
_UNFINISHED = re.compile(rf"\b(?:{'|'.join(_MARKS)})\b")


@policy("text-unfinished", severity="warning")
def texts_are_finished(subject: Subject) -> Iterator[Wrong]:
    """What is published stays; a stub must not, in whatever field or comment it says so."""
    for document in subject.files.documents:
        lines = document.text.split("\n") if any(mark in document.text for mark in _MARKS) else ()
        for number, line in enumerate(lines, 1):
            found = _UNFINISHED.search(line)
            if found is not None:
                place = Place(document.file, number, found.start() + 1)
                yield Wrong(place, f"Something is left to be written: {line.strip()[:60]}", "Write it.")


@policy("text-sentence")
def texts_are_sentences(subject: Subject) -> Iterator[Wrong]:
    """Texts stand as paragraphs and list items on a page."""
    for entry in subject.catalog.entries:
        for text, part, path in texts_of(entry):
            if text != entry.title and text[-1] not in ".)`:":
                yield Wrong(
                    subject.place(part, *path),
                    f"This text does not end like a sentence: ...{text[-40:]}",
                    "Add a full stop.",
                )


@policy("snippet-parses")
def snippets_are_python(subject: Subject) -> Iterator[Wrong]:
    """A snippet is there to be copied."""
    for entry in subject.catalog.entries:
        for step in entry.remediation:
            if step.code is not None:
                try:
                    ast.parse(step.code)
                except (SyntaxError, ValueError) as error:
                    yield Wrong(
                        subject.place(step, "code"), f"The code does not parse: {error}.", "Mend the code."
                    )


def texts_of(entry: Entry) -> Iterator[tuple[str, object, NodePath]]:
    """Every text of an entry, with the part of the model that it belongs to and the path below it."""
    for name in ("title", "meaning", "note", *PARAGRAPHS.values()):
        text = getattr(entry, name)
        if text is not None:
            yield text, entry, (name,)
    for index, cause in enumerate(entry.causes):
        yield cause, entry, ("causes", index)
    for step in entry.remediation:
        yield step.do, step, ("do",)
    for dated in entry.dated:
        yield dated.fact, dated, ("fact",)
