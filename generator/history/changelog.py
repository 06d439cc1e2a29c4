"""What a release says in CHANGELOG.md: what pull requests say of their changes, and what the diff saw."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.history.acceptance import Fragment
from generator.history.changes import Change, Level
from generator.history.diff import Diff

UNRELEASED = "## Unreleased"
_SECTION = re.compile(r"^## ", re.MULTILINE)
_ADDED = ("entry-added", "category-added", "code-added", "channel-added")
_QUIET = ("entry-added", "answer-sharpened", "answer-gained", "answer-claimed", "wording-added")
"""What an entry's own line, or a summary, says already."""


def section(version: str, diff: Diff | None, fragments: Sequence[Fragment]) -> str:
    """The section of a release, without a final line feed.

    Args:
        version: the release's.
        diff: what changed since the one before; None for the first one.
        fragments: what pull requests say.
    """
    parts = [f"## {version}"]
    if fragments:
        parts.append("\n".join(f"- {fragment.summary}" for fragment in fragments))
    if diff is not None:
        parts += _parts(diff)
    return "\n\n".join(parts)


def released(changelog: str, text: str) -> str:
    """The changelog with a release's section below an empty "Unreleased", whose text the section takes over.

    Raises:
        ValueError: if the changelog has no section "Unreleased".
    """
    start = changelog.find(f"{UNRELEASED}\n")
    if start < 0:
        raise ValueError(f'CHANGELOG.md has no section "{UNRELEASED}".')
    body = start + len(UNRELEASED)
    following = _SECTION.search(changelog, body)
    end = following.start() if following else len(changelog)
    handwritten = changelog[body:end].strip()
    heading, _, rest = text.partition("\n\n")
    whole = "\n\n".join(part for part in (heading, handwritten, rest) if part)
    tail = f"\n{changelog[end:]}" if following else ""
    return f"{changelog[:body]}\n\n{whole}\n{tail}"


def has_section(changelog: str, version: str) -> bool:
    """Whether the changelog has a section of this version."""
    return f"## {version}" in changelog.splitlines()


def _parts(diff: Diff) -> Iterator[str]:
    breaking = [one for one in diff.changes if one.level is Level.MAJOR]
    added = [one for one in diff.changes if one.rule in _ADDED]
    changed = [one for one in diff.changes if one.level is Level.MINOR and one.rule not in (*_ADDED, *_QUIET)]
    texts = {one.entry for one in diff.changes if one.level is Level.PATCH}
    yield from _list("Breaking", breaking, lambda one: _with_reason(one, diff.reason(one)))
    yield from _list("Added", added, _line)
    yield from _list("Changed", changed, lambda one: _with_reason(one, diff.reason(one)))
    if texts:
        entries = "entry" if len(texts) == 1 else "entries"
        yield f"Texts, examples or sources of {len(texts):,} {entries} were revised."


def _list(title: str, changes: Sequence[Change], line: Callable[[Change], str]) -> Iterable[str]:
    if changes:
        yield f"### {title}"
        yield "\n".join(f"- {text}" for text in sorted({line(change) for change in changes}))


def _line(change: Change) -> str:
    return f"`{change.entry}`: {change.says.removeprefix('new entry: ')}"


def _with_reason(change: Change, reason: str | None) -> str:
    return _line(change) if reason is None else f"{_line(change)} ({reason})"
