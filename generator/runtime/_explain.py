"""The text of an error's page, for a terminal. The sections and their order are those of the site's page."""

from textwrap import fill, indent

from ._errors import BrokerError
from ._info import EntryInfo, Signature, Step, Wait, info_of
from ._vocabulary import OUTCOME_MEANINGS, RETRY_MEANINGS, Retry

WIDTH = 88

_WHO = {"developer": "Developer", "account_owner": "Account owner", "broker": "Broker"}


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
    example = info.examples[0]
    status = "" if example.status is None else f"HTTP {example.status}\n"
    return f"{status}{example.body or '(no body)'}\n\n({example.evidence})"


def _meaning(info: EntryInfo) -> str:
    parts = [info.meaning]
    if info.fallback:
        parts.append("This entry stands for what no other entry names.")
    if info.deprecated is not None:
        use = f" Use {info.broker}.{info.deprecated.use}." if info.deprecated.use else ""
        parts.append(
            f"Retired since {info.deprecated.since} ({info.deprecated.reason}).{use} {info.deprecated.note or ''}"
        )
    return "\n\n".join(fill(part, WIDTH) for part in parts)


def _outcome(info: EntryInfo) -> str:
    return fill(f"{info.outcome}: {OUTCOME_MEANINGS[info.outcome]}", WIDTH)


def _retry(info: EntryInfo) -> str:
    if info.retry is info.retry_read:
        lines = [f"{info.retry}: {RETRY_MEANINGS[info.retry]}"]
    else:
        lines = [
            f"A request that only reads: {info.retry_read}: {RETRY_MEANINGS[info.retry_read]}",
            f"A request that changes something: {info.retry}: {RETRY_MEANINGS[info.retry]}",
        ]
    if info.wait is not None:
        lines.append(wait_text(info.wait, halt=info.retry is Retry.HALT))
    return "\n".join(fill(line, WIDTH) for line in lines)


def wait_text(wait: Wait, *, halt: bool) -> str:
    """The wait in a sentence or two."""
    verb = "Send nothing for" if halt else "Wait"
    stated = [
        *([f"the seconds in the body field {wait.field}"] if wait.field else []),
        *([f"the seconds in the header {wait.header}"] if wait.header else []),
        *([f"until the UNIX time in the header {wait.until_header}"] if wait.until_header else []),
        *(
            [f"{wait.seconds:g} seconds{' where nothing is stated' if _is_stated(wait) else ''}"]
            if wait.seconds is not None
            else []
        ),
    ]
    cap = f", at most {wait.cap:g} seconds" if wait.cap is not None else ""
    echo = f" Send {', '.join(wait.echo)} back with the request." if wait.echo else ""
    return f"{verb} {', or '.join(stated)}{cap}.{echo}"


def _is_stated(wait: Wait) -> bool:
    return bool(wait.field or wait.header or wait.until_header)


def _steps(steps: tuple[Step, ...]) -> str:
    lines = [f"{number}. {_WHO[step.who]}: {step.do}" for number, step in enumerate(steps, 1)]
    return "\n".join(fill(line, WIDTH, subsequent_indent="   ") for line in lines)


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
            [f"body field {signature.field}" + (f" = {signature.value}" if signature.value else "")]
            if signature.field
            else []
        ),
        *([f"HTTP {signature.status}"] if signature.status is not None else []),
        *([f"code {signature.code}"] if signature.code else []),
        *([f"channel {signature.channel}"] if signature.channel else []),
    ]
    requires = f" (requires {', '.join(signature.requires)})" if signature.requires else ""
    return f"{', '.join(parts)}{requires}"


def _documented(info: EntryInfo) -> str:
    lines = [
        f"- {source.title}{f', {source.place}' if source.place else ''}{f': {source.url}' if source.url else ''}"
        for source in info.sources
    ]
    note = [fill(info.note, WIDTH)] if info.note else []
    return "\n".join([*lines, *note])


def _bullets(items: tuple[str, ...]) -> str:
    return "\n".join(fill(item, WIDTH, initial_indent="- ", subsequent_indent="  ") for item in items)
