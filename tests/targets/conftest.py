"""The real catalog, and a catalog as hostile as its schemas let it be."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from generator.model.read import read
from generator.stages import check
from generator.load.files import load
from generator.matching_plan import Plan, make_plan
from generator.model.catalog import Catalog
from generator.shape import check_shape

ROOT = Path(__file__).parents[2]
REAL = ROOT / "catalog"

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


def plans_of(catalog: Catalog) -> Mapping[str, Plan]:
    """The matching plan of every broker."""
    return {broker.id: make_plan(broker) for broker in catalog.brokers}


@pytest.fixture(scope="session")
def real_catalog() -> Catalog:
    """The catalog of this repository."""
    catalog, findings = check(REAL)
    assert catalog is not None, findings
    return catalog


@pytest.fixture(scope="session")
def hostile_catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """A catalog in which every text is an attack, as far as the schemas let it in; policies are not asked."""
    folder = tmp_path_factory.mktemp("hostile") / "catalog"
    (folder / "acme").mkdir(parents=True)
    (folder / "categories.yaml").write_text(_yaml(_categories()), "utf-8")
    (folder / "acme" / "broker.yaml").write_text(_yaml(_broker()), "utf-8")
    (folder / "acme" / "orders.yaml").write_text(_yaml(_area()), "utf-8")
    files, findings = load(folder)
    assert files is not None, findings
    assert check_shape(files) == []
    return build(files)


class _NoAliases(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True


def _yaml(data: object) -> str:
    text: str = yaml.dump(data, Dumper=_NoAliases, allow_unicode=False, sort_keys=False, width=1_000_000)
    assert yaml.safe_load(text) == data
    return text


def _categories() -> object:
    real = yaml.safe_load((REAL / "categories.yaml").read_text("utf-8"))
    for key in ("outcomes", "retries"):
        for term, text in zip(real[key], HOSTILE_TEXTS, strict=False):
            term["meaning"] = text.strip()
    outcomes, retries = ["not_applied", "unknown"], ["never", "wait", "reconcile"]
    real["categories"] = [
        {"id": word, "title": _line(text), "meaning": text.strip(), "outcomes": outcomes, "retries": retries}
        for word, text in zip(KEYWORDS, HOSTILE_TEXTS, strict=True)
    ]
    return real


def _broker() -> object:
    text = HOSTILE_TEXTS[0]
    return {
        "id": "acme",
        "name": _line(HOSTILE_TEXTS[4]),
        "enum": "AcmeError",
        "docs": "https://example.com/docs?(a)[b]",
        "support": "https://example.com/support",
        "marks": ["acme"],
        "channels": [{"id": "rest", "title": _line(text), "meaning": text.strip(), "transport": "http"}],
        "code_sets": [
            {
                "enum": "AcmeCode",
                "title": _line(text),
                "pattern": "[a-z]+",
                "channels": ["rest"],
                "codes": ["alpha"],
            }
        ],
        "envelopes": [
            {
                "id": "body",
                "meaning": text.strip(),
                "when": {"message": "text"},
                "channel": "rest",
                "message": "message",
            }
        ],
        "sources": [
            {
                "id": "docs",
                "title": _line(HOSTILE_TEXTS[6]),
                "kind": "official",
                "url": "https://example.com/a)b",
            }
        ],
        "reads": [_line(HOSTILE_TEXTS[0])],
    }


def _area() -> object:
    entries = [
        _entry(word, text, number)
        for number, (word, text) in enumerate(zip(KEYWORDS, HOSTILE_TEXTS, strict=True))
    ]
    return {"title": _line(HOSTILE_TEXTS[3]), "meaning": HOSTILE_TEXTS[7].strip(), "entries": entries}


def _entry(word: str, text: str, number: int) -> object:
    template = f'{number} .*+?^$()|[]\\/ {{{{literal}}}} "{{{word}:quoted}}" and (a|b)* {{other:symbol}} end'
    message = f'{number} .*+?^$()|[]\\/ {{literal}} "va`lue" and (a|b)* BRK.B end'
    return {
        "id": word,
        "title": _line(text)[:60].rstrip(". ") + "x",
        "category": word,
        "channels": ["rest"],
        "signatures": [
            {"message": template},
            {"message": f"word {number} {_line(text)} x".replace("{", "{{").replace("}", "}}")},
        ],
        "fields": ["$class"],
        "operations": ["POST /a|b`c"],
        "meaning": text.strip(),
        "causes": [text.strip()],
        "retry": {"read": "wait", "write": "reconcile"},
        "wait": {"seconds": 1, "field": "$class", "cap": 2},
        "remediation": [{"who": "developer", "do": text.strip(), "code": f"print({text!r})"}],
        "note": text.strip(),
        "sources": [f"docs#{''.join(text.split())[:60].replace('#', '')}"],
        "examples": [
            {
                "evidence": "constructed",
                "source": {"status": 400, "body": json.dumps({"message": message, "x": text})},
                "params": {word: "va`lue", "other": "BRK.B"},
            }
        ],
        "since": "0.1.0",
    }


def _line(text: str) -> str:
    return " ".join(text.split())
