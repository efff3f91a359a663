"""Contested points: what the parties say about one thing, side by side, and no winner chosen.

Two kinds are found. Figures: two voices that count the same differently. Blame: a failure of talks for which
parties accuse one another. Each version keeps its voice, its words and its evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.events.candidate import Candidate
from generator.events.evidence import evidence_of
from generator.events.match import Group
from generator.timeline.model import Claim, Version

__all__ = ["claims_about"]

_COUNTED = {
    "killed": "how many were killed",
    "wounded": "how many were wounded",
    "missing": "how many are missing",
    "displaced": "how many had to leave",
    "taken": "how many are held",
    "freed": "how many were freed",
}
_BLAME = "why the talks ended without an agreement"
_TALKS = re.compile(
    r"\b(?:talks|negotiat\w+|dialogue|discussions|delegation|agreement|truce|ceasefire)\b", re.I
)
SAID_AT_MOST = 200  # characters of a version; the whole is in its evidence


def claims_about(group: Group, found: Sequence[Candidate]) -> tuple[Claim, ...]:
    """Return the contested points of an event, each with two versions at least."""
    return (*_figures(group), *_blame(group, found))


def _figures(group: Group) -> Iterator[Claim]:
    for counts, about in _COUNTED.items():
        versions: dict[str, Version] = {}
        for one in group.members:
            figure = next((figure for figure in one.figures if figure.counts == counts), None)
            if figure and one.speaker:
                versions.setdefault(one.speaker, _version(one.speaker, one, figure.words))
        if len({version.figure for version in versions.values()}) > 1:
            yield Claim(about=about, versions=tuple(versions.values()))


def _blame(group: Group, found: Sequence[Candidate]) -> Iterator[Claim]:
    if group.lead.type != "breakdown":
        return
    versions: dict[str, Version] = {}
    for one in found:
        voice = one.speaker or next(iter(one.actors), None)
        if one.type != "accusation" or voice is None or not _TALKS.search(one.quote):
            continue
        if one.date.overlaps(group.date) or one.date.kind == "before" or _soon_after(one, group):
            versions.setdefault(_party(one, voice), _version(voice, one, None))
    if len(versions) > 1:
        yield Claim(about=_BLAME, versions=tuple(versions.values()))


def _soon_after(one: Candidate, group: Group) -> bool:
    first, last = group.date.latest, one.date.earliest
    return first is not None and last is not None and 0 <= (last - first).days <= 7


def _party(one: Candidate, voice: str) -> str:
    actor = one.report.names.actors[voice]
    return actor.of or actor.id


def _version(voice: str, one: Candidate, figure: str | None) -> Version:
    words = " ".join(one.quote.split())
    says = words if len(words) <= SAID_AT_MOST else words[: SAID_AT_MOST - 1].rsplit(" ", 1)[0] + "…"
    return Version(by=voice, says=says, figure=figure, evidence=(evidence_of(one),))
