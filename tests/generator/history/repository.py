"""A repository of a small catalog, with a history, in a folder of a test's own."""

import os
import shutil
import subprocess
from pathlib import Path

from generator.output import replace
from generator.stages import preview
from tests.generator.helpers import PYPROJECT, ROOT

CATALOG = Path(__file__).parent / "catalog"
ORDERS = "catalog/acme/orders.yaml"
CATEGORIES = "catalog/categories.yaml"
UNUSED = shutil.ignore_patterns("__pycache__", "node_modules")
"""What lies in the generator's folder and is not in the repository."""


def make_repository(root: Path) -> Path:
    """Make a repository of the small catalog and of this generator, all of it committed and fresh."""
    for name, source in (
        ("catalog", CATALOG),
        ("generator", ROOT / "generator"),
        ("schema", ROOT / "schema"),
    ):
        shutil.copytree(source, root / name, ignore=UNUSED)
    (root / "pyproject.toml").write_text(PYPROJECT, "utf-8")
    (root / "CHANGELOG.md").write_text("# Changelog\n\n## Unreleased\n", "utf-8")
    build(root)
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "config", "core.hooksPath", "/dev/null")
    (root / ".gitignore").write_text("__pycache__/\n", "utf-8")
    commit(root)
    return root


def copied(repository: Path, root: Path) -> Path:
    """A copy that shares the generator's files, which no test writes into, and has the rest for itself."""
    shutil.copytree(repository, root, ignore=shutil.ignore_patterns("generator"))
    shutil.copytree(repository / "generator", root / "generator", copy_function=os.link)
    return root


def build(root: Path) -> None:
    """Make what belongs to the catalog in ``root``, whether or not a policy minds it."""
    checked, files = preview(root)
    assert checked.subject is not None, checked.findings
    replace(root / "generated", files)


def commit(root: Path) -> str:
    """Commit everything and return the commit."""
    git(root, "add", "--all")
    git(root, "-c", "user.name=A. Uthor", "-c", "user.email=author@example.com", "commit", "-qm", "Change")
    return git(root, "rev-parse", "HEAD")


def git(root: Path, *arguments: str) -> str:
    """Run git and return what it says."""
    done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def edit(root: Path, file: str, old: str, new: str) -> None:
    """Change one text of a file, which must be there once."""
    text = (root / file).read_text("utf-8")
    assert text.count(old) == 1, f"{file} has {old!r} {text.count(old)} times"
    (root / file).write_text(text.replace(old, new), "utf-8")
