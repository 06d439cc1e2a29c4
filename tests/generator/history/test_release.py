"""How a release is made of the working tree, and verified by its tag."""

from pathlib import Path

import pytest

from generator.cli import main
from generator.history.changelog import released
from generator.history.changes import Level
from generator.history.release import problems
from generator.history.version import allows
from generator.load.files import project_version
from tests.generator.history.repository import ORDERS, commit, copied, edit, git
from tests.generator.history.test_diff import REASON, SUMMARY, param_renamed

CHANGELOG = "# Changelog\n\n## Unreleased\n\nBy hand.\n\n## 0.1.0\n\n- First.\n"


@pytest.fixture(scope="module")
def released_for_all(repository_of_all: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository with a release of which each test gets a copy."""
    root = copied(repository_of_all, tmp_path_factory.mktemp("released") / "repository")
    assert release(root, "0.3.0") == 0
    commit(root)
    git(root, "tag", "v0.3.0")
    return root


@pytest.fixture
def released_once(released_for_all: Path, tmp_path: Path) -> Path:
    """A repository with the release 0.3.0."""
    return copied(released_for_all, tmp_path / "repository")


def release(root: Path, *arguments: str) -> int:
    return main(["--root", str(root), "release", *arguments])


def accept(root: Path, rule: str) -> None:
    accepting = ("accept", rule, "--reason", REASON, "--summary", SUMMARY, "--slug", "test", "--base", "HEAD")
    assert main(["--root", str(root), *accepting]) == 0


def test_the_first_release_lists_every_id(released_once: Path) -> None:
    assert "acme.order_closed: 0.1.0\n" in (released_once / "catalog" / "released.yaml").read_text("utf-8")


@pytest.fixture(scope="module")
def released_twice(released_for_all: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with a further release, of an entry that came and of a change with a reason."""
    root = copied(released_for_all, tmp_path_factory.mktemp("again") / "repository")
    edit(root, ORDERS, "  since: 0.1.0\n- id: order_not_open", "  since: next\n- id: order_not_open")
    param_renamed(root)
    accept(root, "param-lost")
    assert release(root, "0.4.0") == 0
    return root


def test_what_came_with_the_next_release_gets_its_version(released_twice: Path) -> None:
    assert "since: 0.4.0\n- id: order_not_open" in (released_twice / ORDERS).read_text("utf-8")
    assert project_version(released_twice) == "0.4.0"


def test_the_changelog_has_summaries_and_reasons(released_twice: Path) -> None:
    text = (released_twice / "CHANGELOG.md").read_text("utf-8")
    assert f"## Unreleased\n\n## 0.4.0\n\n- {SUMMARY}\n" in text
    assert f"- `acme.insufficient_funds`: `params` lose needed and gain required ({REASON})" in text


def test_files_of_changes_are_gone_after_a_release(released_twice: Path) -> None:
    assert not list((released_twice / "catalog" / "changes").glob("*.yaml"))


def test_a_version_below_the_verdict_is_refused_and_nothing_written(
    released_once: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    param_renamed(released_once)
    accept(released_once, "param-lost")
    before = git(released_once, "status", "--short")
    assert release(released_once, "0.3.1") == 1
    assert "Release 0.4.0." in capsys.readouterr().err
    assert git(released_once, "status", "--short") == before


def test_changes_without_a_reason_are_not_released(
    released_once: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    param_renamed(released_once)
    assert release(released_once, "0.4.0") == 1
    assert "acme.insufficient_funds" in capsys.readouterr().err


@pytest.mark.parametrize("version", ["0.4", "v0.4.0", "x", "0.2.9"])
def test_what_is_no_later_version_is_refused(version: str, repository: Path) -> None:
    assert release(repository, version) == 1


def test_a_release_is_what_its_tag_says(released_once: Path) -> None:
    assert list(problems(released_once, "v0.3.0")) == []


def test_a_tag_of_another_version_is_found(released_once: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(released_once, "tag", "v0.9.0")
    assert release(released_once, "--verify", "v0.9.0") == 1
    assert "pyproject.toml says 0.3.0, the tag says 0.9.0." in capsys.readouterr().out


def test_a_release_by_hand_that_lacks_something_is_found(released_once: Path) -> None:
    edit(released_once, ORDERS, "  since: 0.1.0\n- id: order_not_open", "  since: next\n- id: order_not_open")
    assert f"{ORDERS} still says next where a version belongs." in list(problems(released_once, "v0.3.0"))


@pytest.mark.parametrize("tag", ["0.3.0", "latest", "v0.3", "v0.3.0-rc1"])
def test_a_tag_that_names_no_version_is_refused(tag: str, tmp_path: Path) -> None:
    assert len(list(problems(tmp_path, tag))) == 1


def test_what_stood_under_unreleased_goes_into_the_section() -> None:
    assert released(CHANGELOG, "## 0.2.0\n\n- Second.") == (
        "# Changelog\n\n## Unreleased\n\n## 0.2.0\n\nBy hand.\n\n- Second.\n\n## 0.1.0\n\n- First.\n"
    )


@pytest.mark.parametrize(
    ("version", "following", "level", "allowed"),
    [
        ("0.1.0", "0.1.1", Level.PATCH, True),
        ("0.1.0", "0.1.1", Level.MINOR, False),
        ("0.1.0", "0.2.0", Level.MAJOR, True),
        ("1.1.0", "1.2.0", Level.MAJOR, False),
        ("1.1.0", "2.0.0", Level.MAJOR, True),
        ("1.1.0", "1.3.0", Level.MINOR, False),
        ("1.1.0", "1.1.0", None, False),
        ("1.1.0", "1.1.1", None, True),
    ],
)
def test_a_version_may_follow_another(
    version: str, following: str, level: Level | None, allowed: bool
) -> None:
    assert allows(version, following, level) is allowed
