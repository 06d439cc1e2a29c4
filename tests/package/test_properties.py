"""What holds for every source: an answer, always the same, and no wrong one where the right one is lost."""

import json
from collections.abc import Callable, Iterable

import pytest
from broker_errors import BrokerError, Match, MatchedOn
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.package.support import Example, ask, ask_all, catalog_examples

settings.register_profile("package", deadline=None, derandomize=True, max_examples=150)
PACKAGE = settings.get_profile("package")

EXAMPLES = catalog_examples()
WITH_BODY = [each for each in EXAMPLES if each.body]
BY_EXAMPLE_WITH_BODY = pytest.mark.parametrize(
    "known", [pytest.param(each, id=each.name) for each in WITH_BODY]
)

brokers = st.sampled_from([None, "alpaca", "tradovate"])
statuses = st.one_of(st.none(), st.integers(100, 599))
channels = st.sampled_from([None, "rest"])

KEYS = sorted(
    {
        *[
            "T",
            "action",
            "body",
            "code",
            "d",
            "data",
            "e",
            "entity",
            "errmsg",
            "error",
            "errorCode",
            "errorText",
            "failureReason",
            "failureText",
            "i",
        ],
        *[
            "message",
            "msg",
            "ok",
            "p-captcha",
            "p-message",
            "p-ticket",
            "p-time",
            "reason",
            "reasonCode",
            "rejectReason",
        ],
        *[
            "response_status_code",
            "response_text",
            "results",
            "s",
            "status",
            "stream",
            "success",
            "text",
            "violations",
        ],
        *[
            "constraint",
            "description",
            "value",
            "error_message",
            "x_request_id",
            "symbol",
            "buying_power",
            "available",
        ],
    }
)
VALUES: list[object] = [
    *(0, 200, 401, 404, 423, 429, 503, 40310000, "40310000", 42210000, "error", "ok", "Success", "NoQuote"),
    *("UnknownReason", "WeakPassword", "Maintenance", "shutdown", "props", "authorization", "unauthorized"),
    *(
        "forbidden.",
        "insufficient buying power",
        'asset "CWVX" is not fractionable',
        "Access is denied",
        "Too late",
    ),
]

texts = st.text(max_size=60)
scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False, allow_infinity=False),
    texts,
    st.sampled_from(VALUES),
)
json_like = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.one_of(st.sampled_from(KEYS), texts), inner, max_size=5),
    ),
    max_leaves=12,
)


@st.composite
def mutated_payloads(draw: st.DrawFn) -> str:
    """A real payload after a few accidents."""
    text = draw(st.sampled_from(WITH_BODY)).body
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 12)))
        text = (
            text[:start]
            + draw(st.one_of(st.just(""), st.text(max_size=3), st.just(text[start:end] * 2)))
            + text[end:]
        )
    return text


sources = st.one_of(
    st.text(),
    st.text(alphabet="{}[]()\"':,\\ au01etn\n"),
    st.binary(),
    json_like,
    json_like.map(json.dumps),
    json_like.map(repr),
    json_like.map(lambda value: f"a[{json.dumps(value)}]"),
    mutated_payloads(),
)


def nested_list(value: object, depth: int) -> object:
    for _ in range(depth):
        value = [value]
    return value


def nested_dict(value: object, depth: int) -> object:
    for _ in range(depth):
        value = {"detail": value}
    return value


def nested_text(text: str, depth: int) -> str:
    for _ in range(depth):
        text = json.dumps(text)
    return text


def assert_is_an_answer(match: Match[BrokerError] | None, broker: str | None) -> None:
    """What every answer is, and what can be asked of it."""
    if match is None:
        return
    assert isinstance(match, Match)
    assert isinstance(match.error, BrokerError)
    assert isinstance(match.matched_on, MatchedOn)
    assert match.report.broker == match.error.broker
    assert broker in (None, match.error.broker)
    assert all(isinstance(name, str) and isinstance(value, str) for name, value in match.params.items())
    assert match.advice("read").retry is match.error.retry_read
    assert match.advice("write").retry is match.error.retry
    assert repr(match)


