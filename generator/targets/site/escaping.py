"""Texts of the catalog as Markdown, HTML and front matter. The only way in which they reach a page."""

import html
import json
import re

_SYNTAX = re.compile(r"""[\\`*_{}\[\]<>#+\-!|~^=:&"'$@%]|(?<=^[0-9])[.)]|(?<=^[0-9]{2})[.)]""")
_FENCE = re.compile(r"`{3,}")


def text(value: str) -> str:
    """Plain text in Markdown: what could be syntax becomes a character reference, line breaks become blanks.

    Only what stands between two backticks is set as code.
    """
    parts = " ".join(value.split()).split("`")
    if len(parts) % 2 == 0:  # a backtick without its partner is a character like any other
        return _escaped("`".join(parts))
    return "".join(
        f"<code>{_escaped(one)}</code>" if odd % 2 else _escaped(one) for odd, one in enumerate(parts)
    )


def code(value: str) -> str:
    """A text in code style within a line."""
    return f"<code>{_escaped(' '.join(value.split()))}</code>"


def _escaped(value: str) -> str:
    return _SYNTAX.sub(lambda found: f"&#{ord(found[0])};", value)


def fence(value: str, language: str = "text") -> str:
    """A block of code. The fence is longer than any run of backticks in it."""
    marks = "`" * max([3, *(len(run) + 1 for run in _FENCE.findall(value))])
    return f"{marks}{language}\n{value}\n{marks}"


def quoted(value: str) -> str:
    """A text as a YAML scalar for front matter, which the theme puts into the page without escaping it."""
    return json.dumps(html.escape(" ".join(value.split())))


def link(label: str, address: str) -> str:
    """A link. The address is one of ours or was checked by the schema."""
    return f"[{text(label)}](<{address}>)"
