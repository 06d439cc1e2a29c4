"""The registry of policies and how they are run.

A policy yields a finding for each thing that is wrong. The policies of the first round look at single
statements. Those of the second round work with the matching plan, and run only when the first round found no
error.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pkgutil import iter_modules

from generator import policies
from generator.findings import Finding, Place, Severity, has_errors
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
    """What a policy found: where, what, and what mends it."""

    place: Place
    message: str
    mend: str


Check = Callable[[Subject], Iterator[Wrong]]


@dataclass(frozen=True, slots=True)
class Policy:
    """A check with a stable id. The check's docstring says why it is there."""

    id: str
    check: Check
    severity: Severity
    needs_plan: bool

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """What the check finds, under the policy's id."""
        for wrong in self.check(subject):
            yield Finding(wrong.place, self.id, wrong.message, wrong.mend, self.severity)


_POLICIES: dict[str, Policy] = {}


def policy(id_: str, *, severity: Severity = "error", needs_plan: bool = False) -> Callable[[Check], Check]:
    """Register a check as a policy."""

    def register(check: Check) -> Check:
        _POLICIES[id_] = Policy(id_, check, severity, needs_plan)
        return check

    return register


def all_policies() -> tuple[Policy, ...]:
    """Every policy, sorted by id."""
    for module in iter_modules(policies.__path__):  # their import registers them
        import_module(f"{policies.__name__}.{module.name}")
    return tuple(_POLICIES[id_] for id_ in sorted(_POLICIES))


def check_policies(subject: Subject) -> list[Finding]:
    """Run all policies; those that need the plan only on a catalog without other errors."""
    known = all_policies()
    findings = [finding for one in known if not one.needs_plan for finding in one.findings(subject)]
    if not has_errors(findings):
        findings += [finding for one in known if one.needs_plan for finding in one.findings(subject)]
    return findings
