# This line is another one in the package: it says where the module is from.
"""From a source to matches: whose answer is asked for, and the matcher for it, which is made on first use."""

from ._loading import brokers, channels, common, errors_by_id, formerly, plan
from ._match import Match

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ._errors import BrokerError
    from ._matcher import Matcher

_MATCHERS: "dict[str | None, Matcher]" = {}


def match(
    source: object, *, broker: str | None = None, status: int | None = None, channel: str | None = None
) -> "Match[BrokerError] | None":
    """Recognize the error in ``source``; of several, the one that tells most.

    Args:
        source: anything one holds when it goes wrong: an exception, a response, a parsed body, bytes, or text
            such as JSON, a Python repr, a stream frame or a line of a log.
        broker: whose answer it is. Without it only what is unmistakable counts: a bare 503 is nobody's.
        status: the HTTP status, where the source does not carry it.
        channel: the way it travelled, such as ``rest``, where the source does not show it.

    Returns:
        A Match; None for what is not an error or cannot be told. Never raises, whatever the source.

    Raises:
        ValueError: there is no such broker or channel.
    """
    matcher = _MATCHERS.get(broker) or matcher_of(broker)
    if channel is not None:
        check_channel(broker, channel)
    found = matcher.find(source, broker, status, channel)
    return None if found is None else Match(found)


def match_all(
    source: object, *, broker: str | None = None, status: int | None = None, channel: str | None = None
) -> "Iterator[Match[BrokerError]]":
    """Recognize each distinct error in ``source``, the one that tells most first.

    Arguments and exceptions are those of :func:`match`; returns an iterator of Match.
    """
    matcher = _MATCHERS.get(broker) or matcher_of(broker)
    if channel is not None:
        check_channel(broker, channel)
    found = matcher.find_all(source, broker, status, channel)
    return map(Match, found)


def matcher_of(broker: str | None) -> "Matcher":
    """The matcher of one broker, or of all, made on first use."""
    from ._matcher import Matcher

    check_broker(broker)
    asked = brokers() if broker is None else (broker,)
    made = _MATCHERS[broker] = Matcher([plan(one) for one in asked], common())
    return made


def forget() -> None:
    """Make matchers anew when they are next asked for, because there are other errors now."""
    _MATCHERS.clear()
    errors_by_id.cache_clear()


def check_broker(broker: str | None) -> None:
    """Raise ValueError where there is no such broker."""
    if broker is not None and broker not in brokers():
        raise ValueError(f"there is no broker {broker!r}; {_hint(broker, brokers())}")


def check_channel(broker: str | None, channel: str) -> None:
    """Raise ValueError where neither the broker, nor any where none is given, has such a channel."""
    known = [one for name in (brokers() if broker is None else (broker,)) for one in channels(name)]
    if channel not in known:
        raise ValueError(f"there is no channel {channel!r}; {_hint(channel, known)}")


def error_of(value: str) -> "BrokerError":
    """The error with this full id, or with one that it had; ValueError where there is none."""
    broker = value.partition(".")[0]
    if broker not in brokers():
        raise ValueError(f"there is no error {value!r}: no broker {broker!r}; {_hint(broker, brokers())}")
    known = errors_by_id(broker)
    error = known.get(formerly(broker).get(value, value))
    if error is None:
        raise ValueError(f"there is no error {value!r}; {_hint(value, known, likeness=0)}")
    return error


def _hint(word: object, known: "Iterable[str]", likeness: float = 0.6) -> str:
    from difflib import get_close_matches

    close = get_close_matches(str(word), list(known), 1, likeness)
    return f"did you mean {close[0]!r}?" if close else f"there are {', '.join(sorted(set(known)))}"
