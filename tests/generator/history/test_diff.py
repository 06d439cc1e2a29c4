"""What the command ``diff`` says of changes that a contributor may make."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from tests.generator.history.repository import CATEGORIES, ORDERS, build, commit, edit, git

REASON = "every other entry of this broker calls it so"
SUMMARY = "A change that a test makes to the catalog."


def run(root: Path, *arguments: str) -> int:
    return main(["--root", str(root), *arguments])


def waiting(output: str) -> list[str]:
    """The lines of changes that need a reason."""
    return [line for line in output.splitlines() if line.startswith("catalog/") and "needs a reason," in line]


def entry_removed(root: Path) -> None:
    text = (root / ORDERS).read_text("utf-8")
    without = re.sub(r"- id: order_closed\n.*?(?=- id: )", "", text, flags=re.DOTALL)
    (root / ORDERS).write_text(without, "utf-8")


def outcomes_reordered(root: Path) -> None:
    edit(root, CATEGORIES, "outcomes: [not_applied, unknown]", "outcomes: [unknown, not_applied]")


def param_renamed(root: Path) -> None:
    edit(root, ORDERS, "{needed:decimal}", "{required:decimal}")


def retry_laxer(root: Path) -> None:
    edit(root, ORDERS, "retry: reconcile", "retry: after_change")


CASES = {
    entry_removed: (
        ORDERS,
        "- id: order_not_open",
        "major, needs a reason, entry-removed: acme.order_closed: is gone",
    ),
    outcomes_reordered: (
        CATEGORIES,
        "  outcomes: [unknown, not_applied]",
        "minor, needs a reason, outcome-changed: order_state: outcome: not_applied → unknown for acme.",
    ),
    param_renamed: (
        ORDERS,
        "  signatures:",
        "major, needs a reason, param-lost: acme.insufficient_funds: `params` lose needed and gain required",
    ),
    retry_laxer: (
        ORDERS,
        "  retry: after_change",
        "minor, needs a reason, retry-laxer: acme.order_closed: retry: reconcile → after_change",
    ),
}
"""Each change, with the file and the line that diff names, and what it says."""


@pytest.fixture(params=CASES, ids=lambda case: case.__name__)
def case(request: pytest.FixtureRequest, repository: Path) -> Any:
    request.param(repository)
    return request.param


def test_what_users_lose_is_one_clear_line_and_fails(
    case: Any, repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(repository, "diff", "--base", "HEAD") == 1
    lines = waiting(capsys.readouterr().out)
    assert len(lines) == 1
    file, text, says = CASES[case]
    assert re.fullmatch(rf"{file}:(\d+): {re.escape(says)}.*", lines[0])
    number = int(lines[0].split(":")[1])
    assert (repository / file).read_text("utf-8").splitlines()[number - 1] == text


def test_it_passes_with_a_reason(case: Any, repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rule = CASES[case][2].partition(":")[0].rpartition(" ")[2]
    accepting = ("accept", rule, "--reason", REASON, "--summary", SUMMARY, "--slug", "test", "--base", "HEAD")
    assert run(repository, *accepting) == 0
    assert run(repository, "diff", "--base", "HEAD") == 0
    assert f"accepted: {REASON}" in capsys.readouterr().out


def test_nothing_changes_between_a_commit_and_itself(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(repository, "diff", "--base", "HEAD") == 0
    assert capsys.readouterr().out.startswith("Nothing changes for users.")


def test_a_typo_is_a_patch(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(repository, ORDERS, "It was not placed.", "It has not been placed.")
    assert run(repository, "diff", "--base", "HEAD", "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["verdict"], [one["rule"] for one in found["changes"]]) == ("patch", ["text-changed"])


def test_a_branch_behind_main_is_not_blamed_for_what_main_has(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(repository, "checkout", "--quiet", "-b", "branch")
    git(repository, "checkout", "--quiet", "main")
    entry_removed(repository)
    build(repository)
    commit(repository)
    git(repository, "checkout", "--quiet", "branch")
    assert run(repository, "diff") == 0
    assert "Nothing changes for users." in capsys.readouterr().out


def test_two_commits_are_compared(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    retry_laxer(repository)
    build(repository)
    commit(repository)
    assert run(repository, "diff", "--base", "HEAD~1", "--head", "HEAD") == 1
    assert "retry-laxer" in capsys.readouterr().out


def test_an_acceptance_of_nothing_is_an_error(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = repository / "catalog" / "changes"
    folder.mkdir()
    text = f"summary: {SUMMARY}\naccept:\n- {{rule: answer-lost, entry: acme.refused, reason: {REASON}}}\n"
    (folder / "test.yaml").write_text(text, "utf-8")
    assert run(repository, "diff", "--base", "HEAD") == 1
    assert "catalog/changes/test.yaml:3: answer-lost of acme.refused" in capsys.readouterr().out


def test_an_acceptance_that_landed_before_is_no_error(repository: Path) -> None:
    retry_laxer(repository)
    accepting = ("retry-laxer", "--reason", REASON, "--summary", SUMMARY, "--slug", "test", "--base", "HEAD")
    run(repository, "accept", *accepting)
    build(repository)
    commit(repository)
    assert run(repository, "diff", "--base", "HEAD") == 0


def test_a_malformed_file_of_changes_fails(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = repository / "catalog" / "changes"
    folder.mkdir()
    (folder / "test.yaml").write_text("sumary: x\n", "utf-8")
    assert run(repository, "diff", "--base", "HEAD") == 1
    assert "catalog/changes/test.yaml:1:" in capsys.readouterr().err


def test_since_release_compares_with_the_last_tag(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(repository, "tag", "v0.3.0")
    retry_laxer(repository)
    assert run(repository, "diff", "--since-release") == 1
    assert "Base v0.3.0" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [("--base", "no-such-revision"), ("--since-release",), ("--from", "no-such-file")],
    ids=["revision", "release", "file"],
)
def test_a_base_that_cannot_be_read_is_told_from_a_change(
    arguments: tuple[str, ...], repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(repository, "diff", *arguments) == 3
    assert capsys.readouterr().err


def test_a_wrong_command_line_is_told_from_a_change(repository: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(repository, "diff", "--base", "HEAD", "--since-release")
    assert stopped.value.code == 2


def test_accepting_what_is_not_there_fails(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    accepting = ("param-lost", "--reason", REASON, "--summary", SUMMARY, "--base", "HEAD")
    assert run(repository, "accept", *accepting) == 1
    assert "No change that needs a reason is called param-lost." in capsys.readouterr().err


def test_the_first_reason_needs_a_summary(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    retry_laxer(repository)
    accepting = ("accept", "retry-laxer", "--reason", REASON, "--base", "HEAD")
    assert run(repository, *accepting) == 1
    assert "Add --summary" in capsys.readouterr().err
    assert run(repository, *accepting, "--summary", SUMMARY) == 0
    assert run(repository, *accepting) == 0


def test_a_diff_that_was_kept_is_rendered_without_a_repository(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    retry_laxer(repository)
    run(repository, "diff", "--base", "HEAD", "--format", "json")
    file = tmp_path / "diff.json"
    file.write_text(capsys.readouterr().out, "utf-8")
    assert run(tmp_path, "diff", "--from", str(file), "--format", "markdown") == 1
    assert "retry-laxer" in capsys.readouterr().out
