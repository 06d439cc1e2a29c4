# This line is another one in the package: it says where the module is from.
"""The known messages that stand within others, such as one that goes on, and those that hold none."""

from ._fold import Folded, hides_words, is_plain
from ._values import holds_more

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ._lookup import Lookup
    from ._template import Place, Template

    Held = Sequence[tuple[Template, Place]]

MAX_MESSAGES, LONGEST = 5_000, 500
"""So many messages, of so many characters at most, are remembered; then the memory starts anew."""


class HeldMessages:
    """Finds them, and remembers what messages hold: what nobody knows is said again, too."""

    def __init__(self, lookup: "Lookup") -> None:
        self._lookup = lookup
        self._known: dict[str, Held] = {}

    def of(self, message: str) -> "Held":
        """The known messages that stand in a message as a broker's field may hold them."""
        held = self._known.get(message)
        return self._learned(message, self._lookup.said_in(message)) if held is None else held

    def of_plain(self, message: str) -> "Held | None":
        """The same of a message as it is; None for one that has to be folded for it, or looked into."""
        held = self._known.get(message)
        if held is not None or hides_words(message) or holds_more(message) or message.isspace():
            return held
        said = self._lookup.said_in(message)
        return self._learned(message, said) if not said or is_plain(message) else None

    def _learned(self, message: str, said: "Iterable[Template]") -> "Held":
        held: list[tuple[Template, Place]] = []
        if said:
            folded = Folded(message)
            for template in said:
                place = template.find(folded, template.beside_in_field)
                if place is not None:
                    held.append((template, place))
        if len(message) <= LONGEST:
            if len(self._known) >= MAX_MESSAGES:
                self._known.clear()
            self._known[message] = held
        return held
