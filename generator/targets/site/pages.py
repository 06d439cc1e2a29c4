"""What stands on each page: the catalog, shaped for the templates."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.messages.template import parse_template
from generator.model.catalog import Broker, Catalog, Category, Entry, Example, Signature, Step, Term
from generator.model.payloads import as_body
from generator.runtime._wording import wait_sentence
from generator.targets.python.runtime._words import Retry

T = TypeVar("T")

FIRST_ERROR_STATUS = 300
BODY_TEXTS = {"empty": "without a body", "html": "with the page of a gateway as its body"}
ACTOR_TITLES = {"developer": "Developer", "account_owner": "Account owner", "broker": "Broker"}
EVIDENCE_TEXTS = {
    "observed": "Observed: a real payload.",
    "documented": "Documented: printed by the vendor.",
    "constructed": "Constructed from what is published; no real payload is known.",
}


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an entry's page; ``path`` is the page's file below the site's root."""

    label: str
    path: str


@dataclass(frozen=True, slots=True)
class Payload:
    """An example as a block."""

    lead: str
    body: str
    language: str


@dataclass(frozen=True, slots=True)
class Wording:
    """A way to recognise the entry."""

    message: str | None
    details: str


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of one actor, numbered over the whole page."""

    who: str
    steps: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A place where the entry is documented."""

    title: str
    url: str | None
    place: str | None


@dataclass(frozen=True)
class EntryPage:
    """All that stands on an entry's page, in the page's order."""

    entry: Entry
    broker: Broker
    category: Category
    seen: Payload
    outcome: Term
    retries: tuple[tuple[str, Term], ...]
    wait: str | None
    steps: tuple[Steps, ...]
    snippets: tuple[tuple[int, str], ...]
    wordings: tuple[Wording, ...]
    payloads: tuple[Payload, ...]
    references: tuple[Reference, ...]
    related: tuple[Link, ...]
    statuses: tuple[int, ...]
    codes: tuple[str, ...]

    @property
    def summary(self) -> str:
        """One sentence for search engines and link previews."""
        return (
            f"{self.broker.name}: {self.entry.title}. What it means, whether it went through, and what to do."
        )


@dataclass(frozen=True, slots=True)
class Row:
    """An entry in a table."""

    link: Link
    id: str
    retry: str
    message: str


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under one heading."""

    title: str
    meaning: str
    rows: tuple[Row, ...]
    id: str = ""


def entry_page(catalog: Catalog, broker: Broker, entry: Entry) -> EntryPage:
    """Shape one entry."""
    outcomes = {term.id: term for term in catalog.outcomes}
    return EntryPage(
        entry=entry,
        broker=broker,
        category=catalog.categories_by_id[entry.category],
        seen=_payload(_payloads(broker, entry)[0]),
        outcome=outcomes[entry.outcome],
        retries=_retries(catalog, entry),
        wait=_wait(entry),
        steps=_steps(entry.remediation),
        snippets=tuple((number, step.code) for number, step in enumerate(entry.remediation, 1) if step.code),
        wordings=tuple(_wording(signature) for signature in entry.signatures),
        payloads=tuple(_payload(example) for example in _payloads(broker, entry)[1:]),
        references=tuple(
            Reference(broker.sources_by_id[one.source].title, broker.sources_by_id[one.source].url, one.place)
            for one in entry.citations
        ),
        related=tuple(_link(broker.entries_by_id[id_]) for id_ in entry.related),
        statuses=_distinct(signature.status for signature in entry.signatures),
        codes=_distinct(signature.code for signature in entry.signatures),
    )


def area_groups(broker: Broker) -> tuple[Group, ...]:
    """The entries of a broker by area."""
    return tuple(
        Group(area.title, area.meaning, _rows(sorted(area.entries, key=_title))) for area in broker.areas
    )


def category_groups(catalog: Catalog, category: Category) -> tuple[Group, ...]:
    """The entries of a category by broker."""
    groups = (
        Group(broker.name, "", _rows(entry for entry in broker.entries if entry.category == category.id))
        for broker in catalog.brokers
    )
    return tuple(group for group in groups if group.rows)


def status_groups(catalog: Catalog) -> tuple[Group, ...]:
    """The entries by HTTP status."""
    statuses = sorted({status for entry in catalog.entries for status in _statuses(entry)})
    return tuple(
        Group(f"HTTP {status}", "", _rows(entry for entry in catalog.entries if status in _statuses(entry)))
        for status in statuses
    )


def code_groups(catalog: Catalog) -> tuple[tuple[str, tuple[Group, ...]], ...]:
    """The entries by the vendors' codes, set by set."""
    return tuple(
        (
            f"{broker.name}: {codes.title}",
            tuple(Group(code, "", _rows(_entries_with_code(broker, code))) for code in codes.codes),
        )
        for broker in catalog.brokers
        for codes in broker.code_sets
    )


