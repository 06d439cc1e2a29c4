"""Names that users have written into their programs, dashboards and bookmarks."""

from collections.abc import Iterator

from generator.history.changes import At
from generator.history.comparison import Comparison, Side
from generator.history.facts import short
from generator.history.places import CATEGORIES
from generator.history.rules.registry import MAJOR, MINOR, Seen, rule


@rule("entry-removed", MAJOR)
def entries_removed(compared: Comparison) -> Iterator[Seen]:
    """The enum member, the page and the telemetry value are gone; programs that name the member fail.

    Keep the entry and add `deprecated`, or rename it with `python -m generator rename`.
    """
    for id_ in sorted(compared.removed):
        pairs = [pair for pair in compared.differing if pair.before.error == id_]
        now = sorted({short(pair.after.error) or "nothing" for pair in pairs})
        became = f"; its payloads are answered with {_listed(now)}" if now else ""
        yield Seen(
            id_,
            f"is gone: the enum member, the page and the telemetry value{became}",
            compared.at(id_),
            {},
            len(pairs),
            compared.example(pairs) if pairs else None,
        )


@rule("entry-renamed", MAJOR)
def entries_renamed(compared: Comparison) -> Iterator[Seen]:
    """The entry has another id.

    The old member and the old address still lead to it, but its value is new, so whoever stored or counts the
    old value sees another one.
    """
    for old, new in sorted(compared.head.facts.renamed.items()):
        if old in compared.base.facts.entries and old not in compared.head.facts.entries:
            yield Seen(old, f"is called {new} now", compared.at(new, "formerly"), {"now": new})


@rule("alias-removed", MAJOR)
def aliases_removed(compared: Comparison) -> Iterator[Seen]:
    """A former id no longer leads to its entry: the old member, value and address are gone."""
    here = compared.head.facts
    for old, new in sorted(compared.base.facts.renamed.items()):
        if old not in here.renamed and old not in here.entries and compared.now(new) in here.entries:
            yield Seen(compared.now(new), f"no longer answers to {old}", compared.at(new), {"former": old})


@rule("entry-added", MINOR)
def entries_added(compared: Comparison) -> Iterator[Seen]:
    """A new member of the broker's enum, which is open: programs have a branch for unknown members."""
    known = {compared.now(id_) for id_ in compared.base.facts.entries}
    for id_, entry in sorted(compared.head.facts.entries.items()):
        if id_ not in known:
            yield Seen(id_, f"new entry: {entry['title']}", compared.at(id_))


@rule("entry-deprecated", MINOR)
def entries_deprecated(compared: Comparison) -> Iterator[Seen]:
    """The entry is retired: still there and still recognized, but marked in code and on its page."""
    for id_, (before, after) in compared.kept.items():
        if "deprecated" in after and "deprecated" not in before:
            yield Seen(id_, "is retired", compared.at(id_, "deprecated"), {"deprecated": after["deprecated"]})


@rule("address-moved", MAJOR)
def addresses_moved(compared: Comparison) -> Iterator[Seen]:
    """The page of the entry has another address, and links to the old one break."""
    for id_, (before, after) in compared.kept.items():
        old, new = before.get("docs_path"), after.get("docs_path")
        if old and old != new and before["id"] == after["id"]:
            yield Seen(
                id_, f"the page moves from {old} to {new}", compared.at(id_), {"before": old, "after": new}
            )


@rule("category-removed", MAJOR)
def categories_removed(compared: Comparison) -> Iterator[Seen]:
    """A member of `Category` is gone, and programs that name it fail."""
    for id_ in sorted(compared.base.facts.categories.keys() - compared.head.facts.categories.keys()):
        yield Seen(id_, f"the category {id_} is gone", At(CATEGORIES))


@rule("category-added", MINOR)
def categories_added(compared: Comparison) -> Iterator[Seen]:
    """A new member of `Category`, which is open."""
    for id_ in sorted(compared.head.facts.categories.keys() - compared.base.facts.categories.keys()):
        yield Seen(id_, f"new category {id_}", compared.head.places.category(id_))


@rule("code-removed", MAJOR)
def codes_removed(compared: Comparison) -> Iterator[Seen]:
    """Members of an enum of vendor codes are gone, or spelled in another way."""
    yield from _codes(compared, compared.base, compared.head, "loses")


@rule("code-added", MINOR)
def codes_added(compared: Comparison) -> Iterator[Seen]:
    """New members of an enum of vendor codes, which is open."""
    yield from _codes(compared, compared.head, compared.base, "gains")


@rule("channel-removed", MAJOR)
def channels_removed(compared: Comparison) -> Iterator[Seen]:
    """A name that `channel=` accepts and `report.channel` has is gone."""
    for id_ in sorted(compared.base.facts.channels - compared.head.facts.channels):
        yield Seen(
            id_, f"the channel {id_} is gone", compared.head.places.broker(id_.partition(".")[0], "channels")
        )


@rule("channel-added", MINOR)
def channels_added(compared: Comparison) -> Iterator[Seen]:
    """A new value of `report.channel`."""
    for id_ in sorted(compared.head.facts.channels - compared.base.facts.channels):
        yield Seen(id_, f"new channel {id_}", compared.head.places.broker(id_.partition(".")[0], "channels"))


def _codes(compared: Comparison, having: Side, lacking: Side, verb: str) -> Iterator[Seen]:
    for enum, codes in sorted(having.facts.codes.items()):
        missing = sorted(codes - lacking.facts.codes.get(enum, frozenset()))
        if missing:
            place = compared.head.places.code_set(having.facts.code_owners[enum], enum)
            yield Seen(enum, f"{verb} {_listed(missing)}", place, {"codes": missing})


def _listed(names: list[str], shown: int = 5) -> str:
    more = len(names) - shown
    return ", ".join(names[:shown]) + (f" and {more} more" if more > 0 else "")
