"""What several tests of the generator need: the fixture catalog, changed catalogs, readable findings."""

import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import settings

from generator.authoring.format import canonical_text
from generator.findings import Finding
from generator.load.files import CatalogFiles, load
from generator.load.yaml import parse
from generator.model.read import read
from generator.policies.registry import Subject
from generator.shape import check_shape
from generator.targets.python.runtime._pieces import pieces_of
from generator.targets.python.runtime._rows import TemplateRow
from generator.targets.python.runtime._template import Unprepared

ROOT = Path(__file__).parents[2]
CATALOG = ROOT / "catalog"
FIXTURES = ROOT / "tests" / "fixtures"
FIXTURE_CATALOG = FIXTURES / "catalog"
POLICY_FIXTURES = FIXTURES / "policies"

PYPROJECT = '[project]\nname = "acme-errors"\nversion = "0.3.0"\n'

ENTRY: Mapping[str, Any] = {
    "id": "market_closed",
    "title": "The market is closed",
    "category": "unspecified_refusal",
    "channels": ["rest"],
    "signatures": [
        {"message": "the market is closed today", "evidence": "constructed", "source": "acme_docs"}
    ],
    "meaning": "The order came outside of trading hours.",
    "causes": ["It is a holiday."],
    "retry": "after_change",
    "remediation": [{"who": "developer", "do": "Send the order when the market is open."}],
    "since": "0.1.0",
}
"""The data of an entry with which nothing is wrong."""


def examples(count: int) -> settings:
    """Settings of a property test: ``count`` examples, the same ones in every run, however long they take."""
    return settings(max_examples=count, deadline=None, derandomize=True)


@cache
def acme_files() -> CatalogFiles:
    """The files of the fixture catalog. No fixture: a property test would print all of it."""
    return files_of(FIXTURE_CATALOG)


def files_of(folder: Path) -> CatalogFiles:
    """The files of a catalog that can be read."""
    files, findings = load(folder)
    assert files is not None, findings
    return files


def subject_of(folder: Path) -> Subject:
    """A catalog of the right shape with its plans, whatever the policies say of it."""
    files = files_of(folder)
    findings = check_shape(files)
    assert findings == [], findings
    return Subject(*read(files), files)


@cache
def real_subject() -> Subject:
    """The real catalog and its plans, made once."""
    return subject_of(CATALOG)


def make_root(root: Path) -> Path:
    """Make ``root`` the root of a repository that holds the fixture catalog."""
    shutil.copytree(FIXTURE_CATALOG, root / "catalog")
    (root / "pyproject.toml").write_text(PYPROJECT, "utf-8")
    return root


def overlay(root: Path, folder: Path) -> None:
    """Put the files of a policy's fixture over the catalog in ``root``."""
    shutil.copytree(
        folder, root / "catalog", dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.json")
    )


def write(root: Path, file: str, content: str | bytes) -> None:
    """Write a file, named as findings name it, such as ``catalog/acme/orders.yaml``."""
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)


def entry(**changes: Any) -> dict[str, Any]:
    """The data of an entry; a change to None leaves the field out. Where a signature is from is filled in."""
    data = {**deepcopy(dict(ENTRY)), **changes}
    if isinstance(data["signatures"], list):
        data["signatures"] = [
            {**KNOWN_FROM, **one} if isinstance(one, dict) else one for one in data["signatures"]
        ]
    return {name: value for name, value in data.items() if value is not None}


KNOWN_FROM = {"evidence": "constructed", "source": "acme_docs"}


def worded(id_: str, *messages: str, **changes: Any) -> dict[str, Any]:
    """The data of an entry that is recognized by messages without slots."""
    return entry(id=id_, signatures=[{"message": message} for message in messages], **changes)


def area_text(*entries: Mapping[str, Any], **changes: Any) -> str:
    """The text of an area with these entries, in canonical form."""
    data = {"title": "Extra", "meaning": "What a test needs.", "entries": list(entries), **changes}
    return canonical_text(parse(as_yaml(data), "catalog/acme/extra.yaml", "entries"))


def as_yaml(data: object) -> str:
    """Plain data as YAML, by way of JSON, which is a part of it. What YAML does not allow raw is escaped."""
    text = json.dumps(data, ensure_ascii=False)
    return "".join(
        character if is_plain_yaml(character) else f"\\U{ord(character):08x}" for character in text
    )


def is_plain_yaml(character: str) -> bool:
    """Tell whether a character stands for itself, wherever it is in a YAML file."""
    return character.isprintable() or character == " "


def places(findings: Iterable[Finding]) -> list[str]:
    """Where the findings are and what they are of, such as ``catalog/acme/orders.yaml:4:3 schema``."""
    return sorted(f"{one.place.file}:{one.place.line}:{one.place.column} {one.rule}" for one in set(findings))


def rows(findings: Sequence[Finding]) -> list[dict[str, object]]:
    """The findings as a policy's expected.json lists them."""
    return [
        {
            "file": finding.place.file,
            "line": finding.place.line,
            "column": finding.place.column,
            "rule": finding.rule,
            "severity": finding.severity,
        }
        for finding in sorted(findings)
    ]


def whole(text: str, message: str) -> tuple[str, ...] | None:
    """The values of a message template's slots, as the runtime finds them in all of a folded message."""
    row = TemplateRow(text, (), pieces_of(text), "", "", "any", False, ())
    spans = Unprepared(row, (), ()).whole(message)
    return None if spans is None else tuple(message[start:end] for start, end in spans)


def snapshot(folder: Path) -> dict[str, bytes]:
    """The content of every file below ``folder``."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
