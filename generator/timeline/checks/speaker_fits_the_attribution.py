"""Words that are quoted directly have a speaker; the narrator's own have none.

A report that does not name the speaker ("officials said") is `indirect`, or `mixed`.

Fails:

    evidence:
      - source: report
        quote: We will not accept this
        attribution: direct

Passes:

    evidence:
      - source: report
        quote: We will not accept this
        attribution: direct
        speaker: minister
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.timeline.checks.context import Context


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a warning for each quotation whose speaker and attribution contradict each other."""
    for path, _, evidence in context.evidence:
        speaker = evidence.speaker or evidence.channel
        if evidence.attribution == "direct" and not speaker:
            wrong, mend = "the words are quoted directly, and nobody speaks them", "add `speaker: …`"
        elif evidence.attribution == "narrator" and evidence.speaker:
            wrong = f"the narrator tells it, and {evidence.speaker} is the speaker"
            mend = "make the attribution direct, indirect or mixed, or delete the speaker"
        else:
            continue
        yield context.problem(f"{path}.attribution", "speaker-fits-the-attribution", wrong, mend, "warning")
