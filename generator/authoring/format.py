"""The one way in which a catalog file is written: order of entries and keys, styles, widths.

The order of keys is that of the schema's properties. libyaml writes the text; what it cannot do (comments) is
put back afterwards, each above the node that it stood above.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import yaml

from generator.load.yaml import Document, NodePath, parse, plain_type
from generator.shape import schema

WIDTH = 110
FLOW_WIDTH = 100
FLOW_DEPTH = 2
TEXT_WIDTH = 92

_BLOCK_LISTS = frozenset({"causes"})
_BLOCK_ITEMS = frozenset({"entries", "remediation", "examples"})
_VERBATIM = frozenset({"body", "code"})


def canonical_text(document: Document) -> str:
    """The document in canonical form. Its shape must have been approved."""
    root = schema(document.kind)
    sorted_, moved = _sorted_entries(document.data)
    data = _ordered(sorted_, root, root)
    text: str = yaml.emit(_document(data), Dumper=yaml.CSafeDumper, width=WIDTH, allow_unicode=True)
    return _with_comments(text, document, moved, first=(next(iter(data)),))


def _sorted_entries(data: Any) -> tuple[Any, Mapping[int, int]]:
    """The data with its entries sorted by id, and where each entry went."""
    entries = data.get("entries") if isinstance(data, dict) else None
    if not isinstance(entries, list):
        return data, {}
    order = sorted(range(len(entries)), key=lambda index: str(entries[index]["id"]))
    return {**data, "entries": [entries[index] for index in order]}, {
        old: new for new, old in enumerate(order)
    }


def _ordered(data: Any, part: Any, root: Any) -> Any:
    """The same data with the keys of every mapping in the order of the schema's properties."""
    if isinstance(data, str):  # as most are
        return data
    part = _resolved(part, root)
    if isinstance(data, dict):
        for choice in part.get("oneOf", ()):
            if "properties" in choice:
                part = choice
        properties: Mapping[str, Any] = part.get("properties", {})
        keys = [*(key for key in properties if key in data), *(key for key in data if key not in properties)]
        return {key: _ordered(data[key], properties.get(key, {}), root) for key in keys}
    if isinstance(data, list):
        return [_ordered(item, part.get("items", {}), root) for item in data]
    return data


def _resolved(part: Any, root: Any) -> Any:
    reference = part.get("$ref", "")
    return root["$defs"][reference.rpartition("/")[2]] if reference else part


def _document(data: Any) -> Iterator[yaml.Event]:
    """What libyaml writes, step by step."""
    yield yaml.StreamStartEvent()
    yield yaml.DocumentStartEvent()
    yield from _node(data, "", in_list=False)
    yield yaml.DocumentEndEvent()
    yield yaml.StreamEndEvent()


def _node(value: Any, key: str, *, in_list: bool) -> Iterator[yaml.Event]:
    if isinstance(value, dict):
        flow = not (in_list and key in _BLOCK_ITEMS) and _fits_flow(value)
        yield yaml.MappingStartEvent(None, None, True, flow_style=flow)
        for name, item in value.items():
            yield _key(name)
            yield from _node(item, name, in_list=False)
        yield yaml.MappingEndEvent()
    elif isinstance(value, list):
        flow = (
            key not in _BLOCK_LISTS
            and all(not isinstance(item, dict) for item in value)
            and _fits_flow(value)
        )
        yield yaml.SequenceStartEvent(None, None, True, flow_style=flow)
        for item in value:
            yield from _node(item, key, in_list=True)
        yield yaml.SequenceEndEvent()
    else:
        yield _scalar(value, key)


def _fits_flow(value: Any) -> bool:
    return _is_shallow(value, FLOW_DEPTH) and _width(value) <= FLOW_WIDTH


def _is_shallow(value: Any, depth: int) -> bool:
    if isinstance(value, dict | list):
        items = value.values() if isinstance(value, dict) else value
        return depth > 0 and all(_is_shallow(item, depth - 1) for item in items)
    return "\n" not in str(value)


def _width(value: Any) -> int:
    if isinstance(value, dict):
        return sum(len(key) + 4 + _width(item) for key, item in value.items())
    if isinstance(value, list):
        return sum(2 + _width(item) for item in value)
    return len(str(value)) + 2


@cache
def _key(name: str) -> yaml.ScalarEvent:
    return _scalar(name, "")


def _scalar(value: Any, key: str) -> yaml.ScalarEvent:
    """A value; its type is never written out, because it is what YAML takes it for."""
    if isinstance(value, bool):
        return yaml.ScalarEvent(None, None, (True, False), "true" if value else "false")
    if isinstance(value, int):
        return yaml.ScalarEvent(None, None, (True, False), str(value))
    style = _style(value, key)
    return yaml.ScalarEvent(None, None, (style is None, True), value, style=style)


def _style(text: str, key: str) -> str | None:
    is_long = len(text) > TEXT_WIDTH
    if text != text.strip(" ") and (is_long or "\n" in text):
        return '"'  # blocks do not keep blanks at the ends
    if "\n" in text:
        return "|"
    if is_long:
        return "|" if key in _VERBATIM else ">"
    return None if plain_type(text) == "str" else '"'


def _with_comments(text: str, document: Document, moved: Mapping[int, int], first: NodePath) -> str:
    comments = list(_comments(document, moved))
    if not comments:
        return text
    if all(path == first for path, _ in comments):  # as in most files
        return "".join(f"{comment}\n" for _, comment in comments) + text
    places = parse(text, document.file, document.kind).places
    lines = text.split("\n")
    above: dict[int, list[str]] = {}
    for path, comment in comments:
        line = len(lines) - 1 if path is None or path not in places else places[path].line - 1
        indent = re.match(r" *", lines[line])
        above.setdefault(line, []).append(f"{indent[0] if indent else ''}{comment}")
    return "\n".join(one for number, line in enumerate(lines) for one in (*above.get(number, ()), line))


def _comments(document: Document, moved: Mapping[int, int]) -> Iterator[tuple[NodePath | None, str]]:
    """Each comment with the path of the node that it stands above or beside, as the path will be."""
    for line, comment, beside in _comment_lines(document):
        path = _target(document, line, beside=beside)
        yield (_moved(path, moved) if path is not None else None), comment


def _target(document: Document, line: int, *, beside: bool) -> NodePath | None:
    lines = ((place.line, path) for path, place in document.places.items() if path)
    if not beside:
        return next((path for at, path in lines if at > line), None)
    before: NodePath | None = None
    for at, path in lines:
        if at >= line:
            return path if at == line else before
        before = path
    return before


def _moved(path: NodePath, moved: Mapping[int, int]) -> NodePath:
    if len(path) > 1 and path[0] == "entries" and isinstance(path[1], int):
        return ("entries", moved[path[1]], *path[2:])
    return path


def _comment_lines(document: Document) -> Iterator[tuple[int, str, bool]]:
    """Each comment with its line, counted from 1, and whether it stands beside something but a dash."""
    text, commented = document.text, 0
    for found in re.finditer("#", text):
        hash_, line = found.start(), text.rfind("\n", 0, found.start()) + 1
        before = bisect_right(document.scalars, (hash_, len(text)))
        end_of_scalar = document.scalars[before - 1][1] if before else 0
        if hash_ < max(end_of_scalar, commented) or text[line:hash_][-1:].strip():
            continue
        comment = text[hash_:].partition("\n")[0]
        commented = hash_ + len(comment)
        beside = end_of_scalar > line or bool(text[line:hash_].strip(" -"))
        yield text.count("\n", 0, hash_) + 1, comment.rstrip(), beside
