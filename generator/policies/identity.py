"""Policies on names: ids, pages, enum members and classes."""

import re
from collections.abc import Iterator
from keyword import iskeyword

from generator.findings import Place
from generator.model.catalog import Area, CodeSet, code_member
from generator.policies.registry import Subject, Wrong, policy

RESERVED_PAGES = frozenset({"index"})
TAKEN_CLASSES = frozenset(
    {
        "Actor",
        "Advice",
        "BrokerError",
        "Category",
        "Columns",
        "CommonError",
        "EntryInfo",
        "Evidence",
        "Match",
        "MatchedOn",
        "Outcome",
        "Report",
        "Retry",
        "When",
    }
)


@policy("id-unique")
def ids_are_unique(subject: Subject) -> Iterator[Wrong]:
    """An id is an enum member, a page and a telemetry value; two entries with one id would be one of each."""
    for broker in subject.catalog.brokers:
        first: dict[str, str] = {}
        for area in broker.areas:
            for id_, place in _ids(subject, area):
                if id_ in first:
                    yield Wrong(
                        place,
                        f"The id {id_} is taken by an entry in {first[id_]}.",
                        "Choose another id, or merge the two entries.",
                    )
                first.setdefault(id_, area.file)


def _ids(subject: Subject, area: Area) -> Iterator[tuple[str, Place]]:
    """The ids that the entries of an area have or had."""
    for entry in area.entries:
        yield entry.id, subject.place(entry, "id")
        for former in entry.formerly:
            yield former.id, subject.place(former, "id")


@policy("page-name")
def pages_do_not_collide(subject: Subject) -> Iterator[Wrong]:
    """An entry's page must not take the place of a page that every broker has."""
    for entry in subject.catalog.entries:
        if entry.id in RESERVED_PAGES:
            yield Wrong(
                subject.place(entry, "id"),
                f"The page {entry.docs_path} is another page's.",
                "Choose another id.",
            )


@policy("enum-member")
def members_can_be_written(subject: Subject) -> Iterator[Wrong]:
    """Vendor codes become members: they must be names, none that every text has, and no two the same."""
    for broker in subject.catalog.brokers:
        for codes in broker.code_sets:
            taken: dict[str, str] = {}
            for field, listed in (("codes", codes.codes), ("success", codes.success)):
                for code in listed:
                    name = code_member(code)
                    if not _is_member_name(name) or taken.setdefault(name, code) != code:
                        yield Wrong(
                            subject.place(codes, field),
                            f"The code {code!r} cannot be a member of {codes.enum}.",
                            "Leave it out of the code set and describe it in an entry.",
                        )


@policy("code-pattern", grounds=True)
def codes_look_like_their_pattern(subject: Subject) -> Iterator[Wrong]:
    """The pattern tells a vendor's codes from other values; a code that it misses is never recognized."""
    for broker in subject.catalog.brokers:
        for codes in broker.code_sets:
            yield from _against_pattern(subject, codes)


def _against_pattern(subject: Subject, codes: CodeSet) -> Iterator[Wrong]:
    try:
        pattern = re.compile(codes.pattern, re.ASCII)
    except re.error as error:
        yield Wrong(
            subject.place(codes, "pattern"),
            f"{codes.pattern!r} is no regular expression: {error}.",
            "Write what every code of the set looks like.",
        )
        return
    if pattern.groups > 1:
        yield Wrong(
            subject.place(codes, "pattern"),
            f"{codes.pattern!r} has {pattern.groups} groups.",
            "Put only the digits that are the HTTP status into a group.",
        )
    for field, listed in (("codes", codes.codes), ("success", codes.success)):
        for code in listed:
            if pattern.fullmatch(code) is None:
                yield Wrong(
                    subject.place(codes, field),
                    f"The code {code!r} does not look like {codes.pattern!r}.",
                    "Correct the code, or widen the pattern.",
                )


def _is_member_name(name: str) -> bool:
    return name.isidentifier() and not iskeyword(name) and not hasattr(str, name) and not name.startswith("_")


@policy("enum-name", grounds=True)
def classes_do_not_collide(subject: Subject) -> Iterator[Wrong]:
    """The enums of all brokers are exported side by side."""
    seen = set(TAKEN_CLASSES)
    for broker in subject.catalog.brokers:
        named = [
            (broker.enum, subject.place(broker, "enum")),
            *((codes.enum, subject.place(codes, "enum")) for codes in broker.code_sets),
        ]
        for name, place in named:
            if name in seen or iskeyword(name):
                yield Wrong(place, f"The enum name {name} is taken.", "Choose another name.")
            seen.add(name)
