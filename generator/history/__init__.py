"""Compares two revisions: what a change of the catalog means to those who use what is generated.

Data flows one way here too:

    revision    git -> the files of both revisions, each with what its own generator makes of its catalog
    payloads    everything that either of them has as an example, a corpus or a wording -> questions
    answers     each revision's own package answers the questions, in a process of its own
    comparison  two sides, question by question and fact by fact
    rules/      what can change, as rules with an id, a level and a reason: comparison -> changes
    acceptance  the reasons that catalog/changes/ gives for changes
    diff        all of it; the verdict, and the version that follows
    render      text, JSON, Markdown and annotations

``changelog`` and ``release`` say the same of a whole release.
"""
