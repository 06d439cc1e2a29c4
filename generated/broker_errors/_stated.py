# From generator/targets/python/runtime/_stated.py by `python -m generator build`. Do not edit.
"""What a text states beside messages: fields such as ``key: value``, HTTP statuses, hosts, codes."""

from ._fold import is_plain, lowered
from ._lazy import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ._fold import Folded
    from ._rows import Common

AROUND = 32
"""How far before a number the words are looked for that make it a status."""
MOST_SIGNS = 4
STATUS_LENGTH = 3
MAX_NUMBER = 18

_HOST = lazy(r"(?:https?|wss?)://([a-z0-9.-]{1,253})")
_CODE = lazy(
    r"(?<![A-Za-z])(?:[Cc]ode|CODE)[\"'`]{0,2}(?:"
    r" ?[:=] ?(?:\"([^\"\n]{1,64})\"|'([^'\n]{1,64})'|(-?[A-Za-z0-9_-]{1,64}))| (-?[0-9]{1,64}))"
)
_WORD = lazy(r"[a-z0-9_]+")
_APART = lazy("[\"',;{}]")
_SIGNS = lazy(r"[\s\"'`:=(\[{<|*_-]*\Z")
_CLOSED = lazy(r"[:)\],;.\"'}]|$|\n| ?[{\[\"'`\u2013\u2014-]")
_BODY_BEHIND = lazy(r" ?[{\[\"'`]")
_BARE = {"true": True, "false": False, "null": None, "none": None, "undefined": None, "nil": None}


class StatedValues:
    """Finds the fields that envelopes name where a text states them: JSON, reprs, logfmt, nested or cut."""

    def __init__(self, keys: "Iterable[str]") -> None:
        from re import escape

        names = "|".join(sorted(map(escape, keys), key=lambda name: (-len(name), name)))
        self._pattern = lazy(
            rf"(?<![A-Za-z0-9_.\-])[\"'`]?({names})[\"'`]? ?(?:=>|[:=]) ?"
            r"(?:([\[{])"
            # a quotation ends at a quote behind which the next field, or nothing, is stated
            r"|b?\"((?:[^\"]|\"(?! ?(?:[,}\])|;]|$|[A-Za-z_]{1,30}[=:])))*+)"
            r"|b?'((?:[^']|'(?! ?(?:[,}\])|;]|$|[A-Za-z_]{1,30}[=:])))*+)"
            r"|([^ ,;{}\[\]()\"'`|]{1,200}))"
        )

    def groups(self, folded: "Folded") -> "Iterator[tuple[int, int, dict[str, object]]]":
        """Yield where stated fields begin and end, with them. One that comes again begins another group.

        If it does within an object that is a field's value, what that object has before it goes with it.
        """
        plain = folded.plain
        group: dict[str, object] = {}
        at = end = opened = inside = 0
        for found in self._pattern.finditer(plain):
            key, opener, double, single, bare = found.groups()
            value: object
            if opener:
                value = {} if opener == "{" else []
            elif bare is not None:
                value = _bare(bare)
            else:
                value = double if double is not None else single
            if key in group and not isinstance(group[key], dict | list):
                fields = list(group.items())
                count = opened if opened and _is_open(plain, inside, found.start()) else len(fields)
                yield at, inside if count < len(fields) else end, dict(fields[:count])
                group, at, opened = dict(fields[count:]), inside, 0
            if not group:
                at = found.start()
            group[key] = value
            end = found.end()
            if opener:
                opened, inside = len(group), end
        if group:
            yield at, end, group


def _is_open(text: str, start: int, end: int) -> bool:
    """Whether an object that is opened before ``start`` goes on at ``end``."""
    return text.count("}", start, end) <= text.count("{", start, end)


def _bare(text: str) -> object:
    text = text.rstrip(".")
    digits = text.replace("_", "").removeprefix("-")
    if digits.isascii() and digits.isdigit() and len(digits) <= MAX_NUMBER:
        return int(text.replace("_", ""))
    return _BARE.get(text.lower(), text)


