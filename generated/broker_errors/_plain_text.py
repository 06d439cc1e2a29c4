# Copied from generator/runtime by `python -m generator build`. Do not edit.
"""Messages, codes and statuses in free text: log lines, texts of exceptions, what people paste."""

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    Candidate = tuple[str, str | None]

MAX_CANDIDATES = 4_000
MAX_LINE = 4_000

_STATUS = re.compile(
    r"""(?x)
    (?: (?i: http (?: /[12] (?:\.[01])? )? (?:\ (?:status|error))? (?:\ code)? [\ :=]{1,3}
           | status (?:[_\ -]?code)? ["']? \s{0,2} [:=]? \s{0,2} ["']? )
        (?P<named>[45][0-9]{2}) (?![0-9] | \ [a-z])
      | (?i: \b(?:api|error)\ (?:code\ )? ) (?P<said>[45][0-9]{2}) (?=[:"')\]]|\Z)
      | (?i: \bfailed\ \( ) (?P<failed>[45][0-9]{2}) (?=\))
      | \A [*#>`\ -]{0,8} (?P<first>[45][0-9]{2}) (?= : | \ ["'`{\u2014-] )
      | (?<![0-9.]) (?P<phrase>[45][0-9]{2}) (?= \ (?i:
            Bad\ (?:Request|Gateway) | Unauthorized | Forbidden | Not\ Found | Conflict | Gone
          | Request\ Time-?out | Unprocessable\ (?:Entity|Content) | Locked | Too\ Many\ Requests
          | Internal\ Server\ Error | Service\ (?:Temporarily\ )?Unavailable | Gateway\ Time-?out ) \b )
      | (?<![0-9.]) (?P<client>[45][0-9]{2}) (?i: \ (?:client|server)\ error )
    )
    """
)
_PAGE_STATUS = re.compile(r"(?<![0-9])([345][0-9]{2}) [A-Z][a-z]")
_NAMED_CODE = re.compile(r"(?i:\b(?:code|error))[^0-9A-Za-z]{1,4}([0-9]{6,10})(?![0-9A-Za-z.,_-])")
_SEPARATOR = re.compile(r": |(?<=\w):(?=[A-Za-z])| \| | [\u2013\u2014-] | -> | = |; |\. ")
_QUOTED = re.compile(
    r"\"((?:[^\"\\]|\\.){6,500})\"|`([^`]{6,500})`|\u201c([^\u201d]{6,500})\u201d|'([^']{6,500})'"
)
_LEADING = re.compile(r"\A(?:\[[^\]]{0,60}\] |[45][0-9]{2} |([0-9]{6,10}) )+")
_TRAILING_CODE = re.compile(
    r" (?:\[(?P<long>[0-9]{6,10})\](?: \(HTTP [0-9]{3}\))?"
    r"|\((?:HTTP [0-9]{3}(?:, Code (?P<code>[0-9]{1,10}))?|(?P<short>[0-9]{3}))\))$"
)
_WRAPPING = "\"'`*#>\u2022\u201c\u201d\u2018\u2019 \t"
_CLOSES = (
    re.compile(r"\Ac\[\s*(?P<code>[0-9]{3,4})\s*,\s*\"(?P<reason>[^\"]{0,200})\"\s*\]\Z"),
    re.compile(r"\breceived (?P<code>[0-9]{4}) \([^)]{1,60}\) (?P<reason>[^;\"\u201d]{1,200})"),
    re.compile(
        r"opcode=8 data=b['\"]\\x(?P<high>[0-9a-f]{2})\\x(?P<low>[0-9a-f]{2})(?P<reason>[^'\"]{0,200})"
    ),
)


def status_in(text: str) -> tuple[int | None, bool]:
    """The HTTP status that a text states, such as ``failed (404)``, and whether the text ends with it."""
    found = _STATUS.search(text)
    if found is None:
        return None, False
    stated = next(group for group in found.groups() if group is not None)
    return int(stated), not any(character.isalnum() for character in text[found.end() :])


def page_status(text: str) -> int | None:
    """The status that the title of a gateway's page states."""
    found = _PAGE_STATUS.search(text)
    return int(found[1]) if found else None


def named_codes(text: str) -> list[str]:
    """The numbers of six to ten digits that a text calls a code or an error."""
    return _NAMED_CODE.findall(text)


def close_frame(text: str) -> "dict[str, object] | None":
    """The close of a WebSocket, as a frame or in the words of a client's library, as an object."""
    for pattern in _CLOSES:
        found = pattern.search(text)
        if found is not None:
            parts = found.groupdict()
            code = int(parts["code"]) if "code" in parts else int(parts["high"] + parts["low"], 16)
            return {"close_code": code, "close_reason": parts["reason"].strip()}
    return None


def candidates(text: str) -> "Iterator[Candidate]":
    """Yield the texts that may be the vendor's message, each with the code that stands behind it.

    All of the text comes first, then what stands in each line behind and between separators and in quotes.
    """
    yield text, None
    left = MAX_CANDIDATES
    for line in text.splitlines():
        for piece in _pieces(line[:MAX_LINE]):
            left -= 1
            if not left:
                return
            bare, code = _without_leading(piece.strip(_WRAPPING))
            if not bare:
                continue
            yield bare, code
            if '\\"' in bare:
                yield bare.replace('\\"', '"'), code
            coded = _TRAILING_CODE.search(bare)
            if coded is not None:
                yield bare[: coded.start()].strip(_WRAPPING), coded["long"] or coded["code"] or coded["short"]


def _without_leading(piece: str) -> "Candidate":
    """A piece without the brackets, the status and the code before it; and that code."""
    leading = _LEADING.match(piece)
    if leading is None:
        return piece, None
    return piece[leading.end() :].strip(_WRAPPING), leading[1]


def _pieces(line: str) -> "Iterator[str]":
    yield line
    for quoted in _QUOTED.finditer(line):
        yield next(group for group in quoted.groups() if group is not None)
    cuts = [(found.start(), found.end()) for found in _SEPARATOR.finditer(line)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(line)]
    for start, end in zip(starts, ends, strict=True):
        yield line[start:]
        if end < len(line):
            yield line[start:end]
