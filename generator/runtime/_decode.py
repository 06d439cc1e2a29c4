"""From text and plain values to reports, by the envelopes that the catalog lists for each broker."""

import json
import re

from ._literal import embedded_values, quoted_text
from ._normalise import reread
from ._plain_text import candidates, close_frame, named_codes, page_status, status_in
from ._report import HIGHEST_STATUS, LOWEST_FAILURE, LOWEST_STATUS, Report

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import TypeGuard

    from ._plain_text import Candidate

MAX_TEXT = 65_536
"""Characters of a text that are read. What follows is cut off."""
MAX_NESTING = 8

_COMMENT_LINE = re.compile(r"\n[ \t]*[*#>|]+[ \t]")
_NAME = re.compile(r"[A-Z][A-Za-z0-9]{0,79}", re.ASCII)
_STATUS = re.compile(r"[0-9]{3}")


class CodeSet:
    """The codes that a vendor uses in one place, and what its codes look like."""

    __slots__ = ("_codes", "_pattern", "_unmistakable")

    def __init__(self, pattern: str, codes: "frozenset[str]", unmistakable: bool) -> None:
        self._pattern = re.compile(pattern, re.ASCII)
        self._codes = codes
        self._unmistakable = unmistakable

    def has(self, code: str) -> bool:
        """Tell whether ``code`` may be one of the vendor's, listed or not."""
        return self._pattern.fullmatch(code) is not None

    def status_in(self, code: str) -> int | None:
        """The HTTP status that stands in a code which is not listed, where the vendor's codes have one."""
        match = None if code in self._codes else self._pattern.fullmatch(code)
        return as_status(match[1]) if match is not None and match.lastindex else None

    def owns(self, code: str) -> bool:
        """Tell whether ``code`` can only be this vendor's."""
        return self._unmistakable and code in self._codes


class Envelope:
    """One form in which a broker wraps an error, or a good answer."""

    __slots__ = (
        "channel",
        "code",
        "codes",
        "inner",
        "message",
        "owned",
        "request_id",
        "single",
        "status",
        "success",
        "when",
    )

    def __init__(
        self,
        when: "tuple[tuple[str, str, object], ...]",
        *,
        channel: str | None = None,
        status: str = "",
        code: str = "",
        codes: tuple[CodeSet, ...] = (),
        message: str = "",
        request_id: str = "",
        inner: str = "",
        single: bool = False,
        success: bool = False,
        owned: bool = False,
    ) -> None:
        self.when = when
        self.channel = channel
        self.status = status
        self.code = code
        self.codes = codes
        self.message = message
        self.request_id = request_id
        self.inner = inner
        self.single = single
        self.success = success
        self.owned = owned

    def holds(self, body: "Mapping[str, object]") -> bool:
        """Tell whether ``body`` has this form, and a code of this vendor if it has one."""
        for path, shape, value in self.when:
            if not (path in body if shape == "key" else _has_shape(value_at(body, path), shape, value)):
                return False
        code = as_text(value_at(body, self.code))
        return code is None or not self.codes or any(codes.has(code) for codes in self.codes)

    def status_in(self, code: str | None) -> int | None:
        """The HTTP status that stands in a code which is not listed."""
        if code is None:
            return None
        return next((found for codes in self.codes if (found := codes.status_in(code)) is not None), None)


