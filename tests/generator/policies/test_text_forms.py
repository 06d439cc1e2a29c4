"""What the policy on text forms lets through, and what it says of the others."""

from pathlib import Path

import pytest

from generator.policies.text_forms import text_forms_are_found
from tests.generator.helpers import subject_of, write

BROKER = "catalog/acme/broker.yaml"
UNLIKE_TEXTS = "The form is not found in its own text"


def wrong_with(root: Path, form: str, *, codes: str = '["40301", "42201"]') -> list[str]:
    """What is wrong where the broker has that text form, and these codes."""
    text = (root / BROKER).read_text("utf-8").replace('["40301", "42201"]', codes)
    quoted = "'" + form.replace("'", "''") + "'"
    texts = f"texts:\n- id: written\n  form: {quoted}\n  meaning: A line of a client.\nsources:\n"
    write(root, BROKER, text.replace("sources:\n", texts))
    return [wrong.message for wrong in text_forms_are_found(subject_of(root / "catalog"))]


@pytest.mark.parametrize(
    "form",
    [
        "AcmeFailure: {message:rest}",
        'Refused (code={code:int}, "{message:quoted}")',
        "refused b'{code:close}{message:unquoted}'",
        "[{reason:word} refusal]",
        "{{reason}}: refusal {reason:word}",
        "venue {reason:word} after {retry_after:int} s",
        "[{code:int}] {message:rest}",
        "{code:int}: {message:rest}",
        "größere {message:rest}",
    ],
)
def test_a_form_that_is_found_and_read_may_stand(form: str, root: Path) -> None:
    assert wrong_with(root, form) == []


@pytest.mark.parametrize(
    ("form", "wrong"),
    [
        ("the venue refused", "The form has no slot, so it states nothing."),
        ("refused for {message:words}", "There is no slot type words."),
        ("refused for {text_of_client:rest}", "No envelope and no signature asks for text_of_client alone."),
        ("venue  refusal {message:rest}", UNLIKE_TEXTS),
        ("the venue\u2019s refusal {message:rest}", UNLIKE_TEXTS),
        ("refusal {Text} {message:rest}", UNLIKE_TEXTS),
        ("refusal(text={message:quoted})", UNLIKE_TEXTS),
        ("-> {message:rest}", UNLIKE_TEXTS),
    ],
)
def test_a_form_that_cannot_be_found_or_read_is_told_why(form: str, wrong: str, root: Path) -> None:
    assert [message.partition(":")[0] for message in wrong_with(root, form)] == [wrong]


def test_a_code_that_is_no_long_number_leads_to_no_form(root: Path) -> None:
    wrong = wrong_with(root, "{code:int}: {message:rest}", codes='["403", "422"]')
    assert wrong == [f"{UNLIKE_TEXTS}: 422: a sample"]
