"""Values as Python source: whatever the value, the source is that value and nothing else."""

import ast
import warnings
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.targets.python.literals import WIDTH, Call, Name, python_docstring, python_literal
from tests.generator.helpers import examples

texts = st.text() | st.text(st.sampled_from("\"'\\\n\r\t{}#\u2028\u202e\ud800\x00é"), max_size=40)
atoms = st.none() | st.booleans() | st.integers() | texts
values = st.recursive(
    atoms,
    lambda inner: (
        st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(texts | st.integers(), inner, max_size=4)
        | st.lists(inner, min_size=20, max_size=25).map(tuple)
    ),
    max_leaves=15,
)


def evaluated(source: str, **names: Any) -> Any:
    """What source is worth; a warning about it is an error."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return eval(compile(source, "<literal>", "eval"), {"__builtins__": {}, **names})


def typed(value: Any) -> Any:
    """The value with the type of everything in it, since True == 1."""
    if isinstance(value, tuple):
        return tuple, [typed(item) for item in value]
    if isinstance(value, dict):
        return dict, [(typed(key), typed(item)) for key, item in value.items()]
    return type(value), value


@examples(400)
@given(values, st.integers(0, 30))
def test_source_evaluates_to_the_value(value: object, indent: int) -> None:
    assert typed(evaluated(python_literal(value, indent))) == typed(value)


@examples(200)
@given(values)
def test_source_is_data_alone(value: object) -> None:
    """No name, no call, no expression: only constants, tuples, dicts and the sign of a number."""
    allowed = (ast.Expression, ast.Constant, ast.Tuple, ast.Dict, ast.UnaryOp, ast.USub, ast.Load)
    tree = ast.parse(python_literal(value), mode="eval")
    assert {type(node) for node in ast.walk(tree)} <= set(allowed)


@examples(200)
@given(values)
def test_every_character_of_source_prints(value: object) -> None:
    assert all(line.isprintable() for line in python_literal(value).split("\n"))


@pytest.mark.parametrize(
    ("value", "source"),
    [
        (None, "None"),
        (True, "True"),
        (-3, "-3"),
        ("a", '"a"'),
        ("it's", '"it\'s"'),
        ('say "no"', '"say \\"no\\""'),
        ("\\", '"\\\\"'),
        ("é\n\u2028", '"é\\n\\u2028"'),
        ((), "()"),
        (("a",), '("a",)'),
        ((1, 2), "(1, 2)"),
        ({}, "{}"),
        ({"a": (1,)}, '{"a": (1,)}'),
        (Name("Category", "RISK_CONTROL"), "Category.RISK_CONTROL"),
        (Call(Name("Step"), {"who": Name("Actor", "BROKER"), "code": None}), "Step(who=Actor.BROKER)"),
    ],
    ids=lambda part: part if isinstance(part, str) else type(part).__name__,
)
def test_a_value_that_fits_stands_on_one_line(value: object, source: str) -> None:
    assert python_literal(value) == source


@pytest.mark.parametrize(
    ("value", "source"),
    [
        (("x" * 60, "y" * 60), f'(\n    "{"x" * 60}",\n    "{"y" * 60}",\n)'),
        ({"a": "x" * 60, "b": "y" * 60}, f'{{\n    "a": "{"x" * 60}",\n    "b": "{"y" * 60}",\n}}'),
        (
            Call(Name("Step"), {"do": "x" * 60, "code": "y" * 60, "who": None}),
            f'Step(\n    do="{"x" * 60}",\n    code="{"y" * 60}",\n)',
        ),
    ],
    ids=["tuple", "dict", "call"],
)
def test_a_value_that_does_not_fit_has_an_item_a_line(value: object, source: str) -> None:
    assert python_literal(value) == source


def test_what_fits_depends_on_where_it_stands() -> None:
    text = ("x" * (WIDTH - 7), 1)
    assert "\n" not in python_literal(text)
    assert "\n" in python_literal(text, 1)


def test_a_call_evaluates_to_its_result() -> None:
    call = Call(Name("make"), {"text": "x" * 80, "items": ("y" * 80, 'quote " quote'), "nothing": None})
    assert evaluated(python_literal(call), make=dict) == {
        "text": "x" * 80,
        "items": ("y" * 80, 'quote " quote'),
    }


@pytest.mark.parametrize("part", ["", "a b", "a-b", "1a", "a.b", "a\n", "a()", "é)", "__import__('os')"])
def test_a_name_that_is_no_identifier_is_refused(part: str) -> None:
    with pytest.raises(ValueError, match="is not an identifier"):
        Name("Category", part)


@pytest.mark.parametrize("part", ["class", "import", "None"])
def test_a_keyword_is_no_name(part: str) -> None:
    with pytest.raises(ValueError, match="is not an identifier"):
        Name(part)


@pytest.mark.parametrize("value", [1.5, b"x", [1], {1}, object, ({"a": [1]},)], ids=repr)
def test_what_has_no_literal_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="has no literal"):
        python_literal(value)


class Loud(str):
    """A text whose representation is code."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "print('owned')"


def test_a_text_of_another_class_is_refused() -> None:
    with pytest.raises(TypeError, match="Loud has no literal"):
        python_literal(Loud("a"))


@examples(400)
@example('""""""')
@example('ends with "')
@example("ends with \\")
@given(texts)
def test_a_docstring_evaluates_to_its_text(text: str) -> None:
    source = python_docstring(text)
    assert source.startswith('"""')
    assert evaluated(source) == text
