"""The reasons that ``catalog/changes/`` gives for changes, and what a pull request says in the changelog."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.findings import Finding
from generator.history.changes import At, Change
from generator.load.files import CHANGES as FOLDER
from generator.load.yaml import Document, Refused, parse
from generator.shape import shape_of

CHANGES = f"catalog/{FOLDER}"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong with a file of changes, and what mends it."""

    at: At
    says: str
    mend: str


class ChangesRefused(Exception):
    """Files of changes that cannot be read. Carries the problems."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(problem.says for problem in problems))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A reason for what a rule sees of one entry."""

    rule: str
    entry: str
    reason: str
    at: At

    def is_for(self, change: Change) -> bool:
        """Whether this is the change that it speaks of."""
        return (self.rule, self.entry) == (change.rule, change.entry)


@dataclass(frozen=True, slots=True)
class Fragment:
    """One file: what a pull request says in the changelog, and what it accepts."""

    file: str
    summary: str
    accepts: tuple[Acceptance, ...]


def read_fragments(root: Path) -> list[Fragment]:
    """The files of changes below ``root``, by name. Raises :class:`ChangesRefused`."""
    fragments: list[Fragment] = []
    problems: list[Problem] = []
    for path in sorted((root / CHANGES).glob("*.yaml")):
        try:
            text = path.read_bytes().decode("utf-8", "replace")
            fragments.append(_fragment(read_changes(text, f"{CHANGES}/{path.name}")))
        except ChangesRefused as refused:
            problems += refused.problems
    if problems:
        raise ChangesRefused(problems)
    return fragments


def read_changes(text: str, file: str) -> Document:
    """Read the text of one file of changes. Raises :class:`ChangesRefused`."""
    try:
        document = parse(text, file, "changes")
    except Refused as refused:
        raise _refused(refused.findings) from None
    findings = tuple(shape_of(document))
    if findings:
        raise _refused(findings)
    return document


def reasons(fragments: Iterable[Fragment], change: Change) -> list[str]:
    """The reasons that are given for a change."""
    return [one.reason for fragment in fragments for one in fragment.accepts if one.is_for(change)]


def unmatched(fragments: Iterable[Fragment], changes: Sequence[Change]) -> list[Acceptance]:
    """The acceptances of which there is no change."""
    accepted = [one for fragment in fragments for one in fragment.accepts]
    return [one for one in accepted if not any(one.is_for(change) for change in changes)]


def without(fragments: Iterable[Fragment], known: Iterable[Fragment]) -> list[Fragment]:
    """The fragments with only those acceptances that are not among the ``known`` ones."""
    old = {(one.rule, one.entry) for fragment in known for one in fragment.accepts}
    return [
        Fragment(
            fragment.file,
            fragment.summary,
            tuple(one for one in fragment.accepts if (one.rule, one.entry) not in old),
        )
        for fragment in fragments
    ]


def _refused(findings: Iterable[Finding]) -> ChangesRefused:
    return ChangesRefused(
        [Problem(At(one.place.file, one.place.line), one.message, one.mend) for one in findings]
    )


def _fragment(document: Document) -> Fragment:
    data: Any = document.data
    accepts = [
        Acceptance(
            item["rule"], entry, item["reason"], At(document.file, document.place("accept", index).line)
        )
        for index, item in enumerate(data.get("accept", ()))
        for entry in ([item["entry"]] if isinstance(item["entry"], str) else item["entry"])
    ]
    return Fragment(document.file, data["summary"], tuple(accepts))
