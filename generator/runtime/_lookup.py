"""Recognises a report by the matching plan: body fields, the message, the code, the status.

The plan was worked out when the package was generated; here it is only followed. A message costs one look
into a dict; failing that, its first characters choose a few templates, which are compiled the first time they
are needed.
"""

import re

from ._decode import as_text, value_at
from ._literal import CutOff
from ._normalise import fold, normalise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ._report import Report

    RuleData = tuple[str, bool, tuple[str, ...], str | None, int | None, str | None, str | None]
    FieldData = tuple[str, str | None, str | None, int]
    LeafData = tuple[int, tuple[tuple[str, tuple[int, ...]], ...]]
    NodeData = tuple[int, dict[str, "NodeData"], dict[str, tuple[LeafData, ...]], tuple[LeafData, ...]]

SUFFIX_LENGTH = 6


class Rule:
    """One way to recognise an error.

    ``channel``, ``status``, ``code`` and ``body`` are required of the report where they are set. ``own``
    says that the rule alone tells the broker.
    """

    __slots__ = ("body", "channel", "code", "error", "own", "plain", "slots", "status")

    def __init__(self, data: "RuleData") -> None:
        self.error, self.own, self.slots, self.channel, self.status, self.code, self.body = data
        self.plain = self.channel is None and self.status is None and self.code is None and self.body is None

    def admits(self, report: "Report", code: str | None = None) -> bool:
        """Tell whether the report has what the rule requires besides its message, code, status or field.

        ``code`` is one that stands beside a message in a text.
        """
        if self.plain:
            return True
        return (
            (self.channel is None or self.channel == report.channel)
            and (self.status is None or self.status == report.status)
            and (self.code is None or self.code in (report.code, code))
            and (self.body is None or self.body == report.body)
        )


class Hit:
    """A rule that holds, with the text and the match from which the slots are read."""

    __slots__ = ("_first_group", "_match", "_text", "matched_on", "message", "rule")

    def __init__(
        self,
        rule: Rule,
        matched_on: str,
        text: str = "",
        match: "re.Match[str] | None" = None,
        *,
        first_group: int = 1,
        message: str | None = None,
    ) -> None:
        self.rule = rule
        self.message = message
        self.matched_on = matched_on
        self._text = text
        self._match = match
        self._first_group = first_group

    def of(self, message: str) -> "Hit":
        """The same hit, with the message that it was found by."""
        return Hit(
            self.rule,
            self.matched_on,
            self._text,
            self._match,
            first_group=self._first_group,
            message=message,
        )

    def params(self) -> dict[str, str]:
        """The values of the slots, as they are spelled in the message."""
        match, text = self._match, self._text
        if match is None:
            return {}
        groups = enumerate(self.rule.slots, self._first_group)
        return {slot: text[match.start(group) : match.end(group)] for group, slot in groups}


class Leaf:
    """A few templates, the most specific first, in one expression, compiled when it is first needed."""

    __slots__ = ("_compiled", "_longest", "_positions", "_templates")

    def __init__(self, data: "LeafData", rules: tuple[Rule, ...]) -> None:
        self._longest, templates = data
        self._templates = tuple(
            (pattern, tuple(rules[index] for index in indices)) for pattern, indices in templates
        )
        self._positions: dict[int, int] = {}
        self._compiled: re.Pattern[str] | None = None

    def find(self, folded: str, text: str) -> "Iterator[Hit]":
        """Yield the rules of the templates that match the whole text."""
        if self._longest and len(folded) > self._longest:
            return
        match = (self._compiled or self._compile()).fullmatch(folded)
        if match is None or match.lastindex is None:
            return
        position = self._positions[match.lastindex]
        for rule in self._templates[position][1]:
            yield Hit(rule, "message", text, match, first_group=match.lastindex + 1)
        # Further on only if none of those rules was admitted.
        for pattern, rules in self._templates[position + 1 :]:
            single = re.compile(pattern, re.ASCII).fullmatch(folded)
            if single is not None:
                for rule in rules:
                    yield Hit(rule, "message", text, single)

    def _compile(self) -> "re.Pattern[str]":
        group = 1
        for position, (_, rules) in enumerate(self._templates):
            self._positions[group] = position
            group += 1 + len(rules[0].slots)
        self._compiled = re.compile("|".join(f"({pattern})" for pattern, _ in self._templates), re.ASCII)
        return self._compiled


