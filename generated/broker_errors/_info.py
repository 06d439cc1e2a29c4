# Copied from generator/runtime by `python -m generator build`. Do not edit.
"""What the catalog says about an error: texts, loaded when they are asked for."""

from dataclasses import dataclass
from functools import cache
from importlib import import_module

from ._errors import BrokerError
from ._vocabulary import Actor, Category, Evidence, Outcome, Retry


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a remediation: who acts, what to do, and code where code is the answer."""

    who: Actor
    do: str
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Wait:
    """How long to wait, in seconds.

    ``field`` or ``header`` name what states the wait, ``until_header`` what states its end as UNIX time.
    ``seconds`` holds where nothing is stated, and ``cap`` is the longest wait that a statement may ask for.
    ``echo`` lists the body fields that are sent back with the request.
    """

    seconds: float | None = None
    field: str | None = None
    header: str | None = None
    until_header: str | None = None
    cap: float | None = None
    echo: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where an error is documented or was seen."""

    title: str
    kind: str
    url: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """One way in which the error is recognised."""

    message: str | None = None
    code: str | None = None
    status: int | None = None
    channel: str | None = None
    field: str | None = None
    value: str | None = None
    requires: tuple[str, ...] = ()
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """An answer of this kind. ``body`` is the text as it travels."""

    evidence: Evidence
    body: str
    status: int | None = None
    channel: str | None = None


@dataclass(frozen=True, slots=True)
class Deprecation:
    """Why an id is no longer used, since which version, and what to use instead."""

    since: str
    reason: str
    use: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class EntryInfo:
    """All that the catalog says about one error.

    ``reads`` are operations of the broker that only read although their method does not say so. ``docs_path``
    is the page's path, relative to wherever a team hosts its site.
    """

    id: str
    broker: str
    title: str
    category: Category
    outcome: Outcome
    retry: Retry
    retry_read: Retry
    fallback: bool
    channels: tuple[str, ...]
    operations: tuple[str, ...]
    meaning: str
    causes: tuple[str, ...]
    remediation: tuple[Step, ...]
    signatures: tuple[Signature, ...]
    examples: tuple[Example, ...]
    evidence: Evidence
    sources: tuple[Source, ...]
    related: tuple[str, ...]
    since: str
    docs_path: str
    reads: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    wait: Wait | None = None
    note: str | None = None
    deprecated: Deprecation | None = None


def info_of(error: BrokerError) -> EntryInfo:
    """What the catalog says about ``error``."""
    return _infos(error.broker)[error.value]


@cache
def _infos(broker: str) -> dict[str, EntryInfo]:
    infos: dict[str, EntryInfo] = import_module(f"._{broker}_info", __package__).INFO
    return infos
