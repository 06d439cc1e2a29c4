"""What programs read beside the pages: each entry as JSON and as Markdown, lists of all, and redirects."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.model.plain import plain
from generator.targets.python.runtime._info import Source
from generator.targets.python.runtime._page import ACTORS, DUE, GRADES, SECTIONS, Answer, Wording, shown
from generator.targets.site.views import View, Views

_LLMS = """\
# Broker Errors

> What the APIs of {brokers} answer when they say no: what it means, whether the request took effect,
> whether it may be sent again, and who does what. Version {version}, {count} entries.

Each entry is a Markdown file; the same path with .json is its data. `unknown` means that the effect may be
live: look it up before sending anything again.

- [All entries as JSON](catalog.json)
- [Retrying safely](guides/retrying/)
- [How matching works](guides/matching/)"""
_SYNTAX = re.compile(r"[\\*\[\]<>]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])")
_FENCE = re.compile(r"`{3,}")


def files(views: Views, version: str) -> dict[str, str]:
    """The files by their paths. A Markdown file's name ends in ``.txt`` until it is published."""
    found = {"llms.txt": llms(views, version)}
    for view in views.all:
        path = view.path.removesuffix("/")
        found[f"{path}.json"] = json.dumps(data(view, version), indent=1, ensure_ascii=False) + "\n"
        found[f"{path}.md.txt"] = markdown(view)
        found |= dict(redirects(view))
    return found


def data(view: View, version: str) -> dict[str, object]:
    """An entry as plain data: what the package gives as ``error.info``, with the verdict."""
    info = view.page.info
    return {
        "version": version,
        **plain(info),
        "evidence": info.evidence.value,
        "verdict": plain(view.page.verdict),
    }


def llms(views: Views, version: str) -> str:
    """What is here and where, for language models."""
    catalog = views.catalog
    brokers = " and ".join(one.name for one in catalog.brokers)
    lines = [_LLMS.format(brokers=brokers, version=version, count=len(views.all))]
    for broker in catalog.brokers:
        for area in broker.areas:
            lines += ["", f"## {broker.name}: {area.title}", ""]
            lines += [_listed(view) for view in views.all if view.area is area]
    return "\n".join(lines) + "\n"


def _listed(view: View) -> str:
    entry = view.entry
    said = f"{shown(view.page.head)}: " if view.page.head != entry.title else ""
    retry = entry.retry if entry.retry is entry.retry_read else f"{entry.retry}, reads {entry.retry_read}"
    address = f"{view.path.removesuffix('/')}.md"
    return f"- [{_text(entry.title)}]({address}): {_text(said)}{entry.outcome}, {retry}"


def markdown(view: View) -> str:
    """An entry's page as Markdown: the verdict, then the sections of the page."""
    page = view.page
    info, verdict = page.info, page.verdict
    statuses, codes = (f"HTTP {one}" for one in page.statuses), (f"code {one}" for one in page.codes)
    known = [f"`{info.id}`", *statuses, *codes]
    who = ", then ".join(ACTORS[one] for one in verdict.who)
    parts = [
        f"# {_text(shown(page.head))}",
        f"{f'{_text(page.title)}. ' if page.title else ''}{view.broker.name}, {', '.join(known)}.",
        "\n".join(
            [
                *(_answer(one) for one in (verdict.outcome, *verdict.retries)),
                *(f"- **{label}** {_text(text)}" for label, text in verdict.wait),
                f"- **Who acts first?** {who}: {_text(verdict.first.do)}",
            ]
        ),
    ]
    for name in page.sections:
        paragraph = page.paragraphs.get(name)
        said = _SECTIONS[name](view) if paragraph is None else [_text(paragraph)]
        parts += [f"## {SECTIONS[name]}", *said]
    return "\n\n".join(parts) + "\n"


def _answer(answer: Answer) -> str:
    return f"- **{answer.question}** {answer.words} (`{answer.value}`). {answer.note}"


def _steps(view: View) -> Iterator[str]:
    for when, steps in view.page.steps:
        yield f"{DUE[when]}:"
        for number, step in steps:
            yield f"{number}. {ACTORS[step.who]}: {_text(step.do)}"
            if step.code:
                yield fence(step.code, "python")


def _messages(view: View) -> Iterator[str]:
    page = view.page
    yield "\n".join(f"- {_wording(one)}. {GRADES[one.evidence]}." for one in page.wordings)
    for one in page.info.examples:
        yield f"{f'HTTP {one.status}. ' if one.status else ''}{GRADES[one.evidence]}:"
        yield fence(one.body or "(no body)", "json" if one.body[:1] in ("{", "[") else "text")


def _wording(one: Wording) -> str:
    said = f"`{shown(one.message)}`" if one.message else one.without
    return f"{said} ({one.with_})" if one.with_ else said


def _meaning(view: View) -> Iterator[str]:
    page = view.page
    said = (page.retired, page.stands_for, page.info.meaning, page.info.note)
    yield from (_text(one) for one in said if one)


def _sources(view: View) -> Iterator[str]:
    yield "\n".join(_source(one) for one in view.page.sources)


def _source(one: Source) -> str:
    place = f", {one.place}" if one.place else ""
    return f"- {_text(one.title)}{place}{f' <{one.url}>' if one.url else ''}"


def _related(view: View) -> Iterator[str]:
    titles = view.broker.entries_by_id
    yield "\n".join(f"- [{_text(titles[one].title)}]({one}.md)" for one in view.entry.related)


_SECTIONS: Mapping[str, Callable[[View], Iterable[str]]] = {
    "meaning": _meaning,
    "causes": lambda view: ["\n".join(f"- {_text(one)}" for one in view.entry.causes)],
    "what-to-do": _steps,
    "message": _messages,
    "support": lambda view: [fence(view.page.support, "text")],
    "library": lambda view: [fence(view.page.library, "python")],
    "sources": _sources,
    "dated": lambda view: ["\n".join(f"- {one.on}: {_text(one.fact)}" for one in view.entry.dated)],
    "related": _related,
}


def redirects(view: View) -> Iterator[tuple[str, str]]:
    """Pages at other spellings of an id, and at ids that it had, which lead to the entry's page."""
    entry = view.entry
    spellings = (entry.id.upper(), entry.id.replace("_", "-"), *(one.id for one in entry.formerly))
    for spelling in dict.fromkeys(spellings):
        if spelling != entry.id:
            yield f"{view.broker.id}/{spelling}/index.html", _redirect(f"../{entry.id}/", entry.id)


def _redirect(address: str, name: str) -> str:
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="robots" content="noindex">'
        f'<title>{name}</title><link rel="canonical" href="{address}">'
        f'<meta http-equiv="refresh" content="0; url={address}"></head>'
        f'<body><p><a href="{address}">{name}</a></p></body></html>\n'
    )


def _text(value: str) -> str:
    """Plain text in Markdown; what stands between two backticks stays code."""
    parts = " ".join(value.split()).split("`")
    if len(parts) % 2 == 0:
        return _SYNTAX.sub(r"\\\g<0>", "'".join(parts))
    return "`".join(one if odd % 2 else _SYNTAX.sub(r"\\\g<0>", one) for odd, one in enumerate(parts))


def fence(value: str, language: str) -> str:
    """A block of code. The fence is longer than any run of backticks in it."""
    marks = "`" * max([3, *(len(run) + 1 for run in _FENCE.findall(value))])
    return f"{marks}{language}\n{value}\n{marks}"
