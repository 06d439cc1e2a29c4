# From generator/targets/python/runtime/_explain.py by `python -m generator build`. Do not edit.
"""The page of an error as plain text, for a terminal."""

from collections.abc import Callable, Mapping
from textwrap import TextWrapper, indent

from ._errors import BrokerError
from ._info import Source, info_of
from ._page import ACTORS, DUE, GRADES, SECTIONS, Answer, Page, Wording, shown

WIDTH = 88

Fill = Callable[..., str]
"""Wraps a text to the width; ``first`` and ``then`` are the indents of its first line and of the others."""


def explain(error: BrokerError, width: int = WIDTH) -> str:
    """All that the page of ``error`` says, as plain text. Prose is wrapped to ``width`` columns."""
    return text_of(Page(info_of(error)), width)


def text_of(page: Page, width: int = WIDTH) -> str:
    """A page as plain text: the verdict, then the sections under their questions."""

    def fill(text: str, first: str = "", then: str = "") -> str:
        """Wrap a text at blanks only: names and ids with hyphens stay whole."""
        wrapper = TextWrapper(
            width,
            initial_indent=first,
            subsequent_indent=then,
            break_on_hyphens=False,
            break_long_words=False,
        )
        return wrapper.fill(text)

    parts = [_heading(page, width), _verdict(page, fill)]
    for name in page.sections:
        question = SECTIONS[name]
        paragraph = page.paragraphs.get(name)
        said = _SECTIONS[name](page, fill) if paragraph is None else fill(paragraph)
        parts.append(f"{question}\n{'-' * len(question)}\n{said}")
    return "\n\n".join(parts)


def _heading(page: Page, width: int) -> str:
    info = page.info
    title = shown(page.head)
    known = [*(f"HTTP {status}" for status in page.statuses), *(f"code {code}" for code in page.codes)]
    lines = [
        title,
        "=" * min(len(title), width),
        *([f"{page.title}."] if page.title else []),
        f"{info.id} ({', '.join([info.category, *known])})",
    ]
    return "\n".join(lines)


def _verdict(page: Page, fill: Fill) -> str:
    verdict = page.verdict
    who = ", then ".join(ACTORS[actor] for actor in verdict.who)
    lines = [
        *(_answer(one, fill) for one in (verdict.outcome, *verdict.retries)),
        *(fill(f"{label}: {text}", then="  ") for label, text in verdict.wait),
        fill(f"Who acts first? {who}: {verdict.first.do}", then="  "),
    ]
    return "\n".join(lines)


def _answer(answer: Answer, fill: Fill) -> str:
    mark = "" if answer.question.endswith("?") else ":"
    return fill(f"{answer.question}{mark} {answer.words} ({answer.value}). {answer.note}", then="  ")


def _meaning(page: Page, fill: Fill) -> str:
    said = (page.retired, page.stands_for, page.info.meaning, page.info.note)
    return "\n\n".join(fill(one) for one in said if one)


def _steps(page: Page, fill: Fill) -> str:
    groups = [
        "\n".join(
            [f"{DUE[when]}:", *(_step(number, ACTORS[step.who], step.do, fill) for number, step in steps)]
        )
        for when, steps in page.steps
    ]
    code = [
        f"Step {number}:\n{indent(step.code, '    ')}"
        for _, steps in page.steps
        for number, step in steps
        if step.code
    ]
    return "\n\n".join([*groups, *code])


def _step(number: int, who: str, do: str, fill: Fill) -> str:
    return fill(f"{number}. {who}: {do}", then="   ")


def _message(page: Page, fill: Fill) -> str:
    info = page.info
    wordings = [f"- {_wording(one)}" for one in page.wordings]
    operations = [fill(f"In answer to {', '.join(info.operations)}.")] if info.operations else []
    payloads = [
        f"{'' if one.status is None else f'HTTP {one.status}, '}{GRADES[one.evidence]}:\n"
        f"{indent(one.body or '(no body)', '    ')}"
        for one in info.examples
    ]
    return "\n\n".join(["\n".join(wordings), *operations, *payloads])


def _wording(one: Wording) -> str:
    said = one.without if one.message is None else shown(one.message)
    return f"{said} ({one.with_})" if one.with_ else said


def _source(source: Source) -> str:
    place = f", {source.place}" if source.place else ""
    return f"- {source.title}{place}{f': {source.url}' if source.url else ''}"


def _bullets(items: tuple[str, ...], fill: Fill) -> str:
    return "\n".join(fill(item, "- ", "  ") for item in items)


_SECTIONS: Mapping[str, Callable[[Page, Fill], str]] = {
    "meaning": _meaning,
    "causes": lambda page, fill: _bullets(page.info.causes, fill),
    "what-to-do": _steps,
    "message": _message,
    "support": lambda page, _: page.support,
    "library": lambda page, _: page.library,
    "sources": lambda page, _: "\n".join(_source(source) for source in page.sources),
    "dated": lambda page, fill: _bullets(tuple(f"{one.on}: {one.fact}" for one in page.info.dated), fill),
    "related": lambda page, fill: _bullets(
        tuple(f"{page.info.broker}.{name}" for name in page.info.related), fill
    ),
}
