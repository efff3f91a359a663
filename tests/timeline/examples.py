"""A small timeline in order, and a way to put one thing into it that may be wrong."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

REPORT = (
    "A ceasefire was agreed in Doha on 19 October, the foreign ministry said.\n"
    "Talks began in Istanbul on Oct 25. “We will not accept this,” the defence minister said on Wednesday.\n"
    "The other side said on Wednesday that its delegation had waited for two days.\n"
    "A meeting was held in October.\n"
)
SHA256 = hashlib.sha256(REPORT.encode()).hexdigest()

BASE = f"""\
# A remark at the head.
title: A crisis
summary: What happened between two sides.
timezone: Asia/Qatar
language: en

sources:
  report:
    file: seeds/report.txt
    sha256: {SHA256}
    outlet: The Report
    writes_about: "2025-10-29"
    published: "2025-10-29"
    published_basis: inferred
    working: It writes of Wednesday and of Oct 25.

actors:
  qatar: {{name: Qatar, kind: state}}
  turkiye: {{name: Türkiye, kind: state, aliases: [Turkey]}}
  minister: {{name: The Minister, kind: person, of: qatar}}

places:
  doha: {{name: Doha, country: QA, precision: town, lat: 25.29, lon: 51.53, zone: Asia/Qatar}}

events:
  # The first of them.
  - id: doha-ceasefire
    status: published
    date: "2025-10-19"
    type: ceasefire
    title: Ceasefire agreed in Doha
    summary: A ceasefire was agreed.
    actors: [qatar]
    place: doha
    evidence:
      - source: report
        quote: A ceasefire was agreed in Doha on 19 October
        when: {{text: 19 October, value: "2025-10-19", edtf: "2025-10-19", anchor: published, rule: "x"}}

  - id: istanbul-talks
    status: draft
    date: "2025-10-25"
    type: talks
    title: Talks begin
    evidence:
      - source: report
        quote: Talks began in Istanbul on Oct 25
        language: en
        attribution: narrator
    claims:
      - about: who waited
        versions:
          - by: qatar
            says: It waited.
            evidence:
              - source: report
                quote: its delegation had waited for two days
                speaker: minister
                attribution: indirect
          - by: turkiye
            says: It did not.
            evidence:
              - source: report
                quote: We will not accept this
                speaker: minister
                attribution: direct
decisions:
  - {{proposal: "abc", decided: rejected, why: It is the same event}}
"""


def with_snippet(snippet: str) -> str:
    """Return the timeline with a few lines in it, in the place of what has the same first key.

    Lines whose first key is one of an event's take the place of that key in the first event; those of a
    section (`sources:`) are laid over the section's first record.
    """
    snippet = _characters(snippet)
    first = re.match(r"\s*([\w-]+):", snippet)
    key = first[1] if first else ""
    if snippet.startswith(("#", "%")) or "\n---\n" in snippet or "title: A crisis\n" in snippet:
        return snippet + "\n"
    if key in ("timezone", "language"):
        return re.sub(rf"^{key}: .*", snippet, BASE, count=1, flags=re.MULTILINE)
    if key in ("events", "decisions", "timezone") or (key in ("actors", "sources") and ": {" in snippet):
        return _section(key, snippet)
    if key in ("sources", "places"):
        return _laid_over(key, snippet)
    return _in_event(key, snippet)


def _characters(snippet: str) -> str:
    snippet = snippet.replace("⟦1,001 letters⟧", "x" * 1001).replace(
        "⟦the SHA-256 of seeds/report.txt⟧", SHA256
    )
    return re.sub("⟦U\\+([0-9A-F]+)⟧", lambda found: chr(int(found[1], 16)), snippet)


def _section(key: str, snippet: str) -> str:
    return re.sub(rf"^{key}:\n(?:(?: .*|)\n)*", lambda _: snippet + "\n", BASE, flags=re.MULTILINE)


def _laid_over(key: str, snippet: str) -> str:
    lines = snippet.split("\n")
    if len(lines) == 2:
        return _section(key, snippet)
    text = BASE
    for line in lines[2:]:
        name = line.split(":")[0]
        pattern = rf"^{re.escape(name)}:.*\n"
        if re.search(pattern, text, re.MULTILINE):
            text = re.sub(pattern, lambda _, new=line: new + "\n", text, count=1, flags=re.MULTILINE)
        else:
            text = text.replace(f"{lines[1]}\n", f"{lines[1]}\n{line}\n", 1)
    return text


def _in_event(key: str, snippet: str) -> str:
    before, _, rest = BASE.partition("  - id: doha-ceasefire\n")
    event, _, after = rest.partition("\n  - id: istanbul-talks")
    event = "    id: doha-ceasefire\n" + event
    for name in re.findall(r"^([\w-]+):", snippet, re.MULTILINE):
        event = re.sub(rf"^    {name}:.*\n(?:      .*\n)*", "", event, flags=re.MULTILINE)
    new = "".join(line + "\n" if line[:1] in "<=>" else f"    {line}\n" for line in snippet.split("\n"))
    whole = _with_dash(event + new if key != "id" else new + event)
    return f"{before}{whole}\n  - id: istanbul-talks{after}"


def _with_dash(event: str) -> str:
    return "  - " + event.removeprefix("    ")


def folder(path: Path, text: str = BASE) -> Path:
    """Make a folder with a timeline and its report, and return the path of the timeline."""
    (path / "seeds").mkdir(exist_ok=True)
    (path / "seeds" / "report.txt").write_bytes(REPORT.encode())
    timeline = path / "timeline.yml"
    timeline.write_bytes(text.encode("utf-8", "surrogatepass"))
    return timeline
