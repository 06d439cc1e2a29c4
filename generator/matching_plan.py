"""The matching plan of a broker: which rule is tried when. Knows nothing of Python or JavaScript.

A message is first looked up as a whole among the messages without slots. The templates are found by their
first characters: a few to a leaf, told apart by ever longer prefixes and then by their last characters.
Stages keep the order between entries of which one is more specific than another.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.messages.template import MessageTemplate, parse_template
from generator.model.catalog import Broker, Entry, Signature
from generator.model.specificity import ranks

LEAF_SIZE = 6
PREFIX_LENGTHS = (6, 10, 16, 24, 40)
SUFFIX_LENGTH = 6

K = TypeVar("K", str, int)


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to recognise an entry, with what it requires besides what it is looked up by.

    ``own`` says that the rule alone tells the broker: its message is specific and requires nothing.
    """

    entry: str
    own: bool
    slots: tuple[str, ...]
    channel: str | None
    status: int | None
    code: str | None
    body: str | None


@dataclass(frozen=True, slots=True)
class PlannedTemplate:
    """A template and the rules, by index, of the entries that use it."""

    template: MessageTemplate
    rules: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A few templates, the most specific first, tried together."""

    templates: tuple[PlannedTemplate, ...]

    @property
    def longest(self) -> int | None:
        """The length of the longest text that any of them can match; None without a bound."""
        lengths = [planned.template.longest for planned in self.templates]
        bounded = [length for length in lengths if length is not None]
        return max(bounded) if len(bounded) == len(lengths) else None


@dataclass(frozen=True, slots=True)
class Node:
    """Templates told apart by their first ``prefix_length`` characters, by their last ones, and others."""

    prefix_length: int
    prefixes: Mapping[str, "Node"]
    suffixes: Mapping[str, tuple[Leaf, ...]]
    others: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class FieldRule:
    """A rule that is looked up by a field of the body, and by its value where one is given."""

    path: str
    value: str | None
    rule: int


@dataclass(frozen=True)
class Plan:
    """A broker's matching plan. Rules are named by their index.

    The order in which they count: ``fields``, the message (``exact``, then ``stages``), ``codes``,
    ``statuses``, ``last_fields``.
    """

    broker: str
    rules: tuple[Rule, ...]
    exact: Mapping[str, tuple[int, ...]]
    templates: tuple[PlannedTemplate, ...]
    stages: tuple[Node, ...]
    fields: tuple[FieldRule, ...]
    codes: Mapping[str, tuple[int, ...]]
    statuses: Mapping[int, tuple[int, ...]]
    last_fields: tuple[FieldRule, ...]


def make_plan(broker: Broker) -> Plan:
    """Work out the plan of a broker."""
    return _Planner(broker).plan()


class _Planner:
    def __init__(self, broker: Broker) -> None:
        self._broker = broker
        self._ranks = ranks(broker.entries)
        signatures = [(entry, signature) for entry in broker.entries for signature in entry.signatures]
        self._signatures = sorted(signatures, key=lambda pair: self._order(*pair))
        self._rules = tuple(_rule(entry, signature) for entry, signature in self._signatures)

    def plan(self) -> Plan:
        templates = self._templates()
        return Plan(
            broker=self._broker.id,
            rules=self._rules,
            exact=self._exact(),
            templates=templates,
            stages=self._stages(templates),
            fields=self._field_rules(fallback=False),
            codes=_grouped(
                (signature.code, index)
                for index, signature in self._of_kind("code")
                if signature.code is not None
            ),
            statuses=self._statuses(),
            last_fields=self._field_rules(fallback=True),
        )

    def _statuses(self) -> Mapping[int, tuple[int, ...]]:
        """By status; a signature for a class of statuses stands behind those that name one."""
        rules = list(self._of_kind("status"))
        named = [(signature.status, index) for index, signature in rules if signature.status is not None]
        classes = [
            (status, index)
            for index, signature in rules
            if signature.statuses is not None
            for status in range(int(signature.statuses[0]) * 100, int(signature.statuses[0]) * 100 + 100)
        ]
        return _grouped([*named, *classes])

    def _order(self, entry: Entry, signature: Signature) -> tuple[int, int, bool, str]:
        """More specific entries first, then what requires more, then what is no fallback; ids break ties."""
        demands = len(signature.required) + (signature.body is not None) + (signature.is_ is not None)
        return self._ranks[entry.id], -demands, entry.fallback, entry.id

    def _rank(self, index: int) -> int:
        return self._ranks[self._rules[index].entry]

    def _of_kind(self, kind: str) -> Iterable[tuple[int, Signature]]:
        for index, (_, signature) in enumerate(self._signatures):
            if signature.kind == kind:
                yield index, signature

    def _exact(self) -> Mapping[str, tuple[int, ...]]:
        """The messages without slots than which none is more specific, folded and as they are spelled."""
        texts: list[tuple[str, int]] = []
        for index, signature in self._of_kind("message"):
            template = parse_template(signature.message or "")
            if not template.slots and self._rank(index) == 0:
                texts += [(text, index) for text in dict.fromkeys((template.prefix, template.shown))]
        return _grouped(texts)

    def _templates(self) -> tuple[PlannedTemplate, ...]:
        grouped = _grouped(
            (template.pattern, index)
            for index, signature in self._of_kind("message")
            if (template := parse_template(signature.message or "")).slots or self._rank(index) > 0
        )
        planned = [
            PlannedTemplate(parse_template(self._signatures[indices[0]][1].message or ""), indices)
            for indices in grouped.values()
        ]
        return tuple(sorted(planned, key=lambda one: (-one.template.literal_length, one.template.pattern)))

    def _stages(self, templates: Sequence[PlannedTemplate]) -> tuple[Node, ...]:
        stages: dict[int, list[PlannedTemplate]] = defaultdict(list)
        for planned in templates:
            stages[min(self._rank(index) for index in planned.rules)].append(planned)
        return tuple(_node(stages[rank], PREFIX_LENGTHS, root=True) for rank in sorted(stages))

    def _field_rules(self, *, fallback: bool) -> tuple[FieldRule, ...]:
        return tuple(
            FieldRule(signature.field, signature.is_, index)
            for index, signature in self._of_kind("field")
            if signature.field is not None and self._signatures[index][0].fallback == fallback
        )


def _rule(entry: Entry, signature: Signature) -> Rule:
    template = (
        parse_template(signature.message) if signature.kind == "message" and signature.message else None
    )
    required = signature.required
    return Rule(
        entry=entry.id,
        own=template is not None and not signature.requires and template.is_distinctive,
        slots=tuple(slot.name for slot in template.slots) if template else (),
        channel=signature.channel if "channel" in required else None,
        status=signature.status if "status" in required else None,
        code=signature.code if "code" in required else None,
        body=signature.body,
    )


def _grouped(pairs: Iterable[tuple[K, int]]) -> Mapping[K, tuple[int, ...]]:
    groups: dict[K, list[int]] = {}
    for key, index in pairs:
        groups.setdefault(key, []).append(index)
    return {key: tuple(groups[key]) for key in sorted(groups)}


def _node(templates: Sequence[PlannedTemplate], lengths: Sequence[int], *, root: bool = False) -> Node:
    if len(templates) > LEAF_SIZE or root:
        for position, length in enumerate(lengths):
            groups = _by_prefix(templates, length)
            short = [planned for planned in templates if len(planned.template.prefix) < length]
            if root or len(groups) > 1 or (groups and short):
                deeper = {prefix: _node(group, lengths[position + 1 :]) for prefix, group in groups.items()}
                return _with_suffixes(length, deeper, short)
    return _with_suffixes(0, {}, templates)


def _with_suffixes(length: int, deeper: Mapping[str, Node], templates: Sequence[PlannedTemplate]) -> Node:
    if len(templates) <= LEAF_SIZE:
        return Node(length, deeper, {}, _leaves(templates))
    suffixes: dict[str, list[PlannedTemplate]] = {}
    others: list[PlannedTemplate] = []
    for planned in templates:
        suffix = planned.template.suffix
        if len(suffix) >= SUFFIX_LENGTH:
            suffixes.setdefault(suffix[-SUFFIX_LENGTH:], []).append(planned)
        else:
            others.append(planned)
    return Node(
        length, deeper, {suffix: _leaves(suffixes[suffix]) for suffix in sorted(suffixes)}, _leaves(others)
    )


def _by_prefix(templates: Sequence[PlannedTemplate], length: int) -> Mapping[str, list[PlannedTemplate]]:
    groups: dict[str, list[PlannedTemplate]] = {}
    for planned in templates:
        if len(planned.template.prefix) >= length:
            groups.setdefault(planned.template.prefix[:length], []).append(planned)
    return {prefix: groups[prefix] for prefix in sorted(groups)}


def _leaves(templates: Sequence[PlannedTemplate]) -> tuple[Leaf, ...]:
    return tuple(
        Leaf(tuple(templates[start : start + LEAF_SIZE])) for start in range(0, len(templates), LEAF_SIZE)
    )
