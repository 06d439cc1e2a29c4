# This line is another one in the package: it says where the module is from.
"""Errors in bodies: by the envelopes that a body's keys allow, then by field, message, code and status."""

# What lists and objects of a body hold is not known to types.
# pyright: reportUnknownArgumentType=false, reportUnknownMemberType=false, reportUnknownVariableType=false

from ._finding import Found
from ._fold import Folded
from ._report import Given, Reading
from ._rows import CODE_WITH_STATUS, MESSAGE_IN_FIELD
from ._shapes import Shapes
from ._values import (
    MAX_CODES,
    MISSING,
    Fields,
    StatedFields,
    as_status,
    as_text,
    has_field,
    holds_more,
    is_short,
    kind_of,
    may_say,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ._lookup import Lookup
    from ._rows import EnvelopeRow, SignatureRow
    from ._search import Search, Visit
    from ._shapes import Form, Shape
    from ._template import Place, Template

    Rows = Mapping[str, EnvelopeRow]


class Bodies:
    """Reads bodies. ``visit`` looks into what a body holds, whatever it is."""

    def __init__(self, lookup: "Lookup", shapes: Shapes, visit: "Visit") -> None:
        self._lookup = lookup
        self._shapes = shapes
        self._visit = visit

    def gather(self, fields: Fields, search: "Search") -> None:
        """Find what a body says. Where no envelope tells anything specific, all of it is looked into."""
        read: list[object] = []
        shape = self._shapes.of_body(fields.body, fields.given.broker)
        if not self._by_forms(shape, fields, search, read):
            for value in fields.body.values():
                if may_say(value) and not any(value is one for one in read):
                    self._visit(value, fields.given, search, fields.depth + 1)

    def gather_stated(self, fields: StatedFields, search: "Search") -> Given:
        """Find what fields say that a text states. Give back what else they tell of the text."""
        self._by_forms(self._shapes.of_group(fields.body, fields.given.broker), fields, search, [])
        return fields.given

    def _by_forms(self, shape: "Shape", fields: Fields, search: "Search", read: list[object]) -> bool:
        """Read by the first envelope of each broker that holds. Tell whether that is all there is to read."""
        done: set[str] = set()
        around: dict[str, EnvelopeRow] = {}
        outer: set[str] = set()
        start = len(search.found)
        all_said = False
        for form in shape.forms:
            if outer and form.asks_only(outer):
                continue
            rows = self._holding(form, fields, done)
            if not rows:
                continue
            if form.inner and fields.holds_beside(form.inner):
                fields.given = within(next(iter(rows.values())), fields)
                around.update(rows)
                outer.update(path[-1] for path, _ in form.checks)
                continue
            done.update(rows)
            errors = rows
            if form.has_success:
                errors = {broker: row for broker, row in rows.items() if not row.success}
                all_said = all_said or len(errors) < len(rows)
            if errors:
                if search.notes is not None:
                    search.note("envelope", *(f"{broker}.{row.id}" for broker, row in errors.items()))
                read += [fields.value(path) for path in (form.message, form.code) if path]
                all_said = self._read(form, errors, shape, fields, search) or all_said
        if len(search.found) == start:
            for broker, row in around.items():
                self.by_status(broker, Readings(self._lookup, {broker: row}, fields).of(broker), search)
        return all_said

    def _holding(self, form: "Form", fields: Fields, done: set[str]) -> "Rows":
        """The brokers whose envelope this is, by what it asks for and by their codes."""
        for path, check in form.checks:
            if not check(fields.value(path)):
                return {}
        code = as_text(fields.value(form.code)) if form.has_code_sets else None
        rows: Rows = form.rows_in_list if fields.item else form.rows
        if code is not None:
            rows = form.rows_with.get((code, fields.item)) or self._with_code(form, code, rows, fields)
        return {broker: row for broker, row in rows.items() if broker not in done} if done else rows

    def _with_code(self, form: "Form", code: str, rows: "Rows", fields: Fields) -> "Rows":
        """Those of the rows that a code fits, remembered."""
        fitting = {
            broker: row
            for broker, row in rows.items()
            if not row.code_sets or self._lookup.fits(broker, row.code_sets, code)
        }
        if is_short(code):
            if len(form.rows_with) >= MAX_CODES:
                form.rows_with.clear()
            form.rows_with[code, fields.item] = fitting
        return fitting

    def _read(self, form: "Form", rows: "Rows", shape: "Shape", fields: Fields, search: "Search") -> bool:
        """Read a body by an envelope. Tell whether nothing else in it needs to be looked into."""
        if form.inner or form.each:
            self._inside(form, rows, fields, search)
            return True
        start = len(search.found)
        readings = Readings(self._lookup, rows, fields, form.message, form.code)
        owners = readings.owners
        for signature in shape.fields:
            surpassed = fields.is_cut and signature.is_surpassed
            if signature.broker in owners and not surpassed and has_field(signature, fields):
                self.add(signature, readings.of(signature.broker), search)
        if readings.message is not None:
            self._message(readings, search)
        if readings.code is not None:
            self._by_code(readings, search)
        for broker in owners:
            self.by_status(broker, readings.of(broker), search)
        return any(not one.signature.fallback for one in search.found[start:])

    def _inside(self, form: "Form", rows: "Rows", fields: Fields, search: "Search") -> None:
        """Read what an envelope holds; the status decides where that says nothing."""
        value = fields.value(form.inner or form.each)
        items = value if form.each and type(value) is list else [value]
        once = all(type(item) is dict or type(item) is list for item in items)
        for number, row in enumerate(rows.values()):
            inner = within(row, fields)
            if number and once and inner.status is None and not isinstance(fields, StatedFields):
                break  # it was looked into, and is not again
            start = len(search.found)
            for item in items:
                if item is not MISSING:
                    part = {"": item} if form.each and type(item) is str else item
                    self._visit(part, inner, search, fields.depth + 1)
            if len(search.found) == start:
                bare = Reading(inner, body=kind_of(value), fields=fields, order=fields.order)
                self.by_status(row.broker, bare, search)
            if isinstance(fields, StatedFields):
                fields.given = inner

    # ---- a message in its field --------------------------------------------------------------------------

    def _message(self, readings: "Readings", search: "Search") -> None:
        """Recognize a vendor's message: all of it, else a message within it, else what else it holds.

        An object in it is looked into in any case: what stands there in quotes may be a value of it.
        What a text states may be a client's: of it a reason phrase counts only in the vendor's own spelling.
        """
        message, fields = readings.message or "", readings.fields
        stated = isinstance(fields, StatedFields)
        folded = Folded(message)
        if search.notes is not None:
            search.note("message", repr(message[:200]))
        whole = [
            (template, (0, len(folded.low), spans))
            for template, spans in self._lookup.whole(folded.low)
            if not stated or template.spelled(folded.plain)
        ]
        if self._recognized(whole, folded, readings, search):
            return
        is_within = self._recognized(self._within_field(folded, readings), folded, readings, search)
        if is_within and "{" not in message:
            return
        if holds_more(message):
            reading = readings.of(next(iter(readings.rows)))
            owner = next(iter(reading.owners), None)
            inner = reading.given.with_(owner=owner)
            # a log's line only looks like a body of that channel
            inner.channel, inner.marked = fields.given.channel, inner.marked or inner.channel
            self._visit(message, inner, search, fields.depth + 1)

    def _within_field(self, folded: Folded, readings: "Readings") -> "Iterable[tuple[Template, Place]]":
        for template in self._lookup.said_in(folded.low):
            if any(map(readings.may_count, template.signatures)):
                place = template.find(folded, template.beside_in_field)
                if place is not None:
                    yield template, place

    def _recognized(
        self,
        places: "Iterable[tuple[Template, Place]]",
        folded: Folded,
        readings: "Readings",
        search: "Search",
    ) -> bool:
        """Add what was found. Tell whether it is specific."""
        specific = False
        for template, (start, end, spans) in places:
            for signature in template.signatures:
                if not readings.may_count(signature):
                    continue
                reading = readings.of(signature.broker)
                if self._lookup.admits(signature, reading):
                    search.note("in the message", template.row.key)
                    rank = signature.rank + MESSAGE_IN_FIELD
                    found = Found(signature, rank, reading, template, spans, folded.plain, start, end)
                    search.found.append(found)
                    specific = specific or not signature.fallback
        return specific

    # ---- codes and statuses ------------------------------------------------------------------------------

    def _by_code(self, readings: "Readings", search: "Search") -> None:
        code = readings.code or ""
        for signature in self._lookup.codes.get(code, ()):
            if signature.broker in readings.owners:
                self.add(signature, readings.of(signature.broker), search)
        for broker in readings.owners:
            sets, reading = readings.rows[broker].code_sets, readings.of(broker)
            if reading.status is None and sets:
                status = self._lookup.status_in(broker, sets, code)
                for signature in self._lookup.of_status(broker, status):
                    found = Found(signature, signature.rank + CODE_WITH_STATUS, reading)
                    self.counted(found, reading, search)

    def by_status(self, broker: str, reading: Reading, search: "Search") -> None:
        """Add what the status alone says."""
        for signature in self._lookup.of_status(broker, reading.status):
            self.add(signature, reading, search)

    def add(self, signature: "SignatureRow", reading: Reading, search: "Search") -> None:
        """Add a finding by field, code or status, if the reading has what the signature demands."""
        if self._lookup.admits(signature, reading):
            self.counted(Found(signature, signature.rank, reading), reading, search)

    def counted(self, found: Found, reading: Reading, search: "Search") -> bool:
        """Add a finding of a reading if it is known whose it is, and tell whether it was."""
        asked_for, broker = reading.given.broker, found.signature.broker
        if asked_for is not None:
            counts = asked_for == broker
        else:
            counts = found.signature.unmistakable or broker in reading.owners
        if counts:
            search.found.append(found)
        return counts


class Readings:
    """What an envelope reads of one body: a reading for each broker that has it, made when it is needed.

    ``owners`` are those of the brokers whose body it is known to be. Of the others only a message counts.
    """

    __slots__ = ("_lookup", "_made", "_told", "code", "fields", "message", "owners", "rows")

    def __init__(
        self,
        lookup: "Lookup",
        rows: "Rows",
        fields: Fields,
        message: tuple[str, ...] = (),
        code: tuple[str, ...] = (),
    ) -> None:
        self._lookup = lookup
        self.rows = rows
        self.fields = fields
        text = fields.value(message) if message else MISSING
        self.message = text if type(text) is str and text and not text.isspace() else None
        self.code = as_text(fields.value(code)) if code else None
        self._told = told = lookup.told_by(self.code)
        given = fields.given
        self.owners = (
            [
                broker
                for broker, row in rows.items()
                if broker == told or row.unmistakable or broker in given.owners
            ]
            if given.broker is None
            else [given.broker]
        )
        self._made: dict[str, Reading] = {}

    def may_count(self, signature: "SignatureRow") -> bool:
        """Whether a message of a signature is a broker's that has this envelope, and known to be its."""
        broker = signature.broker
        return broker in self.owners or (signature.unmistakable and broker in self.rows)

    def of(self, broker: str) -> Reading:
        """The reading by that broker's envelope."""
        reading = self._made.get(broker)
        if reading is None:
            reading = self._made[broker] = self._reading(self.rows[broker])
        return reading

    def _reading(self, row: "EnvelopeRow") -> Reading:
        fields, told = self.fields, self._told
        inner = within(row, fields)
        return Reading(
            inner,
            code=self.code,
            message=self.message,
            fields=fields,
            body="text" if self.message else inner.body,
            owners=inner.owners if told is None or told in inner.owners else (*inner.owners, told),
            order=fields.order,
            at=fields.at,
        )


def within(row: "EnvelopeRow", fields: Fields) -> Given:
    """What is known of what an envelope holds."""
    return fields.given.with_(
        channel=row.channel,
        status=as_status(fields.value(row.status)) if row.status else None,
        owner=row.broker if row.unmistakable else None,
        request_id=as_text(fields.value(row.request_id)) if row.request_id else None,
    )
