"""A figure that is written in digits stands in a quotation of its version.

Fails:

    claims:
      - about: who fired first
        versions:
          - by: qatar
            says: Seven people died.
            figure: "7"
            evidence:
              - source: report
                quote: We will not accept this
                speaker: minister
                attribution: direct

Passes:

    claims:
      - about: who fired first
        versions:
          - by: qatar
            says: Nobody did.
            evidence:
              - source: report
                quote: We will not accept this
                speaker: minister
                attribution: direct
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.problems import Problem, show
from generator.sources import fold
from generator.timeline.checks.context import Context

_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")


def find_problems(context: Context) -> Iterator[Problem]:
    """Give a warning for each number of a figure that no quotation of its version has."""
    for path, _, claim in context.loaded.claims():
        for number, version in enumerate(claim.versions):
            said = " ".join(fold(one.quote)[0] for one in version.evidence)
            known = set(_NUMBER.findall(said))
            missing = [one for one in _NUMBER.findall(version.figure or "") if one not in known]
            if missing and version.evidence:
                wrong = f"{show(missing[0])} stands in no quotation of this version"
                mend = "write the figure as the source has it, words included, or quote the sentence with it"
                where = f"{path}.versions[{number}].figure"
                yield context.problem(where, "figure-stands-in-its-quotation", wrong, mend, "warning")
