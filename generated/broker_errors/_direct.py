"""The common case at once: a body with its message in one place, known word for word, by its slots, or not at all.

It answers only where the whole way would answer the same, and leaves everything else to it.
"""

from ._finding import Found
from ._fold import is_plain
from ._report import Report
from ._rows import MESSAGE_IN_FIELD
from ._values import as_status, as_text, value_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ._lookup import Lookup
    from ._rows import EnvelopeRow
    from ._shapes import Form, Shape, Shapes
    from ._template import Spans, Template

    Body = Mapping[str, object]


class BodyReading:
    """What an envelope of one level reads of a body, worked out when it is asked for."""

    __slots__ = ("_row", "_status", "code", "fields", "message")

    at = order = 0
    body = "text"

    def __init__(
        self, row: "EnvelopeRow", fields: "Body", message: str, code: str | None, status: int | None
    ) -> None:
        self._row = row
        self._status = status
        self.code = code
        self.fields = fields
        self.message = message

    @property
    def channel(self) -> str | None:
        """The envelope's channel."""
        return self._row.channel

    @property
    def status(self) -> int | None:
        """The status that was given, else the body's."""
        row = self._row
        return (
            as_status(value_at(self.fields, row.status))
            if self._status is None and row.status
            else self._status
        )

    def report(self, broker: str, place: tuple[int, int] | None) -> Report:
        """The report of this reading."""
        row = self._row
        request_id = as_text(value_at(self.fields, row.request_id)) if row.request_id else None
        return Report(
            broker,
            self.channel,
            self.status,
            self.code,
            self.message,
            self.fields,
            request_id,
            {},
            place,
            False,
            self.body,
        )


UNDECIDED = object()
"""Stands for an answer that only the whole way can give."""
MOST_SPECIFIC = 10
"""A rank that this divides is that of an entry than which none is more specific."""


class Direct:
    """Answers the common case. ``says_nothing`` tells whether a text leads nowhere."""

    def __init__(
        self, lookup: "Lookup", shapes: "Shapes", says_nothing: "Callable[[str, bool], bool]"
    ) -> None:
        self._lookup = lookup
        self._shapes = shapes
        self._exact = lookup.exact
        self._says_nothing = says_nothing

    def find(self, body: "Body", broker: str | None, status: int | None) -> "Found | object | None":
        """The error in a body; ``UNDECIDED`` where the whole way has to tell."""
        shape = self._shapes.of_body(body, broker)
        if not shape.direct:
            return UNDECIDED
        for form in shape.forms:
            if form.only_text:
                message = body[form.message_key]  # type: ignore[index]  # it has one, as it asks for its text
                if type(message) is not str or message == "":
                    continue
            elif form.holds(body):
                message = body.get(form.message_key) if form.plain else None  # type: ignore[arg-type]
                if type(message) is not str:
                    return UNDECIDED
            else:
                continue
            code = body.get(form.code_key) if form.code_key is not None else None
            template = self._exact.get(message)
            if template is not None:
                return self._known(template, (), message, form, body, code, broker, status)
            return self._other(message, shape, form, body, code, broker, status)
        return UNDECIDED

    def _known(
        self,
        template: "Template",
        spans: "Spans",
        text: str,
        form: "Form",
        body: "Body",
        code: object,
        broker: str | None,
        status: int | None,
    ) -> "Found | object":
        """The first signature of the message, if it is one that nothing beats and that is surely admitted."""
        for signature in template.signatures:
            row = form.rows.get(signature.broker)
            if row is None:
                continue
            if signature.fallback or row.success or signature.rank % MOST_SPECIFIC:
                return UNDECIDED
            if code is not None:
                code = code if type(code) is str else as_text(code)
                if code is None or (row.code_sets and not self._lookup.fits(row.broker, row.code_sets, code)):
                    return UNDECIDED
            if broker is None and not (signature.unmistakable and len(template.signatures) == 1):
                return UNDECIDED
            reading = BodyReading(row, body, text, code, status)
            if not signature.free and not self._lookup.admits(signature, reading):
                return UNDECIDED
            length = len(text)
            return tuple.__new__(
                Found,
                (
                    signature,
                    signature.rank + MESSAGE_IN_FIELD,
                    reading,
                    template,
                    spans,
                    text,
                    0,
                    length,
                    None,
                ),
            )
        return UNDECIDED

    def _other(
        self,
        message: str,
        shape: "Shape",
        form: "Form",
        body: "Body",
        code: object,
        broker: str | None,
        status: int | None,
    ) -> "Found | object | None":
        """A message in another spelling, with slots, or unknown."""
        if not is_plain(message) or "{" in message or "[" in message:
            return UNDECIDED
        low = message.lower()
        text = message
        if low[-1:] == ".":
            low, text = low[:-1], text[:-1]
        template = self._exact.get(low)
        if template is not None:
            return self._known(template, (), message, form, body, code, broker, status)
        whole = self._lookup.with_slots(low)
        if whole:
            if len(whole) > 1:
                return UNDECIDED
            return self._known(*whole[0], text, form, body, code, broker, status)
        if self._lookup.says_any(low) or not self._rest_says_nothing(shape, body, named=broker is not None):
            return UNDECIDED
        return self._unknown(message, shape, form, body, code, broker, status)

    def _rest_says_nothing(self, shape: "Shape", body: "Body", *, named: bool) -> bool:
        for key in shape.others:
            value = body[key]
            if type(value) is str:
                if len(value) > 5 and not self._says_nothing(value, named):
                    return False
            elif type(value) not in (int, float, bool, type(None)):
                return False
        return True

    def _unknown(
        self,
        message: str,
        shape: "Shape",
        form: "Form",
        body: "Body",
        code: object,
        broker: str | None,
        status: int | None,
    ) -> "Found | object | None":
        """The code decides, else the status."""
        if broker is None or shape.fields or len(form.rows) != 1 or message.isspace():
            return UNDECIDED
        row = form.rows[broker]
        code = as_text(code)
        if row.success or (
            row.code_sets and code is not None and not self._lookup.fits(broker, row.code_sets, code)
        ):
            return UNDECIDED
        reading = BodyReading(row, body, message, code, status)
        by_status = self._lookup.of_status(broker, status)
        if code is not None:
            for signature in self._lookup.codes.get(code, ()):
                if signature.broker == broker and self._lookup.admits(signature, reading):
                    if signature.fallback and any(not one.fallback for one in by_status):
                        return UNDECIDED
                    return Found(signature, signature.rank, reading)
            return UNDECIDED
        for signature in by_status:
            if self._lookup.admits(signature, reading):
                return Found(signature, signature.rank, reading)
        return None
