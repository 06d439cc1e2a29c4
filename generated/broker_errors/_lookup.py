# From generator/targets/python/runtime/_lookup.py by `python -m generator build`. Do not edit.
"""The rows of any number of brokers made ready: dictionaries, and templates that are compiled when needed."""

from functools import cached_property

from ._fold import words
from ._lazy import ASCII, lazy
from ._template import Template, Unprepared
from ._values import MAX_CODES, is_short

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Sequence

    from ._report import AnyReading
    from ._rows import CodeSetRow, Common, Plan, SignatureRow, TemplateRow
    from ._template import Spans

    Opening = tuple[str, int, Template]
    """Its first literal with the length, and a template that is tried where a message begins so."""
    Literal = tuple[str, Template]
    """Its longest literal, and a template without such an opening that is tried where a message holds it."""

LONG, SHORT = 16, 6
"""How many of its first or last characters lead to a template."""
SHORTEST = 4
"""So few first characters lead to the templates that begin alike."""
CLASS = 100
"""Statuses 400 to 499 are of class 4: a signature for it stands for those without one of their own."""


class CodeSet:
    """The codes that a vendor uses in one place, and what its codes look like."""

    __slots__ = ("codes", "pattern", "telling")

    def __init__(self, row: "CodeSetRow") -> None:
        self.pattern = lazy(row.pattern, ASCII)
        self.codes = frozenset(row.codes)
        self.telling = frozenset(row.telling)

    def fits(self, code: str) -> bool:
        """Tell whether ``code`` may be one of the vendor's, listed or not."""
        return code in self.codes or self.pattern.fullmatch(code) is not None

    def status_in(self, code: str) -> int | None:
        """The HTTP status that stands in a code which is not listed, where the vendor's codes have one."""
        if code in self.codes:
            return None
        found = self.pattern.fullmatch(code)
        return int(found[1]) if found is not None and found.re.groups else None


