"""What revisions' own packages answer, each asked in a process of its own."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.history.payloads import Payload
from generator.history.revision import Unreadable

_SCRIPT = Path(__file__).with_name("_answering.py")
_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Told:
    """What was decoded from the payload."""

    status: int | None = None
    code: str | None = None
    message: str | None = None
    channel: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What was recognized, and how the package advises to retry, for ``read`` and for ``write``.

    ``error`` is the empty string where nothing was, and the exception's name where the package ``raised``.
    """

    error: str = ""
    matched_on: str = ""
    params: Mapping[str, str] = field(default_factory=dict)
    retry: Mapping[str, str] = field(default_factory=dict)
    raised: bool = False
    told: Told = field(default=Told(), compare=False)


NOTHING = Answer()
Answers = tuple[Answer, ...]


def ask(
    packages: Sequence[tuple[str, Path]], questions: Sequence[tuple[Payload, bool]], scratch: Path
) -> list[Answers]:
    """What each package answers, in the order of the questions. Raises :class:`Unreadable`.

    Args:
        packages: the name of each revision, and the folder that holds its ``broker_errors``.
        questions: payloads, each with whether the broker is named.
        scratch: a folder for what the processes read and write.
    """
    asked = scratch / "questions.json"
    rows = [
        [payload.text, payload.broker if named else None, payload.status, payload.channel]
        for payload, named in questions
    ]
    asked.write_text(json.dumps(rows), "utf-8")
    running = [
        (name, *_start(folder, asked, scratch / f"answers-{number}.json"))
        for number, (name, folder) in enumerate(packages)
    ]
    return [_answers(name, process, answered) for name, process, answered in running]


def _start(folder: Path, asked: Path, answered: Path) -> "tuple[subprocess.Popen[str], Path]":
    command = [sys.executable, "-I", "-S", str(_SCRIPT), str(folder)]
    with asked.open("rb") as questions, answered.open("wb") as answers:
        process = subprocess.Popen(  # noqa: S603  # our own script
            command, stdin=questions, stdout=answers, stderr=subprocess.PIPE, text=True
        )
    return process, answered


def _answers(name: str, process: "subprocess.Popen[str]", answered: Path) -> Answers:
    try:
        _, complaint = process.communicate(timeout=_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        raise Unreadable(
            f"The package of {name} does not come to an end.", "Look for a loop in it."
        ) from None
    if process.returncode != 0:
        raise Unreadable(f"The package of {name} cannot be used: {complaint.strip()}", "Mend its runtime.")
    return tuple(_answer(row) for row in json.loads(answered.read_text("utf-8")))


def _answer(row: Any) -> Answer:
    if row is None:
        return NOTHING
    if isinstance(row, str):
        return Answer(row, raised=True)
    error, matched_on, params, retry, told = row
    retries: dict[str, str] = dict(zip(("read", "write"), retry, strict=True))
    return Answer(error, matched_on, params, retries, told=Told(*told))