class Node:
    """Templates found by their first characters, by their last ones, and those told apart by neither."""

    __slots__ = ("_others", "_prefix_length", "_prefixes", "_suffixes")

    def __init__(self, data: "NodeData", rules: tuple[Rule, ...]) -> None:
        self._prefix_length, prefixes, suffixes, others = data
        self._prefixes = {prefix: Node(node, rules) for prefix, node in prefixes.items()}
        self._suffixes = {
            suffix: tuple(Leaf(leaf, rules) for leaf in leaves) for suffix, leaves in suffixes.items()
        }
        self._others = tuple(Leaf(leaf, rules) for leaf in others)

    def find(self, folded: str, text: str) -> "Iterator[Hit]":
        """Yield the rules whose template matches the whole text."""
        if self._prefixes:
            deeper = self._prefixes.get(folded[: self._prefix_length])
            if deeper is not None:
                yield from deeper.find(folded, text)
        if self._suffixes:
            for leaf in self._suffixes.get(folded[-SUFFIX_LENGTH:], ()):
                yield from leaf.find(folded, text)
        for leaf in self._others:
            yield from leaf.find(folded, text)


class Lookup:
    """A broker's matching plan, ready to be followed."""

    def __init__(
        self,
        rules: "tuple[RuleData, ...]",
        *,
        exact: "Mapping[str, tuple[int, ...]]",
        stages: "tuple[NodeData, ...]",
        fields: "tuple[FieldData, ...]",
        codes: "Mapping[str, tuple[int, ...]]",
        statuses: "Mapping[int, tuple[int, ...]]",
        last_fields: "tuple[FieldData, ...]",
    ) -> None:
        made = tuple(Rule(rule) for rule in rules)
        self._exact = {
            message: tuple(Hit(made[index], "message") for index in found) for message, found in exact.items()
        }
        self._stages = tuple(Node(stage, made) for stage in stages)
        self._fields = tuple((path, value, beside, made[index]) for path, value, beside, index in fields)
        self._codes = {
            code: tuple(Hit(made[index], "code") for index in found) for code, found in codes.items()
        }
        self._statuses = {
            status: tuple(Hit(made[index], "status") for index in found) for status, found in statuses.items()
        }
        self._last_fields = tuple(
            (path, value, beside, made[index]) for path, value, beside, index in last_fields
        )

    def hits(self, report: "Report") -> "Iterator[Hit]":
        """Yield every rule that holds for the report, in the order in which they count."""
        fields = report.fields
        if fields:
            yield from _field_hits(self._fields, report)
        yield from self._candidate_hits(report)
        if report.code is not None:
            yield from _admitted(self._codes.get(report.code, ()), report)
        if report.status is not None:
            yield from _admitted(self._statuses.get(report.status, ()), report)
        if fields:
            yield from _field_hits(self._last_fields, report)

    def _candidate_hits(self, report: "Report") -> "Iterator[Hit]":
        """Of several texts that may be the message, a specific one counts before a general one."""
        general: list[Hit] = []
        for message, code in report.candidates:
            hits = [hit.of(message) for hit in self.message_hits(message) if hit.rule.admits(report, code)]
            if hits and hits[0].rule.own:
                yield from hits
            else:
                general += hits
        yield from general

    def message_hits(self, message: str) -> "Iterator[Hit]":
        """Yield the rules whose message this is, whatever else they require."""
        known = self._exact.get(message)
        if known is not None:
            yield from known
        text = normalise(message)
        folded = fold(text)
        known = self._exact.get(folded)
        if known is not None:
            yield from known
        for stage in self._stages:
            yield from stage.find(folded, text)


def _admitted(hits: tuple[Hit, ...], report: "Report") -> "Iterator[Hit]":
    return (hit for hit in hits if hit.rule.admits(report))


def _field_hits(
    fields: tuple[tuple[str, str | None, str | None, Rule], ...], report: "Report"
) -> "Iterator[Hit]":
    cut_off = isinstance(report.fields, CutOff)
    for path, wanted, beside, rule in fields:
        if cut_off and wanted is None:
            continue  # a field that makes it another error may be missing
        value = as_text(value_at(report.fields, path))
        if value is None or (wanted is not None and value != wanted) or not rule.admits(report):
            continue
        if beside is None or value_at(report.fields, beside) is not None:
            yield Hit(rule, "field")
