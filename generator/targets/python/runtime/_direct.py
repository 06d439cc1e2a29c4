"""The common case at once: a body whose message is in one place, known as it is, by its slots, or not at all.

It answers only where the whole way would answer the same, and leaves everything else to it.
"""

from ._bodies import HOLDS_MORE, has_field, may_say
from ._finding import Found, best
from ._fold import is_plain
from ._report import BodyReading, Given
from ._rows import MESSAGE_IN_FIELD
from ._tuples import NamedTuple
from ._values import Fields, as_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ._lookup import Lookup
    from ._rows import EnvelopeRow
    from ._shapes import Form, Shape, Shapes
    from ._template import Spans, Template

    Body = Mapping[str, object]

UNDECIDED = object()
"""Stands for an answer that only the whole way can give."""
MOST_SPECIFIC = 10
"""A rank that this divides is that of an entry than which none is more specific."""
_NUMBERS = (int, float, bool, type(None))


class Case(NamedTuple):
    """A body, the form that reads it, and what was asked."""

    body: "Body"
    broker: str | None
    status: int | None
    shape: "Shape"
    form: "Form"
    message: str
    code: object

    def reading(self, row: "EnvelopeRow") -> BodyReading:
        """What a broker's envelope reads of the body."""
        return BodyReading(row, self.body, self.message, self.code, self.status)


class Direct:
    """Answers the common case. ``says_nothing`` tells whether a text leads nowhere."""

    def __init__(
        self, lookup: "Lookup", shapes: "Shapes", says_nothing: "Callable[[str, bool], bool]"
    ) -> None:
        self._lookup = lookup
        self._shapes = shapes
        self._known = shapes.known
        self._exact = lookup.exact
        self._says_nothing = says_nothing
        self._nothing = Given(lookup.http_channels)

    def find(self, body: "Body", broker: str | None, status: int | None) -> "Found | object | None":
        """The error in a body; ``UNDECIDED`` where the whole way has to tell."""
        shape = self._known.get((broker, *body)) or self._shapes.of_body(body, broker)
        form = shape.first or self._first(shape, body)
        if form is None:
            return UNDECIDED
        message = body.get(form.message_key)  # type: ignore[arg-type]  # a plain form has one
        if type(message) is not str:
            return UNDECIDED
        code = body.get(form.code_key) if form.code_key is not None else None
        answer = form.answers.get(message)
        if answer is not None and (code is None or (type(code) in (int, str) and form.fitting.get(code))):
            signature, row, template = answer
            reading = BodyReading(row, body, message, code, status)
            rank = signature.rank + MESSAGE_IN_FIELD
            return Found(signature, rank, reading, template, (), message, 0, len(message))
        return self._looked_up(Case(body, broker, status, shape, form, message, code))

    def _first(self, shape: "Shape", body: "Body") -> "Form | None":
        """The envelope that reads the body, where conditions on its values decide."""
        for form in shape.forms if shape.direct else ():
            if form.holds(body):
                return form if form.plain and form.message_key in body else None
        return None

    def _looked_up(self, case: Case) -> "Found | object | None":
        """A message by its spelling or its slots, else what the rest says."""
        message, form = case.message, case.form
        if message == "" or not self._fits(case):
            return UNDECIDED
        low = message
        template = self._exact.get(message)
        if template is None:
            if not is_plain(message):
                return UNDECIDED
            low = message.lower()
            if low[-1:] == ".":
                low = low[:-1]
            template = self._exact.get(low)
        whole = [(template, ())] if template is not None else self._lookup.with_slots(low)
        if len(whole) == 1:
            template, spans = whole[0]
            answer = form.answers.get(template)
            if answer is not None:
                signature, row, _ = answer
                return Found(
                    signature,
                    signature.rank + MESSAGE_IN_FIELD,
                    case.reading(row),
                    template,
                    spans,
                    message,
                    0,
                    len(message),
                )
        found = self._of_templates(whole, case)
        top = best(found, case.broker) if found else None
        if top is None or top.signature.fallback:
            return self._rest(low, found, case)
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
                    found.append(Found(signature, rank, reading, template, spans, text, 0, len(text)))
                    break
        return found

    def _rest(self, low: str, found: list[Found], case: Case) -> "Found | object | None":
        """A message that tells nothing specific: code, status and fields decide, if nothing else does."""
        broker, message = case.broker, case.message
        if broker is None or message.isspace() or any(sign in message for sign in HOLDS_MORE):
            return UNDECIDED
        row = case.form.rows[broker]
        known = [one.template for one in found]
        others = [one for one in self._lookup.said_in(low) if one not in known]
        if others or row.success or not self._others_say_nothing(case):
            return UNDECIDED
        reading = case.reading(row)
        code = reading.code
        by_code = () if code is None else self._lookup.codes.get(code, ())
        if code is not None and not by_code and self._lookup.status_in(broker, row.code_sets, code):
            return UNDECIDED
        fields = Fields(case.body, self._nothing, 0)
        signatures = [
            *(one for one in by_code if one.broker == broker),
            *self._lookup.of_status(broker, reading.status),
            *(one for one in case.shape.fields if has_field(one, fields)),
        ]
        found += [Found(one, one.rank, reading) for one in signatures if self._lookup.admits(one, reading)]
        return best(found, broker) if found else None

    def _others_say_nothing(self, case: Case) -> bool:
        """Whether no text leads anywhere that the form does not read."""
        for key, value in case.body.items():
            if key in (case.form.message_key, case.form.code_key):
                continue
            if type(value) is str:
                if may_say(value) and not self._says_nothing(value, True):
                    return False
            elif type(value) not in _NUMBERS:
                return False
        return True
