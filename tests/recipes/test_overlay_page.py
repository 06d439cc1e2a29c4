"""The page on overlays says what is so."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import broker_errors

from tests.snippets import GUIDES

PAGE = (GUIDES / "overlay.md").read_text("utf-8")


def block(language: str, title: str) -> str:
    found = re.search(rf'^```{language} title="{title}"\n(.*?)^```$', PAGE, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


def test_page_runs_in_a_program_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "overlay.json").write_text(block("json", "overlay.json"))
    assert json.loads((tmp_path / "overlay.json").read_text())
    package = Path(broker_errors.__file__).parents[1]
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(package)}
    program = [sys.executable, "-c", block("python", "load.py")]
    ended = subprocess.run(program, cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, b"")
