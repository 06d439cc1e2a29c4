# From generator/targets/python/runtime/_telemetry.py by `python -m generator build`. Do not edit.
"""A match for logs, spans, metrics and other programs: flat attributes, and a problem document."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._errors import BrokerError
    from ._match import Match

NAMESPACE = "broker_error"


def attributes(
    found: "Match[BrokerError]", operation: str | None = None, *, params: bool = False
) -> "dict[str, str | int | float | bool]":
    """Flat attributes, named as OpenTelemetry names them: see ``Match.attributes``.

    All but ``broker_error.request_id`` and ``broker_error.wait_seconds`` have few values, as metrics need it.
    """
    error, report, advice = found.error, found.report, found.advice(operation)
    said = {
        "error.type": error.value,
        "http.response.status_code": report.status,
        f"{NAMESPACE}.broker": error.broker,
        f"{NAMESPACE}.category": error.category.value,
        f"{NAMESPACE}.retry": advice.retry.value,
        f"{NAMESPACE}.outcome": advice.outcome.value,
        f"{NAMESPACE}.resend": advice.resend,
        f"{NAMESPACE}.wait_seconds": advice.wait_seconds,
        f"{NAMESPACE}.fallback": error.fallback,
        f"{NAMESPACE}.request_id": report.request_id,
    }
    captured = {f"{NAMESPACE}.param.{name}": value for name, value in found.params.items()} if params else {}
    return {name: value for name, value in said.items() if value is not None} | captured


def to_problem(
    found: "Match[BrokerError]",
    operation: str | None = None,
    *,
    status: int | None = None,
    docs: str = "",
    params: bool = False,
) -> "dict[str, object]":
    """A problem document (RFC 9457): see ``Match.to_problem``."""
    error, info, advice = found.error, found.error.info, found.advice(operation)
    said = {
        "type": docs + info.docs_path,
        "title": info.title,
        "status": status,
        "detail": info.meaning,
        "error": error.value,
        "category": error.category.value,
        "retry": advice.retry.value,
        "outcome": advice.outcome.value,
        "resend": advice.resend,
        "wait_seconds": advice.wait_seconds,
        "request_id": found.report.request_id,
        "steps": [{"who": step.who.value, "do": step.do} for step in info.remediation],
        "params": dict(found.params) if params else None,
        "message": found.report.message if params else None,
    }
    return {name: value for name, value in said.items() if value is not None}
