# This line is another one in the package: it says where the module is from.
"""``broker-errors mcp``: the same answers for assistants, over MCP on standard input and output."""

import argparse
import json
from inspect import cleandoc
from typing import Any

from .._explain import explain as page_of
from .._loading import brokers, version
from .._matching import match_all
from . import _explaining, _listing, _matching
from ._known import Known

Data = dict[str, Any]

INSTRUCTIONS = (
    "What broker APIs answer when they say no: which error a text is, whether the request took effect, "
    "whether it may be sent again, and what to do. Never resend an order whose advice says resend: false."
)


def run(_options: argparse.Namespace) -> bool:
    """Serve until the client has gone."""
    try:
        from mcp.server import MCPServer
    except ImportError:
        raise ValueError("this needs the extra mcp: pip install 'broker-errors[mcp]'") from None
    server: MCPServer[Any] = MCPServer(
        "broker-errors", instructions=INSTRUCTIONS, version=version(), log_level="WARNING"
    )
    for tool in (match, explain, list_):
        description = f"{cleandoc(tool.__doc__ or '')}\n\nBrokers: {', '.join(brokers())}."
        server.tool(tool.__name__.rstrip("_"), description=description)(tool)
    server.resource("broker-errors://errors", name="errors", mime_type="application/json")(all_errors)
    server.resource("broker-errors://errors/{error}", name="error", mime_type="text/plain")(one_error)
    server.run("stdio")
    return True


def match(
    text: str, broker: str | None = None, status: int | None = None, operation: str | None = None
) -> list[Data]:
    """Recognize the errors in a text, the best first; an empty list where there are none.

    Args:
        text: an error message, a response body, a log line or a traceback.
        broker: whose answer it is; leave it out if that is not known.
        status: the HTTP status that came with it.
        operation: what was asked of the broker, such as POST /v2/orders; the advice is for it.
    """
    return [_matching.as_json(found, operation) for found in match_all(text, broker=broker, status=status)]


def explain(error: str, broker: str | None = None) -> list[Data]:
    """Tell all that is known about an error; several where a name, code or status has several meanings.

    Args:
        error: a full id, the name of a member, a vendor's code or an HTTP status.
        broker: only the errors of this broker.
    """
    return [_explaining.as_json(one) for one in Known(broker).named(error)]


def list_(  # noqa: PLR0917 - an assistant passes them by name
    broker: str | None = None,
    category: str | None = None,
    retry: str | None = None,
    outcome: str | None = None,
    status: int | None = None,
    code: str | None = None,
    operation: str | None = None,
    search: str | None = None,
) -> list[Data]:
    """List errors in short.

    Args:
        broker: only the errors of this broker.
        category: only those of this category.
        retry: only those after which a request that changes something may do this.
        outcome: only those with this outcome.
        status: only those that come with this HTTP status.
        code: only those with this code of the vendor.
        operation: only those of operations in which this text occurs, such as /v2/orders.
        search: only those in whose texts all these words occur.
    """
    wanted = argparse.Namespace(
        category=category,
        retry=retry,
        outcome=outcome,
        status=status,
        code=code,
        operation=operation,
        search=search,
    )
    return [_listing.as_json(error) for error in _listing.chosen(Known(broker), wanted)]


def all_errors() -> str:
    """Every error in short, as JSON."""
    return json.dumps([_listing.as_json(error) for error in Known().errors.values()], ensure_ascii=False)


def one_error(error: str) -> str:
    """The page of an error, by its full id."""
    (found,) = Known().named(error)
    return page_of(found)
