"""What holds the house: nothing of a broker in code, and generated names known in one place."""

import ast
import json
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.targets.python.package import RUNTIME
from tests.generator.helpers import ROOT, real_subject

CODE = sorted(path for path in (ROOT / "generator").rglob("*.py") if "__pycache__" not in path.parts)
TEMPLATES = sorted((ROOT / "generator").rglob("*.jinja"))
MODULES = sorted(RUNTIME.rglob("*.py"))
SHORTEST_CODE = 5
"""Characters of a vendor's code that may not stand in code; shorter ones are HTTP statuses and words."""


def name(path: Path) -> str:
    """A file as it is named from the repository's root."""
    return path.relative_to(ROOT).as_posix()


@cache
def words_of_brokers() -> frozenset[str]:
    """Names of brokers, of their enums, hosts, headers and clients' attributes, in lower case."""
    words: set[str] = set()
    for broker in real_subject().catalog.brokers:
        words |= {
            broker.id,
            broker.name,
            broker.enum,
            *broker.marks,
            *broker.hosts,
            *broker.request_id_headers,
        }
        words |= {code_set.enum for code_set in broker.code_sets}
        for channel in broker.channels:
            words |= {*channel.hosts, *channel.marks}
    return frozenset(word.lower() for word in words)


@cache
def texts_of_brokers() -> frozenset[str]:
    """What only catalog files may say, whole: codes, wordings, attributes and dotted paths."""
    texts: set[str] = set()
    for broker in real_subject().catalog.brokers:
        texts |= {*broker.attributes} - {"_error"}  # a slot of the runtime's own has this name
        for code_set in broker.code_sets:
            texts |= {code for code in code_set.codes if len(code) >= SHORTEST_CODE}
        for envelope in broker.envelopes:
            texts |= {path for path in envelope.when if "." in path or "-" in path}
        for entry in broker.entries:
            texts |= {
                one.message for one in entry.signatures if one.message is not None and " " in one.message
            }
    return frozenset(texts)


def strings_in(path: Path) -> Iterator[str]:
    """The texts in a module that are no docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    docstrings = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


def names_in(path: Path) -> Iterator[str]:
    """What is named in a module: variables, attributes, arguments, classes, functions, modules."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        for field in ("id", "attr", "arg", "name", "module"):
            value = getattr(node, field, None)
            if isinstance(value, str):
                yield value


def naming(text: str) -> set[str]:
    """The brokers' words in a text."""
    spoken = set(re.findall(r"[a-z0-9_.-]+", text.lower()))
    return {word for word in words_of_brokers() if word in spoken or any(word in one for one in spoken)}


def test_brokers_have_words_to_look_for() -> None:
    assert {"alpaca", "tradovate", "alpacaerror"} <= words_of_brokers()
    assert {"insufficient buying power", "40310000", "p-ticket"} <= texts_of_brokers()


@pytest.mark.parametrize("path", CODE, ids=name)
def test_code_says_nothing_of_a_broker(path: Path) -> None:
    said = [text for text in strings_in(path) if naming(text) or text in texts_of_brokers()]
    named = [one for one in names_in(path) if naming(one)]
    assert (said, named) == ([], [])


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_template_says_nothing_of_a_broker(path: Path) -> None:
    assert naming(path.read_text("utf-8")) == set()


@pytest.mark.parametrize("path", sorted((ROOT / "schema").glob("*.json")), ids=name)
def test_a_schema_demands_nothing_of_a_broker(path: Path) -> None:
    """Its descriptions may give examples; what it asks for is the same for all brokers."""

    def values(node: Any) -> Iterator[str]:
        if isinstance(node, dict):
            for key, item in node.items():
                if key not in ("description", "examples", "title"):
                    yield key
                    yield from values(item)
        elif isinstance(node, list):
            for item in node:
                yield from values(item)
        elif isinstance(node, str):
            yield node

    assert [text for text in values(json.loads(path.read_text("utf-8"))) if naming(text)] == []


def loaded_in(path: Path) -> Iterator[str]:
    """The modules that a module imports when it runs, relative ones by their last name."""

    def statements(nodes: list[ast.stmt]) -> Iterator[ast.stmt]:
        for node in nodes:
            if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
                yield from statements(node.orelse)
            else:
                yield node
                yield from statements([*getattr(node, "body", []), *getattr(node, "orelse", [])])

    for node in statements(ast.parse(path.read_text("utf-8")).body):
        if isinstance(node, ast.ImportFrom):
            yield node.module or node.names[0].name
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.Return | ast.Assign) and "__import__(" in ast.unparse(node):
            yield "importlib"


def test_one_module_of_the_runtime_knows_what_is_generated() -> None:
    """The others ask it: they can be imported, typed and tested where they are written."""
    written = {path.relative_to(RUNTIME).with_suffix("").parts[0] for path in MODULES}
    written |= sys.stdlib_module_names
    knowing = {
        name(path)
        for path in MODULES
        for loaded in loaded_in(path)
        if loaded == "importlib" or (loaded.startswith("_") and loaded.partition(".")[0] not in written)
    }
    knowing -= {name(path) for path in MODULES if path.parent != RUNTIME and knowing}
    assert knowing == {name(RUNTIME / "_loading.py")}


def test_every_stub_of_the_runtime_describes_what_is_generated() -> None:
    stubs = {path.stem for path in RUNTIME.glob("*.pyi")}
    generated = {path.stem for path in (ROOT / "generated" / "broker_errors").glob("*.py")}
    written = {path.stem for path in RUNTIME.glob("*.py")}
    assert stubs <= generated - written


def test_the_catalog_has_the_brokers_that_these_tests_speak_of() -> None:
    assert [broker.id for broker in real_subject().catalog.brokers] == ["alpaca", "tradovate"]
