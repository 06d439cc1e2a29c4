"""What the targets make of the real catalog, and of a catalog as hostile as its schemas let it be."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from generator.load.files import project_version
from generator.policies.registry import Subject
from generator.stages import generate
from generator.targets.python.runtime._fold import Folded
from tests.generator.helpers import CATALOG, ROOT, as_yaml, subject_of

HOSTILE_TEXTS = (
    """'); import os; os.system("touch /tmp/owned") #""",
    '"""\nraise SystemExit(1)\n"""',
    "\\\" \\' \\N{BULLET} \\x41 \\",
    "{{ 7 * 7 }} {% raise %} {# gone #} ${7*7} #{7*7}",
    "</script><script>alert(1)</script><img src=x onerror=alert(1)>",
    "`````` ``` ~~~ <!-- --> --- ... !!! note\n    ## not a heading",
    "[label](javascript:alert(1)) ![x](y) <https://example.com> [x]: /y",
    "| a | b |\n|---|---|\n| *c* | __d__ |",
    "\u202e\u2028\u2029\u0085 \U0001f4a5 \u00e9 \ufffd",
    "1. one\n2. two\n- three\n> four\n\tfive",
)
KEYWORDS = ("class", "none", "import", "lambda", "true", "def", "self", "match", "print", "constructor")
"""Ids of entries and of categories: words that mean something where they may end up."""

VERSION = project_version(ROOT)

Files = Mapping[str, Mapping[str, str]]
"""The text of each file, by its folder and by its path below it."""


@pytest.fixture(scope="session")
def real_files(real: Subject) -> Files:
    """What the real catalog generates."""
    return generate(real, VERSION)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Subject:
    """A catalog in which every text is an attack, as far as the schemas let it in; policies are not asked."""
    folder = tmp_path_factory.mktemp("hostile") / "catalog"
    write_hostile(folder)
    return subject_of(folder)


@pytest.fixture(scope="session")
def hostile_files(hostile: Subject) -> Files:
    """What the hostile catalog generates."""
    return generate(hostile, VERSION)


def write_hostile(folder: Path) -> None:
    """Write the hostile catalog."""
    (folder / "acme").mkdir(parents=True)
    for name, data in (
        ("categories.yaml", _categories()),
        ("acme/broker.yaml", _broker()),
        ("acme/orders.yaml", _area()),
    ):
        (folder / name).write_text(as_yaml(data), "utf-8")


def _categories() -> object:
    real = yaml.safe_load((CATALOG / "categories.yaml").read_text("utf-8"))
    for key in ("outcomes", "retries"):
        for term, text in zip(real[key], HOSTILE_TEXTS, strict=False):
            term["title"] = _line(text)
            term["meaning"] = text.strip()
    outcomes, retries = ["not_applied", "unknown"], ["never", "wait", "reconcile"]
    real["categories"] = [
        {"id": word, "title": _line(text), "meaning": text.strip(), "outcomes": outcomes, "retries": retries}
        for word, text in zip(KEYWORDS, HOSTILE_TEXTS, strict=True)
    ]
    return real


def _broker() -> object:
    lines = [_line(text) for text in HOSTILE_TEXTS]
    return {
        "id": "acme",
        "name": lines[4],
        "enum": "AcmeError",
        "docs": "https://example.com/docs?(a)[b]",
        "support": "https://example.com/support",
        "marks": ["acme"],
        "hosts": ["acme..-_"],
        "private": lines,
        "public": lines,
        "channels": [
            {"id": word, "title": line, "meaning": text.strip(), "transport": "http"}
            for word, line, text in zip(KEYWORDS, lines, HOSTILE_TEXTS, strict=True)
        ],
        "code_sets": [
            {
                "enum": "AcmeCode",
                "title": lines[0],
                "pattern": "[a-z]+",
                "channels": ["class"],
                "codes": ["alpha"],
            }
        ],
        "envelopes": [
            {
                "id": "body",
                "meaning": HOSTILE_TEXTS[0].strip(),
                "when": {"message": "text", "x": {"one_of": lines}, "$class.0": {"is": HOSTILE_TEXTS[1]}},
                "message": "message",
            },
            {
                "id": "plain",
                "meaning": HOSTILE_TEXTS[1].strip(),
                "when": {"message": "text"},
                "message": "message",
            },
        ],
        "texts": [
            {"id": word, "form": f"{number} {_braced(line)} {{message:rest}}", "meaning": text.strip()}
            for number, (word, line, text) in enumerate(zip(KEYWORDS, lines, HOSTILE_TEXTS, strict=True))
        ],
        "sources": [
            {"id": "docs", "title": lines[6], "kind": "official", "url": "https://example.com/a)b"},
        ],
        "operations": [
            {"id": word, "operations": [f"POST /{line}"[:160].strip()], "idempotency_key": "$class"}
            for word, line in zip(KEYWORDS, lines, strict=True)
        ],
        "reads": lines,
        "writes": lines,
        "preamble": HOSTILE_TEXTS[1].strip(),
    }


def _area() -> object:
    entries = [
        _entry(word, text, number)
        for number, (word, text) in enumerate(zip(KEYWORDS, HOSTILE_TEXTS, strict=True))
    ]
    return {"title": _line(HOSTILE_TEXTS[3]), "meaning": HOSTILE_TEXTS[7].strip(), "entries": entries}


def _entry(word: str, text: str, number: int) -> object:
    template = f'{number} .*+?^$()|[]\\ / {{{{literal}}}} "{{{word}:quoted}}" and (a|b)* {{other:symbol}} end'
    message = f'{number} .*+?^$()|[]\\ / {{literal}} "va`lue" and (a|b)* BRK.B end'
    cited = f"docs#{''.join(text.split())[:60].replace('#', '')}"
    known_from = {"evidence": "constructed", "source": cited}
    return {
        "id": word,
        "title": _line(text)[:60].rstrip(". ") + "x",
        "category": word,
        "channels": [word],
        "signatures": [
            {**known_from, "message": template},
            {**known_from, "message": f"word {number} {_braced(_line(text))} x"},
            {**known_from, "field": "$class", "is": text},
        ],
        "fields": ["$class"],
        "operations": ["POST /a|b`c", word],
        "meaning": text.strip(),
        "causes": [text.strip()],
        "retry": {"read": "wait", "write": "reconcile"},
        "wait": {"seconds": 1, "field": "$class", "cap": 2, "echo": ["$class"]},
        "remediation": [
            {"who": "developer", "when": "before", "do": text.strip(), "code": f"print({text!r})"},
        ],
        "note": text.strip(),
        "earlier_attempt": text.strip(),
        "on_the_way": text.strip(),
        "dated": [{"on": "2026-01-05", "fact": text.strip(), "source": cited}],
        "sources": [cited],
        "formerly": [{"id": f"{word}_once", "until": "9.0.0"}],
        "deprecated": {"since": "0.1.0", "reason": "obsolete", "note": text.strip()},
        "examples": [
            {
                "evidence": "constructed",
                "source": {"status": 400, "body": json.dumps({"message": message, "x": text})},
                "params": {word: "va`lue", "other": "BRK.B"},
                "cited": cited,
            }
        ],
        "since": "0.1.0",
    }


def _line(text: str) -> str:
    return " ".join(text.split())


def _braced(line: str) -> str:
    """A line as the literal text of a template: as it is after normalizing, braces doubled."""
    while (folded := Folded(line).plain.removesuffix(".")) != line:
        line = folded
    return line.replace("{", "{{").replace("}", "}}")
