"""Policies on names that must be declared somewhere else."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from generator.model.catalog import Broker, Citation, Entry
from generator.model.specificity import circle
from generator.policies.registry import Subject, Wrong, policy


@policy("category-declared")
def categories_are_declared(subject: Subject) -> Iterator[Wrong]:
    """Categories are a closed list: a program branches on them."""
    known = subject.catalog.categories_by_id
    for entry in subject.catalog.entries:
        if entry.category not in known:
            yield Wrong(
                subject.place(entry, "category"),
                f"There is no category {entry.category}.",
                _mend(entry.category, known, "in catalog/categories.yaml"),
            )


@policy("channel-declared", grounds=True)
def channels_are_declared(subject: Subject) -> Iterator[Wrong]:
    """Channels are those of the broker; a misspelled one would never be seen."""
    for broker in subject.catalog.brokers:
        known = [channel.id for channel in broker.channels]
        used = [
            (channel, subject.place(codes, "channels"))
            for codes in broker.code_sets
            for channel in codes.channels
        ]
        used += [
            (one.channel, subject.place(one, "channel"))
            for one in broker.envelopes
            if one.channel is not None
        ]
        for entry in broker.entries:
            used += [(channel, subject.place(entry, "channels")) for channel in entry.channels]
            used += [
                (one.channel, subject.place(one, "channel"))
                for one in entry.signatures
                if one.channel is not None
            ]
            used += [
                (one.channel, subject.place(one, "source"))
                for one in entry.examples
                if one.channel is not None
            ]
        for channel, place in used:
            if channel not in known:
                yield Wrong(
                    place,
                    f"There is no channel {channel}.",
                    _mend(channel, known, _in_broker(broker, "channels")),
                )


@policy("signature-channel")
def signatures_use_the_channels_of_their_entry(subject: Subject) -> Iterator[Wrong]:
    """An entry that says where it arrives must not be recognized elsewhere."""
    for entry in subject.catalog.entries:
        for signature in entry.signatures:
            if signature.channel is not None and signature.channel not in entry.channels:
                yield Wrong(
                    subject.place(signature, "channel"),
                    f"The entry's channels lack {signature.channel}.",
                    "Add it to channels, or mend the signature.",
                )


@policy("source-declared")
def sources_are_declared(subject: Subject) -> Iterator[Wrong]:
    """What an entry claims must lead to a document or a report that exists."""
    for broker in subject.catalog.brokers:
        for entry in broker.entries:
            for citation in _cited(entry):
                if citation.source not in broker.sources_by_id:
                    yield Wrong(
                        subject.place(citation),
                        f"There is no source {citation.source}.",
                        _mend(citation.source, broker.sources_by_id, _in_broker(broker, "sources")),
                    )


@policy("source-used", severity="warning")
def sources_are_used(subject: Subject) -> Iterator[Wrong]:
    """A source that no entry cites misleads about where the catalog's knowledge is from."""
    for broker in subject.catalog.brokers:
        used = {citation.source for entry in broker.entries for citation in _cited(entry)}
        for source in broker.sources:
            if source.id not in used:
                yield Wrong(
                    subject.place(broker, "sources"), f"No entry cites {source.id}.", "Cite it or remove it."
                )


@policy("entry-declared")
def entries_that_are_named_exist(subject: Subject) -> Iterator[Wrong]:
    """Links between entries must not be broken, nor lead to the entry itself."""
    for broker in subject.catalog.brokers:
        for entry in broker.entries:
            for name, field in _named(entry):
                if name == entry.id:
                    yield Wrong(subject.place(entry, field), "The entry names itself.", "Remove it.")
                elif name not in broker.entries_by_id:
                    yield Wrong(
                        subject.place(entry, field),
                        f"There is no entry {name}.",
                        _mend(name, broker.entries_by_id, f"as an entry in catalog/{broker.id}/"),
                    )


@policy("specificity-circle", grounds=True)
def specificity_leads_nowhere_back(subject: Subject) -> Iterator[Wrong]:
    """Of two entries only one can be the more specific one, or neither has its turn first."""
    for broker in subject.catalog.brokers:
        for id_ in circle(broker.entries):
            yield Wrong(
                subject.place(broker.entries_by_id[id_], "more_specific_than"),
                f"{id_} is more specific than itself, through other entries.",
                "Remove it from one of them.",
            )


@policy("code-listed", grounds=True)
def codes_are_listed(subject: Subject) -> Iterator[Wrong]:
    """A code that looks like one of a set belongs into its enum, or users cannot name it."""
    for broker in subject.catalog.brokers:
        for entry in broker.entries:
            for signature in entry.signatures:
                code = signature.code
                if code is not None and not _is_listed(broker, code):
                    yield Wrong(
                        subject.place(signature, "code"),
                        f"The code {code} is in no code set of {broker.id}.",
                        "Add it to a code set in broker.yaml.",
                    )


@policy("code-covered")
def listed_codes_are_recognized(subject: Subject) -> Iterator[Wrong]:
    """Every code that a vendor lists as an error has an entry that it alone leads to."""
    for broker in subject.catalog.brokers:
        recognized = {
            signature.code
            for entry in broker.entries
            for signature in entry.signatures
            if signature.kind == "code"
        }
        for codes in broker.code_sets:
            for code in codes.codes:
                if code not in recognized:
                    yield Wrong(
                        subject.place(codes, "codes"),
                        f"No entry is recognized by the code {code}.",
                        f'Give an entry the signature {{code: "{code}"}}.',
                    )


@policy("code-set-declared", grounds=True)
def code_sets_are_declared(subject: Subject) -> Iterator[Wrong]:
    """An envelope can only ask for code sets that the broker has."""
    for broker in subject.catalog.brokers:
        known = [codes.enum for codes in broker.code_sets]
        for envelope in broker.envelopes:
            for name in envelope.code_sets:
                if name not in known:
                    yield Wrong(
                        subject.place(envelope, "code_sets"),
                        f"There is no code set {name}.",
                        _mend(name, known, _in_broker(broker, "code_sets")),
                    )


def _cited(entry: Entry) -> Iterator[Citation]:
    """Every citation of an entry, each with its own place."""
    yield from (one.source for one in entry.signatures)
    yield from (one.cited for one in entry.examples if one.cited is not None)
    yield from (one.source for one in entry.dated)
    yield from entry.sources


def _is_listed(broker: Broker, code: str) -> bool:
    return any(code in codes.codes for codes in broker.code_sets)


def _named(entry: Entry) -> Iterator[tuple[str, str]]:
    for name in entry.related:
        yield name, "related"
    for name in entry.more_specific_than:
        yield name, "more_specific_than"
    if entry.deprecated is not None and entry.deprecated.use is not None:
        yield entry.deprecated.use, "deprecated"


def _in_broker(broker: Broker, field: str) -> str:
    return f"under {field}: in catalog/{broker.id}/broker.yaml"


def _mend(name: str, known: Iterable[str], where: str) -> str:
    """The name that was meant, or else where to declare it."""
    close = get_close_matches(name, sorted(known), n=1)
    return f"{f'Write {close[0]}' if close else 'Use a name that is declared'}, or declare it {where}."
