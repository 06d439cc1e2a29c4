"""The Python target: whatever the catalog says, the package compiles, imports and does what it should."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from generator.model.catalog import Catalog
from generator.targets import python

from .conftest import HOSTILE_TEXTS, KEYWORDS, plans_of

PROGRAM = """
import acme_package_probe
import json
import broker_errors
from broker_errors import AcmeError, Category

texts = json.load(open("texts.json"))
for word, text in zip(texts["words"], texts["texts"]):
    error = AcmeError(f"acme.{word}")
    assert error.info.meaning == text.strip(), word
    assert error.info.remediation[0].do == text.strip(), word
    assert error.category is Category(word)
    found = broker_errors.match(error.info.examples[0].body, broker="acme", status=400)
    assert found is not None and found.error is error, word
    assert found.params == {word: "va`lue", "other": "BRK.B"}, found.params
print("as the catalog says")
"""


@pytest.fixture
def hostile_files(hostile_catalog: Catalog) -> dict[str, str]:
    """The package generated from the hostile catalog."""
    return python.generate(hostile_catalog, plans_of(hostile_catalog), "0.0.0")


def test_every_file_of_a_hostile_catalog_parses(hostile_files: dict[str, str]) -> None:
    for path, text in hostile_files.items():
        ast.parse(text, path)


def test_code_of_a_hostile_catalog_has_no_statement_that_the_templates_do_not_have(
    hostile_files: dict[str, str], real_catalog: Catalog
) -> None:
    real = python.generate(real_catalog, plans_of(real_catalog), "0.0.0")
    for hostile, like in (
        ("acme.py", "alpaca.py"),
        ("_acme_plan.py", "_alpaca_plan.py"),
        ("_acme_info.py", "_alpaca_info.py"),
    ):
        kinds = {type(node) for node in ast.walk(ast.parse(hostile_files[f"broker_errors/{hostile}"]))}
        known = {type(node) for node in ast.walk(ast.parse(real[f"broker_errors/{like}"]))}
        assert kinds <= known | {ast.Dict}, hostile


def test_a_hostile_catalog_imports_and_matches_and_executes_nothing(
    hostile_files: dict[str, str], tmp_path: Path
) -> None:
    import json

    for path, text in hostile_files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    (tmp_path / "acme_package_probe.py").write_text("", "utf-8")
    (tmp_path / "texts.json").write_text(json.dumps({"words": KEYWORDS, "texts": HOSTILE_TEXTS}), "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.stdout, done.stderr) == ("as the catalog says\n", "")


def test_each_generated_file_names_its_source_and_command(real_catalog: Catalog) -> None:
    files = python.generate(real_catalog, plans_of(real_catalog), "0.0.0")
    for path, text in files.items():
        if path.endswith(".py"):
            assert "`python -m generator build`. Do not edit." in text.splitlines()[0], path


def test_the_runtime_is_copied_unchanged_but_for_the_header(real_catalog: Catalog) -> None:
    files = python.generate(real_catalog, plans_of(real_catalog), "0.0.0")
    for source in python.RUNTIME.glob("_[a-z]*.py"):
        assert files[f"broker_errors/{source.name}"].partition("\n")[2] == source.read_text("utf-8")
