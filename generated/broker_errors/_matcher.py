# From generator/targets/python/runtime/_matcher.py by `python -m generator build`. Do not edit.
"""From a source to the errors in it."""

# What lists and objects of a body hold is not known to types.
# pyright: reportUnknownArgumentType=false, reportUnknownMemberType=false, reportUnknownVariableType=false

from functools import cached_property

from ._direct import UNDECIDED, Direct
from ._finding import Found, best, distinct
from ._lookup import Lookup
from ._report import Given, Part, Reading
from ._rows import TELLS_BROKER
from ._search import MAX_TEXTS, Search
from ._shapes import Shapes
from ._values import Fields, as_status, kind_of, parsed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from ._bodies import Bodies
    from ._objects import Objects, Piece
    from ._rows import Common, Plan
    from ._texts import Texts

    Framings = Mapping[str, tuple[str, ...]]

_OPENING = ("{", "[", '"')
"""What JSON texts that matter begin with."""
_new: "Any" = tuple.__new__  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
"""Makes a named tuple of a tuple, in less than half the time that its class takes."""


class Matcher:
    """Recognizes errors of any number of brokers. Made once."""

    def __init__(self, plans: "Sequence[Plan]", common: "Common") -> None:
        self._lookup = Lookup(plans, common)
        self._shapes = Shapes(self._lookup)
        self._framings = _by_first(
            one for plan in plans for channel in plan.channels for one in channel.framing
        )
        self._request_id_headers = tuple(name for plan in plans for name in plan.request_id_headers)
        self._nothing_more: dict[str | None, Given] = {}
        self._nothing_more.update(
            (broker, self._asked(broker, None, None)) for broker in (None, *self._lookup.brokers)
        )
        self._direct = Direct(self._lookup, self._shapes, self._says_nothing)

    @cached_property
    def _bodies(self) -> "Bodies":
        """Reads bodies: made for the first one that is not answered at once."""
        from ._bodies import Bodies

        return Bodies(self._lookup, self._shapes, self._visit)

    @cached_property
    def _texts(self) -> "Texts":
        """Reads texts: made for the first one, because what is asked most often is a body."""
        from ._forms import TextForms
        from ._texts import Texts

        forms = TextForms(row for plan in self._lookup.plans.values() for row in plan.forms)
        return Texts(self._lookup, forms, self._bodies)

    @cached_property
    def _objects(self) -> "Objects":
        """Reads objects: made for the first one."""
        from ._objects import Objects

        plans = self._lookup.plans.values()
        attributes = dict.fromkeys(name for plan in plans for name in plan.attributes)
        return Objects(self._lookup.common, tuple(attributes))

    def find(
        self,
        source: object,
        broker: str | None = None,
        status: int | None = None,
        channel: str | None = None,
    ) -> Found | None:
        """The error in a source; None for success and for what cannot be told. Never raises."""
        try:
            part = led = None
            if type(source) is str:
                if source[:1] == "{" and (body := source.rstrip())[-1:] == "}":
                    part = _new(Part, (0, len(body), None))
                    value = _parsed(body)
                    source = source if value is body else value
                elif source[:1] == "[" or source[:1].isspace():
                    source, part = _value_in(source)
                if type(source) is str and status is None and not _may_be_json(source, self._framings):
                    led = self._texts.led(source, broker)
                    if led is None:
                        return None
            if channel is None and (type(source) is dict or type(source) is list):
                known = status if status is None else as_status(status)
                found = (
                    self._direct.find(source, broker, known, part)
                    if type(source) is dict
                    else self._direct.find_in_list(source, broker, known, part)  # type: ignore[arg-type]
                )
                if found is not UNDECIDED:
                    return found  # type: ignore[return-value]
            search = Search()
            given = self._asked(broker, status, channel)
            if led is None:
                is_read = part is not None and type(source) is not str
                self._searched(source, given.with_(part=part) if is_read else given, search)
            else:
                self._texts.gather(source, given, search, 0, led)  # type: ignore[arg-type]
            return best(search.found, broker) if search.found else None
        except Exception:  # noqa: BLE001 - foreign objects raise anything, and a matcher must not
            return None

    def find_all(
        self,
        source: object,
        broker: str | None = None,
        status: int | None = None,
        channel: str | None = None,
    ) -> "Iterator[Found]":
        """Each distinct error in a source, the best first. Never raises."""
        try:
            search = self._searched(source, self._asked(broker, status, channel), Search())
            return distinct(search.found, broker)
        except Exception:  # noqa: BLE001 - as above
            return iter(())

    def why(
        self,
        source: object,
        broker: str | None = None,
        status: int | None = None,
        channel: str | None = None,
    ) -> list[str]:
        """The steps that were taken for a source, in order: what was read, what was tried, what it counts."""
        search = Search(notes := [])
        try:
            self._searched(source, self._asked(broker, status, channel), search)
        except Exception as error:  # noqa: BLE001 - as above
            notes.append(f"stopped: {type(error).__name__}")
        ranked = sorted(search.found, key=lambda one: -one.rank)
        return [*notes, *(f"rank {one.rank}: {one.entry} by {one.matched_on}" for one in ranked)]

    def _says_nothing(self, text: str, broker: str | None) -> bool:
        return self._texts.led(text, broker) is None

    def _asked(self, broker: str | None, status: object, channel: object) -> Given:
        """What the caller knows. What is no status and no channel is not known."""
        if status is None and channel is None and broker in self._nothing_more:
            return self._nothing_more[broker]
        return Given(
            self._lookup.http_channels,
            broker=broker,
            channel=channel if type(channel) is str else None,
            status=as_status(status),
            owners=(broker,) if broker else (),
        )

    def _searched(self, source: object, given: Given, search: Search) -> Search:
        if type(source) is str:
            source, part = _value_in(source)
            given = given if part is None else given.with_(part=part)
        self._visit(source, given, search, 0)
        if given.status is not None and given.broker is not None:
            reading = Reading(given, body=kind_of(source), order=search.next_place())
            self._bodies.by_status(given.broker, reading, search)
        return search

    def _visit(self, value: object, given: Given, search: Search, depth: int) -> None:
        if type(value) is str:
            self._text(str(value), given, search, depth)
        elif type(value) is dict:
            if search.enters(value, depth):
                self._bodies.gather(Fields(value, given, depth, order=search.next_place()), search)
        elif type(value) is list or type(value) is tuple:
            if search.enters(value, depth):
                for item in value:
                    if type(item) is dict and search.enters(item, depth + 1):
                        fields = Fields(item, given, depth + 1, order=search.next_place(), item=True)
                        self._bodies.gather(fields, search)
                    elif type(item) is not dict:
                        self._visit(item, given, search, depth + 1)
        elif value is not None and type(value) not in (int, bool, float):
            self._pieces(value, given, search, depth)

    def _pieces(self, value: object, given: Given, search: Search, depth: int) -> None:
        """Read an object. Another reading of the same thing counts only for what is specific and new."""
        start = 0
        for piece in self._objects.read(value):
            if not piece.again:
                start = len(search.found)
            said = search.found[start:]
            if piece.again and any(not one.signature.fallback for one in said):
                continue
            before = len(search.found)
            self._piece(piece, given, search, depth)
            if said:
                added = [one for one in search.found[before:] if not one.signature.fallback]
                search.found[before:] = added

    def _piece(self, piece: "Piece", given: Given, search: Search, depth: int) -> None:
        """Look into what was read of an object; the status decides where that says nothing."""
        before = len(search.found)
        origin = piece.origin.lower()
        inner = self._given(piece, origin, given)
        if piece.value is not None:
            self._visit(piece.value, inner, search, depth + 1)
        if inner.status is not None and not any(one.rank >= TELLS_BROKER for one in search.found[before:]):
            kind = piece.body or kind_of(piece.value)
            reading = Reading(inner, body=kind, order=search.next_place())
            for broker in inner.owners:
                self._bodies.by_status(broker, reading, search)

    def _given(self, piece: "Piece", origin: str, given: Given) -> Given:
        owners = (*given.owners, *(one for one in self._lookup.named_in(origin) if one not in given.owners))
        broker = given.broker or (owners[0] if len(owners) == 1 else None)
        plans = self._lookup.plans
        names = plans[broker].request_id_headers if broker in plans else self._request_id_headers
        request_id = next((piece.headers[name] for name in names if name in piece.headers), None)
        return Given(
            given.http_channels,
            broker=given.broker,
            channel=given.channel,
            status=piece.status if given.status is None else given.status,
            owners=owners,
            headers=piece.headers or given.headers,
            request_id=given.request_id or request_id,
            body=piece.body,
            operation=piece.operation or given.operation,
            truncated=given.truncated or piece.truncated,
            marked=given.marked or (None if given.channel else self._lookup.channel_in(broker, origin)),
            part=given.part,
        )

    def _text(self, text: str, given: Given, search: Search, depth: int) -> None:
        inner = _unframed(text.strip(), self._framings)
        if inner[:1] in _OPENING and inner[-1:] in ("}", "]", '"'):
            value = _parsed(inner)
            if value is not inner:
                if depth == 0:
                    lead = text.index(inner)
                    given = given.with_(part=Part(lead, lead + len(inner)))
                self._visit(value, given, search, depth + 1)
                return
        if search.texts < MAX_TEXTS:
            search.texts += 1
            self._texts.gather(text, given, search, depth)
            search.texts -= 1


