"""The package answers the same under every version of Python that it is said to run on and that is here."""

import functools
import json
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import broker_errors
import pytest

from tests.corpus.rows import payloads
from tests.snippets import ROOT

SAID = "Programming Language :: Python :: 3."
CLASSIFIERS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["classifiers"]
VERSIONS = [f"3.{line.removeprefix(SAID)}" for line in CLASSIFIERS if line.startswith(SAID)]

PROGRAM = """
import json, sys
import broker_errors

for line in sys.stdin:
    source, broker = json.loads(line)
    found = broker_errors.match(source, broker=broker)
    print(json.dumps(found and [found.error, found.params, repr(found.advice()), found.error.info.title]))
"""


@functools.cache
def interpreter(version: str) -> str | None:
    """The interpreter of a version: on the path, or among those of pyenv."""
    candidates = [shutil.which(f"python{version}"), *map(str, _of_pyenv(version))]
    return next((one for one in candidates if one is not None and _is(one, version)), None)


def _of_pyenv(version: str) -> Iterator[Path]:
    yield from (Path.home() / ".pyenv" / "versions").glob(f"{version}.*/bin/python")


def _is(python: str, version: str) -> bool:
    """Whether it runs: pyenv puts names on the path that may stand for nothing."""
    told = subprocess.run([python, "--version"], capture_output=True, encoding="utf-8", check=False)
    return told.returncode == 0 and told.stdout.startswith(f"Python {version}.")


def answers(python: str) -> list[str]:
    asked = "".join(json.dumps([one.text, one.broker]) + "\n" for one in payloads())
    ended = subprocess.run(
        [python, "-W", "error", "-c", PROGRAM],
        input=asked,
        env={"PYTHONPATH": str(Path(broker_errors.__file__).parents[1]), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    return ended.stdout.splitlines()


def test_the_lowest_version_is_the_one_that_is_required() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["requires-python"] == f">={VERSIONS[0]}"


@pytest.mark.parametrize("version", VERSIONS)
def test_answers_are_those_of_this_interpreter(version: str) -> None:
    python = interpreter(version)
    if python is None:
        pytest.skip(f"there is no Python {version} here")
    assert answers(python) == answers(sys.executable)
