# Copied from generator/runtime by `python -m generator build`. Do not edit.
"""From text and plain values to reports, by the envelopes that the catalog lists for each broker."""

import json
import re

from ._literal import embedded_values
from ._report import HIGHEST_STATUS, LOWEST_FAILURE, LOWEST_STATUS, Report

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import TypeGuard

MAX_TEXT = 65_536
"""Characters of a text that are read. What follows is cut off."""
MAX_NESTING = 8
MAX_CANDIDATES = 200

_NAME = re.compile(r"[A-Z][A-Za-z0-9]{0,79}", re.ASCII)
_QUOTES = "\"'`*\u201c\u201d\u2018\u2019 \t"
_STATUS = re.compile(r"[0-9]{3}")
_STATUS_PREFIX = re.compile(r"[45][0-9]{2} ")
_SDK_SUFFIX = re.compile(r"(?: \[[0-9]{8}\])? \((?:HTTP [0-9]{3}(?:, Code [0-9]{1,9})?|[0-9]{3})\)$")


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
        self.success = success
        self.owned = owned

    def holds(self, body: "Mapping[str, object]") -> bool:
        """Tell whether ``body`` has this form, and a code of this vendor if it has one."""
        if not all(_has_shape(value_at(body, path), shape, value) for path, shape, value in self.when):
            return False
        code = as_text(value_at(body, self.code))
        return code is None or not self.codes or any(codes.has(code) for codes in self.codes)


class Context:
    """What is known about a value from what stood around it."""

    __slots__ = ("broker", "channel", "headers", "owned", "request_id", "status")

    def __init__(
        self,
        broker: str,
        *,
        channel: str | None = None,
        status: int | None = None,
        request_id: str | None = None,
        headers: "Mapping[str, str] | None" = None,
        owned: bool = False,
    ) -> None:
        self.broker = broker
        self.channel = channel
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
        code: str | None = None,
        message: str | None = None,
        candidates: tuple[str, ...] = (),
        fields: "Mapping[str, object] | None" = None,
    ) -> Report:
        """A report of what was found here."""
        return Report(
            self.broker,
            channel=self.channel,
            status=self.status,
            code=code,
            message=message,
            candidates=candidates,
            fields=fields,
            request_id=self.request_id,
            headers=self.headers,
            owned=self.owned,
        )

    @property
    def failed(self) -> bool:
        """Whether the status alone says that this is an error."""
        return self.status is not None and self.status >= LOWEST_FAILURE


class Decoder:
    """Finds a broker's reports in texts and plain values."""

    def __init__(self, envelopes: tuple[Envelope, ...]) -> None:
        self._envelopes = envelopes

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

    def _of_value(self, value: object, context: Context, depth: int) -> "Iterator[Report]":
        if depth > MAX_NESTING:
            return
        if isinstance(value, str):
            yield from self._of_text(value, context, depth)
        elif _is_object(value):
            yield from self._of_object(value, context, depth)
        elif _is_list(value):
            yield from self._of_items(value, context, depth)

    def _of_object(self, body: "dict[str, object]", context: Context, depth: int) -> "Iterator[Report]":
        envelope = next((candidate for candidate in self._envelopes if candidate.holds(body)), None)
        if envelope is None:
            yield from self._of_items(list(body.values()), context, depth)
        elif envelope.inner and not envelope.success:
            inside = context.within(envelope, body)
            yield from self._complete(value_at(body, envelope.inner), inside, depth + 1)
        elif not envelope.success:
            yield context.within(envelope, body).report(
                code=as_text(value_at(body, envelope.code)),
                message=as_text(value_at(body, envelope.message)),
                fields=body,
            )

    def _of_items(self, items: "list[object]", context: Context, depth: int) -> "Iterator[Report]":
        for item in items:
            if _is_object(item) or _is_list(item) or (isinstance(item, str) and ("{" in item or "[" in item)):
                yield from self._of_value(item, context, depth + 1)

    def _of_text(self, text: str, context: Context, depth: int) -> "Iterator[Report]":
        text = text[:MAX_TEXT].strip()
        if text.startswith("a["):  # a frame of several WebSocket messages
            text = text[1:]
        if not text or text.startswith("<"):  # nothing, or the page of some gateway
            return
        whole = parsed(text)
        if whole is not None:
            yield from self._of_value(whole, context, depth + 1)
            return
        for value in embedded_values(text):
            yield from self._of_value(value, context, depth + 1)
        yield context.report(message=text, candidates=tuple(_candidates(text)))


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


def _candidates(text: str) -> "Iterator[str]":
    """The texts that may be the vendor's message: all of it, each line, and what follows each colon."""
    yield text
    left = MAX_CANDIDATES
    for line in text.splitlines():
        rest = line
        while rest and left:
            left -= 1
            bare = rest.strip(_QUOTES)
            bare = bare[4:] if _STATUS_PREFIX.match(bare) else bare
            yield bare
            if suffix := _SDK_SUFFIX.search(bare):
                yield bare[: suffix.start()]
            rest = rest.partition(": ")[2]
