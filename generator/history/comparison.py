"""Two sides, question by question and fact by fact: what rules look at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from generator.history.answers import NOTHING, Answer, Answers
from generator.history.changes import At, Example
from generator.history.facts import Data, Facts, short
from generator.history.payloads import Payload
from generator.history.places import Places


@dataclass(frozen=True)
class Side:
    """One revision.

    ``package`` is the folder that holds ``broker_errors``, ``schema`` the schema of catalog.json, None where
    the revision has none yet.
    """

    facts: Facts
    answers: Answers
    places: Places
    package: Path
    schema: Mapping[str, Any] | None = None


class Pair(NamedTuple):
    """A question and what both sides answer; whether its broker was named."""

    payload: Payload
    named: bool
    before: Answer
    after: Answer


@dataclass(frozen=True)
class Comparison:
    """Everything that the two sides state and answer."""

    base: Side
    head: Side
    questions: Sequence[tuple[Payload, bool]]
    origins: Mapping[Payload, str]

    @cached_property
    def differing(self) -> tuple[Pair, ...]:
        """The questions that are answered differently; a renamed entry counts as the same one."""
        asked = zip(self.questions, self.base.answers, self.head.answers, strict=True)
        pairs = (Pair(payload, named, before, after) for (payload, named), before, after in asked)
        return tuple(pair for pair in pairs if self._renamed(pair.before) != pair.after)

    def _renamed(self, answer: Answer) -> Answer:
        return replace(answer, error=self.now(answer.error))

    @cached_property
    def kept(self) -> Mapping[str, tuple[Data, Data]]:
        """The entries that both sides have, before and after, by the id they have now."""
        now = {self.now(id_): entry for id_, entry in self.base.facts.entries.items()}
        return {
            id_: (now[id_], entry) for id_, entry in sorted(self.head.facts.entries.items()) if id_ in now
        }

    @cached_property
    def removed(self) -> frozenset[str]:
        """The full ids of entries that are gone, under any name."""
        return frozenset(
            id_ for id_ in self.base.facts.entries if self.now(id_) not in self.head.facts.entries
        )

    def now(self, id_: str) -> str:
        """The full id that an entry has in the head."""
        return id_ if id_ in self.head.facts.entries else self.head.facts.renamed.get(id_, id_)

    def at(self, id_: str, field: str = "id") -> At:
        """Where an entry's field stands in the head, or where the entry stood before it was removed."""
        entry = self.head.facts.entries.get(self.now(id_))
        if entry is not None:
            place = self.head.places.entry(self.now(id_), entry.get("area", ""), field)
            if place is not None:
                return place
        area = (self.base.facts.entries.get(id_) or entry or {}).get("area", "")
        return self.head.places.left_behind(id_, area, self.base.places)

    def example(self, pairs: Sequence[Pair]) -> Example:
        """The first of these questions, in words."""
        pair = pairs[0]
        payload = (
            pair.payload.text if pair.payload.status is None else f"{pair.payload.status} {pair.payload.text}"
        )
        origin = self.origins[pair.payload] + ("" if pair.named else ", broker not named")
        return Example(payload, origin, in_words(pair.before), in_words(pair.after))


def in_words(answer: Answer) -> str:
    """An answer for people."""
    if answer == NOTHING:
        return "nothing"
    if answer.raised:
        return f"raises {answer.error}"
    params = ", ".join(f"{name}={value}" for name, value in answer.params.items())
    return f"{short(answer.error)}({params})" if params else short(answer.error)
