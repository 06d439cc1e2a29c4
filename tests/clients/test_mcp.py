"""The MCP server answers as the library does, over standard streams, to the SDK's own client."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import broker_errors
import pytest
from anyio.from_thread import start_blocking_portal
from broker_errors import AlpacaError
from broker_errors._cli import main
from broker_errors._explain import explain
from mcp.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client

from tests.snippets import ROOT, blocks

BODY = '{"code":40310000,"message":"insufficient buying power"}'


Ask = Callable[..., Any]


@pytest.fixture(scope="module")
def ask() -> Iterator[Ask]:
    """Call a method of the SDK's client, connected to the server as README has a user configure it."""
    package = str(Path(broker_errors.__file__).parents[1])
    (configured,) = (block.code for block in blocks(ROOT / "README.md", "json") if block.title == "mcp.json")
    (server,) = json.loads(configured)["mcpServers"].values()
    assert server.pop("command") == "broker-errors"
    server = StdioServerParameters(
        command=sys.executable,
        args=["-m", "broker_errors", *server.pop("args")],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": package},
    )
    with (
        start_blocking_portal() as portal,
        portal.wrap_async_context_manager(Client(stdio_client(server))) as client,
    ):
        yield lambda method, *arguments: portal.call(getattr(client, method), *arguments)


def called(ask: Ask, tool: str, **arguments: Any) -> Any:
    answer = ask("call_tool", tool, arguments)
    assert not answer.is_error, answer.content
    return answer.structured_content["result"]


def test_tools_are_offered(ask: Ask) -> None:
    assert {tool.name for tool in ask("list_tools").tools} == {"match", "explain", "list"}


def test_tools_say_what_they_take(ask: Ask) -> None:
    for tool in ask("list_tools").tools:
        assert all(f"{name}: " in tool.description for name in tool.input_schema["properties"])


def test_resources_are_offered(ask: Ask) -> None:
    resources = {str(one.uri) for one in ask("list_resources").resources}
    templates = {one.uri_template for one in ask("list_resource_templates").resource_templates}
    assert (resources, templates) == ({"broker-errors://errors"}, {"broker-errors://errors/{error}"})


def test_match_tells_what_the_library_tells(ask: Ask) -> None:
    (told,) = called(ask, "match", text=BODY, operation="POST /v2/orders")
    found = broker_errors.match(BODY)
    assert found is not None
    assert (told["error"], told["title"]) == (found.error, found.error.info.title)
    assert told["retry"] == found.advice("POST /v2/orders").retry


def test_match_of_what_is_no_error_is_empty(ask: Ask) -> None:
    assert called(ask, "match", text="all is well") == []


def test_explain_tells_all_that_the_catalog_says(ask: Ask) -> None:
    (told,) = called(ask, "explain", error="wash_trade")
    info = AlpacaError.WASH_TRADE.info
    assert (told["meaning"], told["causes"]) == (info.meaning, list(info.causes))


def test_list_filters(ask: Ask) -> None:
    told = called(ask, "list", broker="tradovate", retry="halt")
    expected = [error for error in broker_errors.errors_of("tradovate") if error.retry == "halt"]
    assert [one["error"] for one in told] == expected


def test_unknown_broker_is_an_error_of_the_tool(ask: Ask) -> None:
    assert ask("call_tool", "list", {"broker": "binance"}).is_error


def test_catalog_is_a_resource(ask: Ask) -> None:
    (content,) = ask("read_resource", "broker-errors://errors").contents
    ids = [one["error"] for one in json.loads(content.text)]
    assert ids == [*broker_errors.errors_of("alpaca"), *broker_errors.errors_of("tradovate")]


def test_page_of_an_error_is_a_resource(ask: Ask) -> None:
    (content,) = ask("read_resource", "broker-errors://errors/alpaca.wash_trade").contents
    assert content.text == explain(AlpacaError.WASH_TRADE)


def test_without_the_extra_the_command_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "mcp.server", None)
    assert main(["mcp"]) == 2
    assert "pip install 'broker-errors[mcp]'" in capsys.readouterr().err
