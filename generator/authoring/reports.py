"""What somebody reports: an issue's payload, or those of a log."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.authoring.new import Refusal, readable

MOST_PAYLOADS, LONGEST_PAYLOAD = 20_000, 20_000
"""What is read of a log: lines, and characters of a line."""

_HEADING = re.compile(r"^### (.+?)\s*$", re.MULTILINE)
_FENCE = re.compile(r"\A\s*(`{3,}|~{3,})[^\n]*\n(.*?)\n?\1\s*\Z", re.DOTALL)
_OPERATION = re.compile(r"\b(GET|POST|PUT|PATCH|DELETE) (/[A-Za-z0-9/_:{}.-]+)")


@dataclass(frozen=True, slots=True)
class Report:
    """What somebody reports: payloads of a broker, and what was asked of it."""

    broker: str
    payloads: tuple[str, ...]
    operations: tuple[str, ...] = ()


def from_issue(event: Path, brokers: Mapping[str, str]) -> Report:
    """The report of an issue form's event file, which is data: nothing of it is run or looked up.

    Args:
        event: the file that GitHub writes of the event.
        brokers: the id of each broker, by its name in lower case.

    Raises:
        Refusal: if the file is no such event, or the issue is not the form's.
    """
    try:
        body = json.loads(event.read_text("utf-8"))["issue"]["body"] or ""
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise Refusal(f"{event} is no event of an issue.", "Name the file in GITHUB_EVENT_PATH.") from None
    fields = _fields(str(body))
    broker = brokers.get(fields.get("broker", "").lower())
    payload = fields.get("what the broker answered", "")
    if broker is None or not payload:
        raise Refusal("The issue names no broker that is known, or no answer.", "Fill in the issue form.")
    asked = (" ".join(found.groups()) for found in _OPERATION.finditer(fields.get("what was asked", "")))
    return Report(broker, (payload[:LONGEST_PAYLOAD],), tuple(dict.fromkeys(asked)))


def brokers_by_name(root: Path) -> dict[str, str]:
    """The id of each broker, by its name in lower case. Raises :class:`Refusal`."""
    data: list[Any] = [broker.broker.data for broker in readable(root / "catalog").brokers]
    return {str(one["name"]).lower(): str(one["id"]) for one in data}


def from_log(lines: Iterable[str], broker: str) -> Report:
    """The report of a log of payloads, one a line, as the program had them."""
    kept = [line.strip()[:LONGEST_PAYLOAD] for line, _ in zip(lines, range(MOST_PAYLOADS), strict=False)]
    return Report(broker, tuple(line for line in kept if line))


def _fields(body: str) -> dict[str, str]:
    """What an issue form's body has below each heading, without the fence around it."""
    parts = _HEADING.split(body.replace("\r\n", "\n"))
    fields: dict[str, str] = {}
    for label, text in zip(parts[1::2], parts[2::2], strict=False):
        fenced = _FENCE.match(text)
        value = fenced[2] if fenced else text.strip()
        fields.setdefault(label.lower(), "" if value == "_No response_" else value)
    return fields
