"""The Python target: whatever the catalog says, the package compiles, imports and does what it should."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from generator.targets.python.package import GENERATED, RUNTIME
from tests.generator.helpers import ROOT

from .conftest import HOSTILE_TEXTS, KEYWORDS, Files, write_hostile

USED = f"""
import broker_errors
from broker_errors import AcmeError, Category
from broker_errors._cli import main

words, texts = {KEYWORDS!r}, {HOSTILE_TEXTS!r}
for word, text in zip(words, texts):
    error = AcmeError(f"acme.{{word}}")
    assert error is AcmeError(f"acme.{{word}}_once")
    assert error.info.meaning == text.strip(), word
    assert error.info.remediation[0].do == text.strip(), word
    assert error.category is Category(word)
    found = broker_errors.match(error.info.examples[0].body, broker="acme", status=400)
    assert found is not None and found.error is error, word
    assert found.params == {{word: "va`lue", "other": "BRK.B"}}, found.params
    assert found.advice("GET /a").first_step.do == text.strip()
    assert main(["explain", error.value]) == 0
"""
"""A program that uses everything of the hostile package that its texts can reach."""


def package_in(folder: Path, files: Files) -> Path:
    """Write a generated package below a folder."""
    for path, text in files["generated"].items():
        if path.startswith("broker_errors/"):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, "utf-8")
    return folder


def watched(
    program: str, tmp_path: Path, *folders: Path, first: tuple[str, ...] = ()
) -> tuple[str, list[str]]:
    """What a program says on standard error, and what it does beyond reading the folders."""
    source, seen = tmp_path / "program.py", tmp_path / "seen.txt"
    source.write_text(program, "utf-8")
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "tests.generator.targets.watched",
        source,
        seen,
        *folders,
        "--first",
        *first,
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    return done.stderr, seen.read_text("utf-8").splitlines()


def test_every_module_of_a_hostile_catalog_parses(hostile_files: Files) -> None:
    for path, text in hostile_files["generated"].items():
        if path.endswith((".py", ".pyi")):
            ast.parse(text, path)


@pytest.mark.parametrize(
    ("module", "like"),
    [
        ("acme.py", "alpaca.py"),
        ("acme.pyi", "alpaca.pyi"),
        ("_acme_errors.py", "_alpaca_errors.py"),
        ("_acme_plan.py", "_alpaca_plan.py"),
        ("_acme_entries.py", "_alpaca_entries.py"),
        ("_catalog.py", "_catalog.py"),
        ("_categories.py", "_categories.py"),
        ("__init__.py", "__init__.py"),
        ("__init__.pyi", "__init__.pyi"),
    ],
)
def test_a_hostile_catalog_brings_no_kind_of_statement_that_the_real_one_has_not(
    module: str, like: str, hostile_files: Files, real_files: Files
) -> None:
    def kinds(files: Files, name: str) -> set[type[ast.AST]]:
        return {type(node) for node in ast.walk(ast.parse(files["generated"][f"broker_errors/{name}"]))}

    assert kinds(hostile_files, module) <= kinds(real_files, like)


def test_a_hostile_package_does_what_it_should_and_nothing_else(hostile_files: Files, tmp_path: Path) -> None:
    package = package_in(tmp_path / "package", hostile_files)
    assert watched(USED, tmp_path, package) == ("", [])


@pytest.mark.parametrize(
    ("place", "effect", "seen"),
    [
        ("acme.py", 'open("/dev/null", "w")', "open ('/dev/null', 'w',"),
        ("acme.py", 'open("/etc/hosts")', "open ('/etc/hosts', 'r',"),
        ("acme.py", 'import os; os.system("true")', "os.system (b'true',)"),
        ("acme.py", 'import subprocess; subprocess.run(["true"])', "subprocess.Popen ('true',"),
        ("acme.py", 'import os; os.environ["A"] = "B"', "os.putenv (b'A', b'B')"),
        ("acme.py", "import socket; socket.socket()", "socket.__new__"),
        ("acme.py", "import jinja2", "import ('jinja2', None,"),
        ("_acme_entries.py", 'eval("1")', "compile (b'1', '<string>')"),
        ("_acme_plan.py", "exec(compile('1', 'elsewhere', 'exec'))", "compile (b'1', 'elsewhere')"),
        ("_catalog.py", 'print(end="", file=open("/dev/null", "w"))', "open ('/dev/null', 'w',"),
    ],
)
def test_a_silent_effect_of_it_would_be_seen(
    place: str, effect: str, seen: str, hostile_files: Files, tmp_path: Path
) -> None:
    package = package_in(tmp_path / "package", hostile_files)
    module = package / "broker_errors" / place
    module.write_text(f"{module.read_text('utf-8')}\n{effect}\n", "utf-8")
    _, lines = watched(USED, tmp_path, package)
    assert [line for line in lines if line.startswith(seen)] != []


def test_generating_from_a_hostile_catalog_does_nothing_but_read(tmp_path: Path) -> None:
    write_hostile(tmp_path / "catalog")
    program = f"""
from pathlib import Path
from generator.stages import generate
from tests.generator.helpers import subject_of
assert generate(subject_of(Path({str(tmp_path / "catalog")!r})), "0.0.0")
"""
    first = ("generator.stages", "generator.targets.site", "tests.generator.helpers")
    assert watched(program, tmp_path, ROOT, tmp_path / "catalog", first=first) == ("", [])


@pytest.mark.parametrize(
    "path", ["__init__.py", "__init__.pyi", "_alpaca_plan.py", "_alpaca_entries.py", "alpaca.py"]
)
def test_a_generated_module_names_its_source_and_command(path: str, real_files: Files) -> None:
    assert real_files["generated"][f"broker_errors/{path}"].startswith(GENERATED)


def test_the_runtime_is_copied_line_by_line(real_files: Files) -> None:
    """So a traceback of users names the line that stands in the source; only the first line is another."""
    sources = {
        f"broker_errors/{source.relative_to(RUNTIME).as_posix()}": source.read_text("utf-8")
        for source in RUNTIME.rglob("*.py")
        if source != RUNTIME / "__init__.py"
    }
    assert len(sources) > 20
    copies = {path: real_files["generated"][path] for path in sources}
    assert {path: rest_of(text) for path, text in copies.items()} == {
        path: rest_of(text) for path, text in sources.items()
    }


def test_a_copied_module_names_its_source_and_command(real_files: Files) -> None:
    first = real_files["generated"]["broker_errors/_cli/_scanning.py"].splitlines()[0]
    assert first.startswith("# From generator/targets/python/runtime/_cli/_scanning.py by `")


def rest_of(module: str) -> str:
    """What follows its first line."""
    return module.partition("\n")[2]
