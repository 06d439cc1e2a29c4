"""The catalog as frozen dataclasses.

It is read from data whose shape the schemas have approved, so reading never fails. What the data means (whether a
category is declared, whether a template is one) is for the policies. A field is named as the key it is read from; a
trailing underscore only keeps Python's own words free.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as attribute  # a class has a field of the name field
from functools import cached_property
from typing import Any, Literal

from generator.targets.python.runtime._words import Actor, Evidence, MatchedOn, Outcome, Retry, When

Data = Mapping[str, Any]
"""A mapping of a catalog file."""


@dataclass(frozen=True)
class Term:
    """A word of a closed list: an outcome, a retry."""

    id: str
    title: str
    meaning: str


@dataclass(frozen=True)
class Category:
    """A kind of error and what its entries may say. The first outcome is the one an entry has by default."""

    id: str
    title: str
    meaning: str
    outcomes: tuple[Outcome, ...]
    retries: tuple[Retry, ...]


@dataclass(frozen=True)
class Channel:
    """A way in which answers travel."""

    id: str
    title: str
    meaning: str
    transport: Literal["http", "stream"]


@dataclass(frozen=True)
class CodeSet:
    """The codes that a vendor uses in one place.

    ``pattern`` is what its codes look like, listed or not; a group in it holds the HTTP status.
    """

    enum: str
    title: str
    pattern: str
    channels: tuple[str, ...]
    codes: tuple[str, ...]
    success: tuple[str, ...] = ()
    unmistakable: bool = False


@dataclass(frozen=True)
class Condition:
    """What a body must have at some path: a value of a shape, or exactly ``is_``."""

    shape: Literal["text", "name", "integer", "object", "value", "key"] | None = None
    is_: str | int | bool | None = None

    @classmethod
    def expanded(cls, data: object) -> Data:
        """A shape alone may be written as its name."""
        return data if isinstance(data, Mapping) else {"shape": data}


@dataclass(frozen=True)
class Envelope:
    """A form in which the broker wraps an error or a good answer, and where it keeps what."""

    id: str
    meaning: str
    when: Mapping[str, Condition]
    channel: str | None = None
    status: str | None = None
    code: str | None = None
    code_sets: tuple[str, ...] = ()
    message: str | None = None
    request_id: str | None = None
    inner: str | None = None
    success: bool = False
    unmistakable: bool = False


@dataclass(frozen=True)
class OperationGroup:
    """Operations that entries name together, and the field by which the broker knows a repeated one."""

    id: str
    operations: tuple[str, ...]
    idempotency_key: str | None = None
    several_effects: bool = False


@dataclass(frozen=True)
class Source:
    """A document or a collection of reports. ``date`` is the day of the state that was read."""

    id: str
    title: str
    kind: Literal["official", "sdk", "report", "third_party"]
    url: str | None = None
    date: str | None = None


@dataclass(frozen=True)
class Citation:
    """A place in a source."""

    source: str
    place: str | None = None

    @classmethod
    def expanded(cls, data: str) -> Data:
        """Written as ``source`` or ``source#place``."""
        source, _, place = data.partition("#")
        return {"source": source, "place": place} if place else {"source": source}


@dataclass(frozen=True)
class Signature:
    """One way to recognize an entry, and where it is known from.

    With a message, only what ``requires`` names is demanded besides it; without one, everything given. That the broker
    is known is demanded of whoever asks, not of the report. ``statuses`` stands for every status of a class.
    """

    evidence: Evidence
    source: Citation
    channel: str | None = None
    status: int | None = None
    statuses: Literal["4xx", "5xx"] | None = None
    code: str | None = None
    field: str | None = None
    is_: str | None = None
    body: Literal["empty", "html"] | None = None
    message: str | None = None
    requires: tuple[str, ...] = ()

    @property
    def kind(self) -> MatchedOn:
        """What decides when this signature holds."""
        if self.field is not None:
            return MatchedOn.FIELD
        if self.message is not None:
            return MatchedOn.MESSAGE
        return MatchedOn.CODE if self.code is not None else MatchedOn.STATUS

    @property
    def required(self) -> Mapping[str, str | int]:
        """What a report must have besides the field, message, code or status itself."""
        given = {"channel": self.channel, "status": self.status, "code": self.code}
        return {
            name: value
            for name, value in given.items()
            if value is not None
            and (name in self.requires if self.kind is MatchedOn.MESSAGE else name != self.kind)
        }


