"""Policies on texts and snippets."""

import ast
import re
from collections.abc import Iterator

from generator.findings import Place
from generator.model import Entry
from generator.policies import Subject, Wrong, policy

_UNFINISHED = re.compile(r"\b(?:TODO|FIXME|TBD|XXX)\b")


@policy("text-unfinished", severity="warning")
def texts_are_finished(subject: Subject) -> Iterator[Wrong]:
    """What is published stays; a stub must not."""
    for entry in subject.catalog.entries:
        for text, place in _texts(entry):
            if _UNFINISHED.search(text):
                yield Wrong(place, f"Something is left to be written: {text[:60]}", "Write it.")


@policy("text-sentence")
def texts_are_sentences(subject: Subject) -> Iterator[Wrong]:
    """Texts stand as paragraphs and list items on a page."""
    for entry in subject.catalog.entries:
        for text, place in _texts(entry):
            if text != entry.title and text[-1] not in ".)`:":
                yield Wrong(
                    place, f"This text does not end like a sentence: ...{text[-40:]}", "Add a full stop."
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
                    yield Wrong(step.where["code"], f"The code does not parse: {error}.", "Mend the code.")


def _texts(entry: Entry) -> Iterator[tuple[str, Place]]:
    yield entry.title, entry.where["title"]
    yield entry.meaning, entry.where["meaning"]
    for cause in entry.causes:
        yield cause, entry.where["causes"]
    for step in entry.remediation:
        yield step.do, step.where["do"]
    if entry.note is not None:
        yield entry.note, entry.where["note"]
