"""From a source to the errors in it."""

from ._bodies import Bodies
from ._direct import UNDECIDED, Direct
from ._finding import Found, best, distinct
from ._forms import TextForms
from ._lookup import Lookup
from ._objects import Objects
from ._report import Given, Reading
from ._rows import TELLS_BROKER
from ._search import MAX_TEXTS, Search
from ._shapes import Shapes
from ._texts import Texts
from ._values import kind_of, parsed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ._objects import Piece
    from ._rows import Common, Plan


class Matcher:
    """Recognises errors of any number of brokers. Made once; looking something up changes nothing that matters."""

    def __init__(self, plans: "Sequence[Plan]", common: "Common") -> None:
        self._lookup = Lookup(plans, common)
        self._shapes = Shapes(self._lookup)
        forms = TextForms(row for plan in plans for row in plan.forms)
        self._bodies = Bodies(self._lookup, self._shapes, self._visit)
        self._texts = Texts(self._lookup, forms, self._bodies)
        attributes = dict.fromkeys(name for plan in plans for name in plan.attributes)
        self._objects = Objects(common, tuple(attributes))
        self._direct = Direct(self._lookup, self._shapes, self._texts.says_nothing)

    def find(
        self,
        source: object,
        broker: str | None = None,
        status: int | None = None,
        channel: str | None = None,
    ) -> Found | None:
        """The error in a source; None for success and for what cannot be told. Never raises."""
        if type(source) is dict and channel is None:
            found = self._direct.find(source, broker, status)
            if found is not UNDECIDED:
                return found  # type: ignore[return-value]
        search = self._searched(source, Given(broker, channel, status, (broker,) if broker else ()), Search())
        return best(search.found, broker) if search.found else None

    def find_all(
        self,
        source: object,
        broker: str | None = None,
        status: int | None = None,
        channel: str | None = None,
    ) -> "Iterator[Found]":
        """Each distinct error in a source, the best first."""
        search = self._searched(source, Given(broker, channel, status, (broker,) if broker else ()), Search())
        return distinct(search.found, broker)

    def why(
        self,
        source: object,
        broker: str | None = None,
        status: int | None = None,
        channel: str | None = None,
    ) -> list[str]:
        """The steps that were taken for a source, in order."""
        notes: list[str] = []
        search = Search(notes)
        self._searched(source, Given(broker, channel, status, (broker,) if broker else ()), search)
        for found in sorted(search.found, key=lambda one: -one.rank):
            notes.append(f"rank {found.rank}: {found.entry} by {found.matched_on}")
        return notes

    def _searched(self, source: object, given: Given, search: Search) -> Search:
        self._visit(source, given, search, 0)
        if given.status is not None and given.broker is not None:
            reading = Reading(
                given, given.channel, given.status, None, None, None, kind_of(source), given.owners
            )
            self._bodies.by_status(given.broker, reading, search)
        return search

    def _visit(self, value: object, given: Given, search: Search, depth: int) -> None:
        kind = type(value)
        if kind is str:
            self._text(value, given, search, depth)
        elif kind is dict:
            if search.enters(value, depth):
                self._bodies.gather(value, given, search, depth)
        elif kind is list or kind is tuple:
            if search.enters(value, depth):
                for item in value:
                    if type(item) is dict and search.enters(item, depth + 1):
                        self._bodies.gather(item, given, search, depth + 1, item=True)
                    elif type(item) is not dict:
                        self._visit(item, given, search, depth + 1)
        elif value is not None and kind is not int and kind is not bool and kind is not float:
            for piece in self._objects.read(value):
                self._piece(piece, given, search, depth)

    def _piece(self, piece: "Piece", given: Given, search: Search, depth: int) -> None:
        """Look into what was read of an object; the status decides where that says nothing."""
        before = len(search.found)
        origin = piece.origin.lower()
        inner = self._given(piece, origin, given)
        if piece.value is not None:
            self._visit(piece.value, inner, search, depth + 1)
        if inner.status is not None and not any(one.rank >= TELLS_BROKER for one in search.found[before:]):
            kind = piece.body or kind_of(piece.value)
            reading = Reading(
                inner,
                inner.channel,
                inner.status,
                None,
                None,
                None,
                kind,
                inner.owners,
                order=search.next_place(),
            )
            for broker in inner.owners:
                self._bodies.by_status(broker, reading, search)

    def _given(self, piece: "Piece", origin: str, given: Given) -> Given:
        owners = (*given.owners, *(one for one in self._lookup.named_in(origin) if one not in given.owners))
        broker = given.broker or (owners[0] if len(owners) == 1 else None)
        plans = self._lookup.plans
        names = plans[broker].request_id_headers if broker in plans else ()
        request_id = next((piece.headers[name] for name in names if name in piece.headers), None)
        return Given(
            given.broker,
            given.channel or self._lookup.channel_in(broker, origin),
            piece.status if given.status is None else given.status,
            owners,
            piece.headers or given.headers,
            given.request_id or request_id,
            piece.body,
            truncated=given.truncated or piece.truncated,
        )

    def _text(self, text: str, given: Given, search: Search, depth: int) -> None:
        inner = text.strip()
        if inner[:1] in ("{", "[", '"') and inner[-1:] in ("}", "]", '"'):
            try:
                value = parsed(inner)
            except (ValueError, RecursionError):
                pass
            else:
                self._visit(value, given, search, depth + 1)
                return
        if search.texts < MAX_TEXTS:
            search.texts += 1
            self._texts.gather(text, given, search, depth)
            search.texts -= 1
