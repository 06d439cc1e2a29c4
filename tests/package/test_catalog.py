"""Every example of the catalog is executed against the package."""

import pytest

from tests.package.support import Example, catalog_examples, error_of, found

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
