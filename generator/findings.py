"""What a check finds, as data, and the three ways to print it."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]
Format = Literal["text", "json", "github"]


class Place(NamedTuple):
    """A position in a catalog file; ``line`` and ``column`` count from 1."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong, where it is, and what mends it."""

    place: Place
    rule: str
    message: str
    mend: str
    severity: Severity = "error"


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether any finding is an error; warnings alone do not fail a check."""
    return any(finding.severity == "error" for finding in findings)


def render(findings: Sequence[Finding], form: Format) -> str:
    """Print findings in the order of their places; the empty string when there are none (``[]`` for json)."""
    ordered = sorted(set(findings))
    if form == "json":
        return json.dumps([_as_json(finding) for finding in ordered], indent=2, ensure_ascii=False)
    line = _github_line if form == "github" else _text_line
    return "\n".join(line(finding) for finding in ordered)


def _as_json(finding: Finding) -> dict[str, object]:
    data = asdict(finding)
    return {**data.pop("place")._asdict(), **data}


def _text_line(finding: Finding) -> str:
    place = finding.place
    head = f"{place.file}:{place.line}:{place.column}: {finding.severity} {finding.rule}: {finding.message}"
    return f"{head}\n    mend: {finding.mend}"


def _github_line(finding: Finding) -> str:
    place = finding.place
    position = f"file={escaped(place.file, property_=True)},line={place.line},col={place.column}"
    text = escaped(f"{finding.message} Mend: {finding.mend}")
    return f"::{finding.severity} {position},title={escaped(finding.rule, property_=True)}::{text}"


def escaped(text: str, *, property_: bool = False) -> str:
    """Escape what a workflow command would read as its own syntax."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if property_ else text
