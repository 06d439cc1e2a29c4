"""Where programs come in. What answers them is made, and its modules loaded, when they first ask."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ._answers import Answers
    from ._errors import BrokerError
    from ._match import Match

_ANSWERS: "dict[str | None, Answers]" = {}


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
    answers = _ANSWERS.get(broker) or answers_of(broker)
    if channel is not None:
        check_channel(broker, channel)
    return answers.first(source, status, channel)


def match_all(
    source: object, *, broker: str | None = None, status: int | None = None, channel: str | None = None
) -> "Iterator[Match[BrokerError]]":
    """Recognize each distinct error in ``source``, the one that tells most first.

    Arguments and exceptions are those of :func:`match`.
    """
    answers = _ANSWERS.get(broker) or answers_of(broker)
    if channel is not None:
        check_channel(broker, channel)
    return answers.all(source, status, channel)


def answers_of(broker: str | None) -> "Answers":
    """What answers for one broker, or for all, made on first use."""
    check_broker(broker)
    from ._answers import Answers

    made = _ANSWERS[broker] = Answers(broker)
    return made


def forget() -> None:
    """Make the matchers anew when they are next asked, because there are other errors now."""
    _ANSWERS.clear()


def check_broker(broker: str | None) -> None:
    """Raise ValueError where there is no such broker."""
    from ._loading import brokers

    if broker is not None and broker not in brokers():
        raise ValueError(f"there is no broker {broker!r}; {_hint(broker, brokers())}")


def check_channel(broker: str | None, channel: str) -> None:
    """Raise ValueError where neither the broker, nor any where none is given, has such a channel."""
    from ._loading import brokers, channels

    known = [one for name in (brokers() if broker is None else (broker,)) for one in channels(name)]
    if channel not in known:
        raise ValueError(f"there is no channel {channel!r}; {_hint(channel, known)}")


def _hint(word: object, known: "Iterable[str]") -> str:
    from difflib import get_close_matches

    close = get_close_matches(str(word), list(known), n=1)
    return f"did you mean {close[0]!r}?" if close else f"there are {', '.join(sorted(set(known)))}"
