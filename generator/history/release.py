"""Makes a release of what is in the working tree, and verifies one by its tag."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.history.acceptance import CHANGES, read_fragments
from generator.history.changelog import has_section, released, section
from generator.history.diff import Diff, diff
from generator.history.revision import last_release
from generator.history.version import allows, parse_version
from generator.load.files import CHANGES as FOLDER
from generator.load.files import RELEASED, project_version
from generator.load.yaml import read_document
from generator.model.catalog import Catalog
from generator.output import write_file
from generator.policies.released import NEXT
from generator.stages import Mode, check, run

_NEXT = re.compile(r"\b(since|until): next\b(?=[ ]*(?:[,}]|$))", re.MULTILINE)
_VERSION_LINE = re.compile(r'^version = "[^"\n]*"$', re.MULTILINE)
_CATALOG_JSON = "generated/catalog.json"
_RELEASED = f"catalog/{RELEASED}"
_PACKAGE_JSON = "generated/javascript/package.json"
_HEAD = (
    "# yaml-language-server: $schema=../schema/released.schema.json\n"
    "# Every id that was ever released, and the version that brought it.\n"
    "# Written by `python -m generator release`.\n"
)


class ReleaseRefused(Exception):
    """A release that cannot be made. ``mend`` says what to do first."""

    def __init__(self, message: str, mend: str) -> None:
        super().__init__(message)
        self.mend = mend


@dataclass(frozen=True, slots=True)
class Release:
    """A release that was made: its version, and the files that were written or removed for it."""

    version: str
    files: tuple[str, ...]


def release(root: Path, version: str) -> Release:
    """Make the working tree the release ``version``: everything but the commit and the tag.

    Raises:
        ReleaseRefused: if the version is not allowed or something is not ready; nothing is written then.
        Unreadable: if the last release cannot be compared with.
        ChangesRefused: if a file in ``catalog/changes/`` is malformed.
    """
    since = _since_last(root)
    _check_version(root, version, since)
    checked = check(root / "catalog")
    if checked.catalog is None:
        raise ReleaseRefused("The catalog has errors.", "python -m generator check")
    fragments = read_fragments(root)
    written = {
        **_filled(root, version),
        "pyproject.toml": _VERSION_LINE.sub(f'version = "{version}"', _text(root, "pyproject.toml"), count=1),
        "CHANGELOG.md": _changelog(root, section(version, since, fragments)),
        _RELEASED: _released(root, version, checked.catalog),
    }
    for file, text in written.items():
        write_file(root / file, text)
    for fragment in fragments:
        (root / fragment.file).unlink()
    run(root, Mode.WRITE)
    return Release(version, tuple(sorted((*written, *(fragment.file for fragment in fragments)))))


def problems(root: Path, tag: str) -> Iterator[str]:
    """What is wrong with the release that ``tag`` names, of which ``root`` is the working tree."""
    version = tag.removeprefix("v")
    if not tag.startswith("v") or parse_version(version) is None:
        yield f"{tag} is no release's tag; write v and a version, such as v0.2.0."
        return
    yield from _disagreements(root, version)
    yield from _left_over(root, version)
    _, differences = run(root, Mode.CHECK)
    yield from (line for folder, difference in differences.items() for line in difference.lines(folder))
    former = last_release(root, f"{tag}^")
    if former is not None:
        made = diff(root, former, tag, is_release=True)
        if not allows(made.version, version, made.level):
            yield f"What changed since {former} is {made.level}: {made.next_version} is the lowest version."


def _disagreements(root: Path, version: str) -> Iterator[str]:
    """Files that state another version."""
    stated = {"pyproject.toml": project_version(root)}
    for file in (_CATALOG_JSON, _PACKAGE_JSON):
        if (root / file).exists():
            stated[file] = json.loads(_text(root, file))["version"]
    for file, found in stated.items():
        if found != version:
            yield f"{file} says {found}, the tag says {version}."
    if not has_section(_text(root, "CHANGELOG.md"), version):
        yield f"CHANGELOG.md has no section {version}."


def _left_over(root: Path, version: str) -> Iterator[str]:
    """What ``release`` would have filled in or taken away."""
    for path in sorted((root / CHANGES).glob("*.yaml")):
        yield f"{CHANGES}/{path.name} is not in the changelog yet."
    for file in sorted(_filled(root, version)):
        yield f"{file} still says next where a version belongs."


def _check_version(root: Path, version: str, since: Diff | None) -> None:
    if parse_version(version) is None:
        raise ReleaseRefused(f"{version} is no version.", "Write three numbers, such as 0.2.0.")
    if since is None:
        present = parse_version(project_version(root))
        if present is not None and (parse_version(version) or present) < present:
            raise ReleaseRefused(f"pyproject.toml says {project_version(root)} already.", "Release that.")
        return
    if since.unaccepted:
        names = ", ".join(sorted({change.entry for change in since.unaccepted})[:5])
        raise ReleaseRefused(f"Changes lack a reason: {names}.", "python -m generator diff --since-release")
    if not allows(since.version, version, since.level):
        raise ReleaseRefused(
            f"{version} cannot follow {since.version}: what changed is {since.level or 'nothing'}.",
            f"Release {since.next_version}.",
        )


def _since_last(root: Path) -> Diff | None:
    """What changed since the last release; None before the first one."""
    tag = last_release(root)
    return None if tag is None else diff(root, tag, is_release=True)


def _filled(root: Path, version: str) -> dict[str, str]:
    """The catalog's files that say ``next``, saying the version instead."""
    filled: dict[str, str] = {}
    for path in sorted((root / "catalog").glob("*/*.yaml")):
        text = path.read_text("utf-8")
        if path.parent.name != FOLDER and _NEXT.search(text):
            filled[path.relative_to(root).as_posix()] = _NEXT.sub(rf"\1: {version}", text)
    return filled


def _changelog(root: Path, text: str) -> str:
    try:
        return released(_text(root, "CHANGELOG.md"), text)
    except ValueError as error:
        raise ReleaseRefused(str(error), "Add it, below the title.") from None


def _released(root: Path, version: str, catalog: Catalog) -> str:
    """The list of released ids with those that this release brings."""
    path = root / _RELEASED
    known = read_document(path, _RELEASED, "released").data if path.exists() else {}
    listed = {entry.full_id: version if entry.since == NEXT else entry.since for entry in catalog.entries}
    if isinstance(known, dict):
        listed |= {id_: str(since) for id_, since in known.items()}
    return _HEAD + "".join(f"{id_}: {since}\n" for id_, since in sorted(listed.items()))


def _text(root: Path, file: str) -> str:
    return (root / file).read_text("utf-8")
