"""The same catalog gives the same bytes, in any folder and under any hash seed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.generator.helpers import ROOT

from .conftest import Files


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
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that is not this repository's."""
    return tmp_path_factory.mktemp("one") / "somewhere else"


@pytest.fixture(scope="module")
def built(elsewhere: Path) -> dict[str, bytes]:
    """One build, by the command."""
    return build(elsewhere, "2")


def test_another_folder_and_another_hash_seed_give_the_same_bytes(
    built: dict[str, bytes], real_files: Files
) -> None:
    here = {f"{folder}/{path}": text for folder, files in real_files.items() for path, text in files.items()}
    assert built.keys() == here.keys()
    assert [path for path, text in here.items() if text.encode() != built[path]] == []


def test_what_is_committed_is_what_a_build_gives(built: dict[str, bytes]) -> None:
    committed = {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for path in (ROOT / "generated").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {path: text for path, text in built.items() if path.startswith("generated/")} == committed


def test_no_line_ends_in_anything_but_a_line_feed(built: dict[str, bytes]) -> None:
    assert [path for path, text in built.items() if b"\r" in text] == []


def test_no_output_tells_the_folder_it_was_built_in(built: dict[str, bytes], elsewhere: Path) -> None:
    folders = (str(ROOT).encode(), str(elsewhere).encode())
    assert [path for path, text in built.items() if any(folder in text for folder in folders)] == []