@dataclass(frozen=True)
class Retries:
    """What a program may do with the same request if it only reads, and if it changes something."""

    read: Retry
    write: Retry

    @classmethod
    def expanded(cls, data: object) -> Data:
        """One word stands for both."""
        return data if isinstance(data, Mapping) else {"read": data, "write": data}


@dataclass(frozen=True)
class Wait:
    """How long to wait, in seconds, and what states it."""

    seconds: int | None = None
    field: str | None = None
    header: str | None = None
    until_header: str | None = None
    cap: int | None = None
    echo: tuple[str, ...] = ()


@dataclass(frozen=True)
class Step:
    """A step of a remediation."""

    who: Actor
    do: str
    code: str | None = None
    when: When = When.NOW


@dataclass(frozen=True)
class Example:
    """An answer of this kind, with the params that it gives. ``body`` is the text as it travels."""

    evidence: Evidence
    body: str
    status: int | None = None
    channel: str | None = None
    params: Mapping[str, str] = attribute(default_factory=dict)
    cited: Citation | None = None

    @classmethod
    def expanded(cls, data: Data) -> Data:
        """What is given to the matcher stands under ``source``."""
        return {**{name: value for name, value in data.items() if name != "source"}, **data["source"]}


@dataclass(frozen=True)
class DatedFact:
    """A rule of the broker that began or ended on a day, as ``2026-06-04``."""

    on: str
    fact: str
    source: Citation


@dataclass(frozen=True)
class FormerId:
    """An id that the entry had, and the version from which it is no longer accepted."""

    id: str
    until: str


@dataclass(frozen=True)
class Deprecation:
    """Why an id is no longer used."""

    since: str
    reason: Literal["obsolete", "merged"]
    use: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Entry:
    """One catalogued error. ``broker`` and ``area`` are where it stands."""

    broker: str
    area: str
    id: str
    title: str
    category: str
    channels: tuple[str, ...]
    signatures: tuple[Signature, ...]
    meaning: str
    causes: tuple[str, ...]
    retry: Retries
    outcome: Outcome
    remediation: tuple[Step, ...]
    since: str
    fallback: bool = False
    more_specific_than: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    operations: tuple[str, ...] = ()
    earlier_attempt: str | None = None
    on_the_way: str | None = None
    wait: Wait | None = None
    note: str | None = None
    dated: tuple[DatedFact, ...] = ()
    sources: tuple[Citation, ...] = ()
    related: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    formerly: tuple[FormerId, ...] = ()
    deprecated: Deprecation | None = None

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
        """The strongest evidence that any signature or example has."""
        found = {*(one.evidence for one in self.signatures), *(one.evidence for one in self.examples)}
        return next(evidence for evidence in Evidence if evidence in found)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """Everything that says so: of the signatures, of the examples, and what else is worth reading."""
        cited = (
            *(one.source for one in self.signatures),
            *(one.cited for one in self.examples if one.cited is not None),
            *self.sources,
        )
        return tuple(dict.fromkeys(cited))


@dataclass(frozen=True)
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
    areas: tuple[Area, ...]
    operations: tuple[OperationGroup, ...] = ()
    reads: tuple[str, ...] = ()
    writes: tuple[str, ...] = ()
    preamble: str | None = None

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, sorted by id."""
        entries = (entry for area in self.areas for entry in area.entries)
        return tuple(sorted(entries, key=lambda entry: entry.id))

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
