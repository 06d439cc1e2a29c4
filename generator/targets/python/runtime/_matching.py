"""From a source to matches: whose answer is asked for, the matcher for it, and the members of the enums."""

from ._loading import brokers, channels, common, errors, plan
from ._match import Match
from ._matcher import Matcher

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ._errors import BrokerError

_MATCHERS: dict[str | None, Matcher] = {}
_MEMBERS: "dict[str, BrokerError]" = {}


def match(
    source: object, *, broker: str | None = None, status: int | None = None, channel: str | None = None
) -> "Match[BrokerError] | None":
    """Recognize the error in ``source``. Raises ValueError for a broker or channel that there is not."""
    matcher = _MATCHERS.get(broker) or matcher_of(broker)
    if channel is not None:
        check_channel(broker, channel)
    found = matcher.find(source, broker, status, channel)
    return None if found is None else Match(_MEMBERS[found.entry], found)


def match_all(
    source: object, *, broker: str | None = None, status: int | None = None, channel: str | None = None
) -> "Iterator[Match[BrokerError]]":
    """Recognize each distinct error in ``source``, the best first. Raises as :func:`match`, when called."""
    matcher = _MATCHERS.get(broker) or matcher_of(broker)
    if channel is not None:
        check_channel(broker, channel)
    found = matcher.find_all(source, broker, status, channel)
    return (Match(_MEMBERS[one.entry], one) for one in found)


def matcher_of(broker: str | None) -> Matcher:
    """The matcher of one broker, or of all, made on first use."""
    check_broker(broker)
    asked = brokers() if broker is None else (broker,)
    for one in asked:
        _MEMBERS.update((error.value, error) for error in errors(one))
    made = _MATCHERS[broker] = Matcher([plan(one) for one in asked], common())
    return made


def forget() -> None:
    """Make matchers anew when they are next asked for, because there are other errors now."""
    _MATCHERS.clear()


def check_broker(broker: str | None) -> None:
    """Raise ValueError where there is no such broker."""
    if broker is not None and broker not in brokers():
        raise ValueError(f"there is no broker {broker!r}; {_hint(broker, brokers())}")


def check_channel(broker: str | None, channel: str) -> None:
    """Raise ValueError where neither the broker, nor any where none is given, has such a channel."""
    known = [one for name in (brokers() if broker is None else (broker,)) for one in channels(name)]
    if channel not in known:
        raise ValueError(f"there is no channel {channel!r}; {_hint(channel, known)}")


def _hint(word: object, known: "Iterable[str]") -> str:
    from difflib import get_close_matches

    close = get_close_matches(str(word), list(known), n=1)
    return f"did you mean {close[0]!r}?" if close else f"there are {', '.join(sorted(set(known)))}"
