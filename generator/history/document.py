"""A diff as plain data, as ``schema/diff.schema.json`` describes it, and back from a file."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from generator.history.changes import Change
from generator.history.diff import Diff
from generator.shape import validator

Document = Mapping[str, Any]

SCHEMA_VERSION = 1


class DocumentRefused(Exception):
    """A file that does not hold a diff."""


def document_of(diff: Diff) -> Document:
    """The diff as plain data: all that a renderer looks at."""
    return {
        "schema_version": SCHEMA_VERSION,
        "base": _revision(diff.base),
        "head": _revision(diff.head),
        "verdict": "none" if diff.level is None else str(diff.level),
        "version": {"from": diff.version, "to": diff.next_version},
        "payloads": diff.payloads,
        "questions": 2 * diff.payloads,
        "differing": diff.differing,
        "passes": diff.passes,
        "summaries": [fragment.summary for fragment in diff.fragments],
        "changes": [_change(change, diff.reason(change)) for change in diff.changes],
        "superfluous": [asdict(one) for one in diff.superfluous],
    }


def read_document(path: Path) -> Document:
    """Read a diff that was written as JSON, perhaps by somebody who means no good.

    Raises:
        DocumentRefused: if the file is no such diff.
    """
    try:
        data: Any = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise DocumentRefused(f"{path} cannot be read: {error}") from None
    wrong = next(validator("diff").iter_errors(data), None)
    if wrong is not None:
        raise DocumentRefused(f"{path} is not a diff: {wrong.json_path}: {wrong.message[:200]}")
    document: Document = data
    return document


def _revision(revision: tuple[str, str | None]) -> Document:
    name, commit = revision
    return {"name": name, "commit": commit}


def _change(change: Change, reason: str | None) -> Document:
    return {
        "rule": change.rule,
        "level": str(change.level),
        "needs_reason": change.needs_reason,
        "entry": change.entry,
        "fingerprint": change.fingerprint,
        "accepted": reason,
        "says": change.says,
        "file": change.at.file,
        "line": change.at.line,
        "count": change.count,
        "facts": change.facts,
        "example": None if change.example is None else asdict(change.example),
    }
