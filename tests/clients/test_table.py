"""No client is ever given another error than the broker's, and none is robbed of what it still holds."""

import pytest

from tests.clients.idioms import IDIOMS, Held
from tests.clients.situations import Group
from tests.clients.stream_idioms import STREAM_IDIOMS
from tests.clients.table import PAGE, Cell, Verdict, page, rest_cells, stream_cells

pytestmark = pytest.mark.xdist_group("clients")  # the whole table is made once

HTTP = pytest.mark.parametrize("client", [idiom.name for idiom in IDIOMS])
STATUS_ONLY = pytest.mark.parametrize("client", [idiom.name for idiom in IDIOMS if idiom.held is Held.STATUS])
WEBSOCKET = pytest.mark.parametrize("client", [idiom.name for idiom in STREAM_IDIOMS])


def shown(cells: list[Cell]) -> list[str]:
    return [f"{cell.broker} {cell.situation}: {cell.answered}, not {cell.wanted}" for cell in cells]


def of(client: str) -> list[Cell]:
    return [cell for cell in rest_cells() + stream_cells() if cell.client == client]


@HTTP
def test_http_client_is_never_given_an_error_that_it_is_not(client: str) -> None:
    assert shown([cell for cell in of(client) if cell.verdict is Verdict.WRONG]) == []


@WEBSOCKET
def test_websocket_client_is_never_given_an_error_that_it_is_not(client: str) -> None:
    assert shown([cell for cell in of(client) if cell.verdict is Verdict.WRONG]) == []


@HTTP
def test_success_is_no_error(client: str) -> None:
    successes = [cell for cell in of(client) if cell.group == Group.SUCCESS]
    assert successes
    assert shown([cell for cell in successes if cell.answered is not None]) == []


@STATUS_ONLY
def test_where_the_body_is_lost_the_status_decides(client: str) -> None:
    assert shown([cell for cell in of(client) if cell.verdict is not Verdict.RIGHT]) == []


@HTTP
def test_every_status_of_the_400s_and_500s_is_an_error_of_the_named_broker(client: str) -> None:
    unknown = [cell for cell in of(client) if cell.group in (Group.UNKNOWN, Group.EMPTY, Group.GATEWAY)]
    assert shown([cell for cell in unknown if cell.answered is None]) == []


def test_where_the_body_is_held_at_least_95_of_100_are_right() -> None:
    lost = {idiom.name for idiom in IDIOMS if idiom.held is Held.STATUS}
    held = [cell for cell in rest_cells() if cell.client not in lost]
    right = [cell for cell in held if cell.verdict is Verdict.RIGHT]
    assert len(held) > 2_000
    assert len(right) / len(held) >= 0.95


@WEBSOCKET
def test_refused_handshake_and_close_are_told_on_the_channel_of_the_stream(client: str) -> None:
    assert shown([cell for cell in of(client) if cell.verdict is not Verdict.RIGHT]) == []


def test_page_of_the_site_shows_this_table() -> None:
    assert PAGE.read_text("utf-8") == page(), "run python -m tests.clients"
