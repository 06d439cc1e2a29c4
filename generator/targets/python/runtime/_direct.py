# This line is another one in the package: it says where the module is from.
"""The common case at once: a body whose message is in one place, known as it is, by its slots, or not at all.

It answers only where the whole way would answer the same, and leaves everything else to it.
"""

from ._bodies import has_field, holds_more, may_say
from ._finding import Found, best
from ._fold import is_plain
from ._report import BodyReading, Given
from ._rows import MESSAGE_IN_FIELD
from ._tuples import NamedTuple
from ._values import Fields, as_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from ._lookup import Lookup
    from ._report import Part
    from ._rows import EnvelopeRow
    from ._shapes import Form, Shape, Shapes
    from ._template import Spans, Template

    Body = Mapping[str, object]

UNDECIDED = object()
"""Stands for an answer that only the whole way can give."""
MOST_SPECIFIC = 10
"""A rank that this divides is that of an entry than which none is more specific."""
_new: "Any" = tuple.__new__  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
"""Makes a named tuple of a tuple, in less than half the time that its class takes."""
_NUMBERS = (int, float, bool, type(None))


class Case(NamedTuple):
    """A body, the form that reads it, and what was asked.

    ``whole`` are the templates with slots that are all of the message, None where it has to be folded first.
    """

    body: "Body"
    broker: str | None
    status: int | None
    part: "Part | None"
    shape: "Shape"
    form: "Form"
    message: str
    code: object
    whole: "list[tuple[Template, Spans]] | None"

    def reading(self, row: "EnvelopeRow") -> BodyReading:
        """What a broker's envelope reads of the body."""
        made: BodyReading = _new(BodyReading, (row, self.body, self.message, self.code, self.status))
        return made


