"""Branches of several contributors merge in any order, and what is generated is made anew afterwards."""

import subprocess
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest

from generator.cli import main
from tests.generator.helpers import ROOT
from tests.generator.history.repository import ORDERS, build, commit, edit, git

ENTRY = """\
- id: market_closed
  title: The market is closed
  category: refusal
  channels: [rest]
  signatures:
  - {status: 422, message: the market is closed for this order, evidence: documented, source: acme_docs}
  operations: [POST /orders]
  meaning: The order came outside of trading hours. It was not placed.
  causes:
  - It is a holiday.
  retry: after_change
  remediation:
  - {who: developer, do: Send the order when the market is open.}
  since: next
"""


def new_entry(root: Path) -> None:
    edit(root, ORDERS, "- id: order_closed\n", f"{ENTRY}- id: order_closed\n")


def new_wording(root: Path) -> None:
    told = "evidence: documented, source: acme_docs}\n"
    code = f'  - {{code: "42201", {told}'
    edit(root, ORDERS, code, f"  - {{status: 422, message: the order must be open for this, {told}{code}")


def typo(root: Path) -> None:
    edit(root, ORDERS, "Deposit money.", "Deposit some money.")


BRANCHES: dict[str, Callable[[Path], None]] = {"entry": new_entry, "wording": new_wording, "typo": typo}


MERGED = ("market_closed", "the order must be open for this", "Deposit some money.")
"""What each branch brings."""


def branch_off(root: Path, *, builds: bool) -> None:
    for name, change in BRANCHES.items():
        git(root, "checkout", "--quiet", "-b", name, "main")
        change(root)
        if builds:
            build(root)
        commit(root)
    git(root, "checkout", "--quiet", "main")


def merge(root: Path, name: str) -> None:
    author = ("-c", "user.name=A. Uthor", "-c", "user.email=author@example.com")
    git(root, *author, "merge", "--quiet", "--no-edit", name)


def assert_everything_is_there_and_fresh(root: Path) -> None:
    assert main(["--root", str(root), "build"]) == 0
    assert main(["--root", str(root), "build", "--check"]) == 0
    made = (root / "generated" / "catalog.json").read_text("utf-8")
    assert [text for text in MERGED if text not in made] == []


@pytest.mark.parametrize("order", list(permutations(BRANCHES)), ids="-".join)
def test_branches_that_leave_generated_alone_merge_in_any_order(
    order: tuple[str, ...], repository: Path
) -> None:
    branch_off(repository, builds=False)
    for name in order:
        merge(repository, name)
    assert_everything_is_there_and_fresh(repository)


def test_branches_that_were_built_merge_with_the_driver(repository: Path) -> None:
    attributes = (ROOT / ".gitattributes").read_text("utf-8")
    (repository / ".gitattributes").write_text(attributes, "utf-8")
    commit(repository)
    makefile = (ROOT / "Makefile").read_text("utf-8")
    recipe = makefile.partition("hooks:")[2].partition("\n\n")[0].splitlines()[1:]
    for line in recipe:
        subprocess.run(line.strip(), shell=True, cwd=repository, check=True)
    git(repository, "config", "core.hooksPath", "/dev/null")
    branch_off(repository, builds=True)
    for name in BRANCHES:
        merge(repository, name)
    assert_everything_is_there_and_fresh(repository)
