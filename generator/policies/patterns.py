"""Policies on the regular expressions of a broker: each can be read, by every engine that has to."""

import re
from collections.abc import Iterator

from generator.findings import Place
from generator.policies.registry import Subject, Wrong, policy

_CHARACTERS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]")
"""What stands for characters, be it escaped or listed."""
_PYTHON_ALONE = re.compile(r"\(\?(?![:=!]|<[=!])|[*+?}]\+")
"""Groups with a name or flags as ECMAScript does not write them, and counts that give nothing back."""
_ENDS = re.compile(r"(?<!\\)(?:\\\\)*\\[AZ]")


@policy("pattern-read", grounds=True)
def patterns_can_be_read(subject: Subject) -> Iterator[Wrong]:
    """What is no regular expression finds nothing, and what Python alone reads is lost in JavaScript."""
    for broker in subject.catalog.brokers:
        for field, patterns in (("private", broker.private), ("public", broker.public)):
            for number, pattern in enumerate(patterns):
                yield from _unreadable(subject.place(broker, field, number), pattern)
        for codes in broker.code_sets:
            if is_pattern(codes.pattern):  # else another policy says so
                yield from _read_by_python_alone(subject.place(codes, "pattern"), codes.pattern)
        for envelope in broker.envelopes:
            for path, condition in envelope.when.items():
                if condition.like is not None:
                    place = subject.place(envelope, "when", path, "like")
                    yield from _unreadable(place, condition.like)
                    yield from _read_by_python_alone(place, condition.like)


def is_pattern(text: str) -> bool:
    """Whether a text is a regular expression."""
    return _problem(text) is None


def _unreadable(place: Place, pattern: str) -> Iterator[Wrong]:
    problem = _problem(pattern)
    if problem is not None:
        yield Wrong(
            place,
            f"{pattern!r} is no regular expression: {problem}.",
            "Correct it at that position, or leave it out.",
        )


def _read_by_python_alone(place: Place, pattern: str) -> Iterator[Wrong]:
    found = _ENDS.search(pattern) or _PYTHON_ALONE.search(_CHARACTERS.sub("a", pattern))
    if found is not None:
        yield Wrong(
            place,
            f"{pattern!r} has {found[0]!r}, which only Python reads.",
            "Write it with literals, sets of characters, counts and (?:...).",
        )


def _problem(pattern: str) -> str | None:
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        return str(error)
    return None