def retry_groups(catalog: Catalog) -> tuple[Group, ...]:
    """The entries by what a request that changes something may do."""
    return tuple(
        Group(
            term.title,
            term.meaning,
            _rows(entry for entry in catalog.entries if entry.retry.write == term.id),
            term.id,
        )
        for term in catalog.retries
    )


def _wait(entry: Entry) -> str | None:
    wait = entry.wait
    if wait is None:
        return None
    return wait_sentence(
        halt=entry.retry.write == "halt",
        seconds=wait.seconds,
        field=wait.field,
        header=wait.header,
        until_header=wait.until_header,
        cap=wait.cap,
        echo=wait.echo,
    )


def _payloads(broker: Broker, entry: Entry) -> tuple[Example, ...]:
    """The entry's own payloads, or one made from its first signature."""
    return entry.examples or (as_body(broker, entry, entry.signatures[0]),)


def _payload(example: Example) -> Payload:
    status = "" if example.status is None else f"HTTP {example.status}. "
    language = "json" if example.body[:1] in ("{", "[") else "text"
    return Payload(f"{status}{EVIDENCE_TEXTS[example.evidence]}", example.body or "(no body)", language)


def _retries(catalog: Catalog, entry: Entry) -> tuple[tuple[str, Term], ...]:
    terms = {term.id: term for term in catalog.retries}
    if entry.retry.read == entry.retry.write:
        return (("", terms[entry.retry.write]),)
    return (
        ("A request that only reads", terms[entry.retry.read]),
        ("A request that changes something", terms[entry.retry.write]),
    )


def _steps(remediation: Sequence[Step]) -> tuple[Steps, ...]:
    """The steps grouped by who acts, in the order in which each actor is first named."""
    by_actor: dict[str, list[tuple[int, str]]] = {}
    for number, step in enumerate(remediation, 1):
        by_actor.setdefault(step.who, []).append((number, step.do))
    return tuple(Steps(ACTOR_TITLES[who], tuple(steps)) for who, steps in by_actor.items())


def _wording(signature: Signature) -> Wording:
    parts = [
        *([f"HTTP {signature.status}"] if signature.status is not None else []),
        *([f"code {signature.code}"] if signature.code is not None else []),
        *([f"body field {_field(signature)}"] if signature.field is not None else []),
        *([f"channel {signature.channel}"] if signature.channel is not None else []),
        *([BODY_TEXTS[signature.body]] if signature.body is not None else []),
        *([f"requires the {' and the '.join(signature.requires)}"] if signature.requires else []),
    ]
    return Wording(parse_template(signature.message).shown if signature.message else None, ", ".join(parts))


def _field(signature: Signature) -> str:
    return f"{signature.field} = {signature.is_}" if signature.is_ is not None else f"{signature.field}"


def _rows(entries: Iterable[Entry]) -> tuple[Row, ...]:
    return tuple(_row(entry) for entry in entries)


def _row(entry: Entry) -> Row:
    messages = [
        parse_template(signature.message).shown for signature in entry.signatures if signature.message
    ]
    return Row(_link(entry), entry.full_id, _shown_retry(entry), messages[0] if messages else "")


def _link(entry: Entry) -> Link:
    return Link(entry.title, f"{entry.broker}/{entry.id}.md")


def _shown_retry(entry: Entry) -> str:
    if entry.retry.read == entry.retry.write:
        return _words(entry.retry.write)
    return f"{_words(entry.retry.write)} (a read: {_words(entry.retry.read)})"


def _words(retry: Retry) -> str:
    return retry.replace("_", " ")


def _statuses(entry: Entry) -> frozenset[int]:
    """The statuses of errors with which an entry is known to come."""
    found = [signature.status for signature in entry.signatures] + [
        example.status for example in entry.examples
    ]
    return frozenset(status for status in found if status is not None and status >= FIRST_ERROR_STATUS)


def _entries_with_code(broker: Broker, code: str) -> list[Entry]:
    return [entry for entry in broker.entries if any(one.code == code for one in entry.signatures)]


def _distinct(values: Iterable[T | None]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(value for value in values if value is not None))


def _title(entry: Entry) -> str:
    return entry.title.lower()
