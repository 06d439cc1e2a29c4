"""The registry of rules and how they are run.

A rule looks at a comparison and yields what it saw. Its docstring stands in the contributors' guide: it
speaks to somebody who reads the rule's id beside a pull request.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from generator.history import rules
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
    for module in iter_modules(rules.__path__):  # their import registers them
        import_module(f"{rules.__name__}.{module.name}")
    return tuple(sorted(_RULES.values(), key=lambda one: (-one.level, not one.needs_reason, one.id)))


def find_changes(comparison: Comparison) -> list[Change]:
    """Everything that any rule sees."""
    return [change for one in all_rules() for change in one.changes(comparison)]