@PACKAGE
@given(source=sources, broker=brokers, status=statuses, channel=channels)
def test_anything_gets_an_answer(
    source: object, broker: str | None, status: int | None, channel: str | None
) -> None:
    assert_is_an_answer(ask(source, broker=broker, status=status, channel=channel), broker)


@PACKAGE
@given(source=sources, broker=brokers)
def test_all_matches_are_answers(source: object, broker: str | None) -> None:
    for match in ask_all(source, broker=broker):
        assert_is_an_answer(match, broker)


@PACKAGE
@given(source=sources, broker=brokers, status=statuses)
def test_the_same_source_gets_the_same_answer(source: object, broker: str | None, status: int | None) -> None:
    first = ask(source, broker=broker, status=status)
    assert first == ask(source, broker=broker, status=status)


@PACKAGE
@given(source=sources, broker=brokers)
def test_the_first_of_all_matches_is_the_match(source: object, broker: str | None) -> None:
    assert ask(source, broker=broker) == next(ask_all(source, broker=broker), None)


@PACKAGE
@given(source=sources, status=statuses)
def test_an_answer_without_a_broker_is_the_answer_of_that_broker(source: object, status: int | None) -> None:
    unnamed = ask(source, status=status)
    if unnamed is not None:
        named = ask_all(source, broker=unnamed.error.broker, status=status)
        assert unnamed.error in [match.error for match in named]


