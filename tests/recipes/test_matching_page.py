"""The page on matching is true to the modules: it names them, shows their steps, and its code runs."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import broker_errors
import pytest

from generator.targets.python.package import RUNTIME
from generator.targets.python.runtime._rows import CUT_OFF, MESSAGE_IN_FIELD, RANKS
from generator.targets.python.runtime._search import MAX_DEPTH
from tests.snippets import GUIDES, blocks, module

PAGE = GUIDES / "matching.md"
TEXT = PAGE.read_text("utf-8")
DRAWING = TEXT[TEXT.index("<figure") : TEXT.index("</figure>")]
MATCHING = (
    *("_matcher", "_objects", "_plain", "_bodies", "_shapes", "_direct", "_held", "_lookup"),
    *(
        "_texts",
        "_hearing",
        "_triggers",
        "_fold",
        "_stated",
        "_forms",
        "_template",
        "_mention",
        "_cut",
        "_finding",
    ),
)
"""The modules that are steps on a source's way."""


def shown(language: str, title: str) -> str:
    """A block of the page."""
    (code,) = (block.code for block in blocks(PAGE, language) if block.title == title)
    return code


def test_the_drawing_names_the_module_of_each_step() -> None:
    named = set(re.findall(r"<code>(_[a-z]+)</code>", DRAWING))
    assert named == set(MATCHING)
    assert [name for name in named if not (RUNTIME / f"{name}.py").is_file()] == []


def test_the_steps_of_the_source_are_those_that_the_command_prints() -> None:
    name, *arguments = shlex.split(shown("sh", "why"))
    assert name == "broker-errors"
    package = Path(broker_errors.__file__).parents[1]
    said = subprocess.run(
        [sys.executable, "-m", "broker_errors", *arguments],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(package)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert said.stderr == shown("text", "steps")


def test_every_kind_of_step_that_is_shown_is_explained() -> None:
    kinds = {re.split(r":| [0-9]", line)[0] for line in shown("text", "steps").splitlines()}
    explained = set(
        re.findall(r"`([a-z ]+)`", TEXT[TEXT.index("| Line | Says |") : TEXT.index("## What decides")])
    )
    assert kinds <= explained


@pytest.mark.parametrize(
    ("said", "kind"),
    [("A body field", "field"), ("The message", "message"), ("The code", "code"), ("The status", "status")],
)
def test_the_ranks_are_those_of_the_plan(said: str, kind: str) -> None:
    (row,) = re.findall(rf"^\| {said}[^|]*\| ([0-9]+) \| ([0-9]+) \|$", TEXT, re.MULTILINE)
    assert tuple(map(int, row)) == (RANKS[False, kind], RANKS[True, kind])


def test_the_other_figures_are_those_of_the_modules() -> None:
    text = " ".join(TEXT.split())
    assert f"counts {MESSAGE_IN_FIELD} more" in text
    assert f"breaks off counts {CUT_OFF}" in text
    assert f"read {MAX_DEPTH} deep" in text


@pytest.mark.parametrize("title", ["beside.py", "whose.py"])
def test_what_the_page_says_of_answers_is_so(title: str) -> None:
    module(PAGE, title)
