"""The text of an error's page, for a terminal. The sections and their order are those of the site's page."""

from textwrap import TextWrapper, indent

from ._errors import BrokerError
from ._info import EntryInfo, Signature, Source, Step, info_of, term_of
from ._wait import Wait
from ._wording import wait_sentence
from ._words import Retry

WIDTH = 88

_WHO = {"developer": "Developer", "account_owner": "Account owner", "broker": "Broker"}


def _fill(text: str, first: str = "", then: str = "") -> str:
    """Wrap a text at blanks only: names and ids with hyphens stay whole."""
    wrapper = TextWrapper(
        WIDTH, initial_indent=first, subsequent_indent=then, break_on_hyphens=False, break_long_words=False
    )
    return wrapper.fill(text)


def explain(error: BrokerError) -> str:
    """All that the page of ``error`` says, as plain text."""
    info = info_of(error)
    title = f"{info.title}\n{'=' * len(info.title)}\n{error.value} ({info.category})"
    sections = [
        ("What you see", _seen(info)),
        ("What it means", _meaning(info)),
        ("Did it go through?", _outcome(info)),
        ("May I retry?", _retry(info)),
        ("Why", _bullets(info.causes)),
        ("What to do", _steps(info.remediation)),
        ("Code", _code(info.remediation)),
        ("Other wordings", _wordings(info)),
        ("Where documented", _documented(info)),
        ("Related", _bullets(tuple(f"{info.broker}.{name}" for name in info.related))),
    ]
    return "\n\n".join([title, *(f"{name}\n{'-' * len(name)}\n{text}" for name, text in sections if text)])


def _seen(info: EntryInfo) -> str:
    if not info.examples:
        return ""
    example = info.examples[0]
    status = "" if example.status is None else f"HTTP {example.status}\n"
    return f"{status}{example.body or '(no body)'}\n\n({example.evidence})"


def _meaning(info: EntryInfo) -> str:
    parts = [info.meaning]
    if info.fallback:
        parts.append("This entry stands for what no other entry names.")
    if info.deprecated is not None:
        use = f" Use {info.broker}.{info.deprecated.use}." if info.deprecated.use else ""
        retired = f"Retired since {info.deprecated.since} ({info.deprecated.reason})."
        parts.append(f"{retired}{use} {info.deprecated.note or ''}")
    return "\n\n".join(_fill(part) for part in parts)


def _outcome(info: EntryInfo) -> str:
    return _fill(f"{info.outcome}: {term_of('outcomes', info.outcome).meaning}")


def _retry(info: EntryInfo) -> str:
    if info.retry is info.retry_read:
        lines = [f"{info.retry}: {term_of('retries', info.retry).meaning}"]
    else:
        lines = [
            f"A request that only reads: {info.retry_read}: {term_of('retries', info.retry_read).meaning}",
            f"A request that changes something: {info.retry}: {term_of('retries', info.retry).meaning}",
        ]
    if info.wait is not None:
        lines.append(_wait(info.wait, halt=info.retry is Retry.HALT))
    return "\n".join(_fill(line) for line in lines)


def _wait(wait: Wait, *, halt: bool) -> str:
    return wait_sentence(
        halt=halt,
        seconds=wait.seconds,
        field=wait.field,
        header=wait.header,
        until_header=wait.until_header,
        cap=wait.cap,
        echo=wait.echo,
    )


def _steps(steps: tuple[Step, ...]) -> str:
    lines = [f"{number}. {_WHO[step.who]}: {step.do}" for number, step in enumerate(steps, 1)]
    return "\n".join(_fill(line, then="   ") for line in lines)


def _code(steps: tuple[Step, ...]) -> str:
    numbered = [(number, step.code) for number, step in enumerate(steps, 1) if step.code]
    return "\n\n".join(f"Step {number}:\n{indent(code, '    ')}" for number, code in numbered)


def _wordings(info: EntryInfo) -> str:
    return "\n".join(f"- {signature_text(signature)}" for signature in info.signatures)


def signature_text(signature: Signature) -> str:
    """A signature in one line: what is compared, and what it usually comes with."""
    parts = [
        *([signature.message] if signature.message else []),
        *(
            [f"body field {signature.field}" + (f" = {signature.is_}" if signature.is_ else "")]
            if signature.field
            else []
        ),
        *([f"HTTP {signature.status}"] if signature.status is not None else []),
        *([f"code {signature.code}"] if signature.code else []),
        *([f"channel {signature.channel}"] if signature.channel else []),
        *([f"body {signature.body}"] if signature.body else []),
    ]
    requires = f" (requires {', '.join(signature.requires)})" if signature.requires else ""
    return f"{', '.join(parts)}{requires}"


def _documented(info: EntryInfo) -> str:
    lines = [f"- {_source(source)}" for source in info.sources]
    note = [_fill(info.note)] if info.note else []
    return "\n".join([*lines, *note])


def _source(source: Source) -> str:
    place = f", {source.place}" if source.place else ""
    return f"{source.title}{place}{f': {source.url}' if source.url else ''}"


def _bullets(items: tuple[str, ...]) -> str:
    return "\n".join(_fill(item, "- ", "  ") for item in items)
