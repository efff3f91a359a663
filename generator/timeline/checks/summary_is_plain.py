"""A summary has words, emphasis, lists and links to full addresses.

HTML, pictures and links inside the site are left out of the page.

Fails:

    summary: A ceasefire <b>was</b> agreed.

Passes:

    summary: A ceasefire **was** agreed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.problems import Problem, show
from generator.timeline.checks.context import Context

_REFUSED = re.compile(r"</?[A-Za-z!][^>]{0,200}>?|!\[[^\]]{0,200}\]|\]\((?!https?://)[^)]{0,200}\)?")


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a warning for each summary with something that a page leaves out."""
    summaries = [("summary", context.timeline.summary)]
    summaries += [(f"events[{n}].summary", event.summary) for n, event in enumerate(context.timeline.events)]
    for path, summary in summaries:
        found = _REFUSED.search(summary)
        if found:
            wrong = f"{show(found.group(), 30)} is left out of the page"
            mend = "write words, **emphasis** or [a link](https://…)"
            yield context.problem(path, "summary-is-plain", wrong, mend, "warning")