def _by_first(framings: "Iterable[str]") -> "Framings":
    """What frames have before a JSON value, by its first character: on most texts that one decides."""
    by_first: dict[str, tuple[str, ...]] = {}
    for one in framings:
        by_first[one[0]] = (*by_first.get(one[0], ()), one)
    return by_first


def _may_be_json(text: str, framings: "Framings") -> bool:
    """Whether a text begins like JSON, behind blanks or not, or like a frame of it."""
    first = text[:1]
    if first.isalnum():
        return first in framings and _unframed(text, framings) is not text
    return not first or first in _OPENING or first.isspace()


def _unframed(text: str, framings: "Framings") -> str:
    """What begins like JSON behind what frames have before it; else the text."""
    for framing in framings.get(text[:1], ()):
        if text.startswith(_OPENING, len(framing)) and text.startswith(framing):
            return text[len(framing) :]
    return text


def _value_in(text: str) -> "tuple[object, Part | None]":
    """The object or list that all of a text is but the blanks around it, and where; else the text."""
    inner = text.strip()
    if inner[:1] + inner[-1:] not in ("{}", "[]"):
        return text, None
    value = _parsed(inner)
    lead = text.index(inner)
    return (text, None) if value is inner else (value, Part(lead, lead + len(inner)))


def _parsed(text: str) -> object:
    """The value of a JSON text; the text itself where it is none."""
    try:
        return parsed(text)
    except (ValueError, RecursionError):
        return text