class Direct:
    """Answers the common case. ``says_nothing`` tells whether a text of a known broker leads nowhere."""

    def __init__(self, lookup: "Lookup", shapes: "Shapes", says_nothing: "Callable[[str], bool]") -> None:
        self._lookup = lookup
        self._shapes = shapes
        self._known = shapes.known
        self._exact = lookup.exact
        self._says_nothing = says_nothing
        self._nothing = Given(lookup.http_channels)

    def find(
        self, body: "Body", broker: str | None, status: int | None, part: "Part | None" = None
    ) -> "Found | object | None":
        """The error in a body; ``UNDECIDED`` where the whole way has to tell.

        ``part`` is where the body stands in the source, if that is a text.
        """
        shape = self._known.get((broker, *body)) or self._shapes.of_body(body, broker)
        form = shape.first or self._first(shape, body)
        if form is None:
            return UNDECIDED
        message = body.get(form.message_key)  # type: ignore[arg-type]  # a plain form has one
        if type(message) is not str:
            return UNDECIDED
        code = body.get(form.code_key) if form.code_key is not None else None
        answer = form.answers.get(message)
        spans: Spans = ()
        whole: list[tuple[Template, Spans]] | None = None
        if answer is None and message not in self._exact and is_plain(message):
            low = message.lower()
            whole = self._lookup.with_slots(low if low[-1:] != "." else low[:-1])
            if len(whole) == 1:
                answer = form.answers.get(whole[0][0])
                spans = whole[0][1]
        if answer is not None and (code is None or (type(code) in (int, str) and form.fitting.get(code))):
            signature, row, template = answer
            reading = _new(BodyReading, (row, body, message, code, status))
            rank = signature.rank + MESSAGE_IN_FIELD
            found: Found = _new(
                Found, (signature, rank, reading, template, spans, message, 0, len(message), part)
            )
            return found
        return self._looked_up(Case(body, broker, status, part, shape, form, message, code, whole))

    def _first(self, shape: "Shape", body: "Body") -> "Form | None":
        """The envelope that reads the body, where conditions on its values decide."""
        for form in shape.forms if shape.direct else ():
            if form.holds(body):
                return form if form.plain and form.message_key in body else None
        return None

    def _looked_up(self, case: Case) -> "Found | object | None":
        """A message by its spelling or its slots, else what the rest says."""
        message = case.message
        if message == "" or not self._fits(case):
            return UNDECIDED
        template = self._exact.get(message)
        if template is None:
            if case.whole is None:  # it is not plain
                return UNDECIDED
            template = self._exact.get(message.lower().removesuffix("."))
        whole = [(template, ())] if template is not None else case.whole or []
        found = self._of_templates(whole, case)
        top = best(found, case.broker) if found else None
        if top is None or top.signature.fallback:
            return self._rest(found, case)
        if (top.rank - MESSAGE_IN_FIELD) % MOST_SPECIFIC:
            return UNDECIDED
        self._remember(top, case)
        return top

    def _fits(self, case: Case) -> bool:
        """Whether the code is one that the envelope carries, of each broker that may be meant."""
        code, form = case.code, case.form
        if code is None:
            return True
        if type(code) not in (int, str):
            return False
        known = form.fitting.get(code)
        if known is None:
            text = as_text(code) or ""
            rows = form.rows.values() if case.broker is None else [form.rows[case.broker]]
            known = all(
                not row.code_sets or self._lookup.fits(row.broker, row.code_sets, text) for row in rows
            )
            told = self._lookup.told_by(text) if case.broker is None else None
            if told is not None:  # it may tell another broker than the message does
                known = known and tuple(form.rows) == (told,)
            form.remember(code, fits=known)
        return known

    def _remember(self, found: Found, case: Case) -> None:
        """Remember what a message says in this form, where that depends on nothing else."""
        signature, template, form = found.signature, found.template, case.form
        if template is not None and signature.free and template.signatures[0] is signature:
            answer = signature, form.rows[signature.broker], template
            form.answers[template] = answer
            if self._exact.get(case.message) is template:
                form.answers[case.message] = answer

    def _of_templates(self, whole: "Iterable[tuple[Template, Spans]]", case: Case) -> list[Found]:
        """What the messages say that a text is all of: of each the first signature that the body admits."""
        found: list[Found] = []
        for template, spans in whole:
            for signature in template.signatures:
                row = case.form.rows.get(signature.broker)
                if row is None or row.success:
                    continue
                if case.broker is None and not (signature.unmistakable and len(template.signatures) == 1):
                    break
                reading = case.reading(row)
                if self._lookup.admits(signature, reading):
                    rank = signature.rank + MESSAGE_IN_FIELD
                    text = case.message
                    end = len(text)
                    found.append(Found(signature, rank, reading, template, spans, text, 0, end, case.part))
                    break
        return found

    def _rest(self, found: list[Found], case: Case) -> "Found | object | None":
        """A message that tells nothing specific: code, status and fields decide, if nothing else does."""
        message, form = case.message, case.form
        if case.broker is None or message.isspace() or holds_more(message):
            return UNDECIDED
        said = self._lookup.said_in(message)
        if said and not {*said} <= {one.template for one in found}:
            return UNDECIDED
        row = form.rows[case.broker]
        if row.success or not self._others_say_nothing(case):
            return UNDECIDED
        depends = found or case.status is not None or row.status or case.shape.fields
        signature = None if depends else form.by_code.get(case.code)
        if signature is not None:
            found_by_code: Found = _new(
                Found, (signature, signature.rank, case.reading(row), None, (), "", 0, 0, case.part)
            )
            return found_by_code
        decided = self._decided(found, case, row)
        if isinstance(decided, Found) and not depends and decided.matched_on == "code":
            form.by_code[case.code] = decided.signature
        return decided

    def _decided(self, found: list[Found], case: Case, row: "EnvelopeRow") -> "Found | object | None":
        """The best of what a general message, the code, the status and the fields say."""
        reading = case.reading(row)
        code = reading.code
        by_code = () if code is None else self._lookup.codes.get(code, ())
        if code is not None and not by_code and self._lookup.status_in(row.broker, row.code_sets, code):
            return UNDECIDED
        fields = Fields(case.body, self._nothing, 0)
        signatures = [
            *(one for one in by_code if one.broker == row.broker),
            *self._lookup.of_status(row.broker, reading.status),
            *(one for one in case.shape.fields if one.broker == row.broker and has_field(one, fields)),
        ]
        said = [
            Found(one, one.rank, reading, part=case.part)
            for one in signatures
            if self._lookup.admits(one, reading)
        ]
        return best([*found, *said], row.broker) if found or said else None

    def _others_say_nothing(self, case: Case) -> bool:
        """Whether no text leads anywhere that the form does not read."""
        for key, value in case.body.items():
            if key in (case.form.message_key, case.form.code_key):
                continue
            if type(value) is str:
                if may_say(value) and not self._says_nothing(value):
                    return False
            elif type(value) not in _NUMBERS:
                return False
        return True
