"""Errors in bodies: by the envelopes that a body's keys allow, then by field, message, code and status."""

from ._finding import Found
from ._fold import Folded
from ._report import Given, Reading
from ._rows import CODE_WITH_STATUS, MESSAGE_IN_FIELD
from ._shapes import Shapes
from ._values import MISSING, Fields, StatedFields, as_status, as_text, kind_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ._lookup import Lookup
    from ._rows import EnvelopeRow, SignatureRow
    from ._search import Search, Visit
    from ._shapes import Form, Shape
    from ._template import Spans, Template

    Readings = Mapping[str, Reading]

SHORTEST = 6
"""Shorter texts under keys that no envelope reads are not looked into."""
_HOLDS_MORE = ("{", "[", "<", "\\")


class Bodies:
    """Reads bodies. ``visit`` looks into what a body holds, whatever it is."""

    def __init__(self, lookup: "Lookup", shapes: Shapes, visit: "Visit") -> None:
        self._lookup = lookup
        self._shapes = shapes
        self._visit = visit

    def gather(
        self,
        body: "Mapping[str, object]",
        given: Given,
        search: "Search",
        depth: int,
        *,
        item: bool = False,
    ) -> None:
        """Find what a body says, by itself or as an ``item`` of a list.

        Where no envelope tells anything specific, all that is in it is looked into.
        """
        fields = Fields(body, search.next_place(), item=item)
        read: list[object] = []
        if not self._by_forms(self._shapes.of_body(body, given.broker), fields, given, search, depth, read):
            for value in body.values():
                if may_say(value) and not any(value is one for one in read):
                    self._visit(value, given, search, depth + 1)

    def gather_stated(self, fields: StatedFields, given: Given, search: "Search", depth: int) -> None:
        """Find what fields say that a text states."""
        self._by_forms(self._shapes.of_group(fields.body, given.broker), fields, given, search, depth, [])

    def _by_forms(
        self,
        shape: "Shape",
        fields: Fields,
        given: Given,
        search: "Search",
        depth: int,
        read: list[object],
    ) -> bool:
        """Read by the first envelope of each broker that holds. Tell whether that is all there is to read."""
        brokers: set[str] = set()
        around: dict[str, EnvelopeRow] = {}
        before_all = len(search.found)
        all_said = False
        for form in shape.forms:
            rows = self._holding(form, fields, brokers)
            if not rows:
                continue
            if form.inner and fields.holds_beside(form.inner):
                given = self._given(next(iter(rows.values())), fields, given)
                around.update(rows)
                continue
            brokers.update(rows)
            errors = {broker: row for broker, row in rows.items() if not row.success}
            all_said = all_said or len(errors) < len(rows)
            if errors:
                search.note("envelope", *(f"{broker}.{row.id}" for broker, row in errors.items()))
                read.append(fields.value(form.message) if form.message else MISSING)
                before = len(search.found)
                if form.inner or form.each:
                    self._inside(form, errors, fields, given, search, depth)
                    all_said = True
                else:
                    self._by_form(form, errors, shape, fields, given, search, depth)
                all_said = all_said or any(not one.signature.fallback for one in search.found[before:])
        if len(search.found) == before_all:
            for broker, row in around.items():
                self.by_status(broker, self._reading(row, fields, given, None, None), search)
        return all_said

    def _holding(self, form: "Form", fields: Fields, done: set[str]) -> "dict[str, EnvelopeRow]":
        """The brokers whose envelope this is, by what it asks for and by their codes."""
        rows = {
            broker: row
            for broker, row in form.rows.items()
            if broker not in done and not (row.single and fields.item)
        }
        if not rows or not all(check(fields.value(path)) for path, check in form.checks):
            return {}
        code = as_text(fields.value(form.code)) if form.code else None
        if code is None:
            return rows
        return {broker: row for broker, row in rows.items() if self.code_fits(row, code)}

    def code_fits(self, row: "EnvelopeRow", code: str) -> bool:
        """Tell whether a code may be one of those that the envelope carries."""
        return not row.code_sets or self._lookup.fits(row.broker, row.code_sets, code)

    def _inside(
        self,
        form: "Form",
        rows: "Mapping[str, EnvelopeRow]",
        fields: Fields,
        given: Given,
        search: "Search",
        depth: int,
    ) -> None:
        """Read what an envelope holds; the status decides where that says nothing."""
        value = fields.value(form.inner or form.each)
        items = value if form.each and type(value) is list else [value]
        for row in rows.values():
            inner = self._given(row, fields, given)
            before = len(search.found)
            for item in items:
                if item is not MISSING:
                    part = {"": item} if form.each and type(item) is str else item
                    self._visit(part, inner, search, depth + 1)
            if len(search.found) == before:
                kind = kind_of(value)
                bare = Reading(
                    inner, inner.channel, inner.status, None, None, fields.body, kind, inner.owners
                )
                self.by_status(row.broker, bare, search)

    def _given(self, row: "EnvelopeRow", fields: Fields, given: Given) -> Given:
        return given.with_(
            channel=row.channel,
            status=as_status(fields.value(row.status)) if row.status else None,
            owner=row.broker if row.unmistakable else None,
            request_id=as_text(fields.value(row.request_id)) if row.request_id else None,
        )

    def _by_form(
        self,
        form: "Form",
        rows: "Mapping[str, EnvelopeRow]",
        shape: "Shape",
        fields: Fields,
        given: Given,
        search: "Search",
        depth: int,
    ) -> None:
        text = fields.value(form.message) if form.message else MISSING
        message = text if type(text) is str and text and not text.isspace() else None
        code = as_text(fields.value(form.code)) if form.code else None
        readings = {broker: self._reading(row, fields, given, code, message) for broker, row in rows.items()}
        for signature in shape.fields:
            reading = readings.get(signature.broker)
            if reading is not None and _has_field(signature, fields):
                self.add(signature, reading, search)
        if message is not None:
            self.message(message, readings, search, depth)
        if code is not None:
            self._by_code(code, rows, readings, search)
        for broker, reading in readings.items():
            self.by_status(broker, reading, search)

    def _reading(
        self, row: "EnvelopeRow", fields: Fields, given: Given, code: str | None, message: str | None
    ) -> Reading:
        inner = self._given(row, fields, given)
        told = self._lookup.told_by(code)
        return Reading(
            inner,
            inner.channel,
            inner.status,
            code,
            message,
            fields.body,
            "text" if message else inner.body,
            inner.owners if told is None or told in inner.owners else (*inner.owners, told),
            order=fields.order,
            at=fields.at,
        )

    # ---- a message in its field --------------------------------------------------------------------------

    def message(self, message: str, readings: "Readings", search: "Search", depth: int) -> None:
        """Recognise a vendor's message: all of it, else a message within it, else what else it holds."""
        folded = Folded(message)
        search.note("message", repr(message[:200]))
        if self._recognised("the whole message", self._whole(folded), folded, readings, search):
            return
        if self._recognised("within the message", self._within(folded, readings), folded, readings, search):
            return
        if any(sign in message for sign in _HOLDS_MORE):
            reading = next(iter(readings.values()))
            owner = next(iter(reading.owners), None)
            self._visit(message, reading.given.with_(owner=owner), search, depth + 1)

    def _whole(self, folded: Folded) -> "Iterator[tuple[Template, int, int, Spans]]":
        for template, spans in self._lookup.whole(folded.low):
            yield template, 0, len(folded.low), spans

    def _within(self, folded: Folded, readings: "Readings") -> "Iterator[tuple[Template, int, int, Spans]]":
        for template in self._lookup.said_in(folded.low):
            if any(signature.broker in readings for signature in template.signatures):
                place = template.find(folded, in_field=True)
                if place is not None:
                    yield template, *place

    def _recognised(
        self,
        how: str,
        places: "Iterator[tuple[Template, int, int, Spans]]",
        folded: Folded,
        readings: "Readings",
        search: "Search",
    ) -> bool:
        """Add what was found. Tell whether it is specific."""
        specific = False
        for template, start, end, spans in places:
            for signature in template.signatures:
                reading = readings.get(signature.broker)
                if reading is not None and self._lookup.admits(signature, reading):
                    search.note(how, template.row.key)
                    rank = signature.rank + MESSAGE_IN_FIELD
                    counted = self.counted(
                        Found(signature, rank, reading, template, spans, folded.plain, start, end), search
                    )
                    specific = specific or (counted and not signature.fallback)
        return specific

    # ---- codes and statuses ------------------------------------------------------------------------------

    def _by_code(
        self, code: str, rows: "Mapping[str, EnvelopeRow]", readings: "Readings", search: "Search"
    ) -> None:
        for signature in self._lookup.codes.get(code, ()):
            reading = readings.get(signature.broker)
            if reading is not None:
                self.add(signature, reading, search)
        for broker, row in rows.items():
            status = self._lookup.status_in(broker, row.code_sets, code) if row.code_sets else None
            for signature in self._lookup.of_status(broker, status):
                self.counted(Found(signature, signature.rank + CODE_WITH_STATUS, readings[broker]), search)

    def by_status(self, broker: str, reading: Reading, search: "Search") -> None:
        """Add what the status alone says."""
        for signature in self._lookup.of_status(broker, reading.status):
            self.add(signature, reading, search)

    def add(self, signature: "SignatureRow", reading: Reading, search: "Search") -> None:
        """Add a finding by field, code or status, if the reading has what the signature demands."""
        if self._lookup.admits(signature, reading):
            self.counted(Found(signature, signature.rank, reading), search)

    def counted(self, found: Found, search: "Search") -> bool:
        """Add a finding if it is known whose it is, and tell whether it was."""
        asked_for, broker = found.reading.given.broker, found.signature.broker
        if asked_for is not None:
            counts = asked_for == broker
        else:
            counts = found.signature.unmistakable or broker in found.reading.owners
        if counts:
            search.found.append(found)
        return counts


def _has_field(signature: "SignatureRow", fields: Fields) -> bool:
    value = as_text(fields.value(signature.path))
    if value is None or signature.value not in (None, value):
        return False
    return not signature.beside or as_text(fields.value(signature.beside)) is not None


def may_say(value: object) -> bool:
    """Whether a value under a key that no envelope reads is worth looking into."""
    return len(value) >= SHORTEST if type(value) is str else type(value) not in (int, float, bool, type(None))
