"""Good timelines by the thousand: each different, all in order."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

NAMES = ["Qatar", "Türkiye", "The Minister", "The Council", "Oman", "The River Front"]
VERBS = ["meets", "accuses", "warns", "answers", "leaves", "joins"]
WORDS = [
    "alpha",
    "birch",
    "cedar",
    "delta",
    "ember",
    "frost",
    "grove",
    "heron",
    "inlet",
    "jetty",
    "knoll",
    "larch",
]
THINGS = [
    "the border crossing",
    "a meeting in the capital",
    "its own envoy",
    "the ceasefire line",
    "relief convoys",
]


def sentence(rng: random.Random, day: int, number: int) -> str:
    """Return a sentence with a day in it, like no other."""
    return f"On {day} October the {rng.choice(THINGS)} was named in statement {number} of the ministry"


def reports(rng: random.Random) -> dict[str, list[tuple[int, str]]]:
    """Return the sentences of two reports, each with its day."""
    return {
        name: [
            (day, sentence(rng, day, 100 * place + day))
            for day in [1 if place == 1 else 2, *sorted(rng.sample(range(3, 28), 12))]
        ]
        for place, name in enumerate(("report", "paper"), start=1)
    }


def timeline(rng: random.Random, root: Path) -> str:
    """Write the reports of a new timeline into a folder, and return the timeline's text."""
    told = reports(rng)
    (root / "seeds").mkdir(exist_ok=True)
    parts = [HEAD]
    for name, sentences in told.items():
        text = "".join(f"{words}, it was said.\n" for _, words in sentences)
        text += "More was said in November 2025.\n" if name == "paper" else ""
        (root / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
        parts.append(SOURCE.format(name=name, sha256=hashlib.sha256(text.encode()).hexdigest()))
    parts += [PEOPLE, "\nevents:\n"]
    days = sorted((day, name, words) for name, sentences in told.items() for day, words in sentences)
    first, *rest = days
    parts.append(event(rng, "doha-ceasefire", "ceasefire", *first))
    chosen = sorted(rng.sample(rest, rng.randint(5, 12)))
    before = None
    for number, (day, name, words) in enumerate(chosen):
        identifier = f"talks-{day:02}-{number}"
        after = before[1] if before is not None and before[0] == day else None
        parts.append(
            event(rng, identifier, rng.choice(("talks", "threat", "statement")), day, name, words, after)
        )
        before = (day, identifier)
    return "".join([*parts, TAIL])


def event(
    rng: random.Random,
    identifier: str,
    kind: str,
    day: int,
    source: str,
    words: str,
    after: str | None = None,
) -> str:
    """Return the lines of an event."""
    times = ("", "", "    time: TMO\n", '    time: "09:30+03:00"\n')
    return EVENT.format(
        remark=rng.choice(("", "\n")) + rng.choice(("", "", "  # seen by two editors\n")),
        id=identifier,
        status=rng.choice(("published", "draft")),
        day=day,
        date=f"2025-10-{day:02}",
        time=rng.choice(times) if not after else "",
        after=f"    after: {after}\n" if after else "",
        kind=kind,
        key=rng.choice(("true", "false")),
        title=f"{rng.choice(NAMES)} {rng.choice(VERBS)} {' '.join(rng.sample(WORDS, 3))} {identifier}",
        summary=rng.choice(SUMMARIES),
        actor=rng.choice(("qatar", "turkiye")),
        source=source,
        quote=words,
    )


EVENT = """\
{remark}  - id: {id}
    status: {status}
    date: "{date}"
{time}{after}    type: {kind}
    key: {key}
    title: {title}
    summary: {summary}
    actors: [{actor}, oman]
    place: doha
    evidence:
      - source: {source}
        quote: {quote}
        speaker: minister
        attribution: indirect
        when: {{text: {day} October, value: "{date}", edtf: "{date}", anchor: none, rule: "x"}}
"""
SUMMARIES = [
    "Both sides were there.",
    "'\"Peace: at last\", it said.'",
    ">-\n      Both sides\n      were there.",
    "|\n      First line.\n\n      - and a list",
    "'It''s said.'",
]
HEAD = """\
# yaml-language-server: $schema=docs/schema/timeline.schema.json
title: A crisis
timezone: Asia/Qatar

sources:
"""
SOURCE = """\
  {name}:
    file: seeds/{name}.txt
    sha256: {sha256}
    outlet: The {name}
    url: https://news.example/{name}
    writes_about: "2025-10-29"
    published: "2025-10-29"
    published_basis: stated
"""
PEOPLE = """\
actors:
  qatar: {name: Qatar, kind: state}
  turkiye: {name: Türkiye, kind: state, aliases: [Turkey]}
  oman: {name: Oman, kind: state}
  minister: {name: The Minister, kind: person, of: qatar}
places:
  doha: {name: Doha, country: QA, lat: 25.29, lon: 51.53}
"""
TAIL = """\
  - id: talks-november
    status: published
    date: "2025-11"
    type: statement
    title: More is said
    actors: [qatar]
    evidence:
      - source: paper
        quote: More was said in November 2025
        when: {text: November 2025, value: "2025-11", edtf: "2025-11", anchor: none, rule: "x"}
    claims:
      - about: who said more
        versions:
          - by: qatar
            says: Nobody did.
            evidence:
              - source: report
                quote: it was said
                speaker: minister
                attribution: indirect
"""
