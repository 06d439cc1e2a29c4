"""Makes a release of what is in the working tree, and verifies one by its tag."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.history.acceptance import CHANGES, read_fragments
from generator.history.changelog import has_section, released, section
from generator.history.diff import Diff, diff
from generator.history.revision import last_release
from generator.history.version import allows, parse_version
from generator.load.files import RELEASED, project_version
from generator.output import write_file
from generator.stages import Mode, run

_SINCE_NEXT = re.compile(
    r"^( *(?:- )?(?:since|until)): next$|(?<=[{ ])((?:since|until)): next(?=[,}])", re.MULTILINE
)
_VERSION_LINE = re.compile(r'^(version = )"[^"\n]*"$', re.MULTILINE)
_CATALOG_JSON = "generated/catalog.json"
_PACKAGE_JSON = ("package.json", "generated/javascript/package.json")
_RELEASED_HEAD = "# Every id that was ever released, with the version that brought it. Written by `python -m generator release`.\n"


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
    _check_version(root, version)
    since = _since_last(root)
    _check_verdict(version, since)
    checked, _ = run(root, Mode.CHECK)
    if checked.catalog is None:
        raise ReleaseRefused("The catalog has errors.", "python -m generator check")
    written = {
        **_filled(root, version),
        "pyproject.toml": _VERSION_LINE.sub(rf'\1"{version}"', _text(root, "pyproject.toml"), count=1),
        "CHANGELOG.md": _changelog(root, version, since),
        f"catalog/{RELEASED}": _released(root, version, [entry.full_id for entry in checked.catalog.entries]),
    }
    for file, text in written.items():
        write_file(root / file, text)
    fragments = [fragment.file for fragment in read_fragments(root)]
    for file in fragments:
        (root / file).unlink()
    run(root, Mode.WRITE)
    return Release(version, tuple(sorted([*written, *fragments])))


def problems(root: Path, tag: str) -> Iterator[str]:
    """What is wrong with the release that ``tag`` names, of which ``root`` is the working tree."""
    version = tag.removeprefix("v")
    if not tag.startswith("v") or parse_version(version) is None:
        yield f"{tag} is no release's tag; write v and a version, such as v0.2.0."
        return
    stated: dict[str, object] = {"pyproject.toml": project_version(root)}
    stated |= {
        file: _json(root, file)["version"]
        for file in (_CATALOG_JSON, *_PACKAGE_JSON)
        if (root / file).exists()
    }
    for file, found in stated.items():
        if found != version:
            yield f"{file} says {found}, the tag says {version}."
    if not has_section(_text(root, "CHANGELOG.md"), version):
        yield f"CHANGELOG.md has no section {version}."
    for path in sorted((root / CHANGES).glob("*.yaml")):
        yield f"{CHANGES}/{path.name} is not in the changelog yet."
    for file in sorted(_filled(root, version)):
        yield f"{file} still says since: next."
    _, differences = run(root, Mode.CHECK)
    yield from (line for folder, difference in differences.items() for line in difference.lines(folder))
    former = last_release(root, f"{tag}^")
    if former is not None:
        made = diff(root, former, tag, is_release=True)
        if not allows(made.version, version, made.level):
            yield f"What changed since {former} is {made.level}: {made.next_version} is the lowest version."


def _check_version(root: Path, version: str) -> None:
    if parse_version(version) is None:
        raise ReleaseRefused(f"{version} is no version.", "Write three numbers, such as 0.2.0.")
    _ = root


def _since_last(root: Path) -> Diff | None:
    tag = last_release(root)
    return None if tag is None else diff(root, tag, is_release=True)
