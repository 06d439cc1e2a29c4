"""A template that the plan calls alone is the only one that is all of its texts."""

import pytest

from generator.messages.samples import filled
from generator.messages.template import parse_template
from generator.targets.python.runtime._fold import lowered
from generator.targets.python.runtime._rows import Plan
from generator.targets.python.runtime._template import Unprepared
from tests.runtime.real import real_plans


@pytest.mark.parametrize("plan", real_plans(), ids=lambda plan: plan.broker)
def test_no_other_template_is_all_of_what_one_is_alone_with(plan: Plan) -> None:
    templates = [Unprepared(row, row.signatures, ()) for row in plan.templates]
    samples = {row.key: lowered(filled(parse_template(row.key))[0]) for row in plan.templates if row.alone}
    assert samples
    found = {
        key: [one.row.key for one in templates if one.whole(text) is not None]
        for key, text in samples.items()
    }
    assert found == {key: [key] for key in samples}


def test_of_two_that_one_text_may_be_none_is_alone() -> None:
    alone = {row.key: row.alone for plan in real_plans() for row in plan.templates}
    assert not alone["invalid input: {reason:rest}"]
    assert not alone["invalid input: quantity must be in round lots of {lot:int}"]


def test_a_template_without_slots_is_looked_up_and_needs_not_be_alone() -> None:
    assert not any(row.alone for plan in real_plans() for row in plan.templates if len(row.pieces) == 1)
