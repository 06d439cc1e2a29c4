"""What the policies on advice and words let through, and what they do not."""

from pathlib import Path
from typing import Any

import pytest

from generator.model.caution import claims_more, is_laxer
from generator.stages import check
from generator.targets.python.runtime._words import Outcome, Retry
from tests.generator.helpers import area_text, entry, places, write

EXTRA = "catalog/acme/extra.yaml"


def rules(root: Path, **changes: Any) -> list[str]:
    """The rules that an entry with these changes breaks."""
    write(root, EXTRA, area_text(entry(**changes)))
    return [found.rpartition(" ")[2] for found in places(check(root / "catalog").findings)]


def step(do: str, **more: Any) -> dict[str, Any]:
    return {"who": "developer", "do": do, **more}


@pytest.mark.parametrize(
    ("lax", "careful"),
    [
        (Retry.BACKOFF, Retry.WAIT),
        (Retry.RECONNECT, Retry.AFTER_CHANGE),
        (Retry.WAIT, Retry.NEVER),
        (Retry.AFTER_CHANGE, Retry.RECONCILE),
        (Retry.NEVER, Retry.RECONCILE),
        (Retry.RECONCILE, Retry.HALT),
    ],
)
def test_the_more_a_retry_lets_through_the_laxer_it_is(lax: Retry, careful: Retry) -> None:
    assert is_laxer(lax, careful)
    assert not is_laxer(careful, lax)


@pytest.mark.parametrize("one", Retry)
def test_no_retry_is_laxer_than_itself(one: Retry) -> None:
    assert not is_laxer(one, one)


def test_neither_of_two_requests_that_are_not_sent_again_is_laxer() -> None:
    assert not is_laxer(Retry.NEVER, Retry.AFTER_CHANGE)
    assert not is_laxer(Retry.AFTER_CHANGE, Retry.NEVER)


@pytest.mark.parametrize("true", Outcome)
def test_unknown_claims_nothing(true: Outcome) -> None:
    assert not claims_more(Outcome.UNKNOWN, true)


@pytest.mark.parametrize("claimed", [Outcome.NOT_APPLIED, Outcome.APPLIED, Outcome.PARTLY_APPLIED])
def test_every_other_outcome_holds_only_where_it_is_true(claimed: Outcome) -> None:
    assert [true for true in Outcome if not claims_more(claimed, true)] == [claimed]


@pytest.mark.parametrize("seconds", [0, -1])
def test_a_wait_is_at_least_a_second(seconds: int, root: Path) -> None:
    assert rules(root, category="rate_limit", retry="wait", wait={"seconds": seconds}) == ["schema"]


@pytest.mark.parametrize("verb", ["Check", "Compare", "Fetch", "Find", "List", "Look up", "Read"])
def test_a_look_up_is_said_by_a_verb_that_reads(verb: str, root: Path) -> None:
    assert rules(root, outcome="unknown", remediation=[step(f"{verb} the order.")]) == []


@pytest.mark.parametrize(
    "text",
    [
        "Verify the order.",
        "Confirm the order.",
        "Make sure of the order.",
        "Cancel the order.",
        "Reread the order.",
        "Read the message.",
        "Check the whole body, and send it again.",
    ],
)
def test_other_verbs_and_a_look_at_the_answer_are_no_look_up(text: str, root: Path) -> None:
    found = rules(root, outcome="unknown", remediation=[step(text)])
    assert found == ["first-step-looks-up"]


def test_a_look_at_the_answer_may_stand_before_the_look_up(root: Path) -> None:
    assert (
        rules(root, outcome="unknown", remediation=[step("Read the message, and look the order up.")]) == []
    )


def test_a_first_step_may_have_160_characters(root: Path) -> None:
    text = "Send it again when the market is open."
    fits = text.rjust(160, "x")
    assert rules(root, remediation=[step(fits)]) == []
    assert rules(root, remediation=[step(f"x{fits}")]) == ["first-step-short"]


def test_steps_for_now_later_and_before_stand_in_this_order(root: Path) -> None:
    ordered = [step("Send it."), step("Tell the desk.", when="later"), step("Plan it.", when="before")]
    assert rules(root, remediation=ordered) == []


def test_a_fallback_is_not_compared_with_what_cannot_meet_it(root: Path) -> None:
    fallback = {"status": 409, "channel": "stream"}
    assert rules(root, title="A conflict", fallback=True, channels=["stream"], signatures=[fallback]) == [
        "fallback-lax",  # order_closed is seen on the stream, too
        "fallback-lax",
    ]
    assert rules(root, title="A conflict", fallback=True, signatures=[{"status": 410}]) == []


@pytest.mark.parametrize(
    "text",
    [
        'The state reads "cancelled" there.',
        "The field `behaviour` is optional.",
        "The cancellation was accepted.",
        "The analysis is done elsewhere.",
    ],
)
def test_words_of_others_and_words_that_are_right_may_stand(text: str, root: Path) -> None:
    assert rules(root, causes=[text]) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The order was cancelled.", "spelling"),
        ("The server is not recognised.", "spelling"),
        ("The e-mail is missing.", "spelling"),
        ("Mend the order.", "plain-words"),
        ("It is simply wrong.", "plain-words"),
        ("The field takes no fractions.", "plain-words"),
    ],
)
def test_words_that_the_catalog_avoids_are_found(text: str, rule: str, root: Path) -> None:
    assert rules(root, causes=[text]) == [rule]


@pytest.mark.parametrize(
    "title", ["client_order_id was already used", "customTag50 is not registered", "Stop order has no price"]
)
def test_a_title_may_begin_with_a_name_and_with_a_noun(title: str, root: Path) -> None:
    assert rules(root, title=title) == []


@pytest.mark.parametrize(
    "text",
    ["The specification names no figure.", "If no successor is documented, ask the support."],
)
def test_what_a_cited_document_lacks_may_be_said(text: str, root: Path) -> None:
    assert rules(root, note=text) == []


@pytest.mark.parametrize(
    "text",
    [
        "No document says so.",
        "The figure was never documented.",
        "It is an undocumented limit.",
        "Nobody gives a documented figure, and no documented one exists.",
    ],
)
def test_that_nobody_documents_it_may_not_be_said(text: str, root: Path) -> None:
    assert rules(root, note=text) == ["absence-cited"]
