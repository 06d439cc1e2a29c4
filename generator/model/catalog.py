"""The catalog as frozen dataclasses.

It is read from data whose shape the schemas have approved, so reading never fails. What the data means
(whether a category is declared, whether a template is one) is for the policies. A field is named as the key
it is read from; a trailing underscore only keeps Python's words and other names free. What users see of an
entry is the runtime's, so that it is said once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from generator.model.plain import plain
from generator.targets.python.runtime._info import (
    Citation,
    Data,
    DatedFact,
    Deprecation,
    EntryFacts,
    Example,
    FormerId,
    Retries,
    Signature,
    Step,
    Term,
)
from generator.targets.python.runtime._wait import Wait
from generator.targets.python.runtime._words import Outcome, Retry

__all__ = [
    "Area",
    "Broker",
    "Catalog",
    "Category",
    "Channel",
    "Citation",
    "CodeSet",
    "CommonError",
    "Condition",
    "DatedFact",
    "Deprecation",
    "Entry",
    "Envelope",
    "Example",
    "FormerId",
    "OperationGroup",
    "Retries",
    "Signature",
    "Source",
    "Step",
    "Term",
    "Wait",
]


@dataclass(frozen=True)
class Category:
    """A kind of error and what its entries may say. The first outcome is the one an entry has by default."""

    id: str
    title: str
    meaning: str
    outcomes: tuple[Outcome, ...]
    retries: tuple[Retry, ...]


@dataclass(frozen=True)
class CommonError:
    """One name across brokers for what a program handles in one way, with what comes nearest elsewhere."""

    id: str
    title: str
    meaning: str
    categories: tuple[str, ...]
    fix: str | None = None
    grpc: str | None = None
    ccxt: tuple[str, ...] = ()


@dataclass(frozen=True)
class Channel:
    """A way in which answers travel, told by the ``hosts`` that were called or by ``marks`` in a text.

    ``framing`` is what its frames have before a JSON value.
    """

    id: str
    title: str
    meaning: str
    transport: Literal["http", "stream"]
    hosts: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    framing: tuple[str, ...] = ()


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


def code_member(code: str) -> str:
    """The member's name of a vendor's code: as it is spelled, or behind CODE_ where it is a number."""
    name = code.replace("-", "MINUS_", 1) if code.startswith("-") else code
    name = "".join(sign if sign.isalnum() else "_" for sign in name)
    return f"CODE_{name}" if code.lstrip("-")[:1].isdigit() else name


@dataclass(frozen=True)
class Condition:
    """What a body must have at some path: a value of a shape, exactly ``is_``, one of some, or its like.

    ``like`` is a regular expression in the subset on which Python, ECMAScript and RE2 agree, for all of the
    value.
    """

    shape: Literal["text", "name", "integer", "object", "value", "key", "empty", "absent"] | None = None
    is_: str | int | bool | None = None
    one_of: tuple[str | int, ...] = ()
    like: str | None = None

    @classmethod
    def expanded(cls, data: object) -> Data:
        """A shape alone may be written as its name."""
        return data if isinstance(data, Mapping) else {"shape": data}


@dataclass(frozen=True)
class Envelope:
    """A form in which the broker wraps an error or a good answer, and where it keeps what.

    ``single`` says that it holds for a body by itself and not for an item of a list.
    ``inner`` holds the error itself, ``each`` a list of errors; a text in that list is a body whose only
    field has an empty name.
    """

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
    single: bool = False
    each: str | None = None
    success: bool = False
    unmistakable: bool = False


@dataclass(frozen=True)
class TextForm:
    """A form in which a client or the broker writes an error as text, written like a message template.

    Its slots are the fields of a body, which the envelopes read.
    """

    id: str
    form: str
    meaning: str
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


@dataclass(frozen=True, kw_only=True)
class Entry(EntryFacts):
    """One catalogued error. ``id`` is the one within its broker."""

    id: str
    more_specific_than: tuple[str, ...] = ()
    sources: tuple[Citation, ...] = ()

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
    def said(self) -> Mapping[str, Any]:
        """All that is said of it as plain data, which several targets begin with."""
        found: Mapping[str, Any] = plain(self)
        return found

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
    texts: tuple[TextForm, ...] = ()
    hosts: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    request_id_headers: tuple[str, ...] = ()
    private: tuple[str, ...] = ()
    public: tuple[str, ...] = ()

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
    common: tuple[CommonError, ...]
    brokers: tuple[Broker, ...]

    @cached_property
    def categories_by_id(self) -> Mapping[str, Category]:
        """The categories by their id."""
        return {category.id: category for category in self.categories}

    @cached_property
    def common_by_id(self) -> Mapping[str, CommonError]:
        """The common errors by their id."""
        return {common.id: common for common in self.common}

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The entries of all brokers, broker by broker."""
        return tuple(entry for broker in self.brokers for entry in broker.entries)
