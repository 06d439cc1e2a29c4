"""The whole way from the catalog's files to everything that is made of them.

load -> shape -> model -> plan -> policies -> targets -> output
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from generator.findings import Finding, has_errors
from generator.load.files import load, project_version
from generator.model.catalog import Catalog
from generator.model.read import read
from generator.output import Difference, compare, replace
from generator.plan.common import common
from generator.policies.registry import Subject, check_policies
from generator.shape import check_shape
from generator.targets import json
from generator.targets.javascript import package as javascript
from generator.targets.python import package as python

REGENERATE = "python -m generator build"
"""The command that makes everything generated anew."""
COMMITTED = "generated"
"""The folder that is in the repository; the others are made where they are needed."""


class Mode(Enum):
    """What becomes of what the targets made."""

    WRITE = "write"
    CHECK = "check"
    """Nothing is written; what is committed is compared."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check leaves: everything that policies and targets look at, unless a finding is an error."""

    subject: Subject | None
    findings: tuple[Finding, ...]

    @property
    def catalog(self) -> Catalog | None:
        """The catalog, where nothing is wrong with it."""
        return None if self.subject is None else self.subject.catalog


def check(folder: Path) -> Checked:
    """Check the catalog in ``folder``."""
    shaped = _shaped(folder)
    if shaped.subject is None:
        return shaped
    findings = check_policies(shaped.subject)
    return Checked(None if has_errors(findings) else shaped.subject, tuple(findings))


def preview(root: Path) -> tuple[Checked, Mapping[str, str]]:
    """What would be in ``generated/``, policies unseen: a catalog can be compared before it is right."""
    shaped = _shaped(root / "catalog")
    if shaped.subject is None:
        return shaped, {}
    return shaped, _committed(shaped.subject, project_version(root))


def _shaped(folder: Path) -> Checked:
    """The catalog in ``folder``, of which only the shape is checked."""
    files, findings = load(folder)
    if files is None:
        return Checked(None, tuple(findings))
    findings = check_shape(files)
    if has_errors(findings):
        return Checked(None, tuple(findings))
    return Checked(Subject(*read(files), files), tuple(findings))


def generate(subject: Subject, version: str, mode: Mode = Mode.WRITE) -> Mapping[str, Mapping[str, str]]:
    """The text of each file, by its folder and by its path below it; for a check only of what is compared."""
    committed = {COMMITTED: _committed(subject, version)}
    if mode is Mode.CHECK:
        return committed
    from generator.targets import site  # a third of all that is imported

    return {**committed, "site/docs": site.generate(subject.catalog, version)}


def _committed(subject: Subject, version: str) -> Mapping[str, str]:
    return {
        **python.generate(subject.catalog, subject.plans, common(), version),
        **javascript.generate(subject.catalog, subject.plans, common(), version),
        **json.generate(subject.catalog, version),
    }


def build(root: Path, mode: Mode, subject: Subject) -> Mapping[str, Difference]:
    """Make everything of a catalog that was checked, or compare what is committed of it."""
    act = compare if mode is Mode.CHECK else replace
    made = generate(subject, project_version(root), mode)
    return {folder: act(root / folder, files) for folder, files in made.items()}


def run(root: Path, mode: Mode) -> tuple[Checked, Mapping[str, Difference]]:
    """Check the catalog in ``root`` and build it; nothing is built where the check finds an error."""
    checked = check(root / "catalog")
    return checked, {} if checked.subject is None else build(root, mode, checked.subject)
