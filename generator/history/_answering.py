"""Answers questions with the package in the folder that the command line names. A script of ``answers``.

Reads a list of ``[text, broker, status, channel]`` as JSON and writes one of answers: null, the name of an
exception, or ``[error, matched_on, params, [retry of a read, retry of a write], told]``, where told is
``[status, code, message, channel]``, as decoded. It uses nothing but the package's public functions, so that
it can ask any release.
"""

import json
import sys
from typing import Any

sys.path.insert(0, sys.argv[1])

import broker_errors  # the one in that folder


def _told(report: Any) -> list[Any]:
    return [report.status, report.code, report.message, report.channel]


def _answer(text: str, broker: Any, status: int | None, channel: Any) -> Any:
    """The answer to one question; ``broker`` and ``channel`` are names that this release may not know."""
    try:
        found = broker_errors.match(text, broker=broker, status=status, channel=channel)
        if found is None:
            return None
        retry = [found.advice(operation).retry.value for operation in ("read", "write")]
        return [found.error.value, found.matched_on.value, dict(found.params), retry, _told(found.report)]
    except ValueError as error:
        # A broker or channel that this release does not know yet is asked for in vain, which is no answer.
        return None if broker not in broker_errors.BROKERS or channel is not None else type(error).__name__
    except Exception as error:  # noqa: BLE001  # it must not raise, and if it does, that is an answer
        return type(error).__name__


if __name__ == "__main__":
    questions = json.load(sys.stdin)
    json.dump([_answer(*question) for question in questions], sys.stdout)
