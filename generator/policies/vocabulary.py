"""Policies on outcomes, retries and waits: what a category allows, and what a retry needs."""

from collections.abc import Iterator

from generator.policies.registry import Subject, Wrong, policy
from generator.targets.python.runtime._words import Outcome, Retry

_RESEND_UNSEEN = (Retry.BACKOFF, Retry.WAIT)
"""Retries with which a program sends the same request again without looking first."""


@policy("vocabulary-complete")
def every_outcome_and_retry_is_explained(subject: Subject) -> Iterator[Wrong]:
    """The lists are fixed by the contract with users; the file only says what each word means."""
    for terms, wanted in (
        (subject.catalog.outcomes, tuple(Outcome)),
        (subject.catalog.retries, tuple(Retry)),
    ):
        found = [term.id for term in terms]
        for term in terms:
            if term.id not in wanted or found.count(term.id) > 1:
                yield Wrong(
                    subject.place(term, "id"),
                    f"{term.id} is unknown or stands twice.",
                    f"List exactly {', '.join(wanted)}.",
                )


@policy("category-unique")
def categories_are_unique(subject: Subject) -> Iterator[Wrong]:
    """A category is an enum member and a page."""
    seen: set[str] = set()
    for category in subject.catalog.categories:
        if category.id in seen:
            yield Wrong(
                subject.place(category, "id"),
                f"The category {category.id} stands twice.",
                "Keep one of them.",
            )
        seen.add(category.id)


@policy("outcome-allowed")
def outcomes_keep_to_the_category(subject: Subject) -> Iterator[Wrong]:
    """Users rely on what a category promises about a request's effect."""
    for entry in subject.catalog.entries:
        category = subject.catalog.categories_by_id.get(entry.category)
        if category is not None and entry.outcome not in category.outcomes:
            yield Wrong(
                subject.place(entry, "outcome"),
                f"The category {category.id} does not allow the outcome {entry.outcome}.",
                f"Use one of {', '.join(category.outcomes)}, or another category.",
            )


@policy("retry-allowed")
def retries_keep_to_the_category(subject: Subject) -> Iterator[Wrong]:
    """Users rely on what a category promises about sending again."""
    for entry in subject.catalog.entries:
        category = subject.catalog.categories_by_id.get(entry.category)
        if category is None:
            continue
        for retry in sorted({entry.retry_read, entry.retry}):
            if retry not in category.retries:
                yield Wrong(
                    subject.place(entry, "retry"),
                    f"The category {category.id} does not allow the retry {retry}.",
                    f"Use one of {', '.join(category.retries)}, or another category.",
                )


@policy("retry-blind-write")
def unknown_outcomes_are_not_sent_again_unseen(subject: Subject) -> Iterator[Wrong]:
    """A program that resends an order of which the fate is unknown buys twice."""
    for entry in subject.catalog.entries:
        if entry.outcome is not Outcome.NOT_APPLIED and entry.retry in _RESEND_UNSEEN:
            yield Wrong(
                subject.place(entry, "retry"),
                f"With the outcome {entry.outcome} a write must not be sent again unseen.",
                "Write {read: ..., write: reconcile}.",
            )


@policy("wait-present")
def waits_stand_where_they_are_needed(subject: Subject) -> Iterator[Wrong]:
    """Wait and halt say nothing without a time, and a time says nothing without them."""
    for entry in subject.catalog.entries:
        needed = not {Retry.WAIT, Retry.HALT}.isdisjoint((entry.retry_read, entry.retry))
        if needed and entry.wait is None:
            yield Wrong(
                subject.place(entry, "retry"), "This retry needs a wait block.", "Add wait: {seconds: ...}."
            )
        elif entry.wait is not None and not needed:
            yield Wrong(
                subject.place(entry, "wait"),
                "Only the retries wait and halt have a wait block.",
                "Remove it.",
            )


@policy("wait-default")
def waits_have_a_default(subject: Subject) -> Iterator[Wrong]:
    """A wait that an answer may leave out has a default."""
    for entry in subject.catalog.entries:
        wait = entry.wait
        if wait is None:
            continue
        if wait.seconds is None:
            yield Wrong(
                subject.place(entry, "wait"),
                "The wait has no seconds.",
                "Add seconds, for answers that state nothing.",
            )
