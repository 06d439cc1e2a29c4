"""What is loaded when: importing a broker is light, its texts come when they are asked for."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.package.support import GENERATED, SHORTING

PACKAGE = GENERATED / "broker_errors"
HEAVY = {"re", "typing", "dataclasses", "json"}
TEXTS = {"broker_errors._info", "dataclasses"}
"""What is loaded with texts and without them is not."""


def loaded_by(program: str) -> set[str]:
    """The modules that a program loads in a fresh interpreter, beyond those of the interpreter itself."""
    whole = (
        f"import sys; sys.path.insert(0, {str(GENERATED)!r}); before = set(sys.modules)\n"
        f"{program}\n"
        "after = set(sys.modules) - before\n"
        "import json; print(json.dumps(sorted(after)))"
    )
    ended = subprocess.run(
        [sys.executable, "-I", "-S", "-c", whole], capture_output=True, check=True, encoding="utf-8"
    )
    modules: list[str] = json.loads(ended.stdout.splitlines()[-1])
    return set(modules)


@pytest.mark.parametrize("module", ["broker_errors", "broker_errors.alpaca", "broker_errors.tradovate"])
def test_import_loads_nothing_heavy(module: str) -> None:
    assert loaded_by(f"import {module}") & HEAVY == set()


@pytest.mark.parametrize("module", ["broker_errors", "broker_errors.alpaca", "broker_errors.tradovate"])
def test_import_makes_no_enums(module: str) -> None:
    assert loaded_by(f"import {module}") & {"enum", "broker_errors._matcher"} == set()


def test_match_of_a_known_message_makes_neither_enums_nor_expressions() -> None:
    program = f"import broker_errors.alpaca; broker_errors.alpaca.match({SHORTING!r})"
    assert loaded_by(program) & {"enum", "json", "re"} == set()


@pytest.mark.parametrize(("broker", "other"), [("alpaca", "tradovate"), ("tradovate", "alpaca")])
def test_import_of_a_broker_loads_no_other(broker: str, other: str) -> None:
    loaded = loaded_by(f"import broker_errors.{broker}")
    assert [module for module in loaded if other in module] == []


def test_import_of_the_package_loads_no_broker() -> None:
    loaded = loaded_by("import broker_errors")
    assert [module for module in loaded if "alpaca" in module or "tradovate" in module] == []


def test_attributes_of_a_member_load_nothing() -> None:
    asked = "error = AlpacaError.RATE_LIMIT; error.category, error.outcome, error.retry, error.retry_read"
    program = (
        f"from broker_errors.alpaca import AlpacaError; {asked}, error.fallback, error.broker, str(error)"
    )
    assert loaded_by(program) & {*TEXTS, "broker_errors._matcher"} == set()


def test_match_loads_no_texts() -> None:
    asked = f"match = broker_errors.alpaca.match({SHORTING!r}); match.params, match.report"
    program = f"import broker_errors.alpaca; {asked}"
    loaded = loaded_by(program)
    assert "broker_errors._matcher" in loaded
    assert loaded & TEXTS == set()


def test_advice_loads_no_texts() -> None:
    program = f"import broker_errors; broker_errors.match({SHORTING!r}).advice('POST /v2/orders').resend"
    assert loaded_by(program) & TEXTS == set()


def test_match_of_one_broker_loads_no_other() -> None:
    loaded = loaded_by(f"import broker_errors; broker_errors.match({SHORTING!r}, broker='alpaca')")
    assert [module for module in loaded if "tradovate" in module] == []


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param("broker_errors.AlpacaError.RATE_LIMIT.info", id="info"),
        pytest.param(f"broker_errors.match({SHORTING!r}).advice().steps", id="steps"),
    ],
)
def test_texts_are_loaded_when_they_are_asked_for(asked: str) -> None:
    loaded = loaded_by(f"import broker_errors; {asked}")
    assert loaded >= TEXTS


def test_everything_works_without_any_other_package() -> None:
    program = f"""
import broker_errors
from broker_errors._cli import main
from broker_errors import *
for broker in broker_errors.BROKERS:
    for error in broker_errors.errors_of(broker):
        error.info
match = broker_errors.match({SHORTING!r}, status=403)
match.advice(), match.params
main(["explain", "alpaca.rate_limit"])
main(["list", "--json"])
"""
    others = {
        module
        for module in loaded_by(program)
        if module.partition(".")[0] not in {*sys.stdlib_module_names, "broker_errors"}
    }
    assert others == set()


MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "__pycache__" not in path.parts)
OPTIONAL = {"_cli/_print.py": {"rich"}, "_cli/_serving.py": {"mcp"}, "overlay.py": {"yaml"}}
"""What is imported inside a function, where a user has installed it and asks for what needs it."""


def packages_in(tree: ast.AST) -> set[str]:
    """The packages that code imports, other than its own and the standard library's."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names.add(node.module or "")
    return {name.partition(".")[0] for name in names} - sys.stdlib_module_names


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_module_needs_no_other_package(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    on_demand = {name for function in functions for name in packages_in(function)}
    assert packages_in(tree) == on_demand
    assert on_demand == OPTIONAL.get(path.relative_to(PACKAGE).as_posix(), set())
