"""Policies on what was released: ids that are kept, and the versions that brought them."""

from collections.abc import Iterator, Mapping

from generator.load.yaml import Document
from generator.policies.registry import Subject, Wrong, policy

NEXT = "next"
"""The version of what is not released yet; ``release`` fills it in."""


@policy("id-kept")
def released_ids_are_kept(subject: Subject) -> Iterator[Wrong]:
    """Programs, dashboards and links hold released ids. An entry may be retired or renamed, never removed."""
    document = subject.files.released
    if document is None:
        return
    kept = {entry.full_id for entry in subject.catalog.entries}
    kept |= {
        f"{broker.id}.{former.id}"
        for broker in subject.catalog.brokers
        for entry in broker.entries
        for former in entry.formerly
    }
    for id_, version in _versions(document).items():
        if id_ not in kept:
            yield Wrong(
                document.place(id_),
                f"{id_} is released (since {version}), and no entry has or had this id.",
                "Bring the entry back and retire it with deprecated, or rename: python -m generator rename.",
            )


@policy("since-released")
def since_names_a_release(subject: Subject) -> Iterator[Wrong]:
    """Users look up from which version they can name an entry; a version that never was helps nobody."""
    listed = {} if subject.files.released is None else _versions(subject.files.released)
    for entry in subject.catalog.entries:
        if entry.since != NEXT and not _is_known(entry.since, set(listed.values()), subject.files.version):
            yield Wrong(
                subject.place(entry, "since"),
                f"There is no release {entry.since}.",
                f"Write since: {listed.get(entry.full_id, NEXT)}",
            )


def _is_known(version: str, released: set[str], present: str | None) -> bool:
    """Whether a version was released; before the first list of releases, whether it is no later one."""
    if released:
        return version in released
    return present is None or _numbers(version) <= _numbers(present)


def _numbers(version: str) -> list[int]:
    return [int(number) for number in version.split(".") if number.isdecimal()]


def _versions(document: Document) -> Mapping[str, str]:
    """The version that brought each released id; the shape was approved."""
    data = document.data
    return {id_: str(version) for id_, version in data.items()} if isinstance(data, dict) else {}
