"""The registry of policies and how they are run.

A policy yields a finding for each thing that is wrong. Some work with the matching plan, and run only when
what the plan stands on is right.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pkgutil import iter_modules

from generator import policies
from generator.findings import Finding, Place, Severity
from generator.load.files import CatalogFiles
from generator.model.catalog import Catalog
from generator.model.origin import Origins
from generator.plan.common import common, foreign
from generator.plan.make import make_plans
from generator.targets.python.runtime._matcher import Matcher
from generator.targets.python.runtime._rows import Plan


@dataclass(frozen=True)
class Subject:
    """What policies look at."""

    catalog: Catalog
    origins: Origins
    files: CatalogFiles

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        """The matching plan of each broker, made once a run."""
        return make_plans(self.catalog, common(), foreign())

    @cached_property
    def matcher(self) -> Matcher:
        """What users match with, made of the plans."""
        return Matcher(self.plans, common())

    def place(self, part: object, *path: str | int) -> Place:
        """Where a part of the model stands, or what is below it."""
        return self.origins.place(part, *path)


@dataclass(frozen=True, slots=True)
class Wrong:
    """What a policy found: where, what, and what mends it.

    ``about`` names the entries that are mixed up where one cause shows in several policies.
    """

    place: Place
    message: str
    mend: str
    about: frozenset[str] = frozenset()


Check = Callable[[Subject], Iterator[Wrong]]


@dataclass(frozen=True, slots=True)
class Policy:
    """A check with a stable id. The check's docstring says why it is there.

    Attributes:
        id: the id, which findings carry.
        check: the check.
        severity: how grave what it finds is.
        needs_plan: whether it works with the matching plan.
        grounds: whether the plan stands on it: what it finds is mended before anything is matched.
        follows: the policies whose findings about the same entries are the cause of this one's.
    """

    id: str
    check: Check
    severity: Severity
    needs_plan: bool
    grounds: bool
    follows: tuple[str, ...]

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """What the check finds, under the policy's id."""
        yield from map(self.finding, self.check(subject))

    def finding(self, wrong: Wrong) -> Finding:
        """What is wrong, under the policy's id."""
        return Finding(wrong.place, self.id, wrong.message, wrong.mend, self.severity)


_POLICIES: dict[str, Policy] = {}


def policy(
    id_: str,
    *,
    severity: Severity = "error",
    needs_plan: bool = False,
    grounds: bool = False,
    follows: tuple[str, ...] = (),
) -> Callable[[Check], Check]:
    """Register a check as a policy."""

    def register(check: Check) -> Check:
        _POLICIES[id_] = Policy(id_, check, severity, needs_plan, grounds, follows)
        return check

    return register


def all_policies() -> tuple[Policy, ...]:
    """Every policy, sorted by id."""
    for module in iter_modules(policies.__path__):  # their import registers them
        import_module(f"{policies.__name__}.{module.name}")
    return tuple(_POLICIES[id_] for id_ in sorted(_POLICIES))


def check_policies(subject: Subject) -> list[Finding]:
    """Run all policies; those that need the plan only where what it stands on is right.

    One cause is one finding: what a policy finds of entries that an earlier one found mixed up is left out.
    """
    findings: list[Finding] = []
    mixed_up: dict[str, set[frozenset[str]]] = {}
    may_plan = True
    for one in sorted(all_policies(), key=lambda each: (each.needs_plan, bool(each.follows))):
        if one.needs_plan and not may_plan:
            continue
        for wrong in one.check(subject):
            mixed_up.setdefault(one.id, set()).add(wrong.about)
            may_plan = may_plan and not one.grounds
            if not any(wrong.about and wrong.about in mixed_up.get(cause, ()) for cause in one.follows):
                findings.append(one.finding(wrong))
    return findings
