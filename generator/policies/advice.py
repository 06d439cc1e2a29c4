"""Policies on advice: what is done next must not cost money, however the entry is read."""

import re
from collections.abc import Iterator

from generator.model.catalog import Entry, Signature
from generator.model.caution import claims_more, is_laxer
from generator.policies.registry import Subject, Wrong, policy
from generator.targets.python.runtime._words import Outcome, Retry, When

LONGEST_STATED = 86_400
"""Seconds of the longest wait that a broker can mean: a daily limit, met right after it began."""
LONGEST_FIRST_STEP = 160
"""Characters of a first step: a line of a log, a row of a table, a glance at a screen."""
LOOK_UPS = ("check", "compare", "fetch", "find", "list", "look", "read")
"""Verbs for finding out what is, without changing it. To verify or to make sure says no way of doing so."""

_THE_ANSWER = r"(?:the )?(?:whole )?(?:answer|body|code|message|reason|text)\b"
_LOOKS_UP = re.compile(rf"\b(?:{'|'.join(LOOK_UPS)})\b(?! {_THE_ANSWER})", re.IGNORECASE)
"""A look-up of something else than the answer that one has."""
_OPERATION = re.compile(
    r"(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) /\S*|WS [A-Za-z0-9_{}]+(?:/[A-Za-z0-9_{}]+)*"
)
_CHANGES_WHAT_STANDS = ("PATCH ", "DELETE ")
_ORDER = (When.NOW, When.LATER, When.BEFORE)


@policy("reconcile-outcome")
def what_is_looked_up_is_not_known(subject: Subject) -> Iterator[Wrong]:
    """A program that reads not_applied takes a new key and sends again; the look-up is then never made."""
    for entry in subject.catalog.entries:
        if entry.retry is Retry.RECONCILE and entry.outcome is Outcome.NOT_APPLIED:
            yield Wrong(
                subject.place(entry, "retry"),
                "The retry is reconcile and the outcome not_applied: one of the two is wrong.",
                "Write outcome: unknown, or a retry for what surely had no effect.",
            )


@policy("earlier-attempt-told")
def an_earlier_attempt_is_spoken_of(subject: Subject) -> Iterator[Wrong]:
    """Clients repeat requests unseen and show the last answer: it may follow an attempt that arrived."""
    for entry in subject.catalog.entries:
        if entry.retry is Retry.RECONCILE and entry.earlier_attempt is None:
            yield Wrong(
                subject.place(entry, "retry"),
                "The retry is reconcile, and nothing says what an earlier attempt may have done.",
                "Add earlier_attempt.",
            )


@policy("on-the-way-told")
def effects_on_the_way_are_spoken_of(subject: Subject) -> Iterator[Wrong]:
    """A refusal does not mean that all is as before: a stop may be gone already, and an old order stands."""
    for broker in subject.catalog.brokers:
        several = {one for group in broker.operations if group.several_effects for one in group.operations}
        for entry in broker.entries:
            named = [
                one for one in entry.operations if one in several or one.startswith(_CHANGES_WHAT_STANDS)
            ]
            if named and entry.on_the_way is None:
                yield Wrong(
                    subject.place(entry, "operations"),
                    f"{named[0]} has several effects, or changes what stands, and nothing says what holds"
                    " after the refusal.",
                    "Add on_the_way: what stands unchanged, or what may be done already.",
                )


@policy("step-order")
def steps_stand_in_the_order_of_their_time(subject: Subject) -> Iterator[Wrong]:
    """The first step is what to do now; prevention comes last, or it is read in an emergency."""
    for entry in subject.catalog.entries:
        due = [_ORDER.index(step.when) for step in entry.remediation]
        if due[:1] != [0]:
            yield Wrong(
                subject.place(entry.remediation[0]),
                "The first step is not one for now.",
                "Begin with what to do about this refusal.",
            )
        for step, before, after in zip(entry.remediation[1:], due, due[1:], strict=False):
            if after < before:
                yield Wrong(
                    subject.place(step, "when"),
                    f"A step for {step.when} stands behind one for {_ORDER[before]}.",
                    f"Order the steps: {', '.join(_ORDER)}.",
                )


@policy("first-step-short")
def first_steps_are_short(subject: Subject) -> Iterator[Wrong]:
    """The first step stands alone in logs, alarms and tables."""
    for entry in subject.catalog.entries:
        step = entry.remediation[0]
        if len(step.do) > LONGEST_FIRST_STEP:
            yield Wrong(
                subject.place(step, "do"),
                f"The first step has {len(step.do)} characters, more than {LONGEST_FIRST_STEP}.",
                "Keep what is done first, and move the rest into the next step.",
            )


