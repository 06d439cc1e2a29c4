"""The catalog as frozen dataclasses.

It is built from data whose shape the schemas have approved, so building never fails. What the data means
(whether a category is declared, whether a template is one) is for the policies; they read this model too, and
use ``where`` to say at which line something stands. No target reads ``where``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as attribute  # two classes have a field of the name field
from functools import cached_property
from typing import Literal

from generator.findings import Place

Outcome = Literal["not_applied", "applied", "partly_applied", "unknown"]
Retry = Literal["never", "after_change", "backoff", "wait", "reconcile", "reconnect", "halt"]
Actor = Literal["developer", "account_owner", "broker"]
Evidence = Literal["documented", "observed", "constructed"]

OUTCOMES: tuple[Outcome, ...] = ("not_applied", "applied", "partly_applied", "unknown")
RETRIES: tuple[Retry, ...] = ("never", "after_change", "backoff", "wait", "reconcile", "reconnect", "halt")
ACTORS: tuple[Actor, ...] = ("developer", "account_owner", "broker")
EVIDENCE: tuple[Evidence, ...] = ("observed", "documented", "constructed")
"""From the strongest to the weakest."""
MATCHED_ON = ("field", "message", "code", "status")

Where = Mapping[str, Place]
"""The place of each field of something, and of the thing itself under the empty name."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a closed list: an outcome, a retry."""

    id: str
    title: str
    meaning: str
    where: Where = attribute(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of error and what its entries may say. The first outcome is the one an entry has by default."""

    id: str
    title: str
    meaning: str
    outcomes: tuple[Outcome, ...]
    retries: tuple[Retry, ...]
    where: Where = attribute(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Channel:
    """A way in which answers travel."""

    id: str
    title: str
    meaning: str
    transport: Literal["http", "stream"]


@dataclass(frozen=True, slots=True)
class CodeSet:
    """The codes that a vendor uses in one place.

    ``pattern`` is what its codes look like, listed or not; a group in it holds the HTTP status.
    """

    enum: str
    title: str
    pattern: str
    unmistakable: bool
    channels: tuple[str, ...]
    codes: tuple[str, ...]
    success: tuple[str, ...]
    where: Where = attribute(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Condition:
    """What a body must have at ``path``: a value of some shape, or (shape ``is``) exactly this value."""

    path: str
    shape: Literal["is", "text", "name", "integer", "object", "value", "key"]
    value: str | int | bool | None = None


@dataclass(frozen=True, slots=True)
class Envelope:
    """A form in which the broker wraps an error or a good answer, and where it keeps what."""

    id: str
    meaning: str
    when: tuple[Condition, ...]
    channel: str | None
    status: str | None
    code: str | None
    code_sets: tuple[str, ...]
    message: str | None
    request_id: str | None
    inner: str | None
    success: bool
    unmistakable: bool
    where: Where = attribute(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Source:
    """A document or a collection of reports."""

    id: str
    title: str
    kind: Literal["official", "sdk", "report", "third_party"]
    url: str | None


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a source."""

    source: str
    place: str | None


@dataclass(frozen=True, slots=True)
class Signature:
    """One way to recognise an entry.

    With a message, only what ``requires`` names is demanded besides it; without one, everything given.
    That the broker is known is demanded of whoever asks, not of the report.
    """

    channel: str | None
    status: int | None
    code: str | None
    field: str | None
    value: str | None
    body: Literal["empty", "html"] | None
    message: str | None
    requires: tuple[str, ...]
    where: Where = attribute(repr=False, compare=False)

    @property
    def kind(self) -> Literal["field", "message", "code", "status"]:
        """What decides when this signature holds."""
        if self.field is not None:
            return "field"
        if self.message is not None:
            return "message"
        return "code" if self.code is not None else "status"

    @property
    def required(self) -> Mapping[str, str | int]:
        """What a report must have besides the field, message, code or status itself."""
        given = {"channel": self.channel, "status": self.status, "code": self.code}
        if self.kind == "message":
            return {
                name: value for name, value in given.items() if value is not None and name in self.requires
            }
        return {name: value for name, value in given.items() if value is not None and name != self.kind}


@dataclass(frozen=True, slots=True)
class Wait:
    """How long to wait, in seconds, and what states it."""

    seconds: int | None
    field: str | None
    header: str | None
    until_header: str | None
    cap: int | None
    echo: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a remediation."""

    who: Actor
    do: str
    code: str | None
    where: Where = attribute(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Example:
    """An answer of this kind, with the params that it gives. ``body`` is the text as it travels."""

    evidence: Evidence
    status: int | None
    channel: str | None
    body: str
    params: Mapping[str, str]
    where: Where = attribute(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Deprecation:
    """Why an id is no longer used."""

    since: str
    reason: Literal["renamed", "obsolete", "merged"]
    use: str | None
    note: str | None


@dataclass(frozen=True)
class Entry:
    """One catalogued error."""

    broker: str
    area: str
    id: str
    title: str
    category: str
    fallback: bool
    channels: tuple[str, ...]
    signatures: tuple[Signature, ...]
    more_specific_than: tuple[str, ...]
    fields: tuple[str, ...]
    operations: tuple[str, ...]
    meaning: str
    causes: tuple[str, ...]
    own_outcome: Outcome | None
    retry_read: Retry
    retry_write: Retry
    wait: Wait | None
    remediation: tuple[Step, ...]
    note: str | None
    citations: tuple[Citation, ...]
    related: tuple[str, ...]
    examples: tuple[Example, ...]
    since: str
    deprecated: Deprecation | None
    outcome: Outcome
    where: Where = attribute(repr=False, compare=False)

    @property
    def full_id(self) -> str:
        """Such as ``alpaca.wash_trade``."""
        return f"{self.broker}.{self.id}"

    @property
    def member(self) -> str:
        """The name of the enum member."""
        return self.id.upper()

    @property
    def docs_path(self) -> str:
        """The page's path below the site's root."""
        return f"{self.broker}/{self.id}/"

    @cached_property
    def evidence(self) -> Evidence:
        """The strongest evidence that any example has."""
        found = {example.evidence for example in self.examples}
        return next(evidence for evidence in EVIDENCE if evidence in found)


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a broker's API: one catalog file."""

    id: str
    title: str
    meaning: str
    file: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Broker:
    """An API provider."""

    id: str
    name: str
    enum: str
    docs: str
    support: str
    marks: tuple[str, ...]
    channels: tuple[Channel, ...]
    code_sets: tuple[CodeSet, ...]
    envelopes: tuple[Envelope, ...]
    sources: tuple[Source, ...]
    reads: tuple[str, ...]
    areas: tuple[Area, ...]
    where: Where = attribute(repr=False, compare=False)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, sorted by id."""
        return tuple(
            sorted((entry for area in self.areas for entry in area.entries), key=lambda entry: entry.id)
        )

    @cached_property
    def entries_by_id(self) -> Mapping[str, Entry]:
        """The entries by their id within the broker."""
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def sources_by_id(self) -> Mapping[str, Source]:
        """The sources by their id."""
        return {source.id: source for source in self.sources}


@dataclass(frozen=True)
class Catalog:
    """Everything the catalog says."""

    outcomes: tuple[Term, ...]
    retries: tuple[Term, ...]
    categories: tuple[Category, ...]
    brokers: tuple[Broker, ...]

    @cached_property
    def categories_by_id(self) -> Mapping[str, Category]:
        """The categories by their id."""
        return {category.id: category for category in self.categories}

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The entries of all brokers, broker by broker."""
        return tuple(entry for broker in self.brokers for entry in broker.entries)
