"""What the policies on words look for."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.policies import wording
from generator.policies.wording import texts_keep_to_one_spelling, texts_use_plain_words
from tests.generator.helpers import area_text, entry, subject_of, write


@pytest.mark.parametrize("words", [wording._SPELLING, wording._WORDS], ids=["spelling", "plain words"])
def test_what_is_looked_for_is_written_in_small_letters_as_texts_are_looked_through(
    words: Mapping[str, str],
) -> None:
    assert [pattern for pattern in words if pattern != pattern.lower()] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Cancelled by the broker.", ["'Cancelled' is not how the catalog spells it."]),
        ('It said "cancelled" and `CANCELLED`.', []),
        (
            "The AUTHORISATION was cancelled.",
            [
                "'cancelled' is not how the catalog spells it.",
                "'AUTHORISATION' is not how the catalog spells it.",
            ],
        ),
        (
            "The API takes it, in place of a key.",
            [
                "'in place of' is a word that the catalog avoids.",
                "'API takes' is a word that the catalog avoids.",
            ],
        ),
    ],
)
def test_a_word_is_told_as_it_is_written(root: Path, text: str, found: list[str]) -> None:
    write(root, "catalog/acme/extra.yaml", area_text(entry(note=text)))
    subject = subject_of(root / "catalog")
    wrong = (*texts_keep_to_one_spelling(subject), *texts_use_plain_words(subject))
    assert [one.message for one in wrong] == found
