"""What workflows and hooks run is there: targets of the Makefile, commands and options of the generator."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli import make_parser
from tests.generator.helpers import ROOT

FILES = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
HOOKS = sorted((ROOT / ".githooks").iterdir())
_GENERATOR = re.compile(r"\.venv/bin/python -m generator (.*)")
_MAKE = re.compile(r"(?:^|[;&|] *)make ([^;&|#\n]*)", re.MULTILINE)
_ENDS = frozenset({"&&", ";", ">", ">>", "|", "||"})
"""What ends a command's arguments in a shell."""


def scripts() -> Iterator[str]:
    """Every script that a workflow or a hook runs."""
    for path in FILES:
        workflow: Any = yaml.safe_load(path.read_text("utf-8"))
        for job in workflow["jobs"].values():
            yield from (step["run"] for step in job["steps"] if "run" in step)
    yield from (path.read_text("utf-8") for path in HOOKS)


def arguments(text: str) -> list[str]:
    """The arguments of a command, without what follows it in the script."""
    words = list(shlex.shlex(text, posix=True, punctuation_chars=True))
    end = next((index for index, word in enumerate(words) if word in _ENDS), len(words))
    return words[:end]


COMMANDS = sorted({found[1] for script in scripts() for found in _GENERATOR.finditer(script)})
TARGETS = sorted(
    {name for script in scripts() for found in _MAKE.finditer(script) for name in found[1].split()}
)
MADE = (ROOT / "Makefile").read_text("utf-8").replace("$(VENV)", ".venv")


def test_there_is_something_to_look_at() -> None:
    assert {command.split()[0] for command in COMMANDS} >= {
        "build",
        "check",
        "diff",
        "draft",
        "drift",
        "release",
    }
    assert {".venv/.installed", "build", "test"} <= set(TARGETS)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_generator_has_the_command_with_its_options(command: str) -> None:
    assert make_parser().parse_args(arguments(command)).run


@pytest.mark.parametrize("target", TARGETS)
def test_the_makefile_has_the_target(target: str) -> None:
    assert re.search(rf"^{re.escape(target)}:", MADE, re.MULTILINE)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_action_is_pinned_by_its_commit(path: Path) -> None:
    used = re.findall(r"uses: *(\S+)", path.read_text("utf-8"))
    assert [one for one in used if not re.fullmatch(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}", one)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_is_permitted_but_what_a_job_asks_for(path: Path) -> None:
    workflow: Any = yaml.safe_load(path.read_text("utf-8"))
    assert workflow["permissions"] == {}
    assert all("permissions" in job for job in workflow["jobs"].values())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_may_be_anybodys_text_stands_in_no_command(path: Path) -> None:
    workflow: Any = yaml.safe_load(path.read_text("utf-8"))
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    assert [step["run"] for step in steps if "${{" in step.get("run", "")] == []
