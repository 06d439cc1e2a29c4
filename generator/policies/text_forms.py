"""Policies on text forms: a text leads to each of them, and what they state is read."""

from collections.abc import Iterator, Set

from generator.messages.samples import filled_form
from generator.model.catalog import TextForm
from generator.model.payloads import NOT_CATALOGED
from generator.policies.registry import Subject, Wrong, policy
from generator.targets.python.runtime._rows import FormRow, Plan
from generator.targets.python.runtime._slots import SLOTS

_NUMBER = "3"
_AS_TEXTS_ARE = (
    "Write single spaces and straight quotes, put behind each slot what its type cannot hold, and give the "
    "form a word that touches no slot: else only a code of four digits or more leads to it."
)


@policy("text-form-found", needs_plan=True)
def text_forms_are_found(subject: Subject) -> Iterator[Wrong]:
    """A form that is never found, or that nothing reads, only looks as if a client's lines were known."""
    for broker, plan in zip(subject.catalog.brokers, subject.plans, strict=True):
        for form, row in zip(broker.texts, plan.forms, strict=True):
            wrong = _wrong(subject, plan, form, row)
            if wrong is not None:
                yield Wrong(subject.place(form, "form"), *wrong)


def _wrong(subject: Subject, plan: Plan, form: TextForm, row: FormRow) -> tuple[str, str] | None:
    """What keeps a form from being of use, and what mends it."""
    slots = dict(slot.split(":") for slot in row.pieces[1::2])
    unknown = sorted(set(slots.values()) - SLOTS.keys())
    if unknown:
        return f"There is no slot type {unknown[0]}.", f"Use one of {', '.join(SLOTS)}."
    if not slots:
        return "The form has no slot, so it states nothing.", "Write {name:type} for what varies."
    if not _is_read(slots.keys(), plan):
        return (
            f"No envelope and no signature asks for {', '.join(slots)} alone.",
            "Give the slots the names of fields that an envelope asks for, or add one that asks for these.",
        )
    samples = [filled_form(form.form, number) for number in (_NUMBER, *_numbers(plan))]
    if not any(_is_found(subject, form, plan.broker, sample) for sample in samples):
        return f"The form is not found in its own text: {samples[-1]}", _AS_TEXTS_ARE
    return None


def _is_found(subject: Subject, form: TextForm, broker: str, sample: str) -> bool:
    """Whether the matcher finds the form behind other words. Alone, a sample may be JSON."""
    steps = subject.matcher.why(f"{NOT_CATALOGED}\n{sample}", broker)
    return any(step.startswith(f"text form: {form.id}, ") for step in steps)


def _is_read(stated: Set[str], plan: Plan) -> bool:
    """Whether an envelope or a signature can hold where only these fields are stated."""
    asked = [
        {key for one in row.when if one.shape != "absent" for key in one.path if not key.isdecimal()}
        for row in plan.envelopes
    ]
    asked += [{row.path[-1]} for row in plan.signatures if row.path]
    return any(keys <= stated for keys in asked)


def _numbers(plan: Plan) -> Iterator[str]:
    """The broker's codes that are numbers: one of them may be what leads to a form."""
    for code_set in plan.code_sets:
        yield from (code for code in code_set.codes if code.removeprefix("-").isdecimal())