@policy("first-step-looks-up")
def unknown_effects_are_looked_up_first(subject: Subject) -> Iterator[Wrong]:
    """Where the effect is open, whatever is done before a look-up is a guess."""
    for entry in subject.catalog.entries:
        if entry.category not in subject.catalog.categories_by_id:
            continue  # its outcome is not known
        step = entry.remediation[0]
        is_open = entry.outcome is Outcome.UNKNOWN or entry.retry is Retry.RECONCILE
        if is_open and _LOOKS_UP.search(step.do) is None:
            yield Wrong(
                subject.place(step, "do"),
                "Whether the request took effect is open, and the first step looks nothing up.",
                f"Say what to look up, with one of the verbs {', '.join(LOOK_UPS)}.",
            )


@policy("key-named")
def keys_of_repeated_requests_are_named(subject: Subject) -> Iterator[Wrong]:
    """A request that may have arrived is safe to send again under its key alone; a step has to say so."""
    for broker in subject.catalog.brokers:
        keys = {one: group.idempotency_key for group in broker.operations for one in group.operations}
        for entry in broker.entries:
            if entry.retry is not Retry.RECONCILE:
                continue
            wanted = {key for name in entry.operations if (key := keys.get(name)) is not None}
            for key in sorted(wanted):
                if not any(key in step.do for step in entry.remediation):
                    yield Wrong(
                        subject.place(entry, "remediation"),
                        f"No step names {key}, by which the broker knows a repeated request.",
                        f"Say that it is sent again under the same {key} only, and what to do without one.",
                    )


@policy("fallback-lax")
def fallbacks_are_as_careful_as_what_they_stand_for(subject: Subject) -> Iterator[Wrong]:
    """A fallback knows less than the entries under its status or code, so it must not dare or claim more.

    Only writes are compared: a read changes nothing, whatever is advised about it.
    """
    for broker in subject.catalog.brokers:
        for fallback in (entry for entry in broker.entries if entry.fallback):
            for entry in broker.entries:
                if entry.fallback or entry.deprecated is not None or not _stands_for(fallback, entry):
                    continue
                if is_laxer(fallback.retry, entry.retry):
                    yield Wrong(
                        subject.place(fallback, "retry"),
                        f"{fallback.retry} is laxer than {entry.retry} of {entry.id}, which it stands for.",
                        f"Write {entry.retry} for writes.",
                    )
                if claims_more(fallback.outcome, entry.outcome):
                    yield Wrong(
                        subject.place(fallback, "outcome"),
                        f"{fallback.outcome} does not hold for {entry.id}, which is {entry.outcome}.",
                        "Write outcome: unknown.",
                    )


@policy("wait-cap")
def stated_waits_are_not_shortened(subject: Subject) -> Iterator[Wrong]:
    """A request that comes before the stated wait is over makes the lock-out longer."""
    for entry in subject.catalog.entries:
        if entry.wait is not None and entry.wait.cap is not None and entry.wait.cap < LONGEST_STATED:
            yield Wrong(
                subject.place(entry, "wait"),
                f"The cap of {entry.wait.cap} s shortens waits that a broker can mean.",
                f"Leave the cap out, or at least {LONGEST_STATED}: it is for implausible values.",
            )


@policy("operation-form")
def operations_are_written_in_one_form(subject: Subject) -> Iterator[Wrong]:
    """A program finds the advice for its request by the operation; one written otherwise is never found."""
    for broker in subject.catalog.brokers:
        named: list[tuple[object, str, tuple[str, ...]]] = [
            (broker, "reads", broker.reads),
            (broker, "writes", broker.writes),
            *((group, "operations", group.operations) for group in broker.operations),
            *((entry, "operations", entry.operations) for entry in broker.entries),
        ]
        for part, field, operations in named:
            for operation in operations:
                if _OPERATION.fullmatch(operation) is None:
                    yield Wrong(
                        subject.place(part, field),
                        f"{operation} is no operation and no group of {broker.id}.",
                        "Write METHOD /path, WS route, or the id of a group in broker.yaml.",
                    )


def _stands_for(fallback: Entry, entry: Entry) -> bool:
    """Whether an answer like the entry's, in other words, would be the fallback's."""
    return any(
        _shares(theirs, ours) and _may_meet(fallback, ours, entry, theirs)
        for ours in fallback.signatures
        for theirs in entry.signatures
    )


def _shares(specific: Signature, general: Signature) -> bool:
    if general.kind == "code":
        return specific.code == general.code
    return general.kind == "status" and general.status is not None and specific.status == general.status


def _may_meet(fallback: Entry, ours: Signature, entry: Entry, theirs: Signature) -> bool:
    channels = fallback.channels if ours.channel is None else (ours.channel,)
    return not set(channels).isdisjoint(entry.channels if theirs.channel is None else (theirs.channel,))