class Lookup:
    """What is looked up in the rows.

    Attributes:
        plans: the plans by broker.
        exact: templates without slots, by the message as it is spelled and folded.
        codes, statuses: signatures by what they are looked up by.
        fields: signatures of body fields, by the first and by the last key of their paths.
    """

    def __init__(self, plans: "Sequence[Plan]", common: "Common") -> None:
        self.common = common
        self.plans = {plan.broker: plan for plan in plans}
        self.brokers = tuple(self.plans)
        self.http_channels = {
            plan.broker: next((channel.id for channel in plan.channels if channel.transport == "http"), None)
            for plan in plans
        }
        self._marks = [(mark, plan.broker) for plan in plans for mark in (*plan.marks, *plan.hosts)]
        self._channels = {
            plan.broker: [
                (one.id, (*one.hosts, *one.marks)) for one in plan.channels if one.hosts or one.marks
            ]
            for plan in plans
        }
        self.code_sets = {plan.broker: {row.name: CodeSet(row) for row in plan.code_sets} for plan in plans}
        self.codes: dict[str, list[SignatureRow]] = {}
        self.statuses: dict[tuple[str, int], list[SignatureRow]] = {}
        self.fields: dict[str, list[SignatureRow]] = {}
        self.flat_fields: dict[str, list[SignatureRow]] = {}
        for plan in plans:
            for signature in plan.signatures:
                self._add(signature)
        self._templates = self._merged(plans)
        self.exact: dict[str, Template] = {}
        self._by_many: dict[str, list[Opening]] = {}
        self._by_few: dict[str, list[Opening]] = {}
        self._by_ending: dict[str, list[Literal]] = {}
        self._others: list[Literal] = []
        for template in self._templates.values():
            self._file(template)
        for start, openings in self._by_many.items():
            openings.extend(self._by_few.get(start[:SHORT], ()))
        for literals in self._by_ending.values():
            literals.extend(self._others)
        self._telling = {
            code: plan.broker for plan in plans for row in plan.code_sets for code in row.telling
        }
        self._fitting: dict[tuple[str, tuple[str, ...], str], bool] = {}

    @cached_property
    def anchors(self) -> dict[bytes, tuple[Template, ...]]:
        """Templates by the word that leads to them in a text."""
        return self._led_to(plan.anchors for plan in self.plans.values())

    @cached_property
    def _anchor_words(self) -> frozenset[bytes]:
        return frozenset(self.anchors)

    @cached_property
    def heads(self) -> dict[bytes, tuple[Template, ...]]:
        """Templates by the word that leads to those that a text breaks off in."""
        return self._led_to(plan.heads for plan in self.plans.values())

    @cached_property
    def _openings(self) -> "tuple[dict[str, list[Template]], dict[str, list[Template]]]":
        """Templates by as many first characters as they have, and all of them by the first few."""
        by_many: dict[str, list[Template]] = {}
        by_few: dict[str, list[Template]] = {}
        for template in self._templates.values():
            opening = template.row.pieces[0]
            if len(opening) >= SHORTEST:
                by_few.setdefault(opening[:SHORTEST], []).append(template)
                length = LONG if len(opening) >= LONG else SHORTEST
                by_many.setdefault(opening[:length], []).append(template)
        return by_many, by_few

    def beginning_at(self, low: str, at: int) -> "Sequence[Template]":
        """The templates that may begin like the text at that place."""
        by_many, by_few = self._openings
        rest = low[at : at + LONG]
        if len(rest) < LONG:
            return by_few.get(rest[:SHORTEST], ())
        return (*by_many.get(rest, ()), *by_many.get(rest[:SHORTEST], ()))

    def _add(self, signature: "SignatureRow") -> None:
        if signature.kind == "code" and signature.code is not None:
            self.codes.setdefault(signature.code, []).append(signature)
        elif signature.kind == "status" and signature.status is not None:
            self.statuses.setdefault((signature.broker, signature.status), []).append(signature)
        elif signature.path:
            self.fields.setdefault(signature.path[0], []).append(signature)
            self.flat_fields.setdefault(signature.path[-1], []).append(signature)

    def _merged(self, plans: "Sequence[Plan]") -> dict[str, Template]:
        """One template for each wording, whoever says it."""
        levels = self.common.levels
        if len(plans) == 1:
            return {row.key: Unprepared(row, row.signatures, levels) for row in plans[0].templates}
        merged: dict[str, Template] = {}
        for plan in plans:
            for row in plan.templates:
                known = merged.get(row.key)
                joined = row if known is None else _joined(known.row, row)
                joined = joined._replace(alone=False)  # that is known of one broker's only
                merged[row.key] = Unprepared(joined, joined.signatures, levels)
        return merged

    def _file(self, template: Template) -> None:
        pieces = template.row.pieces
        if len(pieces) == 1:
            for text in (pieces[0], *template.row.spelled):
                self.exact[text] = self.exact[f"{text}."] = template
            return
        opening, ending = pieces[0], pieces[-1]
        length = len(opening)
        if length >= LONG:
            self._by_many.setdefault(opening[:LONG], []).append((opening, length, template))
        elif length >= SHORT:
            self._by_few.setdefault(opening[:SHORT], []).append((opening, length, template))
        else:
            ending_alike = self._by_ending.setdefault(ending[-SHORT:], []) if len(ending) >= SHORT else None
            (self._others if ending_alike is None else ending_alike).append(
                (max(pieces[::2], key=len), template)
            )

    def _led_to(self, ways: "Iterable[dict[str, tuple[str, ...]]]") -> dict[bytes, tuple[Template, ...]]:
        found: dict[bytes, tuple[Template, ...]] = {}
        for way in ways:
            for word, keys in way.items():
                templates = tuple(self._templates[key] for key in keys)
                found[word.encode()] = (*found.get(word.encode(), ()), *templates)
        return {word: tuple(dict.fromkeys(templates)) for word, templates in found.items()}

    @property
    def templates(self) -> "Iterable[Template]":
        """All templates."""
        return self._templates.values()

    def whole(self, low: str) -> "list[tuple[Template, Spans]]":
        """The templates that are all of a folded message."""
        exact = self.exact.get(low)
        slots = [(template, match.regs[1:]) for template, match in self.with_slots(low.removesuffix("."))]
        return slots if exact is None else [(exact, ()), *slots]

    def with_slots(self, low: str) -> "list[tuple[Template, re.Match[str]]]":
        """The same for templates that have slots; ``low`` is without its final full stop.

        A match tells where the slots stand: that takes a tenth of the time of all, and few ask for it. Behind
        a template that is alone no other one is looked for.
        """
        found: list[tuple[Template, re.Match[str]]] = []
        openings: Sequence[Opening] | None = self._by_many.get(low[:LONG])
        if openings is None:
            openings = self._by_few.get(low[:SHORT], ())
        for opening, length, template in openings:
            if low.startswith(opening):
                match = template.fullmatch(low, length)
                if match is not None:
                    found.append((template, match))
                    if template.row.alone:
                        return found
        for literal, template in self._by_ending.get(low[-SHORT:], self._others):
            if literal in low:
                match = template.matched(low)
                if match is not None:
                    found.append((template, match))
        return found

    def said_in(self, text: str) -> "list[Template]":
        """The templates all of whose words a text says."""
        spoken = words(text)
        if self._anchor_words.isdisjoint(spoken):
            return []
        said = frozenset(spoken)
        return [
            template
            for word in self._anchor_words & said
            for template in self.anchors[word]
            if template.bag <= said
        ]

    def named_in(self, low: str) -> tuple[str, ...]:
        """The brokers that a text names, by their marks or hosts."""
        return tuple(dict.fromkeys([broker for mark, broker in self._marks if mark in low]))

    def addressed(self, hosts: "Iterable[str]") -> str | None:
        """The broker of which, and of no other one, there are hosts."""
        names = [f".{host}" for host in hosts]
        brokers = [
            plan.broker
            for plan in self.plans.values()
            if any(name.endswith(f".{host}") for host in plan.hosts for name in names)
        ]
        return brokers[0] if len(brokers) == 1 else None

    def channel_in(self, broker: str | None, low: str) -> str | None:
        """The channel of a broker that a text names, by the channel's marks or hosts."""
        return next(
            (
                name
                for name, marks in self._channels.get(broker or "", ())
                if any(mark in low for mark in marks)
            ),
            None,
        )

    def of_status(self, broker: str, status: int | None) -> "Sequence[SignatureRow]":
        """The signatures of a broker for a status alone, else those for its class."""
        if status is None:
            return ()
        found = self.statuses.get((broker, status))
        return self.statuses.get((broker, status // CLASS), ()) if found is None else found

    def fits(self, broker: str, code_sets: tuple[str, ...], code: str) -> bool:
        """Tell whether a code may be of one of those sets of a broker."""
        key = (broker, code_sets, code)
        known = self._fitting.get(key)
        if known is None:
            sets = self.code_sets[broker]
            known = any(sets[name].fits(code) for name in code_sets)
            if is_short(code):
                if len(self._fitting) >= MAX_CODES:
                    self._fitting.clear()
                self._fitting[key] = known
        return known

    def told_by(self, code: str | None) -> str | None:
        """The broker that alone has this code."""
        return None if code is None else self._telling.get(code)

    def status_in(self, broker: str, code_sets: tuple[str, ...], code: str) -> int | None:
        """The HTTP status that stands in a code which is not listed."""
        sets = self.code_sets[broker]
        return next(
            (status for name in code_sets if (status := sets[name].status_in(code)) is not None), None
        )

    def admits(self, signature: "SignatureRow", reading: "AnyReading") -> bool:
        """Tell whether a reading has what the signature demands besides what it is looked up by."""
        return (
            (signature.channel is None or signature.channel == reading.channel_of(signature.broker))
            and (signature.kind == "status" or signature.status is None or signature.status == reading.status)
            and (signature.kind == "code" or signature.code is None or signature.code == reading.code)
            and (signature.body is None or signature.body == (reading.body or "text"))
        )


def _joined(one: "TemplateRow", other: "TemplateRow") -> "TemplateRow":
    """The same wording of two brokers."""
    return one._replace(spelled=one.spelled + other.spelled, signatures=one.signatures + other.signatures)