class Context:
    """What is known about a value from what stood around it.

    ``channel`` is known from the caller or from an envelope; ``http_channel`` is assumed of what has a
    status or a code and no channel.
    """

    __slots__ = ("broker", "channel", "headers", "http_channel", "owned", "request_id", "status")

    def __init__(
        self,
        broker: str,
        *,
        channel: str | None = None,
        http_channel: str | None = None,
        status: int | None = None,
        request_id: str | None = None,
        headers: "Mapping[str, str] | None" = None,
        owned: bool = False,
    ) -> None:
        self.broker = broker
        self.channel = channel
        self.http_channel = http_channel
        self.status = status
        self.request_id = request_id
        self.headers = headers or {}
        self.owned = owned

    def within(self, envelope: Envelope, body: "Mapping[str, object]") -> "Context":
        """The context of what stands inside ``body``."""
        status = as_status(value_at(body, envelope.status))
        code = as_text(value_at(body, envelope.code))
        return Context(
            self.broker,
            channel=self.channel or envelope.channel,
            http_channel=self.http_channel,
            status=self.status if status is None else status,
            request_id=as_text(value_at(body, envelope.request_id)) or self.request_id,
            headers=self.headers,
            owned=self.owned
            or envelope.owned
            or (code is not None and any(codes.owns(code) for codes in envelope.codes)),
        )

    def report(
        self,
        *,
        status: int | None = None,
        code: str | None = None,
        message: str | None = None,
        candidates: "tuple[Candidate, ...]" = (),
        fields: "Mapping[str, object] | None" = None,
        owned: bool = False,
        page: bool = False,
        again: bool = False,
    ) -> Report:
        """A report of what was found here. ``status`` counts only where the context has none."""
        status = status if self.status is None else self.status
        assumed = self.http_channel if status is not None or code is not None else None
        return Report(
            self.broker,
            channel=self.channel or assumed,
            status=status,
            code=code,
            message=message,
            candidates=candidates,
            fields=fields,
            request_id=self.request_id,
            headers=self.headers,
            owned=self.owned or owned,
            page=page,
            again=again,
        )

    @property
    def failed(self) -> bool:
        """Whether the status alone says that this is an error."""
        return self.status is not None and self.status >= LOWEST_FAILURE


class Decoder:
    """Finds a broker's reports in texts and plain values."""

    def __init__(self, envelopes: tuple[Envelope, ...], code_sets: tuple[CodeSet, ...]) -> None:
        self._envelopes = envelopes
        self._code_sets = code_sets

    def reports(self, value: object, context: Context) -> "Iterator[Report]":
        """Yield every report in ``value``: a text, or plain data such as a JSON parser returns.

        Where nothing in it has a known form, but the status says that it is an error, the status alone is the
        report.
        """
        yield from self._complete(value, context, 0)

    def _complete(self, value: object, context: Context, depth: int) -> "Iterator[Report]":
        found = False
        for report in self._of_value(value, context, depth):
            found = True
            yield report
        if context.failed and not found:
            yield context.report(fields=value if _is_object(value) else None)

    def _of_value(
        self, value: object, context: Context, depth: int, *, listed: bool = False
    ) -> "Iterator[Report]":
        """The reports in a value. ``listed`` says that it is an item of a list: not an answer, one of many."""
        if depth > MAX_NESTING:
            return
        if isinstance(value, str):
            yield from self._of_text(value, context, depth)
        elif _is_object(value):
            yield from self._of_object(value, context, depth, listed=listed)
        elif _is_list(value):
            yield from self._of_items(value, context, depth, listed=True)

    def _of_object(
        self, body: "dict[str, object]", context: Context, depth: int, *, listed: bool
    ) -> "Iterator[Report]":
        possible = (one for one in self._envelopes if not (listed and one.single))
        envelope = next((one for one in possible if one.holds(body)), None)
        if envelope is None:
            yield from self._of_items(list(body.values()), context, depth)
        elif envelope.inner and not envelope.success:
            inside = context.within(envelope, body)
            yield from self._complete(value_at(body, envelope.inner), inside, depth + 1)
        elif not envelope.success:
            message = as_text(value_at(body, envelope.message))
            if message is not None and "{" in message:  # a log line whose message is the payload
                for value in self._embedded(message[:MAX_TEXT]):
                    yield from self._of_value(value, context, depth + 1)
            code = as_text(value_at(body, envelope.code))
            yield context.within(envelope, body).report(
                status=envelope.status_in(code),
                code=code,
                message=message,
                candidates=_rejoined(message) if message is not None and "\n" in message else (),
                fields=body,
            )

    def _of_items(
        self, items: "list[object]", context: Context, depth: int, *, listed: bool = False
    ) -> "Iterator[Report]":
        for item in items:
            if _is_object(item) or _is_list(item) or (isinstance(item, str) and ("{" in item or "[" in item)):
                yield from self._of_value(item, context, depth + 1, listed=listed)

    def _of_text(self, text: str, context: Context, depth: int) -> "Iterator[Report]":
        text = reread(text[:MAX_TEXT]).strip()
        if text.startswith("a["):  # a frame of several WebSocket messages
            text = text[1:]
        if not text:
            return
        closed = close_frame(text)
        whole = next((one for one in (closed, parsed(text), quoted_text(text)) if one is not None), None)
        if whole is not None:
            yield from self._of_value(whole, context, depth + 1)
        elif text.startswith("<"):
            yield from self._of_page(text, context)
        else:
            yield from self._of_free_text(text, context, depth)

    def _of_free_text(self, text: str, context: Context, depth: int) -> "Iterator[Report]":
        """Payloads within the text come first. The text itself counts less: it may be anybody's words."""
        has_object = has_report = False
        for value in self._embedded(text):
            has_object = has_object or (_is_object(value) and bool(value))
            for report in self._of_value(value, context, depth + 1):
                has_report = True
                yield report
        page = text.find("<html")
        if page >= 0 and context.owned:
            yield from self._of_page(text[page:], context)
        stated, is_last = (None, False) if has_object or page >= 0 else status_in(text)
        code = next(
            (one for one in named_codes(text) if any(codes.owns(one) for codes in self._code_sets)), None
        )
        yield context.report(
            status=stated,
            code=code,
            message=None if is_last else text,
            candidates=tuple(candidates(text)),
            owned=code is not None,
            again=has_report,
        )

    def _embedded(self, text: str) -> "Iterator[object]":
        found = False
        for value in embedded_values(text):
            found = found or _is_object(value)
            yield value
        if not found:
            yield from self._of_escaped(text)

    def _of_escaped(self, text: str) -> "Iterator[object]":
        """JSON that was escaped once more than it was quoted."""
        for escaped, plain in (('\\\\"', '\\"'), ('\\"', '"')):
            if "{" in text and escaped in text:
                yield from embedded_values(text.replace(escaped, plain))

    def _of_page(self, page: str, context: Context) -> "Iterator[Report]":
        """The HTML page of a gateway says no more than its status."""
        stated = page_status(page)
        if stated is not None or context.failed:
            yield context.report(status=stated, page=True)


