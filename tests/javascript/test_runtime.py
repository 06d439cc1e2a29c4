"""The modules of the runtime do what their own tests say, in Node's runner."""

from tests.javascript.node import TESTS, node


def test_the_modules_do_what_their_tests_say() -> None:
    said = node("--test", "--test-reporter=tap", *sorted((TESTS / "runtime").glob("*.test.mjs")))
    assert "\n# fail 0\n" in said
    assert "\n# pass 0\n" not in said
