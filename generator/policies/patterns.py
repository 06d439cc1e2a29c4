"""Policies on the regular expressions of a broker: each can be read, by every engine that has to."""

import re
from collections.abc import Iterator

from generator.findings import Place
from generator.policies.registry import Subject, Wrong, policy

_READ_ALIKE = re.compile(
    r"""(?:
      [^\\^$.*+?()\[\]{}|]                            # a character
    | \\[\\^$.*+?()\[\]{}|/dw]                      # an escaped one, a digit, a letter of a word
    | \.
    | \[\^?(?:[^\\\[\]^]|\\[\\\[\]^dw-])+\]        # a set
    | \((?:\?:|(?!\?)) | \) | \|
    | (?:[*+?]|\{[0-9]+(?:,[0-9]*)?\})\??(?!\+)        # a count that gives back what it took
    )*""",
    re.VERBOSE,
)
"""What Python, ECMAScript and RE2 read alike, as far as vendors' codes and values need it."""


@policy("pattern-read", grounds=True)
def patterns_can_be_read(subject: Subject) -> Iterator[Wrong]:
    """What is no regular expression finds nothing; what only Python reads stops the JavaScript matcher."""
    for broker in subject.catalog.brokers:
        for field, patterns in (("private", broker.private), ("public", broker.public)):
            for number, pattern in enumerate(patterns):
                yield from _unreadable(subject.place(broker, field, number), pattern)
        for codes in broker.code_sets:
            if is_pattern(codes.pattern):  # else another policy says so
                yield from _read_otherwise(subject.place(codes, "pattern"), codes.pattern)
        for envelope in broker.envelopes:
            for path, condition in envelope.when.items():
                if condition.like is not None:
                    place = subject.place(envelope, "when", path, "like")
                    yield from _unreadable(place, condition.like)
                    yield from _read_otherwise(place, condition.like)


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


def _read_otherwise(place: Place, pattern: str) -> Iterator[Wrong]:
    found = _READ_ALIKE.match(pattern)
    end = found.end() if found is not None else 0
    if end < len(pattern):
        yield Wrong(
            place,
            f"{pattern!r} has {pattern[end]!r} at position {end}, which not every engine reads alike.",
            "Write it with literals, sets of characters, counts and (?:...).",
        )


def _problem(pattern: str) -> str | None:
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        return str(error)
    return None
