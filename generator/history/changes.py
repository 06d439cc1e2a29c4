"""What changes for users, as data."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

Facts = Mapping[str, Any]
"""Plain data, as JSON has it."""


class Level(IntEnum):
    """What a change asks of the version, by Semantic Versioning; the highest one counts."""

    PATCH = 0
    MINOR = 1
    MAJOR = 2

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class At:
    """A line of a file, counted from 1."""

    file: str
    line: int = 1


@dataclass(frozen=True, slots=True)
class Example:
    """One payload that is answered differently, where it is from, and both answers in words."""

    payload: str
    origin: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changes for users.

    Attributes:
        rule: the id of the rule that found it.
        level: what it asks of the version.
        needs_reason: whether it may only land with a reason.
        entry: the full id of the entry that it concerns, or the name of what else does.
        says: what users see, in words.
        at: the line that made it.
        facts: what changed, as data; they tell this change from others of its rule and entry.
        count: how many answers differ; 0 where that is not what changed.
        example: one of them.
    """

    rule: str
    level: Level
    needs_reason: bool
    entry: str
    says: str
    at: At
    facts: Facts = field(default_factory=dict)
    count: int = 0
    example: Example | None = None

    @property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits that stay the same as long as the same thing changes.

        Wordings, lines and counts do not enter, so that an example more or a mended typo keeps them.
        """
        told = json.dumps([self.rule, self.entry, self.facts], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(told.encode("utf-8")).hexdigest()[:12]


def in_order(changes: Sequence[Change]) -> list[Change]:
    """The gravest first, then what needs a reason, then by entry."""
    return sorted(changes, key=lambda one: (-one.level, not one.needs_reason, one.entry, one.rule, one.says))
