"""Policies on signatures: templates are valid, specific enough, and tell entries apart."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.findings import Place
from generator.messages.disjoint import overlapping
from generator.messages.template import MessageTemplate, TemplateError, parse_template
from generator.model.catalog import Entry, Signature
from generator.model.specificity import more_specific
from generator.policies.registry import Subject, Wrong, policy

FALLBACK_STATUSES = (400, 401, 403, 404, 429, 500, 502, 503, 504)
"""What every broker's servers, or those in front of them, may answer."""
SPECIFIC_WORDS = 3
_SHOWN = 3
"""Overlaps of one template that are named one by one."""


@policy("template-valid", grounds=True)
def templates_are_valid(subject: Subject) -> Iterator[Wrong]:
    """A template is parsed, normal, and linear to match whatever the text."""
    for entry in subject.catalog.entries:
        for signature in entry.signatures:
            if signature.message is not None:
                try:
                    parse_template(signature.message)
                except TemplateError as error:
                    yield Wrong(subject.place(signature, "message"), str(error), error.mend)


@policy("requires-given")
def requirements_are_given(subject: Subject) -> Iterator[Wrong]:
    """What is required must be said."""
    for entry in subject.catalog.entries:
        for signature in entry.signatures:
            given = {"channel": signature.channel, "status": signature.status, "code": signature.code}
            for name in signature.requires:
                if name != "broker" and given[name] is None:
                    yield Wrong(
                        subject.place(signature, "requires"),
                        f"The signature requires {name} and gives none.",
                        f"Add {name}.",
                    )


@policy("message-general")
def general_messages_need_context(subject: Subject) -> Iterator[Wrong]:
    """One or two words ("forbidden", "not found") are said by everybody: alone they tell nothing."""
    for entry in subject.catalog.entries:
        for signature in entry.signatures:
            if signature.message is None or signature.requires:
                continue
            template = _template(signature)
            if template is not None and template.literal_words < SPECIFIC_WORDS:
                yield Wrong(
                    subject.place(signature, "message"),
                    f"The message has fewer than {SPECIFIC_WORDS} words of its own.",
                    "Add requires: [status], [code], [channel] or [broker].",
                )


@policy("fallback-statuses")
def brokers_have_fallbacks(subject: Subject) -> Iterator[Wrong]:
    """An answer that no entry names is still known by its status."""
    for broker in subject.catalog.brokers:
        known = {
            signature.status
            for entry in broker.entries
            for signature in entry.signatures
            if signature.kind == "status" and not signature.required and not signature.body
        }
        for status in FALLBACK_STATUSES:
            if status not in known:
                yield Wrong(
                    subject.place(broker),
                    f"No entry of {broker.id} stands for the status {status}.",
                    f"Add an entry with fallback: true and the signature {{status: {status}}}.",
                )


@policy("fallback-specific")
def specific_entries_are_not_found_by_status_alone(subject: Subject) -> Iterator[Wrong]:
    """An entry that is found by a status alone is a fallback, or all that the status can mean."""
    for entry in subject.catalog.entries:
        bare = (one for one in entry.signatures if one.kind == "status" and one.body is None)
        statuses = {signature.status for signature in bare}
        if statuses and not entry.fallback and not statuses <= {423, 429}:
            yield Wrong(
                subject.place(entry, "signatures"),
                "The entry is found by a status alone and is not a fallback.",
                "Add fallback: true, or remove that signature.",
            )


@policy("signature-unique")
def signatures_lead_to_one_entry(subject: Subject) -> Iterator[Wrong]:
    """The same code, status or field, with the same requirements, cannot mean two entries."""
    for broker in subject.catalog.brokers:
        seen: dict[object, Entry] = {}
        for entry in broker.entries:
            for signature in entry.signatures:
                if signature.kind == "message":
                    continue
                looked_up = getattr(signature, signature.kind) or signature.statuses
                key = (
                    signature.kind,
                    looked_up,
                    signature.is_,
                    signature.with_,
                    signature.body,
                    *sorted(signature.required.items()),
                )
                other = seen.setdefault(key, entry)
                if other is not entry:
                    yield Wrong(
                        subject.place(signature),
                        f"{other.id} has the same signature.",
                        "Remove it from one of the two, or add what tells them apart.",
                        frozenset({entry.full_id, other.full_id}),
                    )


@policy("templates-disjoint", needs_plan=True)
def templates_are_disjoint(subject: Subject) -> Iterator[Wrong]:
    """One text means one entry: proved for all texts, not sampled."""
    for broker in subject.catalog.brokers:
        above = more_specific(broker.entries)
        signatures = [
            (entry, signature)
            for entry in broker.entries
            for signature in entry.signatures
            if signature.message is not None
        ]
        templates = [parse_template(signature.message or "") for _, signature in signatures]
        found: dict[int, list[Wrong]] = {}
        for left, right in overlapping(templates):
            if _may_be_confused(*signatures[left], *signatures[right], above):
                place = subject.place(signatures[left][1], "message")
                overlap = _overlap(place, signatures[left][0], *signatures[right])
                found.setdefault(left, []).append(overlap)
        for overlaps in found.values():
            yield from _first(overlaps)


def _first(overlaps: list[Wrong]) -> Iterator[Wrong]:
    """The first few overlaps of one template; the others are counted."""
    yield from overlaps[:_SHOWN]
    more = len(overlaps) - _SHOWN
    if more > 0:
        last = overlaps[_SHOWN]
        yield replace(last, message=f"One text can match both this and {more} more templates.")


def _may_be_confused(
    left: Entry, by: Signature, right: Entry, with_: Signature, above: Mapping[str, frozenset[str]]
) -> bool:
    if left.id == right.id or left.fallback != right.fallback or _exclude_each_other(by, with_):
        return False  # a fallback ranks below every entry that is none
    return left.id not in above[right.id] and right.id not in above[left.id]


def _overlap(place: Place, entry: Entry, other: Entry, with_: Signature) -> Wrong:
    return Wrong(
        place,
        f"One text can match both this and {other.id}: {with_.message!r}.",
        "Narrow a slot, require what tells them apart, or write more_specific_than.",
        frozenset({entry.full_id, other.full_id}),
    )


def _exclude_each_other(left: Signature, right: Signature) -> bool:
    return any(right.required.get(name, value) != value for name, value in left.required.items())


def _template(signature: Signature) -> MessageTemplate | None:
    try:
        return parse_template(signature.message or "")
    except TemplateError:
        return None
