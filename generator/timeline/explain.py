"""Why an event has its date: the words that date it, how each was read, how the date follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.dates import Edtf, in_words
from generator.dates import explain as explain_rule
from generator.problems import InputProblemsError, Problem, show
from generator.timeline.model import Event, Evidence, Timeline

__all__ = ["EventExplanation", "WordsExplanation", "explain_event", "find_events"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsExplanation:
    """How the words of one quotation were read: `text` as written, in `outlet`, explained in one sentence."""

    text: str
    outlet: str
    edtf: str | None
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventExplanation:
    """Why one event has its date. Its text is for an editor; `to_json` gives the same to a machine."""

    id: str
    title: str
    edtf: str
    date: str
    words: tuple[WordsExplanation, ...]
    conclusion: str

    def to_json(self) -> dict[str, object]:
        """Return the explanation as plain values."""
        words = [
            {name: getattr(one, name) for name in ("text", "outlet", "edtf", "sentence")}
            for one in self.words
        ]
        return {
            "id": self.id,
            "title": self.title,
            "edtf": self.edtf,
            "date": self.date,
            "words": words,
            "conclusion": self.conclusion,
        }

    def __str__(self) -> str:
        lines = [f"{self.id}: {self.title}", f"  {self.date} ({self.edtf})"]
        lines += [f"  · “{show(one.text)}” in {one.outlet}: {one.sentence}" for one in self.words]
        return "\n".join([*lines, f"  → {self.conclusion}"])


def find_events(timeline: Timeline, ids: Sequence[str]) -> list[Event]:
    """Return the events with these ids, or all of them where no id is given.

    Raises `InputProblemsError` naming every id that no event has.
    """
    by_id = {event.id: event for event in timeline.events}
    unknown = [one for one in ids if one not in by_id]
    if unknown:
        mend = "the ids are: " + ", ".join(sorted(by_id))
        raise InputProblemsError(
            Problem(
                file="timeline.yml",
                code="event-is-known",
                wrong=f"no event has the id {show(one)}",
                mend=mend,
            )
            for one in unknown
        )
    return [by_id[one] for one in ids] if ids else list(timeline.events)


def explain_event(timeline: Timeline, event: Event) -> EventExplanation:
    """Word how the event's date was read from its evidence."""
    words = tuple(_dating_words(timeline, event.evidence))
    return EventExplanation(
        id=event.id,
        title=event.title,
        edtf=str(event.date),
        date=in_words(event.date),
        words=words,
        conclusion=_conclusion(event, words),
    )


def _dating_words(timeline: Timeline, evidence: Sequence[Evidence]) -> Iterator[WordsExplanation]:
    for piece in evidence:
        if piece.when is None:
            continue
        source = timeline.sources.get(piece.source)
        yield WordsExplanation(
            text=piece.when.text,
            outlet=(source.outlet if source else None) or piece.source,
            edtf=str(piece.when.edtf) if piece.when.edtf else None,
            sentence=explain_rule(piece.when.rule),
        )


def _conclusion(event: Event, words: Sequence[WordsExplanation]) -> str:
    date = str(event.date)
    dated = {one.edtf for one in words if one.edtf}
    same = sum(one.edtf == date for one in words)
    if not dated:
        return "no words date it; an editor set the date"
    if dated == {date}:
        return "these words give the date" if same == 1 else f"{same} pieces of evidence agree on the date"
    if same:
        return "some of these words give the date; the others do not contradict it"
    if _ends_given(event, dated):
        return "one of these gives the first day, another the last"
    return "an editor set the date from these words together"


def _ends_given(event: Event, dated: Iterable[str]) -> bool:
    read = [Edtf.parse(text) for text in dated]
    first, last = event.date.earliest, event.date.latest
    return first in {one.earliest for one in read} and last in {one.latest for one in read}
