"""Writes reasons into a file of ``catalog/changes/``."""

import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from generator.history.acceptance import CHANGES, read_changes
from generator.history.changes import Change
from generator.output import write_file

_HEAD = "# yaml-language-server: $schema=../../schema/changes.schema.json\n"
_UNSLUGGED = re.compile(r"[^a-z0-9]+")
_WIDTH = 110


def chosen(changes: Sequence[Change], name: str) -> list[Change]:
    """The changes of this fingerprint, rule or entry that need a reason."""
    return [
        one
        for one in changes
        if one.needs_reason and name in (one.fingerprint, one.rule, one.entry, f"{one.rule}:{one.entry}")
    ]


def lacks_summary(root: Path, slug: str) -> bool:
    """Whether ``catalog/changes/<slug>.yaml`` has yet to say what changes. Raises :class:`ChangesRefused`."""
    return "summary" not in _said(root, slug)


def accept(root: Path, slug: str, changes: Sequence[Change], reason: str, summary: str | None) -> str:
    """Write a reason for changes into ``catalog/changes/<slug>.yaml``, and return the file's name.

    What the file says already is kept; a reason for the same change takes the former one's place.

    Raises:
        ChangesRefused: if the file is malformed, or would be.
    """
    file = _file(slug)
    path = root / file
    data = _said(root, slug)
    kept = [item for item in data.get("accept", ()) if not _is_among(item, changes)]
    accepts = [*kept, *_items(changes, reason)]
    text = _text({"summary": summary or data.get("summary", ""), "accept": accepts})
    read_changes(text, file)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_file(path, text)
    return file


def _file(slug: str) -> str:
    return f"{CHANGES}/{slug}.yaml"


def _said(root: Path, slug: str) -> Any:
    """What the file says already."""
    path = root / _file(slug)
    return read_changes(path.read_text("utf-8"), _file(slug)).data if path.exists() else {}


def slug_of(name: str) -> str:
    """A branch's or a pull request's name as a file's, such as ``order-not-open``."""
    return _UNSLUGGED.sub("-", name.lower()).strip("-")[:60] or "changes"


def branch_of(root: Path) -> str:
    """The name of the branch that is checked out; the empty string where there is none."""
    command = ["git", "-C", str(root), "branch", "--show-current"]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()  # noqa: S603


def _items(changes: Sequence[Change], reason: str) -> list[Mapping[str, Any]]:
    """One item a rule, with all of its entries."""
    by_rule: dict[str, list[str]] = {}
    for change in changes:
        if change.entry not in by_rule.setdefault(change.rule, []):
            by_rule[change.rule].append(change.entry)
    return [
        {"rule": rule, "entry": entries[0] if len(entries) == 1 else entries, "reason": reason}
        for rule, entries in by_rule.items()
    ]


def _is_among(item: Mapping[str, Any], changes: Sequence[Change]) -> bool:
    entries = [item["entry"]] if isinstance(item["entry"], str) else item["entry"]
    known = {(one.rule, one.entry) for one in changes}
    return all((item["rule"], entry) in known for entry in entries)


def _text(data: Mapping[str, Any]) -> str:
    return _HEAD + yaml.safe_dump(dict(data), sort_keys=False, allow_unicode=True, width=_WIDTH)
