"""What can change for users, as rules: short functions with a stable id, a level and a meaning.

A rule looks at a comparison and yields what it saw. Its docstring stands in the contributors' guide: it
speaks to somebody who reads the rule's id beside a pull request.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.history.changes import At, Change, Example, Level
from generator.history.comparison import Comparison

PATCH, MINOR, MAJOR = Level.PATCH, Level.MINOR, Level.MAJOR


@dataclass(frozen=True, slots=True)
class Seen:
    """What a rule saw; the fields are those of a change."""

    entry: str
    says: str
    at: At
    facts: Mapping[str, Any] = field(default_factory=dict)
    count: int = 0
    example: Example | None = None


Look = Callable[[Comparison], Iterator[Seen]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A look at a comparison, with a stable id and what its finding asks for."""

    id: str
    level: Level
    needs_reason: bool
    look: Look

    @property
    def meaning(self) -> str:
        """What a finding means and what to do about it: the docstring, on one line."""
        return " ".join((self.look.__doc__ or "").split())

    def changes(self, comparison: Comparison) -> Iterator[Change]:
        """What the rule sees, as changes."""
        for seen in self.look(comparison):
            yield Change(
                self.id,
                self.level,
                self.needs_reason,
                seen.entry,
                seen.says,
                seen.at,
                seen.facts,
                seen.count,
                seen.example,
            )


_RULES: dict[str, Rule] = {}


def rule(id_: str, level: Level, *, needs_reason: bool = False) -> Callable[[Look], Look]:
    """Register a look as a rule. A major change always needs a reason."""

    def register(look: Look) -> Look:
        _RULES[id_] = Rule(id_, level, needs_reason or level is MAJOR, look)
        return look

    return register


def all_rules() -> tuple[Rule, ...]:
    """Every rule, the gravest first."""
    from generator.history.rules import answers, behavior, interfaces, names, texts

    _modules = (answers, behavior, interfaces, names, texts)
    return tuple(sorted(_RULES.values(), key=lambda one: (-one.level, not one.needs_reason, one.id)))


def find_changes(comparison: Comparison) -> list[Change]:
    """Everything that any rule sees."""
    return [change for one in all_rules() for change in one.changes(comparison)]
