"""A matcher without any short cut: every template, form, envelope and code is tried, in loops.

What the runtime looks up by words, by prefixes, by shapes and by what it met before, this one goes through.
The rules (what must stand around a message, what counts more) are the runtime's own: the two may differ
in nothing but time.
"""

from collections.abc import Iterator, Mapping, Sequence

from generator.targets.python.runtime._bodies import Bodies
from generator.targets.python.runtime._finding import Found
from generator.targets.python.runtime._fold import Folded, words
from generator.targets.python.runtime._forms import TextForms
from generator.targets.python.runtime._hearing import LAST_WORDS, Heard, Hearing, Led
from generator.targets.python.runtime._lookup import Lookup
from generator.targets.python.runtime._matcher import Matcher
from generator.targets.python.runtime._rows import Common, Plan, SignatureRow
from generator.targets.python.runtime._shapes import Form, Shape, Shapes
from generator.targets.python.runtime._stated import Statuses
from generator.targets.python.runtime._template import Template
from generator.targets.python.runtime._texts import Texts
from generator.targets.python.runtime._triggers import SHORT_MESSAGE


class EveryTemplate(Lookup):
    """Tries every template on every text."""

    def whole(self, low: str) -> list[tuple[Template, tuple[tuple[int, int], ...]]]:
        low = low.removesuffix(".")
        tried = ((template, template.whole(low)) for template in self.templates)
        return [(template, spans) for template, spans in tried if spans is not None]

    def said_in(self, text: str) -> list[Template]:
        return list(self.templates)


class EveryEnvelope(Shapes):
    """Asks every envelope of every broker, one after the other, and remembers nothing."""

    def of_body(self, body: Mapping[str, object], broker: str | None) -> Shape:
        return Shape(tuple(self._every(broker, None)), tuple(self._field_signatures(broker)), 2)

    def of_group(self, group: Mapping[str, object], broker: str | None) -> Shape:
        return Shape(tuple(self._every(broker, frozenset(group))), tuple(self._field_signatures(broker)), 2)

    def _every(self, broker: str | None, stated: frozenset[str] | None) -> Iterator[Form]:
        for name, plan in self._lookup.plans.items():
            for row in plan.envelopes if broker in (None, name) else ():
                asked = {
                    key
                    for one in row.when
                    if one.shape != "absent"
                    for key in one.path
                    if not key.isdecimal()
                }
                if stated is None or asked <= stated:
                    form = Form(row)
                    form.add(row)
                    yield form

    def _field_signatures(self, broker: str | None) -> Iterator[SignatureRow]:
        for name, plan in self._lookup.plans.items():
            if broker in (None, name):
                yield from (signature for signature in plan.signatures if signature.path)


class EveryWord(Hearing):
    """Takes every text for one that says something."""

    def hear(self, text: str, named: bool) -> Heard:
        folded = Folded(text)
        spoken = words(folded.low)
        broker = None if named else self.addressed(text, folded)
        hits = self._triggers.of(named or broker is not None, "{" in text).intersection(spoken)
        return Heard(hits, spoken, folded, broker)

    def lead(self, text: str, heard: Heard, broker: str | None) -> Led:
        broker = broker or heard.broker
        led = super().lead(text, heard, broker) or Led((), (), (), (), (), (), False, heard.folded, broker)
        forms = [
            form for forms in self._forms.by_word.values() for form in forms if broker in (None, form.broker)
        ]
        last = frozenset(heard.spoken[-LAST_WORDS:])
        cuts = [
            one
            for one in self._lookup.templates
            if broker is not None and (one.early <= last or _is_short(one))
        ]
        return led._replace(templates=list(self._lookup.templates), forms=forms, cuts=cuts)


def _is_short(template: Template) -> bool:
    """Whether a text may break off in the first word of a message."""
    pieces = template.row.pieces
    return len(pieces) == 1 and len(pieces[0].split()) <= SHORT_MESSAGE


class Reference(Matcher):
    """The matcher that goes through everything."""

    def __init__(self, plans: Sequence[Plan], common: Common) -> None:
        super().__init__(plans, common)
        lookup = EveryTemplate(plans, common)
        forms = TextForms(row for plan in plans for row in plan.forms)
        bodies = Bodies(lookup, EveryEnvelope(lookup), self._visit)
        texts = Texts(lookup, forms, bodies)
        texts._hearing = EveryWord(lookup, forms, Statuses(common))
        self._lookup, self._bodies, self._texts = lookup, bodies, texts

    def first(
        self, source: object, broker: str | None = None, status: int | None = None, channel: str | None = None
    ) -> Found | None:
        """The answer."""
        return next(self.find_all(source, broker, status, channel), None)
