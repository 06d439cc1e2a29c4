"""From a source to matches, for one broker or for all: its matcher, and the members of the enums."""

from ._loading import brokers, common, errors, plan
from ._match import Match
from ._matcher import Matcher

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ._errors import BrokerError


class Answers:
    """Answers what was asked about one broker's errors, or about all of them."""

    __slots__ = ("_broker", "_find", "_members", "matcher")

    def __init__(self, broker: str | None) -> None:
        asked = brokers() if broker is None else (broker,)
        self._broker = broker
        self._members = {error.value: error for one in asked for error in errors(one)}
        self.matcher = Matcher([plan(one) for one in asked], common())
        self._find = self.matcher.find

    def first(self, source: object, status: int | None, channel: str | None) -> "Match[BrokerError] | None":
        """The error that tells most."""
        found = self._find(source, self._broker, status, channel)
        return None if found is None else Match(self._members[found.signature.entry], found)

    def all(self, source: object, status: int | None, channel: str | None) -> "Iterator[Match[BrokerError]]":
        """Each distinct error, the one that tells most first."""
        found = self.matcher.find_all(source, self._broker, status, channel)
        return (Match(self._members[one.entry], one) for one in found)
