"""Policies on words: one spelling, one style of titles, dates in their place, no claim without a source."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from generator.load.yaml import NodePath
from generator.model.catalog import Area, Catalog, Category, Channel, Envelope, Term, TextForm
from generator.policies.registry import Subject, Wrong, policy
from generator.policies.texts import texts_of

LONGEST_TITLE = 60

_SPELLING: Mapping[str, str] = {
    r"cancell(?:ed|ing|able|er|ers)": "one l: canceled, canceling, cancelable",
    r"e-mails?": "email",
    r"\w*(?:recogni|authori|organi|reali|utili|normali|anonymi)s(?:e|es|ed|ing|ations?)": "z: organize",
    r"(?:summari|minimi|maximi|prioriti|emphasi|finali|generali|speciali)s(?:e|es|ed|ing)": "z: minimize",
    r"analys(?:ed|es|ing)(?= )": "z: analyzed",
    r"(?:behavi|col|fav|hon|neighb)our\w*": "or: behavior, color",
    r"(?:mod|lab|trav|sign)ell(?:ed|ing)": "one l: modeled, signaled",
    r"catalogues?": "catalog",
    r"centres?": "center",
    r"licences?": "license",
    r"fulfil|fulfils|fulfilment": "fulfill, fulfillment",
    r"judgement": "judgment",
    r"programmes?": "program",
    r"cheques?": "check",
    r"defence": "defense",
    r"grey": "gray",
    r"(?:mis)?spelt|learnt": "misspelled, learned",
    r"whilst|amongst": "while, among",
}
"""Not the spelling of the United States, in which the APIs are written, and what is. All in small letters."""

_WORDS: Mapping[str, str] = {
    r"mend(?:s|ed|ing)?": "plain English says fix or correct",
    r"of (?:its|their|one's) own": "it adds nothing; say what differs",
    r"by (?:itself|themselves|oneself)": "say automatically, alone or on its face, whichever is meant",
    r"in (?:the )?place of": "say instead of",
    r"all the same": "say nevertheless",
    r"(?:api|broker|endpoint|feed|field|host|parameter|plan|server) takes?": "say accepts, or needs",
    r"simply|basically|obviously|of course|actually|really|easily": "a filler",
    r"please": "a step is an instruction, not a letter",
    r"and/or": "say which, or list both",
    r"utilize[sd]?": "say use",
    r"in order to": "say to",
}
"""Words that are not used, and why or what instead. All in small letters."""

_IMPERATIVES = re.compile(
    r"(?:Add|Ask|Avoid|Cancel|Change|Check|Choose|Confirm|Do not|Don't|Enter|Fix|Get|Give|Look|Make|Put|Read"
    r"|Reconnect|Remove|Retry|Send|Submit|Try|Use|Verify|Wait|Write)\b"
)
_PLAIN_SMALL = re.compile(r"[a-z]+(?: |$)")
"""A plain word; names such as client_order_id and customTag50 are written as they are."""
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_HISTORY = re.compile(
    rf"\b(?:20[0-9]{{2}}-[01][0-9](?:-[0-3][0-9])?|(?:{_MONTHS}) (?:[0-9]{{1,2}}, )?20[0-9]{{2}})\b"
)
_NOT_DOCUMENTED = re.compile(
    r"\bundocumented\b|\b(?:is|are|was|were) (?:not|nowhere|never) documented\b|\b(?:not a|no) documented\b"
    r"|\bno documents? (?:say|state|tell|give|name|mention)s?\b|\bno \w+ (?:is|are) documented\b"
    r"|\bdocuments no\b|\bdo(?:es)? not document\b"
)
"""In small letters, as the next one."""
_SAYS_ABSENCE = re.compile(
    r"\b(?:documentation|documents?|specifications?|guides?|reference|overview)\b[^.;:]{0,40}"
    r"\b(?:do(?:es)? not|lacks?|(?:names?|gives?|prints?|lists?|says?|states?|shows?) (?:no|nothing))\b"
)
_PROVENANCE = re.compile(
    r"\bno (?:public |real |live )*payload\b|\bno (?:report of a )?(?:live|real) answer\b"
    r"|\bknown (?:only )?from\b|\btaken from the (?:[a-z']+ )?name\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r'"[^"]*"|`[^`]*`')


@policy("spelling")
def texts_keep_to_one_spelling(subject: Subject) -> Iterator[Wrong]:
    """A reader who searches for canceled must not miss what is written cancelled."""
    yield from _words_of(subject, _SPELLING, "is not how the catalog spells it")


@policy("plain-words")
def texts_use_plain_words(subject: Subject) -> Iterator[Wrong]:
    """Many who read this read it in a foreign language, at a bad moment."""
    yield from _words_of(subject, _WORDS, "is a word that the catalog avoids")


@policy("title-form")
def titles_are_short_statements(subject: Subject) -> Iterator[Wrong]:
    """Titles stand under each other in menus and tables, and say what is the case, not what to do."""
    for entry in subject.catalog.entries:
        title = entry.title
        faults = (
            (len(title) > LONGEST_TITLE, f"has {len(title)} characters, more than {LONGEST_TITLE}"),
            (title[-1] in "?!:;", "ends with a mark"),
            (_IMPERATIVES.match(title) is not None, "tells to do something"),
            (_PLAIN_SMALL.match(title) is not None, "begins with a small letter"),
        )
        for is_wrong, fault in faults:
            if is_wrong:
                yield Wrong(
                    subject.place(entry, "title"),
                    f"The title {fault}: {title}",
                    "Write a short statement with its subject first, such as: Asset is not fractionable.",
                )


@policy("step-history")
def steps_are_free_of_history(subject: Subject) -> Iterator[Wrong]:
    """A step is read today; a rule that began or ended on a day is dated, where it is checked again."""
    for entry in subject.catalog.entries:
        for step in entry.remediation:
            found = _HISTORY.search(step.do)
            if found is not None:
                yield Wrong(
                    subject.place(step, "do"),
                    f"The step speaks of {found[0]}.",
                    "Say what holds now, and put the change under dated or into the note.",
                )


@policy("absence-cited")
def absence_is_claimed_of_documents_that_were_read(subject: Subject) -> Iterator[Wrong]:
    """That something is not documented is a claim: it names what was read, and the entry cites it."""
    for broker in subject.catalog.brokers:
        for entry in broker.entries:
            cites = any(
                one.source in broker.sources_by_id
                and broker.sources_by_id[one.source].kind in ("official", "sdk")
                for one in entry.citations
            )
            for text, part, path in texts_of(entry):
                for sentence, said in _claims(text):
                    place = subject.place(part, *path)
                    if _NOT_DOCUMENTED.search(said) and not sentence.startswith("If "):
                        yield Wrong(
                            place,
                            f"This claims that nobody documents it: {sentence}",
                            "Name what was read (the specification names no figure), or leave it out.",
                        )
                    elif _SAYS_ABSENCE.search(said) and not cites:
                        yield Wrong(
                            place,
                            f"This says what a document lacks, and the entry cites none: {sentence}",
                            "Add the document to sources.",
                        )


@policy("note-provenance")
def notes_leave_provenance_to_the_signatures(subject: Subject) -> Iterator[Wrong]:
    """Where a wording is known from is data, which pages and reports show; in prose it falls behind."""
    for entry in subject.catalog.entries:
        for sentence in _sentences(entry.note or ""):
            if _PROVENANCE.search(sentence):
                yield Wrong(
                    subject.place(entry, "note"),
                    f"This says where something is known from: {sentence}",
                    "Say it by evidence and source of the signature, or of an example.",
                )


@policy("date-real")
def dates_are_days(subject: Subject) -> Iterator[Wrong]:
    """A day that no calendar has is a slip, and which one was meant is then lost."""
    for broker in subject.catalog.brokers:
        dated = [(one, "on", one.on) for entry in broker.entries for one in entry.dated]
        sources = [(one, "date", one.date) for one in broker.sources if one.date is not None]
        for part, field, day in (*dated, *sources):
            if not _is_day(day):
                yield Wrong(subject.place(part, field), f"{day} is no day.", "Write year, month and day.")


def _is_day(text: str) -> bool:
    """Whether this is a day, or the month or the year of one."""
    year, month, day = [int(part) for part in (*text.split("-"), "1", "1")][:3]
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _words_of(subject: Subject, words: Mapping[str, str], fault: str) -> Iterator[Wrong]:
    any_of_them = re.compile(rf"\b(?:{'|'.join(words)})\b")
    for text, part, path in _all_texts(subject.catalog):
        said = _QUOTED.sub("", text)
        if any_of_them.search(said.lower()):  # in hardly any
            for pattern, why in words.items():
                found = re.search(rf"\b(?:{pattern})\b", said, re.IGNORECASE)
                if found is not None:
                    place = subject.place(part, *path)
                    yield Wrong(place, f"{found[0]!r} {fault}.", f"Write it otherwise: {why}.")


def _claims(text: str) -> Iterator[tuple[str, str]]:
    """The sentences of a text as they are written and in small letters, if anything of interest is in it."""
    said = " ".join(text.lower().split())
    if _NOT_DOCUMENTED.search(said) or _SAYS_ABSENCE.search(said):
        yield from ((sentence, sentence.lower()) for sentence in _sentences(text))


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.:;]) ", " ".join(text.split()))


def _all_texts(catalog: Catalog) -> Iterator[tuple[str, object, NodePath]]:
    """Every text of ours: of entries, areas, brokers and words. Names of sources are other people's."""
    for entry in catalog.entries:
        yield from texts_of(entry)
    titled: list[Term | Category | Channel | Area] = []
    titled += (*catalog.outcomes, *catalog.retries, *catalog.categories)
    for broker in catalog.brokers:
        titled += (*broker.channels, *broker.areas)
        forms: tuple[Envelope | TextForm, ...] = (*broker.envelopes, *broker.texts)
        for form in forms:
            yield form.meaning, form, ("meaning",)
    for part in titled:
        yield part.title, part, ("title",)
        yield part.meaning, part, ("meaning",)
