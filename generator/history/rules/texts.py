"""What people read, and the rest of what an entry states."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.history.comparison import Comparison
from generator.history.facts import Data
from generator.history.rules.registry import MINOR, PATCH, Seen, rule
from generator.targets.python.runtime._page import PARAGRAPHS

_TEXTS = ("title", "meaning", "causes", "remediation", "note", *PARAGRAPHS.values(), "dated")
_RULED = frozenset(
    {"id", "retry", "outcome", "wait", "category", "deprecated", "formerly", "docs_path", "signatures"}
)
"""What other rules look at."""


@rule("wording-added", MINOR)
def wordings_added(compared: Comparison) -> Iterator[Seen]:
    """The entry is recognized in a further way. One that is taken away shows in the answers."""
    for id_, (before, after) in compared.kept.items():
        known = {_key(signature) for signature in before["signatures"]}
        added = [_shown(signature) for signature in after["signatures"] if _key(signature) not in known]
        if added:
            at = compared.at(id_, "signatures")
            yield Seen(id_, f"also recognized by {', '.join(added)}", at, {"added": added})


@rule("text-changed", PATCH)
def texts_changed(compared: Comparison) -> Iterator[Seen]:
    """What people read is worded in another way."""
    for id_, (before, after) in compared.kept.items():
        names = [name for name in _TEXTS if _differs(before, after, name)]
        if names:
            at = compared.at(id_, names[0])
            yield Seen(id_, f"wording of {', '.join(names)}", at, {"fields": names})
    for id_, category in sorted(compared.head.facts.categories.items()):
        former = compared.base.facts.categories.get(id_, category)
        names = [name for name in ("title", "meaning") if former.get(name) != category.get(name)]
        if names:
            at = compared.head.places.category(id_, names[0])
            yield Seen(id_, f"wording of the category's {', '.join(names)}", at, {"fields": names})


@rule("details-changed", PATCH)
def details_changed(compared: Comparison) -> Iterator[Seen]:
    """The page and the JSON show other examples, sources, operations or the like; no program acts on them."""
    for id_, (before, after) in compared.kept.items():
        names = _differing(before, after, _RULED.union(_TEXTS))
        if names:
            yield Seen(id_, f"other {', '.join(names)}", compared.at(id_, names[0]), {"fields": names})
    for id_, broker in sorted(compared.head.facts.brokers.items()):
        former = compared.base.facts.brokers.get(id_, broker)
        names = _differing(_described(former, broker), _described(broker, former), frozenset({"entries"}))
        if names:
            at = compared.head.places.broker(id_, names[0])
            yield Seen(id_, f"other {', '.join(names)} of the broker", at, {"fields": names})


def _described(broker: Data, other: Data) -> Data:
    """A broker without the names that one of both lacks, which other rules look at."""
    channels, enums = _ids(other, "channels", "id"), _ids(other, "code_sets", "enum")
    return {
        **broker,
        "channels": [one for one in broker.get("channels", ()) if one["id"] in channels],
        "code_sets": [
            {name: value for name, value in one.items() if name not in ("codes", "success")}
            for one in broker.get("code_sets", ())
            if one["enum"] in enums
        ],
    }


def _ids(broker: Data, name: str, key: str) -> set[str]:
    return {one[key] for one in broker.get(name, ())}


def _differing(before: Data, after: Data, without: frozenset[str]) -> list[str]:
    return sorted(name for name in (before.keys() | after.keys()) - without if _differs(before, after, name))


def _differs(before: Data, after: Data, name: str) -> bool:
    """Whether a field says something else; an empty list says as much as none."""
    return (before.get(name) or None) != (after.get(name) or None)


def _key(signature: Mapping[str, Any]) -> str:
    told = ("channel", "status", "code", "field", "body", "pattern")
    return repr([*(signature.get(name) for name in told), signature.get("is", signature.get("value"))])


def _shown(signature: Mapping[str, Any]) -> str:
    for name in ("message", "field", "code", "status"):
        if name in signature:
            return f"{name} {signature[name]}"
    return "its body"
