# From generator/targets/python/runtime/_direct.py by `python -m generator build`. Do not edit.
"""The common case at once: a body whose message is in one place, known as it is, by its slots, or not at all.

It answers only where the whole way would answer the same, and leaves everything else to it.
"""

from ._finding import Found, best
from ._fold import is_plain
from ._held import HeldMessages
from ._report import BodyReading, Given
from ._rows import CODE_WITH_STATUS, MESSAGE_IN_FIELD, RANKS
from ._tuples import NamedTuple
from ._values import MISSING, Fields, as_status, as_text, has_field, holds_more, may_say, value_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any

    from ._held import Held
    from ._lookup import Lookup
    from ._report import Part
    from ._rows import EnvelopeRow, SignatureRow
    from ._shapes import Form, Shape, Shapes
    from ._template import Spans, Template

    Body = Mapping[str, object]
    Whole = Sequence[tuple[Template, Spans | re.Match[str]]]

UNDECIDED = object()
"""Stands for an answer that only the whole way can give."""
_new: "Any" = tuple.__new__  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
"""Makes a named tuple of a tuple, in less than half the time that its class takes."""
_MESSAGES = RANKS[False, "message"] + MESSAGE_IN_FIELD
"""What no message, code or status exceeds in rank."""
_CODES = RANKS[False, "code"]
"""What no code or status exceeds in rank: a general message, and one of an overlay, does not either."""
_NUMBERS = (int, float, bool, type(None))


class Case(NamedTuple):
    """A body, the form that reads it, and what was asked.

    ``whole`` are the templates with slots that are all of the message: none where it was looked for, None
    where it has to be folded first.
    """

    body: "Body"
    broker: str | None
    status: int | None
    part: "Part | None"
    shape: "Shape"
    form: "Form"
    message: str
    code: object
    whole: "Whole | None"

    def reading(self, row: "EnvelopeRow") -> BodyReading:
        """What a broker's envelope reads of the body."""
        made: BodyReading = _new(BodyReading, (row, self.body, self.message, self.code, self.status))
        return made


