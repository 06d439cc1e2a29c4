"""Texts of the catalog as HTML: the only way in which they reach a page besides Jinja's own escaping."""

import json
import re
from collections.abc import Mapping
from functools import cache
from html import escape as _escaped

from markupsafe import Markup, escape
from pygments.lexer import Lexer
from pygments.lexers.data import JsonLexer
from pygments.lexers.python import PythonLexer
from pygments.token import STANDARD_TYPES

from generator.targets.python.runtime._page import spelled

_COLORED = frozenset(
    ("c1", "k", "kn", "ow", "kc", "nt", "s1", "s2", "sa", "si", "se", "mi", "mf", "nf", "nb", "nc")
)
"""The kinds of tokens, by Pygments' short names, for which the stylesheet has a color."""
_KEY = "nt"
_LONG = 24
_BLANKS = re.compile(r"(\s+)")
_BREAKS = re.compile(r"(?<=[._])(?=\w)|(?<=\S)(?=/)|(?<=[a-z])(?=[A-Z])")


def prose(text: str) -> Markup:
    """A text in which what stands between two backticks is code."""
    parts = " ".join(text.split()).split("`")
    if len(parts) % 2 == 0:  # a backtick without its partner is a character like any other
        return escape("`".join(parts))
    return Markup("").join(
        Markup("<code>{}</code>").format(one) if odd % 2 else escape(one) for odd, one in enumerate(parts)
    )


@cache
def template(message: str) -> Markup:
    """A message template with its slots set off."""
    return Markup("").join(
        Markup('<span class="slot" title="{}">{}</span>').format(kind, text) if kind else _soft(text)
        for text, kind in spelled(message)
    )


def _soft(text: str) -> Markup:
    """A text in which words that are longer than a line of a phone may be broken between their parts."""
    return Markup("").join(
        breakable(word) if len(word) > _LONG else escape(word) for word in _BLANKS.split(text)
    )


@cache
def breakable(text: str) -> Markup:
    """An id or an address that may be broken between its words, nowhere else."""
    return Markup("<wbr>").join(_BREAKS.split(text))


@cache
def python(text: str) -> Markup:
    """Python, highlighted."""
    return _highlighted(text, PythonLexer(stripnl=False, ensurenl=False), {})


def payload(body: str, params: Mapping[str, str]) -> Markup:
    """A body, JSON laid out and highlighted. The values that become params are marked, each once."""
    laid_out = _laid_out(body)
    if laid_out is None:
        return _marked(body, set(params.values()))
    return _highlighted(laid_out, JsonLexer(stripnl=False, ensurenl=False), params)


def _laid_out(body: str) -> str | None:
    """JSON with a member a line, or as it is where that would change it; None for no object or list."""
    try:
        data = json.loads(body)
    except ValueError:
        return None
    if not isinstance(data, dict | list):
        return None
    text = json.dumps(data, indent=2, ensure_ascii=False)
    return text if "".join(text.split()) == "".join(body.split()) else body


def _highlighted(text: str, lexer: Lexer, params: Mapping[str, str]) -> Markup:
    waiting = set(params.values())
    tokens = ((STANDARD_TYPES.get(kind, ""), one) for kind, one in lexer.get_tokens(text))
    return Markup("".join(_token(kind, one, waiting) for kind, one in tokens))  # noqa: S704 - all are escaped


def _token(kind: str, text: str, waiting: set[str]) -> str:
    shown = _escaped(text) if kind == _KEY or not waiting else _marked(text, waiting)
    return f'<span class="{kind}">{shown}</span>' if kind in _COLORED else shown


def _marked(text: str, waiting: set[str]) -> Markup:
    """A text in which values are marked where they stand as words; those that are, are waited for no more."""
    parts: list[str] = []
    at = 0
    for found in _words_of(frozenset(waiting)).finditer(text) if waiting else ():
        if found[0] in waiting:
            waiting.discard(found[0])
            parts += [_escaped(text[at : found.start()]), f"<mark>{_escaped(found[0])}</mark>"]
            at = found.end()
    return Markup("".join([*parts, _escaped(text[at:])]))  # noqa: S704 - all are escaped


@cache
def _words_of(values: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted((one for one in values if one), key=lambda one: (-len(one), one))
    return re.compile(r"(?<![\w.])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w.])")
