"""How a text is made comparable, and where a piece of it stands in the text as it came."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.targets.python.runtime._fold import Folded, lowered, words
from tests.generator.helpers import examples

odd = st.text(
    st.sampled_from(" \n\t\r\"'\\&<>\u201c\u201d\u2019\u00a0\u200b;#xun04amplquote/bB|>*")
    | st.characters(exclude_categories=["Cs"]),
    max_size=30,
)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("as it is", "as it is"),
        ("  two\t\tblanks \n", "two blanks"),
        ("\u201ctypographic\u201d \u2018quotes\u2019", "\"typographic\" 'quotes'"),
        ("no\u00a0break and zero\u200bwidth", "no break and zerowidth"),
        ("and so on\u2026", "and so on..."),
        ('escaped \\"quotes\\" and \\u0041', 'escaped "quotes" and A'),
        ("a&amp;b &quot;c&quot; &#39;d&#39;", "a&b \"c\" 'd'"),
        ("bold <b>word</b>", "bold word"),
        ("wrapped\n# over\n# lines", "wrapped over lines"),
        ('doubled ""quotes"" as in CSV', 'doubled "quotes" as in CSV'),
        ('doubled \\""escapes\\"" as in CSV', 'doubled "escapes" as in CSV'),
        ('{"text":"escaped \\"quotes\\""}', '{"text":"escaped "quotes""}'),
        ('File "a.py", line 3, in f\n    fail("closed")\nError: no', 'File "a.py", line 3, in f Error: no'),
        ("\x1b[1;31mERROR\x1b[0m in color", "ERROR in color"),
        ("\\x1b[31mERROR\\x1b[0m in color", "ERROR in color"),
        ("\\u001b[31mERROR\\u001b[0m in color", "ERROR in color"),
        ("\u00e2\u20ac\u0153misread\u00e2\u20ac\u009d", '"misread"'),
    ],
)
def test_what_differs_by_accident_is_the_same(text: str, plain: str) -> None:
    assert Folded(text).plain == plain


@examples(300)
@given(odd)
def test_all_forms_have_one_length(text: str) -> None:
    folded = Folded(text)
    assert len(folded.plain) == len(folded.low) == len(folded.lines)
    assert folded.low == lowered(folded.plain)


@examples(300)
@given(odd)
def test_a_piece_is_found_again_in_the_text_as_it_came(text: str) -> None:
    folded = Folded(text)
    start, end = folded.span_in_original(0, len(folded.plain))
    assert 0 <= start <= end <= len(text)


def test_a_piece_stands_where_it_stood() -> None:
    text = "  first “second”\n# third &amp; last"
    folded = Folded(text)
    for piece, original in (("second", "second"), ("third", "third"), ("& last", "&amp; last")):
        at = folded.plain.index(piece)
        start, end = folded.span_in_original(at, at + len(piece))
        assert text[start:end] == original


@pytest.mark.parametrize(
    ("text", "lines"), [("a cell\t next", "a cell\tnext"), ("a line\n\t next", "a line\nnext")]
)
def test_lines_and_cells_keep_their_ends(text: str, lines: str) -> None:
    assert Folded(text).lines == lines


def test_only_ascii_is_lowered() -> None:
    assert lowered("ABC ÄÖ \u212a") == "abc ÄÖ \u212a"


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Order was-not FILLED.", [b"order", b"was", b"not", b"filled"]),
        ("client_order_id=5", [b"client_order_id", b"5"]),
        ("¡Ay!", [b"ay"]),
        ("", []),
    ],
)
def test_words_are_ascii_letters_digits_and_underscores(text: str, spoken: list[bytes]) -> None:
    assert words(text) == spoken
