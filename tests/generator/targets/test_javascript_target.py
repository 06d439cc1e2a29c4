"""The JavaScript package of a hostile catalog does what it should and nothing else."""

import json
from pathlib import Path

import pytest

from generator.plan.common import common
from generator.policies.registry import Subject
from generator.targets.python.runtime._matcher import Matcher
from tests.generator.targets.conftest import Files
from tests.javascript.node import SOURCE, TESTS, node

FENCED = "--permission"
"""Node may neither write, nor start anything, nor read more than it is told."""


def written(files: Files, folder: Path) -> Path:
    """The package of generated files, written down."""
    for path, text in files["generated"].items():
        if path.startswith("javascript/"):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, "utf-8")
    return folder / "javascript"


@pytest.fixture
def hostile_package(hostile_files: Files, tmp_path: Path) -> Path:
    """The package that the hostile catalog generates."""
    return written(hostile_files, tmp_path)


def test_a_hostile_package_answers_as_python_does_and_does_nothing_else(
    hostile: Subject, hostile_package: Path
) -> None:
    (plan,) = hostile.plans
    bodies = [{"message": text} for row in plan.templates for text in (*row.spelled, row.key)]
    matcher = Matcher(hostile.plans, common())
    found = [[one.entry for one in matcher.find_all(body, plan.broker)] for body in bodies]
    assert any(found)
    asked = "\n".join(json.dumps({"source": body, "options": {"broker": plan.broker}}) for body in bodies)
    fence = [FENCED, f"--allow-fs-read={hostile_package}", f"--allow-fs-read={TESTS}"]
    said = node(*fence, TESTS / "answers.mjs", hostile_package / "index.js", given=asked)
    assert [json.loads(line)[1] for line in said.splitlines()] == found


def test_the_runtime_is_copied_line_by_line(real_files: Files) -> None:
    made = real_files["generated"]
    for path in SOURCE.glob("runtime/*.js"):
        first, _, rest = made[f"javascript/runtime/{path.name}"].partition("\n")
        assert first.startswith(f"// From generator/targets/javascript/runtime/{path.name} by `python -m ")
        assert rest == path.read_text("utf-8").partition("\n")[2]


def test_generated_modules_name_their_source_and_command(real_files: Files) -> None:
    modules = {path: text for path, text in real_files["generated"].items() if path.startswith("javascript/")}
    generated = [path for path in modules if path.endswith((".js", ".ts")) and "/runtime/" not in path]
    assert generated
    for path in generated:
        assert modules[path].startswith("// Generated from the catalog by `python -m generator build`."), path