def _rejoined(message: str) -> "tuple[Candidate, ...]":
    """A message that was wrapped over lines, as it is and without the marks of a comment's lines."""
    return (message, None), (_COMMENT_LINE.sub(" ", message), None)


def parsed(text: str) -> object:
    """What a JSON parser makes of ``text``: an object, a list or a text; None for anything else.

    Fractions are kept as they are written.
    """
    if text[0] not in '{["':
        return None
    try:
        value: object = json.loads(text, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError):
        return None
    return value


def value_at(body: "Mapping[str, object]", path: str) -> object:
    """The value at a dotted path; None where there is none."""
    if not path:
        return None
    if path in body:
        return body[path]
    value: object = body
    for key in path.split("."):
        if _is_object(value):
            value = value.get(key)
        elif _is_list(value) and key.isdigit() and int(key) < len(value):
            value = value[int(key)]
        else:
            return None
    return value


def as_text(value: object) -> str | None:
    """A value of a body as a param: texts as they are, everything else as JSON; None for nothing."""
    if value is None or isinstance(value, str):
        return value
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    except (TypeError, ValueError, RecursionError):
        return None


def as_status(value: object) -> int | None:
    """A value as an HTTP status; None for anything that is not one."""
    if isinstance(value, str) and _STATUS.fullmatch(value):
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return value if LOWEST_STATUS <= value <= HIGHEST_STATUS else None


# For type checkers: isinstance alone does not say what is in an object or a list of plain data.


def _is_object(value: object) -> "TypeGuard[dict[str, object]]":
    return isinstance(value, dict)


def _is_list(value: object) -> "TypeGuard[list[object]]":
    return isinstance(value, list)


def _has_shape(value: object, shape: str, wanted: object) -> bool:
    if shape == "is":
        return type(value) is type(wanted) and value == wanted
    if shape == "text":
        return isinstance(value, str) and value.strip() != ""
    if shape == "name":
        return isinstance(value, str) and _NAME.fullmatch(value) is not None
    if shape == "integer":
        return (isinstance(value, int) and not isinstance(value, bool)) or as_status(value) is not None
    if shape == "object":
        return isinstance(value, dict)
    return value is not None  # "value"
