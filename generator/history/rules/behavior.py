"""What programs do because of an entry: whether they resend, how long they wait, what they believe."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from generator.history.changes import At
from generator.history.comparison import Comparison
from generator.history.facts import OPERATIONS, Data, retries, short
from generator.history.rules.registry import MINOR, Seen, rule
from generator.model.caution import is_stricter, repeats


@rule("retry-laxer", MINOR, needs_reason=True)
def retry_is_laxer(compared: Comparison) -> Iterator[Seen]:
    """Programs may do what they did not before: resend, resend sooner, or leave out a look-up.

    An order that is resent too soon is placed twice, so say why it is safe. Counted for an entry's own retry,
    and where payloads of one entry are answered by another one that lets them be resent.
    """
    for change in _retries(compared):
        if not is_stricter(change.after, change.before):
            yield _retry_seen(compared, change)
    yield from _begun_resends(compared)


@rule("retry-stricter", MINOR)
def retry_is_stricter(compared: Comparison) -> Iterator[Seen]:
    """Programs resend later, only after a look-up, or not at all."""
    for change in _retries(compared):
        if is_stricter(change.after, change.before):
            yield _retry_seen(compared, change)


@rule("wait-shorter", MINOR, needs_reason=True)
def waits_are_shorter(compared: Comparison) -> Iterator[Seen]:
    """A wait or its cap is shorter, or is read from somewhere else. Resending too soon prolongs lock-outs."""
    for id_, before, after, longer in _waits(compared):
        if not longer:
            yield _wait_seen(compared, id_, before, after)


@rule("wait-longer", MINOR)
def waits_are_longer(compared: Comparison) -> Iterator[Seen]:
    """A wait or its cap is longer."""
    for id_, before, after, longer in _waits(compared):
        if longer:
            yield _wait_seen(compared, id_, before, after)


@rule("outcome-changed", MINOR, needs_reason=True)
def outcomes_changed(compared: Comparison) -> Iterator[Seen]:
    """What programs believe about the request's effect is something else.

    They may resend an order that is live, or give up one that is not. One line in categories.yaml can do this
    to many entries; they stand together then.
    """
    groups: dict[tuple[str, At, str, str], list[str]] = {}
    for id_, (before, after) in compared.kept.items():
        if before["outcome"] != after["outcome"]:
            subject, at = _cause(compared, id_, after)
            groups.setdefault((subject, at, before["outcome"], after["outcome"]), []).append(id_)
    for (subject, at, old, new), ids in groups.items():
        of = "" if ids == [subject] else f" for {_listed(ids)}"
        yield Seen(subject, f"outcome: {old} → {new}{of}", at, {"before": old, "after": new, "entries": ids})


@rule("category-changed", MINOR, needs_reason=True)
def categories_changed(compared: Comparison) -> Iterator[Seen]:
    """`error.category` is another one, and programs that branch on it take another branch."""
    for id_, (before, after) in compared.kept.items():
        old, new = before["category"], after["category"]
        if old != new:
            at = compared.at(id_, "category")
            yield Seen(id_, f"category: {old} → {new}", at, {"before": old, "after": new})


class _Retry(NamedTuple):
    """A retry that is another one now, of one operation or of both."""

    entry: str
    before: str
    after: str
    operations: list[str]


def _retries(compared: Comparison) -> Iterator[_Retry]:
    for id_, (before, after) in compared.kept.items():
        changed: dict[tuple[str, str], list[str]] = {}
        for operation in OPERATIONS:
            old, new = retries(before)[operation], retries(after)[operation]
            if old != new:
                changed.setdefault((old, new), []).append(operation)
        for (old, new), operations in changed.items():
            yield _Retry(id_, old, new, operations)


def _retry_seen(compared: Comparison, change: _Retry) -> Seen:
    of = "" if len(change.operations) == len(OPERATIONS) else f" of a {change.operations[0]}"
    facts = {"operations": change.operations, "before": change.before, "after": change.after}
    says = f"retry{of}: {change.before} → {change.after}"
    return Seen(change.entry, says, compared.at(change.entry, "retry"), facts)


def _begun_resends(compared: Comparison) -> Iterator[Seen]:
    """Entries whose answer lets a payload be resent that another entry's did not."""
    groups: dict[tuple[str, str, str, str, str], int] = {}
    for pair in compared.differing:
        before, after = pair.before, pair.after
        if before.error not in compared.base.facts.entries or compared.now(before.error) == after.error:
            continue
        for operation in OPERATIONS:
            old, new = before.retry.get(operation, ""), after.retry.get(operation, "")
            if repeats(new) and not repeats(old):
                key = (after.error, operation, before.error, old, new)
                groups[key] = groups.get(key, 0) + 1
    for (id_, operation, former, old, new), count in sorted(groups.items()):
        says = f"retry of a {operation}: {old} ({short(former)}) → {new}"
        facts = {"operation": operation, "from": former, "before": old, "after": new}
        yield Seen(id_, says, compared.at(id_, "retry"), facts, count)


def _waits(compared: Comparison) -> Iterator[tuple[str, Data, Data, bool]]:
    """Each entry whose wait differs, both waits, and whether it can only be longer."""
    for id_, (before, after) in compared.kept.items():
        old, new = before.get("wait", {}), after.get("wait", {})
        if old and new and old != new:
            longer = _elsewhere(old) == _elsewhere(new) and all(
                _seconds(old, name) <= _seconds(new, name) for name in ("seconds", "cap")
            )
            yield id_, old, new, longer


def _elsewhere(wait: Data) -> Data:
    return {name: value for name, value in wait.items() if name not in ("seconds", "cap")}


def _seconds(wait: Data, name: str) -> float:
    """No cap is the longest one; no seconds are none."""
    return float(wait.get(name, "inf" if name == "cap" else 0))


def _wait_seen(compared: Comparison, id_: str, before: Data, after: Data) -> Seen:
    names = sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
    says = ", ".join(f"{name} {_shown(before, name)} → {_shown(after, name)}" for name in names)
    facts: Mapping[str, Any] = {"before": before, "after": after}
    return Seen(id_, f"wait: {says}", compared.at(id_, "wait"), facts)


def _shown(wait: Data, name: str) -> str:
    return str(wait[name]) if name in wait else "none"


def _cause(compared: Comparison, id_: str, entry: Data) -> tuple[str, At]:
    """What made an entry's outcome another one: its own line, or that of its category."""
    category = entry["category"]
    before = compared.base.facts.categories.get(category, {}).get("outcomes")
    after = compared.head.facts.categories[category].get("outcomes")
    own = compared.head.places.entry_has(id_, entry.get("area", ""), "outcome")
    if before != after and not own:
        return category, compared.head.places.category(category, "outcomes")
    return id_, compared.at(id_, "outcome")


def _listed(ids: list[str], shown: int = 3) -> str:
    more = len(ids) - shown
    return ", ".join(ids[:shown]) + (f" and {more} more" if more > 0 else "")