class Statuses:
    """Finds the HTTP status that a text states, by what stands beside a number."""

    def __init__(self, common: "Common") -> None:
        self._before = _by_last_word(common.before)
        self._closed = _by_last_word(common.before_closed)
        self._behind = common.behind + common.phrases

    def stated(self, folded: "Folded", numbers: "Iterable[bytes]") -> tuple[int, int] | None:
        """The first status that is stated, of those numbers, and where."""
        first: tuple[int, int] | None = None
        lines = lowered(folded.lines).replace("\t", " ")
        for number in numbers:
            word = number.decode()
            at = lines.find(word)
            while at >= 0 and (first is None or at < first[0]):
                if self._is_status(lines, at):
                    first = (at, int(word))
                at = lines.find(word, at + 1)
        return first

    def may_state(self, text: str, number: bytes) -> bool:
        """Whether a number may be a status in a text, before that is folded."""
        word = number.decode()
        plain = is_plain(text)
        low = text.lower() if plain else text
        at = low.find(word)
        while at >= 0:
            if self._is_status(low, at) if plain else may_be_status(low, at):
                return True
            at = low.find(word, at + 1)
        return False

    def _is_status(self, lines: str, at: int) -> bool:
        before = lines[max(0, at - AROUND) : at]
        behind = lines[at + STATUS_LENGTH : at + STATUS_LENGTH + AROUND]
        return may_be_status(lines, at) and (
            self._said_behind(behind)
            or self._said_before(before, behind)
            or _by_signs(before, behind, begins_line=_begins_line(before, cut=at > AROUND))
        )

    def _said_behind(self, behind: str) -> bool:
        """Whether the words behind a number make it a status."""
        said = behind[1:]
        if behind[:1] != " " or not said.startswith(self._behind):
            return False
        longest = max(len(one) for one in self._behind if said.startswith(one))
        return not said[longest : longest + 1].isalpha()

    def _said_before(self, before: str, behind: str) -> bool:
        """Whether the words before a number make it a status, some only where the number ends in a sign."""
        signs = _SIGNS.search(before)
        if signs is None or len(signs[0]) > MOST_SIGNS:
            return False
        # what stands before a quote or a comma belongs to something else
        spoken = _WORD.findall(_APART.split(before[: signs.start()])[-1])
        return _ends_with(spoken, self._before) or (
            _CLOSED.match(behind) is not None and _ends_with(spoken, self._closed)
        )


def _by_signs(before: str, behind: str, *, begins_line: bool) -> bool:
    """Whether the signs around a number make it a status: ``(404)``, a line's beginning, a body behind."""
    if before.endswith("(") and behind.startswith(")"):
        return True
    if begins_line:
        return _CLOSED.match(behind) is not None and not behind.startswith((".", ",", ";", ")"))
    if before[-1:] in ('"', "'", "`"):
        return behind.startswith((" ", "{", '"', "'", "`", "-"))
    return _BODY_BEHIND.match(behind) is not None and not before.endswith((",", ", "))


def _begins_line(before: str, *, cut: bool) -> bool:
    """Whether nothing but signs stands before a number on its line."""
    _, line_end, line = before.rpartition("\n")
    return (bool(line_end) or not cut) and not any(character.isalnum() for character in line)


def _by_last_word(phrases: "Iterable[str]") -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for phrase in phrases:
        said = phrase.split()
        found.setdefault(said[-1], []).append(said)
    return found


def _ends_with(spoken: list[str], phrases: dict[str, list[list[str]]]) -> bool:
    return bool(spoken) and any(spoken[-len(said) :] == said for said in phrases.get(spoken[-1], ()))


def may_be_status(text: str, at: int) -> bool:
    """Whether a number stands where a status may: not within a figure, a time, a price or a path."""
    before, behind = text[at - 1 : at] if at else "", text[at + STATUS_LENGTH : at + STATUS_LENGTH + 2]
    if before.isalnum() or before in ("_", "$", "/", "-", "#", "+", "\u20ac") or behind[:1].isalnum():
        return False
    if before in (".", ",", ":") and text[at - 2 : at - 1].isdigit():
        return False
    return not (behind[:1] in ".,:%/-" and behind[1:].isdigit()) and behind[:1] not in ("%", "_")


def hosts(low: str) -> list[str]:
    """The hosts of the addresses in a text in lower case."""
    return _HOST.findall(low) if "://" in low else []


def called_codes(folded: "Folded") -> list[str]:
    """What a text calls a code and is no HTTP status."""
    found = _CODE.finditer(folded.plain) if "code" in folded.low else ()
    codes = [
        one[one.lastindex or 0].replace("_", "" if one[3] and one[3][:1].isdigit() else "_") for one in found
    ]
    return [code for code in codes if not (len(code) == STATUS_LENGTH and code.isdigit())]