class Direct:
    """Answers the common case. ``says_nothing`` tells whether a text of a known broker leads nowhere."""

    def __init__(
        self, lookup: "Lookup", shapes: "Shapes", says_nothing: "Callable[[str, str | None], bool]"
    ) -> None:
        self._lookup = lookup
        self._shapes = shapes
        self._known = shapes.known
        self._exact = lookup.exact
        self._with_slots = lookup.with_slots
        self._says_nothing = says_nothing
        self._held = HeldMessages(lookup)
        self._nothing = Given(lookup.http_channels)

    def find(  # noqa: C901 - the way that all bodies go: a call less is a tenth of what it takes
        self, body: "Body", broker: str | None, status: int | None, part: "Part | None" = None
    ) -> "Found | object | None":
        """The error in a body; ``UNDECIDED`` where the whole way has to tell.

        ``part`` is where the body stands in the source, if that is a text.
        """
        shape = self._known[broker].get(tuple(body)) or self._shapes.of_body(body, broker)
        form = shape.first
        if form is None:
            form, found = self._by_values(shape, body, broker, status, part)
            if form is None:
                return found
        message = body.get(form.message_key)  # type: ignore[arg-type]  # a plain form has one
        if type(message) is not str:
            return UNDECIDED
        code = None if form.code_key is None else body.get(form.code_key)
        fits = code is None or ((type(code) is int or type(code) is str) and form.fitting.get(code))
        answer = form.answers.get(message)
        spans: Spans | re.Match[str] = ()
        held: Held | None = None
        whole: Whole | None = None
        if answer is None and message not in self._exact and message.isascii():
            low = message.lower().removesuffix(".")
            whole = self._with_slots(low)
            if len(whole) == 1 and low not in self._exact:
                template, spans = whole[0]
                if template.is_plain or is_plain(message):  # where its slots are plain, all of the message is
                    answer = form.answers.get(template)
                else:
                    whole = None
            elif whole or low in self._exact or not low:
                whole = whole if is_plain(message) else None
            else:
                held = self._held.of_plain(message)
                whole = None if held is None else ()
                if fits and whole is not None and not held:
                    answer = form.decided.get((None, code, status))
                    if answer and not (shape.is_alone or self._others_say_nothing(body, form, broker)):
                        answer = None
        if answer is not None and fits:
            signature, rank, row, said = answer
            text = message if said is not None else ""
            reading = _new(BodyReading, (row, body, message, code, status))
            made: Found = _new(Found, (signature, rank, reading, said, spans, text, 0, len(text), part))
            return made
        case: Case = _new(Case, (body, broker, status, part, shape, form, message, code, whole))
        return self._by_held(held, case) if held else self._looked_up(case)

    def find_in_list(
        self, items: "Sequence[object]", broker: str | None, status: int | None, part: "Part | None" = None
    ) -> "Found | object | None":
        """The same for a list that holds nothing but one body, which every envelope may read there."""
        body = items[0] if len(items) == 1 else None
        if type(body) is not dict:
            return UNDECIDED
        shape = self._shapes.of_body(body, broker)  # pyright: ignore[reportUnknownArgumentType]
        return UNDECIDED if shape.has_single else self.find(body, broker, status, part)  # pyright: ignore[reportUnknownArgumentType]

    # ---- bodies whose values decide which envelope reads them ---------------------------------------------

    def _by_values(
        self, shape: "Shape", body: "Body", broker: str | None, status: int | None, part: "Part | None"
    ) -> "tuple[Form, None] | tuple[None, Found | object | None]":
        """The envelope that reads the body; None beside what was found if something else decides."""
        form = next((one for one in shape.forms if one.holds(body)), None) if shape.direct else None
        if form is None:
            return None, UNDECIDED
        if form.inner:
            return None, self._within(form, body, broker, status, part)
        if shape.telling:
            fields = Fields(body, self._nothing, 0)
            telling = [one for one in shape.telling if has_field(one, fields)]
            if telling:
                row = form.rows.get(broker or "")
                decided = row is not None and not (row.success or row.code_sets or form.each)
                return None, self._told(telling, row, body, status, part) if row and decided else UNDECIDED
        return (form, None) if form.plain and form.message_key in body else (None, UNDECIDED)

    def _within(
        self, form: "Form", body: "Body", broker: str | None, status: int | None, part: "Part | None"
    ) -> "Found | object | None":
        """What the body within an envelope says, where the envelope adds nothing to it but a status."""
        row = form.rows.get(broker or "")
        inner = value_at(body, form.inner)
        if row is None or row.single or row.request_id or row.code_sets or type(inner) is not dict:
            return UNDECIDED
        if any(one.inner for one in self._shapes.of_body(inner, broker).forms):  # pyright: ignore[reportUnknownArgumentType]
            return UNDECIDED  # how deep it may go on is the whole way's to know
        own = as_status(value_at(body, form.status)) if form.status else None
        if own is not None and status not in (None, own):  # both count
            return UNDECIDED
        found = self.find(inner, broker, status if own is None else own, part)  # pyright: ignore[reportUnknownArgumentType]  # what it holds is not known
        if not isinstance(found, Found) or found.signature.fallback:
            return UNDECIDED
        return found if row.channel in (None, found.reading.channel) else UNDECIDED

    def _told(
        self,
        telling: "list[SignatureRow]",
        row: "EnvelopeRow",
        body: "Body",
        status: int | None,
        part: "Part | None",
    ) -> "Found | object | None":
        """What those fields tell, which outweighs every message, code and status."""
        text = value_at(body, row.message) if row.message else None
        message = text if type(text) is str and text and not text.isspace() else None
        code = value_at(body, row.code) if row.code else None
        reading = BodyReading(row, body, message, None if code is MISSING else code, status)
        found = [
            Found(one, one.rank, reading, part=part)
            for one in telling
            if one.rank > _MESSAGES and self._lookup.admits(one, reading)
        ]
        return best(found, row.broker) if found and row.channel is not None else UNDECIDED

    # ---- a message by its spelling or its slots -----------------------------------------------------------

    def _looked_up(self, case: Case) -> "Found | object | None":
        """A message by its spelling or its slots, else what the rest says."""
        message, form = case.message, case.form
        if message == "" or not self._fits(case):
            return UNDECIDED
        template = self._exact.get(message)
        if template is None:
            if case.whole is None:  # it is not plain
                return UNDECIDED
            template = self._exact.get(message.lower())
        known = None if template is None else form.decided.get((template, case.code, case.status))
        if known is not None and (
            case.shape.is_alone or self._others_say_nothing(case.body, form, case.broker)
        ):
            signature, rank, row, said = known
            text = message if said is not None else ""
            return Found(signature, rank, case.reading(row), said, (), text, 0, len(text), case.part)
        whole: Whole = [(template, ())] if template is not None else case.whole or []
        found = self._of_places([(template, (0, len(message), spans)) for template, spans in whole], case)
        top = best(found, case.broker) if found else None
        if top is None or top.rank <= _CODES:
            return self._rest(found, [template for template, _ in whole], case)
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
            answer = signature, found.rank, form.rows[signature.broker], template
            form.answers[template] = answer
            if self._exact.get(case.message) is template:
                form.answers[case.message] = answer
        elif template is not None and not template.slots and not form.rows[signature.broker].status:
            form.keep(template, case.code, case.status, found)

    def _by_held(self, held: "Held", case: Case) -> "Found | object":
        """What messages say that stand within one that is not known."""
        if case.broker is None or not self._fits(case):
            return UNDECIDED
        found = self._of_places(held, case)
        top = best(found, case.broker) if found else None
        if top is None or top.rank <= _CODES:
            return UNDECIDED
        return top

    def _of_places(
        self, places: "Iterable[tuple[Template, tuple[int, int, Spans | re.Match[str]]]]", case: Case
    ) -> list[Found]:
        """What messages say that stand there: of each the first signature that the body admits."""
        found: list[Found] = []
        text, part = case.message, case.part
        for template, (start, end, spans) in places:
            for signature in template.signatures:
                row = case.form.rows.get(signature.broker)
                if row is None or row.success:
                    continue
                if case.broker is None and not (signature.unmistakable and len(template.signatures) == 1):
                    break
                reading = case.reading(row)
                if self._lookup.admits(signature, reading):
                    rank = signature.rank + MESSAGE_IN_FIELD
                    found.append(Found(signature, rank, reading, template, spans, text, start, end, part))
                    break
        return found

    def _rest(self, found: list[Found], tried: "list[Template]", case: Case) -> "Found | object | None":
        """A message that tells nothing specific: code, status and fields decide, if nothing else does.

        ``tried`` are the templates that it is all of.
        """
        message, form = case.message, case.form
        if message.isspace() or holds_more(message):
            return UNDECIDED
        if any(template not in tried for template, _ in self._held.of(message)):
            return UNDECIDED
        if case.broker is None:
            return None if not found and self._is_nobodys(case) else UNDECIDED
        row = form.rows[case.broker]
        if row.success or not self._others_say_nothing(case.body, form, case.broker):
            return UNDECIDED
        if case.status not in (None, case.reading(row).status):  # the body states another one: both count
            return UNDECIDED
        decided = self._decided(found, case, row)
        depends = row.status or any(template.slots for template in tried)
        if decided is not None and not depends and all(map(form.decides, case.shape.fields)):
            form.keep(tried[0] if tried else None, case.code, case.status, decided)
        return decided

    def _is_nobodys(self, case: Case) -> bool:
        """Whether nothing tells whose a body is, if nobody has named a broker: then it says nothing."""
        form, told = case.form, self._lookup.told_by(as_text(case.code))
        return (
            told is None
            and len(case.shape.forms) == 1
            and not any(row.unmistakable or row.success for row in form.rows.values())
            and self._others_say_nothing(case.body, form, None)
        )

    def _decided(self, found: list[Found], case: Case, row: "EnvelopeRow") -> "Found | None":
        """The best of what a general message, the code, the status and the fields say."""
        reading, lookup, part = case.reading(row), self._lookup, case.part
        code, status = reading.code, reading.status
        fields = Fields(case.body, self._nothing, 0)
        signatures = [
            *(one for one in lookup.codes.get(code or "", ()) if one.broker == row.broker),
            *lookup.of_status(row.broker, status),
            *(one for one in case.shape.fields if one.broker == row.broker and has_field(one, fields)),
        ]
        said = [Found(one, one.rank, reading, part=part) for one in signatures if lookup.admits(one, reading)]
        if code is not None and status is None:
            inner = lookup.status_in(row.broker, row.code_sets, code)
            said += [
                Found(one, one.rank + CODE_WITH_STATUS, reading, part=part)
                for one in lookup.of_status(row.broker, inner)
            ]
        return best([*found, *said], row.broker) if found or said else None

    def _others_say_nothing(self, body: "Body", form: "Form", broker: str | None) -> bool:
        """Whether no text leads anywhere that the form does not read."""
        for key, value in body.items():
            if key in (form.message_key, form.code_key):
                continue
            if type(value) is str:
                if may_say(value) and not self._says_nothing(value, broker):
                    return False
            elif type(value) not in _NUMBERS:
                return False
        return True
