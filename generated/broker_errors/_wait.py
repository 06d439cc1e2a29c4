# From generator/targets/python/runtime/_wait.py by `python -m generator build`. Do not edit.
"""How long to wait before a request is sent again."""

import time

from ._tuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

SHORTEST = 1.0
"""Seconds that are waited at least: less than that is a clock that is wrong, or a loop."""
LONGEST = 7 * 86_400.0
"""Seconds above which a stated wait is not believed, where the catalog has no limit of its own."""
INFINITE = float("inf")


class Wait(NamedTuple):
    """How long to wait, in seconds, and what states it.

    Attributes:
        seconds: how long, where the answer states nothing.
        field: the body field that states the seconds.
        header: the header that states the seconds, or the end as an HTTP date.
        until_header: the header that states the end as UNIX time.
        cap: seconds above which a stated wait is not believed.
        echo: the body fields that are sent back with the request.
    """

    seconds: int | None = None
    field: str | None = None
    header: str | None = None
    until_header: str | None = None
    cap: int | None = None
    echo: tuple[str, ...] = ()


def wait_seconds(
    wait: Wait, stated: "str | None", headers: "Mapping[str, str]", now: float | None
) -> float | None:
    """Seconds to wait: what the answer states, if that can be believed, and else what the catalog says.

    Args:
        wait: what the catalog says.
        stated: the text of the body field that states the wait.
        headers: names in lower case.
        now: seconds since the epoch; by default this machine's clock.
    """
    clock = time.time() if now is None else now
    found = _number(stated)
    if found is None and wait.header is not None:
        text = headers.get(wait.header.lower())
        found = _number(text)
        if found is None and text is not None:
            found = _until(_http_date(text), clock)
    if found is None and wait.until_header is not None:
        found = _until(_number(headers.get(wait.until_header.lower())), clock)
    if found is None or not 0 <= found <= (LONGEST if wait.cap is None else wait.cap):
        return None if wait.seconds is None else float(wait.seconds)
    return max(found, SHORTEST)


def _until(end: float | None, clock: float) -> float | None:
    return None if end is None else max(end - clock, SHORTEST)


def _number(text: str | None) -> float | None:
    try:
        number = float(text) if text is not None else None
    except ValueError:
        return None
    return number if number is not None and abs(number) < INFINITE else None


def _http_date(text: str) -> float | None:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(text).timestamp()
    except (ValueError, OverflowError, TypeError):
        return None
