"""From two revisions to what changes between them, with its verdict."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.history.acceptance import Acceptance, Fragment, read_fragments, reasons, unmatched, without
from generator.history.answers import Answers, ask
from generator.history.changes import Change, Level, in_order
from generator.history.comparison import Comparison, Side
from generator.history.facts import Facts
from generator.history.payloads import payloads_of, questions
from generator.history.places import Places
from generator.history.revision import GENERATED, Revision, Unreadable, unpacked
from generator.history.rules.registry import find_changes
from generator.history.version import next_version

_CATALOG_JSON = f"{GENERATED}/catalog.json"
_CATALOG_SCHEMAS = (f"{GENERATED}/catalog.schema.json", "schema/catalog.schema.json")
"""Where revisions have the schema of catalog.json, if they have one."""


@dataclass(frozen=True)
class Diff:
    """What changes from ``base`` to ``head``.

    Attributes:
        base: the revision's name and, behind it, its commit; None for the working tree.
        head: the same of the other one.
        version: the base's version.
        changes: what changes, the gravest first.
        fragments: what ``catalog/changes/`` of the head says.
        superfluous: acceptances that speak of no change.
        payloads: how many payloads were asked about, each twice.
        differing: how many of the answers differ.
    """

    base: tuple[str, str | None]
    head: tuple[str, str | None]
    version: str
    changes: tuple[Change, ...]
    fragments: tuple[Fragment, ...] = ()
    superfluous: tuple[Acceptance, ...] = ()
    payloads: int = 0
    differing: int = 0

    @property
    def level(self) -> Level | None:
        """The highest level of any change."""
        return max((change.level for change in self.changes), default=None)

    @property
    def next_version(self) -> str:
        """The lowest version that may follow."""
        return next_version(self.version, self.level)

    def reason(self, change: Change) -> str | None:
        """Why a change may land; None where nobody says."""
        return next(iter(reasons(self.fragments, change)), None)

    @cached_property
    def unaccepted(self) -> tuple[Change, ...]:
        """The changes that need a reason and have none."""
        return tuple(one for one in self.changes if one.needs_reason and self.reason(one) is None)

    @property
    def passes(self) -> bool:
        """Whether it may land."""
        return not self.unaccepted and not self.superfluous


def diff(root: Path, base: str, head: str | None = None, *, is_release: bool = False) -> Diff:
    """Compare two revisions of the repository in ``root``.

    Args:
        root: the repository's root.
        base: the revision to compare with.
        head: the revision that changes; None for the working tree.
        is_release: whether ``base`` is the last release. What was accepted since and is undone by now is no
            mistake then.

    Raises:
        Unreadable: if a revision cannot be taken from git, built or asked.
        ChangesRefused: if a file in ``catalog/changes/`` is malformed.
    """
    with TemporaryDirectory(prefix="diff-") as scratch:
        before, after = unpacked(root, (base, head), Path(scratch))
        compared = compare(before, after, Path(scratch))
        changes = tuple(in_order(find_changes(compared)))
        fragments = read_fragments(after.folder)
        own = without(fragments, read_fragments(before.folder))
    return Diff(
        (before.name, before.commit),
        (after.name, after.commit),
        compared.base.facts.version,
        changes,
        tuple(fragments),
        () if is_release else tuple(unmatched(own, changes)),
        len(compared.origins),
        len(compared.differing),
    )


def compare(before: Revision, after: Revision, scratch: Path) -> Comparison:
    """What two revisions state and answer. Raises :class:`Unreadable`."""
    revisions = (before, after)
    catalogs = [_read(revision, _CATALOG_JSON) for revision in revisions]
    origins = payloads_of(catalogs, [revision.folder for revision in revisions])
    asked = questions(origins)
    answers = ask([(one.name, one.folder / GENERATED) for one in revisions], asked, scratch)
    sides = [
        _side(revision, catalog, answered)
        for revision, catalog, answered in zip(revisions, catalogs, answers, strict=True)
    ]
    return Comparison(sides[0], sides[1], asked, origins)


def _side(revision: Revision, catalog: Mapping[str, Any], answers: Answers) -> Side:
    schemas = (path for path in _CATALOG_SCHEMAS if (revision.folder / path).is_file())
    schema = next(schemas, None)
    return Side(
        Facts(catalog),
        answers,
        Places(revision.folder),
        revision.folder / GENERATED,
        None if schema is None else _read(revision, schema),
    )


def _read(revision: Revision, path: str) -> Mapping[str, Any]:
    try:
        data: Mapping[str, Any] = json.loads((revision.folder / path).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise Unreadable(
            f"{path} of {revision.name} cannot be read: {error}", "Compare with a later one."
        ) from None
    return data