@pytest.mark.parametrize("broker", [None, "alpaca", "tradovate"])
@pytest.mark.parametrize(
    "unit",
    [
        "{",
        "[",
        "(",
        '"',
        "'",
        "“",
        "a[",
        "\\",
        '{"a":',
        '{"message":"',
        '": ',
        ": ",
        "<",
        "\n",
        "\\u0041",
        "[{'",
    ],
)
def test_a_megabyte_of_anything_gets_an_answer(unit: str, broker: str | None) -> None:
    assert ask(unit * (1_000_000 // len(unit)), broker=broker) is None


@pytest.mark.parametrize("broker", [None, "alpaca", "tradovate"])
@pytest.mark.parametrize(
    "wrapped",
    [
        pytest.param(lambda text, depth: "[" * depth + text + "]" * depth, id="lists as text"),
        pytest.param(lambda text, depth: '{"d":' * depth + text + "}" * depth, id="objects as text"),
        pytest.param(
            lambda text, depth: '{"s":200,"i":1,"d":' * depth + text + "}" * depth, id="frames as text"
        ),
        pytest.param(nested_list, id="lists"),
        pytest.param(nested_dict, id="dicts"),
        pytest.param(lambda text, depth: nested_text(text, min(depth, 12)), id="JSON within JSON"),
    ],
)
@pytest.mark.parametrize("depth", [9, 25, 1000, 20_000])
def test_a_payload_however_deep_gets_an_answer(
    wrapped: Callable[[str, int], object], depth: int, broker: str | None
) -> None:
    source = wrapped('{"code":40310000,"message":"account is not allowed to short"}', depth)
    match = ask(source, broker=broker)
    assert match is None or match.error.value == "alpaca.account_not_allowed_to_short"


WEIGHT = {MatchedOn.FIELD: 3, MatchedOn.MESSAGE: 3, MatchedOn.CODE: 2, MatchedOn.STATUS: 1}


def match_of(source: object, known: Example) -> Match[BrokerError] | None:
    """The match of something made of an example's body."""
    return ask(source, broker=known.broker, status=known.status, channel=known.channel)


def wrongs(known: Example, sources: Iterable[object]) -> list[str]:
    """What is wrong with the answers to ``sources``, which were made of an example's body.

    An answer is right if it is the example's own, or less: none, a fallback, or one that rests on less. It
    may neither be another specific error nor allow what the whole answer forbids.
    """
    whole = match_of(known.body, known)
    assert whole is not None
    wrong = []
    for source in sources:
        match = match_of(source, known)
        if match is None or match.error is whole.error:
            continue
        if match.advice("write").resend and not whole.advice("write").resend:
            wrong.append(f"{match!r} may be resent, {known.error} may not: {source!r}")
        elif not match.error.fallback and WEIGHT[match.matched_on] >= WEIGHT[whole.matched_on]:
            wrong.append(f"{known.error} became {match!r}: {source!r}")
    return wrong


@BY_EXAMPLE_WITH_BODY
def test_an_answer_that_was_cut_off_is_the_same_or_less(known: Example) -> None:
    assert wrongs(known, (known.body[:end] for end in range(len(known.body)))) == []


LOG_PREFIXES = [
    "2026-09-15 17:35:46,290 [ERROR] app.orders: order failed for BUY COP: ",
    "ERROR:root:",
    "[Stream] ",
    "422 ",
    "HTTP 403: ",
    "> ",
    "\n\n",
    "attempt 1/6 failed (transient): ",
    'Traceback (most recent call last):\n  File "app.py", line 7, in buy\n    submit(order)\nAPIError: ',
]
LOG_SUFFIXES = ["", "\n", "; sleep 8s", " (attempt 1/6)", "\nINFO next line", " }", "`", "', 'x': 1}"]


@BY_EXAMPLE_WITH_BODY
def test_an_answer_in_a_log_line_is_the_same_or_less(known: Example) -> None:
    lines = (before + known.body + after for before in LOG_PREFIXES for after in LOG_SUFFIXES)
    assert wrongs(known, lines) == []


@PACKAGE
@given(known=st.sampled_from(WITH_BODY), before=texts, after=texts)
def test_an_answer_among_any_text_is_the_same_or_less(known: Example, before: str, after: str) -> None:
    assert wrongs(known, [before + known.body + after]) == []


def parsed(text: str) -> object:
    """What a client makes of a body: the JSON that it is, or the text."""
    try:
        return json.loads(text)
    except ValueError:
        return text


Form = Callable[[str], object]
"""Another form of a body."""

UNCOMMON_FORMS: dict[str, Form] = {
    "quoted twice": lambda text: json.dumps(json.dumps(text)),
    "Python repr of the text": repr,
    "Python repr of bytes": lambda text: repr(text.encode()),
    "in a list": lambda text: [text],
    "in a tuple": lambda text: (503, text),
    "in a dict": lambda text: {"body": text},
    "as a JSON log line": lambda text: json.dumps({"level": "error", "message": f"refused: {text}"}),
    "in a JSON object": lambda text: json.dumps({"upstream": {"text": text}}),
    "parsed deep inside": lambda text: {"status": "failed", "errors": [parsed(text)]},
    "Python repr of a dict": lambda text: repr({"detail": parsed(text)}),
    "in capitals": str.upper,
    "in other quotes": lambda text: text.replace('"', "'"),
    "wrapped over lines": lambda text: text.replace(" ", "\n   "),
    "in UTF-16": lambda text: text.encode("utf-16"),
}
COMMON_FORMS: dict[str, Form] = {
    "parsed in a list": lambda text: [parsed(text)],
    "parsed in a dict": lambda text: {"detail": parsed(text)},
    "quoted": json.dumps,
    "Python repr": lambda text: repr(parsed(text)),
    "log line": lambda text: f"ERROR app: order failed: {text}",
    "bytes with a mark": lambda text: text.encode("utf-8-sig"),
    "as an exception": Exception,
    "with white space": lambda text: f"\n  {text}  \n",
}


@pytest.mark.parametrize(
    "form", [*UNCOMMON_FORMS.values(), *COMMON_FORMS.values()], ids=[*UNCOMMON_FORMS, *COMMON_FORMS]
)
def test_an_answer_in_another_form_is_the_same_or_less(form: Form) -> None:
    assert [wrong for known in WITH_BODY for wrong in wrongs(known, [form(known.body)])] == []


SINGLE = {"commandStatus", "ordStatus"}
"""What tells an error only in an object by itself: a list of such is a good answer."""


@pytest.mark.parametrize(("name", "form"), COMMON_FORMS.items(), ids=COMMON_FORMS)
def test_an_answer_in_json_is_found_in_every_common_form(name: str, form: Form) -> None:
    lost = []
    for known in WITH_BODY:
        body = parsed(known.body)
        listed = name == "parsed in a list" and isinstance(body, dict) and not SINGLE.isdisjoint(body)
        if isinstance(body, dict | list) and not listed:
            match = match_of(form(known.body), known)
            if match is None or (match.error.value, match.params) != (known.error, known.params):
                lost.append(f"{known.name} became {match!r}")
    assert lost == []
