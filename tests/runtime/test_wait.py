"""How long to wait: what the answer states, where it can be believed, and else what the catalog says."""

import pytest

from generator.targets.python.runtime._wait import LONGEST, SHORTEST, Wait, wait_seconds

NOW = 1_792_567_650.0
"""2026-10-21 07:27:30 UTC."""
BY_ALL = Wait(seconds=60, field="after", header="Retry-After", until_header="X-Reset")


def waited(wait: Wait, stated: str | None = None, **headers: str) -> float | None:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return wait_seconds(wait, stated, named, NOW)


@pytest.mark.parametrize(
    ("stated", "seconds"),
    [("15", 15), ("2.5", 2.5), ("0", SHORTEST), ("0.2", SHORTEST), (str(int(LONGEST)), LONGEST)],
)
def test_the_body_is_believed(stated: str, seconds: float) -> None:
    assert waited(BY_ALL, stated) == seconds


@pytest.mark.parametrize("stated", ["-1", "-0.5", "1e9", "nan", "inf", "-inf", "soon", "", "1" * 400])
def test_what_cannot_be_meant_leaves_what_the_catalog_says(stated: str) -> None:
    assert waited(Wait(seconds=60, field="after"), stated) == 60


def test_the_catalog_may_set_the_limit_of_what_is_believed() -> None:
    assert waited(Wait(seconds=60, field="after", cap=300), "300") == 300
    assert waited(Wait(seconds=60, field="after", cap=300), "301") == 60


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        pytest.param("7", 7, id="seconds"),
        pytest.param("Wed, 21 Oct 2026 07:28:00 GMT", 30, id="date"),
        pytest.param("Wed, 21 Oct 2026 07:00:00 GMT", SHORTEST, id="past date"),
        pytest.param("Wed, 21 Oct 2099 07:28:00 GMT", 60, id="date far away"),
        pytest.param("-7", 60, id="negative"),
        pytest.param("Wed, 99 Oct 2026 07:28:00 GMT", 60, id="no date"),
    ],
)
def test_a_header_states_seconds_or_a_date(header: str, seconds: float) -> None:
    assert waited(Wait(seconds=60, header="Retry-After"), retry_after=header) == seconds


@pytest.mark.parametrize(
    ("header", "seconds"), [(NOW + 30, 30), (NOW - 5, SHORTEST), (NOW + LONGEST + 1, 60)]
)
def test_a_header_states_the_end(header: float, seconds: float) -> None:
    assert waited(Wait(seconds=60, until_header="X-Reset"), x_reset=str(header)) == seconds


def test_the_body_counts_before_headers_and_seconds_before_the_end() -> None:
    assert waited(BY_ALL, "5", retry_after="7", x_reset=str(NOW + 9)) == 5
    assert waited(BY_ALL, None, retry_after="7", x_reset=str(NOW + 9)) == 7
    assert waited(BY_ALL, None, x_reset=str(NOW + 9)) == 9


def test_nothing_is_waited_for_where_nobody_states_anything() -> None:
    assert waited(Wait(field="after")) is None


def test_this_machines_clock_is_asked_by_default() -> None:
    assert wait_seconds(Wait(seconds=60, until_header="X-Reset"), None, {"x-reset": "100"}, None) == SHORTEST
