"""The snippets of Alpaca's entries run to their end whatever Alpaca answers, and change nothing unasked."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress

import pytest
import requests
from alpaca.common.exceptions import APIError

from tests.catalog.alpaca_server import Alpaca, Situation
from tests.catalog.alpaca_snippets import SNIPPETS, Snippet, Source, run

GOOD: Mapping[str, Situation] = {
    "full": Situation(),
    "without optional fields": Situation(sparse=True),
    "short position": Situation(short=True),
    "vanished": Situation(vanished=True),
    "still working": Situation(working=True),
}
BAD: Mapping[str, Source] = {
    "unauthorized": (401, '{"message": "unauthorized."}'),
    "forbidden": (403, '{"message": "forbidden."}'),
    "not found": (404, '{"code":40410000,"message":"order not found"}'),
    "rate limit": (429, '{"code":42910000,"message":"rate limit exceeded"}'),
    "server error": (500, '{"code":50010000,"message":"internal server error occurred"}'),
    "gateway": (502, "<html><body><h1>502 Bad Gateway</h1></body></html>"),
}
OWN = (APIError, requests.HTTPError)
"""What a snippet may let through: the client's errors, which carry the answer."""
_CANCELS = re.compile(r"\b(?:cancel|close|delete|remove)\b", re.IGNORECASE)
"""What a step has to say before its code may cancel. No code may place or change an order."""


@contextmanager
def bearing(snippet: Snippet, *, missing: bool) -> Iterator[None]:
    """Let a snippet give up, and let it pass on that something is missing where it is."""
    try:
        yield
    except snippet.gives_up:
        pass
    except APIError as answer:
        if not missing or answer.status_code != 404:
            raise


@pytest.mark.parametrize("symbol", ["AAPL", "BTC/USD"])
@pytest.mark.parametrize("name", GOOD)
@pytest.mark.parametrize("snippet", SNIPPETS)
def test_a_snippet_runs_to_its_end(
    snippet: Snippet, name: str, symbol: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for source in snippet.errors:
        alpaca = Alpaca(GOOD[name], symbol)
        with bearing(snippet, missing=name == "vanished"):
            run(snippet.code, source, alpaca, monkeypatch)
        assert alpaca.misaddressed == []


@pytest.mark.parametrize("answer", BAD)
@pytest.mark.parametrize("snippet", SNIPPETS)
def test_an_answer_that_is_itself_an_error_stops_a_snippet_by_its_clients_hand(
    snippet: Snippet, answer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    alpaca = Alpaca(Situation(broken=BAD[answer]))
    stopped = True
    with suppress(*OWN, *snippet.gives_up):
        run(snippet.code, snippet.errors[0], alpaca, monkeypatch)
        stopped = False
    assert stopped or not alpaca.asked or snippet.bears(answer)


@pytest.mark.parametrize("name", GOOD)
@pytest.mark.parametrize("snippet", SNIPPETS)
def test_a_snippet_changes_no_more_than_its_step_says(
    snippet: Snippet, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    alpaca = Alpaca(GOOD[name])
    with suppress(*OWN, *snippet.gives_up):
        run(snippet.code, snippet.errors[0], alpaca, monkeypatch)
    done = {method for method, _ in alpaca.sent}
    assert done <= ({"DELETE"} if _CANCELS.search(snippet.does) else set())
