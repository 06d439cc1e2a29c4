"""The policy on how a file is written."""

from collections.abc import Iterator
from itertools import zip_longest

from generator.authoring.format import canonical_text
from generator.findings import Place
from generator.policies.registry import Subject, Wrong, policy


@policy("canonical-form")
def files_are_in_canonical_form(subject: Subject) -> Iterator[Wrong]:
    """One way of writing keeps pull requests to what they change."""
    for document in subject.files.documents:
        wanted = canonical_text(document)
        if wanted != document.text:
            pairs = zip_longest(document.text.split("\n"), wanted.split("\n"))
            line = next(number for number, (found, right) in enumerate(pairs, 1) if found != right)
            yield Wrong(
                Place(document.file, line),
                "The file is not in canonical form from here on.",
                "python -m generator format",
            )
