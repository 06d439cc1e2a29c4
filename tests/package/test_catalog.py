"""Every example of the catalog is executed against the package."""

import pytest

from tests.package.support import Example, catalog_entries, catalog_examples, error_of, found

EXAMPLES = pytest.mark.parametrize(
    "example", [pytest.param(example, id=example.name) for example in catalog_examples()]
)


@EXAMPLES
def test_example_is_its_own_entry(example: Example) -> None:
    assert (
        error_of(example.body, broker=example.broker, status=example.status, channel=example.channel)
        == example.error
    )


@EXAMPLES
def test_example_gives_its_params(example: Example) -> None:
    match = found(example.body, broker=example.broker, status=example.status, channel=example.channel)
    assert match.params == example.params


@EXAMPLES
def test_example_is_its_own_entry_as_bytes(example: Example) -> None:
    body = example.body.encode()
    assert (
        error_of(body, broker=example.broker, status=example.status, channel=example.channel) == example.error
    )


@EXAMPLES
def test_example_is_never_taken_for_another_entry_without_its_broker(example: Example) -> None:
    assert error_of(example.body, status=example.status, channel=example.channel) in (example.error, None)


def test_every_entry_has_an_example() -> None:
    assert [key for key, entry in catalog_entries().items() if not entry["examples"]] == []


def test_every_slot_is_captured_by_an_example() -> None:
    slots = {
        (key, slot["name"])
        for key, entry in catalog_entries().items()
        for signature in entry["signatures"]
        for slot in signature.get("slots", [])
    }
    captured = {
        (key, name)
        for key, entry in catalog_entries().items()
        for example in entry["examples"]
        for name in example["params"]
    }
    assert slots - captured == set()
