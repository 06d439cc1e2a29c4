"""Strict YAML: plain data with a place for every node, or findings.

Only what JSON can say is allowed: one document of mappings with text keys, lists, strings, whole numbers,
true and false. Whatever YAML 1.1 reads as something else than it looks like (``on``, ``040``, ``12:30``) is
refused, and so are duplicate keys, anchors, aliases and tags. The parser is libyaml's; its events are read
one at a time, so that neither depth nor aliases can exhaust anything.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, Protocol, TypeAlias, cast

import yaml

from generator.findings import Finding, Place

MAX_BYTES = 1_000_000
MAX_DEPTH = 20

Kind = Literal["categories", "common", "broker", "entries", "changes", "released"]
"""What a file holds; its schema has the same name."""

NodePath = tuple[str | int, ...]
PlainData: TypeAlias = "dict[str, PlainData] | list[PlainData] | str | int | bool"

_WHOLE_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_FORBIDDEN = re.compile(
    "[^\\t\\n\\r\\x20-\\x7e\\xa0-\\u2027\\u202a-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]"
)
_CONFLICT = ("<<<<<<< ", "=======", ">>>>>>> ")
"""How the lines begin that a merge leaves where both sides changed something."""
_NODES = (yaml.ScalarEvent, yaml.CollectionStartEvent)
_YAML_1_1 = yaml.SafeLoader("")


@dataclass(frozen=True, slots=True)
class Document:
    """A catalog file that could be read.

    ``places`` has, for each path of keys and indices, where that key or item begins, ``scalars`` where in the
    text each key and value begins and ends; both in the order of the text. The root is the empty path, and a
    block begins behind its first line, which may have a comment.
    """

    file: str
    kind: Kind
    text: str
    data: PlainData
    places: Mapping[NodePath, Place]
    scalars: Sequence[tuple[int, int]] = ()

    def place(self, *path: str | int) -> Place:
        """Where the node at ``path`` begins, or else the nearest node around it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Place(self.file))


class _Mark(Protocol):
    """A position as the parser gives it, counted from 0."""

    line: int
    column: int


