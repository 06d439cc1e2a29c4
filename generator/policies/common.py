"""Policies on the names that hold across brokers."""

from collections.abc import Iterator
from difflib import get_close_matches

from generator.policies.registry import Subject, Wrong, policy


@policy("common-declared")
def common_names_are_declared(subject: Subject) -> Iterator[Wrong]:
    """Programs branch on a closed list; a misspelled name would be a branch of its own."""
    known = subject.catalog.common_by_id
    for entry in subject.catalog.entries:
        if entry.common is not None and entry.common not in known:
            close = get_close_matches(entry.common, known, n=1)
            mend = f"Write {close[0]}." if close else "Declare it in common.yaml, or use one of those there."
            yield Wrong(subject.place(entry, "common"), f"There is no common error {entry.common}.", mend)


@policy("common-category")
def common_names_and_categories_are_in_step(subject: Subject) -> Iterator[Wrong]:
    """Whoever branches on the name relies on what the category promises about effect and retry."""
    known = subject.catalog.common_by_id
    categories = subject.catalog.categories_by_id
    for entry in subject.catalog.entries:
        common = known.get(entry.common or "")
        if common is not None and entry.category in categories.keys() - common.categories:
            yield Wrong(
                subject.place(entry, "common"),
                f"{common.id} is for {', '.join(common.categories)}, and the entry is {entry.category}.",
                "Use another common error, or add the category to it if programs handle both alike.",
            )


@policy("common-unique")
def common_errors_are_unique(subject: Subject) -> Iterator[Wrong]:
    """A common error is an enum member and a page, and its categories have to exist."""
    seen: set[str] = set()
    for common in subject.catalog.common:
        if common.id in seen:
            yield Wrong(subject.place(common, "id"), f"{common.id} stands twice.", "Keep one of them.")
        seen.add(common.id)
        for category in common.categories:
            if category not in subject.catalog.categories_by_id:
                yield Wrong(
                    subject.place(common, "categories"),
                    f"There is no category {category}.",
                    "Use one of categories.yaml.",
                )
