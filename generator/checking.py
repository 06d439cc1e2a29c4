"""The whole check: from a folder to a catalog that nothing is wrong with, or findings."""

from pathlib import Path

from generator.building import build
from generator.findings import Finding, has_errors
from generator.load import load
from generator.model import Catalog
from generator.policies import Subject, check_policies
from generator.shape import check_shape


def check(folder: Path) -> tuple[Catalog | None, list[Finding]]:
    """Check the catalog in ``folder``. There is a catalog unless a finding is an error."""
    files, findings = load(folder)
    if files is None:
        return None, findings
    findings = check_shape(files)
    if has_errors(findings):
        return None, findings
    catalog = build(files)
    findings = check_policies(Subject(catalog, files))
    return (None if has_errors(findings) else catalog), findings
