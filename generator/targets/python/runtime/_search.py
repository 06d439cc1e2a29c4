# This line is another one in the package: it says where the module is from.
"""What one search has found so far, and what it has looked at."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ._finding import Found
    from ._report import Given

    Visit = Callable[[object, Given, "Search", int], None]
    """Looks into a value, at a depth, and adds what is found to the search."""

MAX_DEPTH = 100
"""How deep lists and objects may be nested; what lies deeper is not looked at."""
MAX_TEXTS = 3
"""How many texts may be nested in texts: a message in a field in a log line."""


class Search:
    """The findings of one source. Each list or object is looked at once, however often it comes again.

    ``texts`` counts the texts that are being read, one within the other.
    """

    __slots__ = ("_order", "_seen", "found", "notes", "texts", "truncated")

    def __init__(self, notes: list[str] | None = None) -> None:
        self.found: list[Found] = []
        self.notes = notes
        self.truncated = False
        self.texts = 0
        self._order = 0
        self._seen: dict[int, object] = {}

    def next_place(self) -> int:
        """The number of the next body or text that is read."""
        self._order += 1
        return self._order

    def enters(self, value: object, depth: int) -> bool:
        """Tell whether a list or object is to be looked at, and remember it."""
        if depth > MAX_DEPTH:
            self.truncated = True
            return False
        if id(value) in self._seen:
            return False
        self._seen[id(value)] = value  # kept, so that no other value gets its id
        return True

    def note(self, step: str, *what: object) -> None:
        """Note a step, for whoever wants to know why."""
        if self.notes is not None:
            self.notes.append(f"{step}: {', '.join(map(str, what))}" if what else step)
