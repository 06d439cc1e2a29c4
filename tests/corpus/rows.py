"""Reads the corpus."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import broker_errors

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Payload:
    """A payload that somebody had.

    ``answer_with_status`` is the answer to who knows the status, too, where that is another one.
    ``not_yet`` has, by the question, the kind of payload that is not recognized yet: ``named`` (the broker is
    known), ``status`` (its status, too) or ``unnamed`` (nothing is known).
    """

    broker: Any
    line: int
    text: str
    expected: str | None
    shape: str
    evidence: str
    source: str
    status: int | None = None
    answer: str | None = None
    answer_with_status: str | None = None
    why: str | None = None
    not_yet: Mapping[str, str] = field(default_factory=dict)

    @property
    def wanted(self) -> str | None:
        """The id that the project stands for."""
        return self.answer if self.why is not None else self.expected

    @property
    def wanted_with_status(self) -> str | None:
        """The id that the project stands for where the status is known."""
        return self.answer_with_status or self.wanted

    @property
    def is_negative(self) -> bool:
        """Whether this is no error of the broker."""
        return self.expected is None

    def answered(self, *, named: bool = True, with_status: bool = False) -> str | None:
        """The id that is recognized."""
        status = self.status if with_status else None
        found = broker_errors.match(self.text, broker=self.broker if named else None, status=status)
        return None if found is None else found.error.value


@dataclass(frozen=True, slots=True)
class Fact:
    """What a document states."""

    broker: str
    line: int
    source: str
    status: int | None = None
    code: str | None = None
    message: str | None = None
    entry: str | None = None
    by: str | None = None
    says: str | None = None
    why: str | None = None
    title: str | None = None


def payloads() -> Iterator[Payload]:
    """All payloads of all brokers."""
    for broker, line, row in _rows("payloads"):
        yield Payload(broker=broker, line=line, **row)


def facts() -> Iterator[Fact]:
    """All facts of all brokers."""
    for broker, line, row in _rows("facts"):
        yield Fact(broker=broker, line=line, **row)


def _rows(folder: str) -> Iterator[tuple[str, int, dict[str, Any]]]:
    for path in sorted((FOLDER / folder).glob("*.jsonl")):
        for line, text in enumerate(path.read_text("utf-8").splitlines(), 1):
            yield path.stem, line, json.loads(text)
