"""The same catalog gives the same bytes, in any folder and under any hash seed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.generator.helpers import ROOT


def build(folder: Path, seed: str) -> dict[str, bytes]:
    """Build a copy of the catalog in ``folder`` and return what was written."""
    folder.mkdir()
    shutil.copytree(ROOT / "catalog", folder / "catalog")
    shutil.copy(ROOT / "pyproject.toml", folder)
    subprocess.run(
        [sys.executable, "-m", "generator", "--root", str(folder), "build"],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        check=True,
        capture_output=True,
    )
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.relative_to(folder).parts[0] in ("generated", "site")
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """One build."""
    return build(tmp_path_factory.mktemp("one") / "here", "1")


def test_two_folders_and_two_hash_seeds_give_the_same_bytes(built: dict[str, bytes], tmp_path: Path) -> None:
    assert build(tmp_path / "somewhere else", "2") == built


def test_what_is_committed_is_what_a_build_gives(built: dict[str, bytes]) -> None:
    committed = {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for path in (ROOT / "generated").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {path: text for path, text in built.items() if path.startswith("generated/")} == committed


def test_no_line_ends_in_anything_but_a_line_feed(built: dict[str, bytes]) -> None:
    assert [path for path, text in built.items() if b"\r" in text] == []


def test_no_output_tells_the_folder_it_was_built_in(built: dict[str, bytes]) -> None:
    assert [path for path, text in built.items() if str(ROOT).encode() in text] == []
