# From generator/targets/python/runtime/_info.py by `python -m generator build`. Do not edit.
"""What the catalog says about an error, loaded when it is asked for.

The generator's model is built of the same classes, so that a field is said once.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from ._fields import made
from ._loading import texts
from ._wait import Wait
from ._words import Actor, Evidence, MatchedOn, Outcome, Retry, When

if TYPE_CHECKING:
    from ._errors import BrokerError

Data = Mapping[str, Any]


@dataclass(frozen=True)
class Citation:
    """A place in a source."""

    source: str
    place: str | None = None

    @classmethod
    def expanded(cls, data: Data | str) -> Data:
        """Catalog files write ``source`` or ``source#place``."""
        if not isinstance(data, str):
            return data
        source, _, place = data.partition("#")
        return {"source": source, "place": place} if place else {"source": source}


@dataclass(frozen=True)
class Source:
    """A document or a collection of reports, and a place in it. ``date`` is the day of what was read."""

    id: str
    title: str
    kind: str
    url: str | None = None
    date: str | None = None
    place: str | None = None


@dataclass(frozen=True)
class Signature:
    """One way to recognize the error, and where it is known from.

    With a message, only what ``requires`` names is demanded besides it; without one, everything given. That
    the broker is known is demanded of whoever asks, not of the report. ``statuses`` stands for every status
    of a class, ``with_`` for a second field that stands beside ``field``.
    """

    evidence: Evidence
    source: Citation
    channel: str | None = None
    status: int | None = None
    statuses: Literal["4xx", "5xx"] | None = None
    code: str | None = None
    field: str | None = None
    is_: str | None = None
    with_: str | None = None
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
    def expanded(cls, data: Data | str) -> Data:
        """One word stands for both."""
        return {"read": data, "write": data} if isinstance(data, str) else data


@dataclass(frozen=True)
class Step:
    """A step of a remediation: who acts, when, what to do, and code where code is the answer."""

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
    params: Mapping[str, str] = field(default_factory=dict[str, str])
    cited: Citation | None = None

    @classmethod
    def expanded(cls, data: Data) -> Data:
        """In catalog files, what is given to the matcher stands under ``source``."""
        return {**{name: item for name, item in data.items() if name != "source"}, **data.get("source", {})}


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
    """Why an id is no longer used, since which version, and what to use instead."""

    since: str
    reason: Literal["obsolete", "merged"]
    use: str | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class EntryFacts:
    """What the catalog says about an error, but for its id and where it is documented."""

    broker: str
    area: str
    title: str
    category: str
    channels: tuple[str, ...]
    signatures: tuple[Signature, ...]
    meaning: str
    causes: tuple[str, ...]
    retry_: Retries
    outcome: Outcome
    remediation: tuple[Step, ...]
    since: str
    common: str | None = None
    fallback: bool = False
    fields: tuple[str, ...] = ()
    operations: tuple[str, ...] = ()
    earlier_attempt: str | None = None
    on_the_way: str | None = None
    wait: Wait | None = None
    note: str | None = None
    dated: tuple[DatedFact, ...] = ()
    related: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    formerly: tuple[FormerId, ...] = ()
    deprecated: Deprecation | None = None

    @property
    def retry(self) -> Retry:
        """What a program may do with the same request if it changes something."""
        return self.retry_.write

    @property
    def retry_read(self) -> Retry:
        """What a program may do with the same request if it only reads."""
        return self.retry_.read

    @property
    def evidence(self) -> Evidence:
        """The strongest evidence that any signature or example has."""
        found = {*(one.evidence for one in self.signatures), *(one.evidence for one in self.examples)}
        return next(evidence for evidence in Evidence if evidence in found)


@dataclass(frozen=True, kw_only=True)
class EntryInfo(EntryFacts):
    """All that the catalog says about one error.

    ``id`` is the full id, ``related`` are ids within the broker. ``docs_path`` is the page's path, relative
    to wherever a team hosts its site.
    """

    id: str
    docs_path: str
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Term:
    """A word of a closed list as people read it: an outcome, a retry, a category."""

    id: str
    title: str
    meaning: str


@cache
def info_of(error: "BrokerError") -> EntryInfo:
    """What the catalog says about ``error``."""
    data = _texts(error.broker)[error.value]
    return made(EntryInfo, data, (), lambda _part, _path: None, category=error.category)


def forget_texts() -> None:
    """Load texts anew when they are next asked for, because there are more now."""
    _texts.cache_clear()


@cache
def _texts(name: str) -> dict[str, Any]:
    found: dict[str, Any] = texts(name)
    return found
