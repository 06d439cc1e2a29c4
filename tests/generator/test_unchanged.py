"""A build of what was not touched is not made again; a build of anything else is."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator import stages, unchanged
from generator.cli import FAILED, OK, main
from tests.generator.helpers import POLICY_FIXTURES, ROOT, area_text, entry, overlay, write

EXTRA = "catalog/acme/extra.yaml"
TEXTS = {"generated": {"a.txt": "a\n", "b/c.txt": "c\n"}, "site/docs": {"d.txt": "d\n"}}
TOOL = ("generator/cli.py", "generator/targets/page.jinja", "schema/a.json", "site/pages/index.md")
READ_BY_A_BUILD = """
import sys
opened = []
sys.addaudithook(lambda event, arguments: opened.append(str(arguments[0])) if event == "open" else None)
from generator.stages import check, generate
from pathlib import Path
checked = check(Path("catalog"))
generate(checked.subject, "0.0.0")
print(*opened, sep="\\n")
"""


@pytest.fixture
def build(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """Builds ``root`` with a small tool, and tells how often anything was made of the catalog."""
    made: list[object] = []

    def generate(subject: object, *_: object) -> Mapping[str, Mapping[str, str]]:
        made.append(subject)
        return TEXTS

    for file in TOOL:
        write(tmp_path / "tool", file, "x")
    monkeypatch.setattr(unchanged, "TOOL", tmp_path / "tool")
    monkeypatch.setattr(stages, "generate", generate)

    def once() -> int:
        before = len(made)
        assert main(["--root", str(root), "build"]) == OK
        return len(made) - before

    return once


def test_a_second_build_makes_nothing(build: Callable[[], int], capsys: pytest.CaptureFixture[str]) -> None:
    assert build() == 1
    capsys.readouterr()
    assert build() == 0
    assert capsys.readouterr().out == "Nothing was touched since the last build.\n"


@pytest.mark.parametrize(
    "file",
    [
        "catalog/acme/orders.yaml",
        "catalog/categories.yaml",
        "pyproject.toml",
        "generated/a.txt",
        "generated/b/c.txt",
        "site/docs/d.txt",
        *(f"../tool/{file}" for file in TOOL),
    ],
)
def test_a_file_that_was_written_again_is_built_again(
    file: str, root: Path, build: Callable[[], int]
) -> None:
    build()
    path = root / file
    before = path.stat()
    path.write_bytes(path.read_bytes())
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))  # as some tools do that copy files
    assert build() == 1


@pytest.mark.parametrize(
    "file",
    [EXTRA, "generated/orphan.txt", "site/docs/new/orphan.txt", "../tool/generator/new.py"],
)
def test_a_file_that_came_is_built(file: str, root: Path, build: Callable[[], int]) -> None:
    build()
    write(root, file, area_text(entry()))
    assert build() == 1


@pytest.mark.parametrize("file", ["generated/a.txt", "site/docs/d.txt", "../tool/site/pages/index.md"])
def test_a_file_that_went_is_missed(file: str, root: Path, build: Callable[[], int]) -> None:
    build()
    (root / file).unlink()
    assert build() == 1


def test_another_interpreter_builds_again(build: Callable[[], int], monkeypatch: pytest.MonkeyPatch) -> None:
    build()
    monkeypatch.setattr(sys, "version", "another")
    assert build() == 1


def test_a_package_that_was_installed_builds_again(
    build: Callable[[], int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sysconfig.get_path", lambda _: str(tmp_path / "installed"))
    (tmp_path / "installed").mkdir()
    build()
    (tmp_path / "installed" / "jinja2-9.dist-info").mkdir()
    assert build() == 1


def test_what_python_compiles_is_no_change(root: Path, build: Callable[[], int]) -> None:
    build()
    write(root, "generated/__pycache__/a.pyc", "")
    write(root, "../tool/generator/__pycache__/cli.pyc", "")
    assert build() == 0


def test_what_is_edited_during_a_build_is_built(
    root: Path, build: Callable[[], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    generate = stages.generate

    def slow(*arguments: object) -> object:
        write(root, EXTRA, area_text(entry()))
        return generate(*arguments)  # type: ignore[arg-type]  # passed on as they are

    monkeypatch.setattr(stages, "generate", slow)
    build()
    monkeypatch.setattr(stages, "generate", generate)
    assert build() == 1


def test_findings_are_shown_by_every_build(
    root: Path, build: Callable[[], int], capsys: pytest.CaptureFixture[str]
) -> None:
    overlay(root, POLICY_FIXTURES / "source-used")
    build()
    capsys.readouterr()
    assert build() == 1
    assert "warning source-used" in capsys.readouterr().out


def test_a_build_that_fails_is_no_build(root: Path, build: Callable[[], int]) -> None:
    build()
    overlay(root, POLICY_FIXTURES / "category-declared")
    assert main(["--root", str(root), "build"]) == FAILED
    assert main(["--root", str(root), "build"]) == FAILED


def test_a_check_of_what_is_committed_always_looks(
    root: Path, build: Callable[[], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    build()
    write(root, "generated/a.txt", "b\n")
    unchanged.keep(root, unchanged.read_by_build(root))
    assert main(["--root", str(root), "build", "--check"]) == FAILED


def test_the_stamp_is_of_everything_that_a_build_reads() -> None:
    done = subprocess.run(
        [sys.executable, "-c", READ_BY_A_BUILD], cwd=ROOT, capture_output=True, text=True, check=True
    )
    read = {(ROOT / line).resolve() for line in done.stdout.splitlines() if not line.isdecimal()}
    of_the_project = {
        path.relative_to(ROOT).as_posix()
        for path in read
        if path.is_relative_to(ROOT) and not path.is_relative_to(ROOT / ".venv")
    }
    stamped = ("catalog/", "generator/", "schema/", "site/pages/", "pyproject.toml")
    assert "catalog/categories.yaml" in of_the_project
    assert [path for path in of_the_project if not path.startswith(stamped)] == []
