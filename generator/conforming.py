"""Whether plain data has the shape that a JSON Schema asks for: yes or no, and quickly.

Where the answer is no, jsonschema says what is wrong, which takes ten times as long.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from json import dumps
from typing import Any

Schema = Mapping[str, Any]
Test = Callable[[Any], bool]
Make = Callable[[Any], Test]

_TYPES = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}
_FOR_PEOPLE = frozenset({"$schema", "$defs", "title", "description"})


def test_of(schema: Schema) -> Test:
    """The test of a schema. Raises :class:`KeyError` at a keyword that the catalog's schemas do not have."""

    @cache
    def referred(reference: str) -> Test:
        return make(schema["$defs"][reference.rpartition("/")[2]])

    def make(part: Any) -> Test:
        if isinstance(part, bool):
            return lambda _: part
        return _all(_keyword(name, part) for name in part if name not in _FOR_PEOPLE)

    def _keyword(name: str, part: Schema) -> Test:
        if name == "$ref":
            return referred(part[name])
        kind, test = _KEYWORDS[name]
        made = test(part[name], part, make)
        return made if kind is None else lambda data: type(data) is not kind or made(data)

    return make(schema)


def _all(tests: Iterable[Test]) -> Test:
    together = tuple(tests)

    def holds(data: Any) -> bool:
        for test in together:  # noqa: SIM110 - all() takes three times as long
            if not test(data):
                return False
        return True

    return together[0] if len(together) == 1 else holds


def _has_type(wanted: Any, *_: Any) -> Test:
    kinds = frozenset(_TYPES[name] for name in ([wanted] if isinstance(wanted, str) else wanted))
    return lambda data: type(data) in kinds


def _is_one_of(wanted: Any, *_: Any) -> Test:
    allowed = frozenset((type(one), one) for one in wanted)  # true is not 1
    return lambda data: isinstance(data, str | int) and (type(data), data) in allowed


def _counted(is_enough: Callable[[int, int], bool]) -> Callable[..., Test]:
    def make(wanted: Any, _: Schema, made: Make) -> Test:
        tests = [made(part) for part in wanted]
        return lambda data: is_enough(sum(test(data) for test in tests), len(tests))

    return make


def _not(wanted: Any, _: Schema, made: Make) -> Test:
    test = made(wanted)
    return lambda data: not test(data)


def _properties(wanted: Any, _: Schema, made: Make) -> Test:
    tests = {name: made(part) for name, part in wanted.items()}
    return lambda data: all(tests[name](item) for name, item in data.items() if name in tests)


def _pattern_properties(wanted: Any, _: Schema, made: Make) -> Test:
    tests = [(re.compile(pattern).search, made(part)) for pattern, part in wanted.items()]
    return lambda data: all(
        test(item) for name, item in data.items() for search, test in tests if search(name)
    )


def _other_properties(wanted: Any, part: Schema, made: Make) -> Test:
    known, test = part.get("properties", {}), made(wanted)
    searches = [re.compile(pattern).search for pattern in part.get("patternProperties", ())]
    return lambda data: all(
        test(item)
        for name, item in data.items()
        if name not in known and not any(search(name) for search in searches)
    )


def _are_all(wanted: Any, _: Schema, made: Make) -> Test:
    """Each item of a list, or each name of a mapping."""
    test = made(wanted)
    return lambda data: all(map(test, data))


def _has(wanted: Any, *_: Any) -> Test:
    names = frozenset(wanted)
    return lambda data: data.keys() >= names


def _has_what_belongs_to_it(wanted: Any, *_: Any) -> Test:
    return lambda data: all(data.keys() >= set(others) for name, others in wanted.items() if name in data)


def _is_unique(wanted: Any, *_: Any) -> Test:
    return lambda data: not wanted or len(set(map(_identity, data))) == len(data)


def _identity(item: Any) -> str:
    return dumps(item, sort_keys=True)


def _matches(wanted: Any, *_: Any) -> Test:
    search = re.compile(wanted).search
    return lambda data: search(data) is not None


def _has_at_least(wanted: Any, *_: Any) -> Test:
    return lambda data: len(data) >= wanted


def _has_at_most(wanted: Any, *_: Any) -> Test:
    return lambda data: len(data) <= wanted


_KEYWORDS: Mapping[str, tuple[type | None, Callable[..., Test]]] = {
    "type": (None, _has_type),
    "enum": (None, _is_one_of),
    "const": (None, lambda wanted, *_: _is_one_of([wanted])),
    "allOf": (None, _counted(lambda held, all_: held == all_)),
    "anyOf": (None, _counted(lambda held, _: held > 0)),
    "oneOf": (None, _counted(lambda held, _: held == 1)),
    "not": (None, _not),
    "properties": (dict, _properties),
    "patternProperties": (dict, _pattern_properties),
    "additionalProperties": (dict, _other_properties),
    "propertyNames": (dict, _are_all),
    "required": (dict, _has),
    "dependentRequired": (dict, _has_what_belongs_to_it),
    "minProperties": (dict, _has_at_least),
    "items": (list, _are_all),
    "uniqueItems": (list, _is_unique),
    "minItems": (list, _has_at_least),
    "maxItems": (list, _has_at_most),
    "minLength": (str, _has_at_least),
    "maxLength": (str, _has_at_most),
    "pattern": (str, _matches),
    "minimum": (int, lambda wanted, *_: lambda data: data >= wanted),
    "maximum": (int, lambda wanted, *_: lambda data: data <= wanted),
}