class Refused(Exception):
    """A file that is not strict YAML. Carries the findings."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__("; ".join(finding.message for finding in findings))
        self.findings = findings


def read_document(path: Path, file: str, kind: Kind) -> Document:
    """Read one file; ``file`` is the name that findings show. Raises :class:`Refused`."""
    return parse(_text_of(path, file), file, kind)


def parse(text: str, file: str, kind: Kind) -> Document:
    """Parse the text of one file. Raises :class:`Refused`."""
    _check_characters(text, file)
    reader = _Reader(text, file)
    data = reader.document()
    if reader.findings:
        raise Refused(*reader.findings)
    return Document(file, kind, text, data, reader.places, reader.scalars)


@cache
def plain_type(text: str) -> str:
    """The type, such as ``int``, as which YAML 1.1 reads ``text`` where it stands without quotes."""
    tag: str = _YAML_1_1.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]  # stubs
    return tag.rpartition(":")[2]


def _text_of(path: Path, file: str) -> str:
    place = Place(file)
    if not path.is_file():
        raise Refused(
            Finding(place, "file-kind", "This is not a file.", "Put a YAML file here or remove it.")
        )
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise Refused(
                Finding(
                    place,
                    "yaml-size",
                    f"The file has {size:,} bytes; {MAX_BYTES:,} are allowed.",
                    "Split the area into several files.",
                )
            )
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        place = _place_behind(error.object[: error.start].decode("utf-8", "replace"), file)
        raise Refused(
            Finding(place, "yaml-encoding", f"Byte {error.start} is not UTF-8.", "Save the file as UTF-8.")
        ) from None
    except OSError as error:
        raise Refused(
            Finding(place, "file-kind", f"The file cannot be read: {error.strerror}.", "Make it readable.")
        ) from None


def _check_characters(text: str, file: str) -> None:
    """Refuse what YAML forbids, and what it takes for a line break and no editor shows as one."""
    found = _FORBIDDEN.search(text)
    if found is not None:
        raise Refused(
            Finding(
                _place_behind(text[: found.start()], file),
                "yaml-syntax",
                f"YAML does not allow the character U+{ord(found[0]):04X} here.",
                "Remove it, or write it as an escape in double quotes.",
            )
        )


def _place_behind(text: str, file: str) -> Place:
    """The place of what follows a text from the beginning of a file."""
    lines = text.split("\n")
    return Place(file, len(lines), len(lines[-1]) + 1)


class _Reader:
    """Builds plain data from the parser's events and keeps the place of every node."""

    def __init__(self, text: str, file: str) -> None:
        # It answers None only behind the end of the stream, where nothing is asked for.
        self._next = cast("Callable[[], yaml.Event]", yaml.CSafeLoader(text).get_event)
        self._text = text
        self._lines = text.split("\n")
        self._file = file
        self.places: dict[NodePath, Place] = {}
        self.scalars: list[tuple[int, int]] = []
        self.findings: list[Finding] = []

    def document(self) -> PlainData:
        try:
            event = self._next()  # the start of the stream
            event = self._next()
            if isinstance(event, yaml.StreamEndEvent):
                raise self._refusal(
                    event, "yaml-empty", "The file is empty.", "Write the catalog file or remove it."
                )
            data = self._node(self._next(), ())
            self._next()  # the end of the document
            event = self._next()
            if not isinstance(event, yaml.StreamEndEvent):
                raise self._refusal(
                    event, "yaml-feature", "A second document begins here.", "Keep one document per file."
                )
            return data
        except yaml.MarkedYAMLError as error:
            raise self._syntax_refusal(error) from None

    def _node(self, event: yaml.Event, path: NodePath) -> PlainData:
        if path not in self.places:  # that of a key is where it begins
            self.places[path] = self._place(event)
        if len(path) > MAX_DEPTH:
            raise self._refusal(
                event, "yaml-depth", f"This is nested deeper than {MAX_DEPTH} levels.", "Write it flatter."
            )
        # What begins no scalar or collection is an alias.
        if not isinstance(event, _NODES) or event.anchor is not None:
            raise self._refusal(
                event, "yaml-feature", "Anchors and aliases are not used here.", "Write it out."
            )
        if event.tag is not None:
            raise self._refusal(
                event, "yaml-feature", f"The tag {event.tag} is not used here.", "Remove the tag."
            )
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return self._mapping(path)

    def _sequence(self, path: NodePath) -> list[PlainData]:
        items: list[PlainData] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._node(event, (*path, len(items))))
        return items

    def _mapping(self, path: NodePath) -> dict[str, PlainData]:
        items: dict[str, PlainData] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._key(event)
            if key in items:
                self._add(
                    event, "yaml-duplicate-key", f"The key {key!r} stands here twice.", "Keep one of them."
                )
            below = (*path, key)
            self.places[below] = self._place(event)
            items[key] = self._node(self._next(), below)
        return items

    def _key(self, event: yaml.Event) -> str:
        if isinstance(event, yaml.ScalarEvent):
            key = self._scalar(event)
            if isinstance(key, str):
                return key
        raise self._refusal(
            event, "yaml-feature", "A key that is not a text stands here.", "Put the key in quotes."
        )

    def _scalar(self, event: yaml.ScalarEvent) -> str | int | bool:
        value: str = event.value
        self._note_span(event)
        if not event.implicit[0]:  # quoted, or a block
            return value
        kind = plain_type(value)
        if kind == "str":
            return value
        if kind == "int" and _WHOLE_NUMBER.fullmatch(value):
            return int(value)
        if kind == "bool" and value in ("true", "false"):
            return value == "true"
        if kind == "null":
            mend = self._comma_mend(event) or "Write one, or leave the field out."
            self._add(event, "yaml-ambiguous", "There is no value here.", mend)
        else:
            self._add(
                event,
                "yaml-ambiguous",
                f"YAML reads {value} as {kind}, not as a text.",
                f'Write "{value}" in quotes.',
            )
        return value

    def _note_span(self, event: yaml.ScalarEvent) -> None:
        start, end = event.start_mark, event.end_mark
        if start is not None and end is not None:  # libyaml always says where
            head = self._text.find("\n", start.index, end.index) if event.style in ("|", ">") else -1
            self.scalars.append((max(head, start.index), end.index))

    def _comma_mend(self, event: yaml.Event) -> str:
        """What to write where a comma cut a text in { } in two; empty where none did."""
        place = self._place(event)
        line = "".join(self._lines[place.line - 1 : place.line])  # none behind the last, or behind a lone CR
        before, after = line[: place.column - 1], line[place.column - 1 :]
        rest = before.rpartition(",")[2].strip()
        is_cut = "{" in before and " " in rest and ":" not in rest and after.startswith((",", "}"))
        return f'In {{ }} a text with a comma needs quotes: "..., {rest}".' if is_cut else ""

    def _place(self, event: yaml.Event) -> Place:
        return self._place_of(event.start_mark)

    def _place_of(self, mark: _Mark | None) -> Place:
        return Place(self._file, mark.line + 1, mark.column + 1) if mark is not None else Place(self._file)

    def _add(self, event: yaml.Event, rule: str, message: str, mend: str) -> None:
        self.findings.append(Finding(self._place(event), rule, message, mend))

    def _refusal(self, event: yaml.Event, rule: str, message: str, mend: str) -> Refused:
        return Refused(*self.findings, Finding(self._place(event), rule, message, mend))

    def _syntax_refusal(self, error: yaml.MarkedYAMLError) -> Refused:
        mark = error.problem_mark
        problem = error.problem or "The file cannot be parsed"
        line = "" if mark is None else "".join(self._lines[mark.line : mark.line + 1])
        mend = _syntax_mend(problem, line, self._lines[: mark.line] if mark is not None else [])
        return Refused(
            *self.findings,
            Finding(self._place_of(mark), "yaml-syntax", f"{problem[:1].upper()}{problem[1:]}.", mend),
        )


def _syntax_mend(problem: str, line: str, before: Sequence[str]) -> str:
    """What to write instead, for the mistakes that people make."""
    if line.startswith(_CONFLICT) or (before and before[-1].startswith(_CONFLICT)):
        return "A merge left both sides here: keep what is right, and remove the lines with <, = and >."
    if "\t" in line:
        return "Indent with spaces, not with a tab."
    braced = re.search(r"[\[,] *([^\[\]{},'\"]*\{[^{}]*\}[^\[\],'\"]*)", line)
    if "expected ',' or ']'" in problem and braced is not None:
        return f'In [ ] a text with a brace needs quotes: "{braced[1].strip()}".'
    if "mapping values are not allowed" in problem.lower():
        return 'A text with ": " in it stands in quotes, or on the next line behind >-.'
    above = next((one for one in reversed(before) if one.strip() and not one.lstrip().startswith("#")), "")
    if ("expected key" in problem or "expected '-'" in problem) and above:
        return f"Indent this line like those around it; the one above begins in column {_column(above)}."
    return "Mend the YAML at this place."


def _column(line: str) -> int:
    """Where a line's first key begins, counted from 1; behind the dash of a list's item."""
    dash = re.match(r" *(?:- )*", line)
    return (dash.end() if dash is not None else 0) + 1
