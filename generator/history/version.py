"""Which version follows from what changes."""

import re

from generator.history.changes import Level

_VERSION = re.compile(r"(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})")
Version = tuple[int, int, int]


def parse_version(text: str) -> Version | None:
    """The numbers of a version such as 0.1.0; None where it is none."""
    found = _VERSION.fullmatch(text)
    return None if found is None else (int(found[1]), int(found[2]), int(found[3]))


def next_version(version: str, level: Level | None) -> str:
    """The lowest version that may follow. Below 1.0.0 a major change raises the minor version.

    Args:
        version: the version that is out, such as 0.1.0.
        level: the highest level of what changed since; None where nothing did.
    """
    numbers = parse_version(version)
    if numbers is None or level is None:
        return version
    major, minor, patch = numbers
    if level is Level.MAJOR and major > 0:
        return f"{major + 1}.0.0"
    if level is Level.PATCH:
        return f"{major}.{minor}.{patch + 1}"
    return f"{major}.{minor + 1}.0"


def allows(version: str, following: str, level: Level | None) -> bool:
    """Whether ``following`` may come after ``version``, with such changes between them.

    It must be one step, of the last, the middle or the first number, and at least the lowest one allowed.
    """
    old, new = parse_version(version), parse_version(following)
    lowest = parse_version(next_version(version, level or Level.PATCH))
    if old is None or new is None or lowest is None:
        return False
    major, minor, patch = old
    return new in ((major, minor, patch + 1), (major, minor + 1, 0), (major + 1, 0, 0)) and new >= lowest
