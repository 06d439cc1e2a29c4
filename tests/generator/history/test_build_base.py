"""``build --check --base``: a branch leaves generated/ alone or makes it fresh, and nothing between."""

from pathlib import Path

import pytest

from generator.cli import main
from tests.generator.history.repository import ORDERS, build, commit, edit

CATALOG_JSON = "generated/catalog.json"


def check(root: Path, base: str = "HEAD") -> int:
    return main(["--root", str(root), "build", "--check", "--base", base])


def change(root: Path) -> None:
    edit(root, ORDERS, "Deposit money.", "Deposit more money.")


def test_what_is_fresh_passes(repository: Path) -> None:
    change(repository)
    build(repository)
    assert check(repository) == 0


def test_what_is_untouched_since_the_base_passes(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(repository)
    commit(repository)
    assert check(repository, "HEAD~1") == 0
    assert "as in HEAD~1" in capsys.readouterr().out


def test_what_was_edited_by_hand_fails(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(repository, CATALOG_JSON, '"title": "Insufficient funds"', '"title": "No money"')
    assert check(repository) == 1
    assert f"changed: {CATALOG_JSON}" in capsys.readouterr().out


def test_what_was_built_in_part_fails(repository: Path) -> None:
    change(repository)
    old = (repository / CATALOG_JSON).read_bytes()
    build(repository)
    module = next((repository / "generated" / "broker_errors").rglob("*acme*"))
    module.write_text("# edited\n", "utf-8")
    (repository / CATALOG_JSON).write_bytes(old)
    assert check(repository) == 1


def test_a_file_that_was_removed_by_hand_fails(repository: Path) -> None:
    (repository / CATALOG_JSON).unlink()
    assert check(repository) == 1


def test_a_file_that_was_added_by_hand_fails(repository: Path) -> None:
    (repository / "generated" / "extra.txt").write_text("extra", "utf-8")
    assert check(repository) == 1


def test_a_base_that_git_does_not_know_exits_with_3(repository: Path) -> None:
    change(repository)
    assert check(repository, "no-such-revision") == 3


def test_without_a_base_what_is_stale_fails(repository: Path) -> None:
    change(repository)
    assert main(["--root", str(repository), "build", "--check"]) == 1
