"""Ties a broker's envelopes and matching plan to its enum, and matches sources with them."""

from importlib import import_module

from ._decode import CodeSet, Context, Decoder, Envelope, as_status, as_text, value_at
from ._lookup import Lookup
from ._source import Source, read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import ModuleType

    from ._errors import BrokerError
    from ._lookup import Hit
    from ._match import Match
    from ._report import Report


class Recognised:
    """A report with the rule that holds for it, before it becomes a match."""

    __slots__ = ("error", "fields", "hit", "report")

    def __init__(self, error: str, hit: "Hit", report: "Report", fields: tuple[str, ...]) -> None:
        self.error = error
        self.hit = hit
        self.report = report
        self.fields = fields

    def params(self) -> dict[str, str]:
        """The values of the slots, and those of the further body fields that the entry names."""
        params = self.hit.params()
        for path in self.fields:
            value = as_text(value_at(self.report.fields, path))
            if value is not None:
                params.setdefault(path.rpartition(".")[2], value)
        return params


class Recogniser:
    """Recognises a broker's reports in sources. Knows ids only, no enum."""

    def __init__(
        self,
        broker: str,
        *,
        http_channel: str,
        marks: tuple[str, ...],
        envelopes: tuple[Envelope, ...],
        code_sets: tuple[CodeSet, ...],
        lookup: Lookup,
        fields: "Mapping[str, tuple[str, ...]]",
    ) -> None:
        self.broker = broker
        self._http_channel = http_channel
        self._marks = marks
        self._decoder = Decoder(envelopes, code_sets)
        self._lookup = lookup
        self._fields = fields

    def owns(self, sources: "list[Source]") -> bool:
        """Tell whether a source names the broker: in the exception's module, the address or the text."""
        for source in sources:
            text = f"{source.origin} {source.value if isinstance(source.value, str) else ''}".lower()
            if any(mark in text for mark in self._marks):
                return True
        return False

    def recognise(
        self, sources: "list[Source]", *, named: bool, status: object = None, channel: object = None
    ) -> "Iterator[Recognised]":
        """Yield each report that is recognised. ``named`` says that the broker is known to be this one."""
        owned = self.owns(sources)
        found = False
        for source in sources:
            if found and source.again:
                continue
            found = False
            context = self._context(
                source, as_status(status), channel if isinstance(channel, str) else None, owned
            )
            for recognised in self._of_source(source, context, named=named):
                found = True
                yield recognised

    def _of_source(self, source: Source, context: Context, *, named: bool) -> "Iterator[Recognised]":
        found = False
        for report in self._decoder.reports(source.value, context):
            if found and report.again:
                continue
            for hit in self._lookup.hits(report):
                if named or report.owned or hit.rule.own:
                    found = True
                    report.message = hit.message or report.message
                    yield Recognised(hit.rule.error, hit, report, self._fields.get(hit.rule.error, ()))
                    break

    def _context(self, source: Source, status: int | None, channel: str | None, owned: bool) -> Context:
        return Context(
            self.broker,
            channel=channel,
            http_channel=self._http_channel,
            status=source.status if status is None else status,
            request_id=source.headers.get("x-request-id"),
            headers=source.headers,
            owned=owned,
        )


def recogniser(plan: "ModuleType") -> Recogniser:
    """Make a recogniser of a broker's plan, which is a module of plain data."""
    code_sets = {
        enum: CodeSet(pattern, frozenset(codes), own) for enum, pattern, codes, own in plan.CODE_SETS
    }
    envelopes = tuple(
        Envelope(when, codes=tuple(code_sets[enum] for enum in codes), **options)
        for when, codes, options in plan.ENVELOPES
    )
    lookup = Lookup(
        plan.RULES,
        exact=plan.EXACT,
        stages=plan.STAGES,
        fields=plan.FIELD_RULES,
        codes=plan.CODE_RULES,
        statuses=plan.STATUS_RULES,
        last_fields=plan.LAST_FIELD_RULES,
    )
    return Recogniser(
        plan.BROKER,
        http_channel=plan.HTTP_CHANNEL,
        marks=plan.MARKS,
        envelopes=envelopes,
        code_sets=tuple(code_sets.values()),
        lookup=lookup,
        fields=plan.PARAM_FIELDS,
    )


class Engine:
    """Matches sources against one broker."""

    def __init__(self, broker: str) -> None:
        plan = import_module(f"._{broker}_plan", __package__)
        self.errors: type[BrokerError] = getattr(import_module(f".{broker}", __package__), plan.ENUM)
        self._members = {error.value: error for error in self.errors}
        self._recogniser = recogniser(plan)

    def matches(
        self, sources: "list[Source]", *, named: bool, status: object = None, channel: object = None
    ) -> "Iterator[Match[BrokerError]]":
        """Yield a match for each report that is recognised; arguments as for :meth:`Recogniser.recognise`."""
        from ._match import Match
        from ._vocabulary import MatchedOn

        for found in self._recogniser.recognise(sources, named=named, status=status, channel=channel):
            yield Match(
                self._members[found.error], MatchedOn(found.hit.matched_on), found.report, found.params
            )


_ENGINES: "dict[str, Engine]" = {}


def engine(broker: str) -> Engine:
    """The engine of a broker, made on first use."""
    made = _ENGINES.get(broker)
    if made is None:
        made = _ENGINES[broker] = Engine(broker)
    return made


def match_all(
    source: object, brokers: "tuple[str, ...]", named: bool, status: object, channel: object
) -> "Iterator[Match[BrokerError]]":
    """Yield the errors in ``source``; none where two brokers could have said them."""
    sources = list(read(source))
    found = [
        engine(broker).matches(sources, named=named, status=status, channel=channel) for broker in brokers
    ]
    first = [(match, rest) for rest in found if (match := next(rest, None)) is not None]
    if len(first) == 1:
        match, rest = first[0]
        yield match
        yield from rest
