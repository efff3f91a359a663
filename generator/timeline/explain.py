"""Why an event has its date: the words that date it, how each was read, how the date follows from them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from generator.dates import DerivationError, in_words
from generator.dates import explain as explain_rule
from generator.problems import InputProblemsError, Problem, show
from generator.timeline.bearing import with_bearing
from generator.timeline.hints import nearest
from generator.timeline.model import Event, Evidence, Timeline, When

LISTED = 10  # ids in a message

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
    if unknown := [one for one in ids if one not in by_id]:
        raise InputProblemsError(_unknown(one, by_id) for one in unknown)
    return [by_id[one] for one in ids] if ids else list(timeline.events)


def _unknown(identifier: str, known: Collection[str]) -> Problem:
    near = nearest(identifier, known)
    listed = ", ".join(sorted(known)[:LISTED]) + (" …" if len(known) > LISTED else "")
    mend = f"did you mean {near}?" if near else f"its ids are {listed}" if known else "it has no events yet"
    wrong = f"no event has the id {show(identifier) or '“”'}"
    return Problem(file="timeline.yml", code="event-is-known", wrong=wrong, mend=mend)


def explain_event(timeline: Timeline, event: Event) -> EventExplanation:
    """Word how the event's date was read from its evidence."""
    words = tuple(_dating_words(timeline, event.evidence))
    return EventExplanation(
        id=event.id,
        title=event.title,
        edtf=str(event.date),
        date=in_words(event.date),
        words=words,
        conclusion=_conclusion(event),
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
            sentence=_reading(piece.when),
        )


def _reading(when: When) -> str:
    try:
        return explain_rule(when.rule)
    except DerivationError:
        # A person may write the working in words of their own; the record asks only for a text.
        dated = f"{in_words(when.edtf)}: " if when.edtf else ""
        return f"{dated}the working is an editor’s: {show(when.rule, 200)}"


def _conclusion(event: Event) -> str:
    """Say how the date follows: which quotations give it, which leave more open, which only bound it."""
    dated = [one for one in event.evidence if one.when is not None and one.when.edtf is not None]
    giving = with_bearing(event, "gives")
    whole = sum(_is_whole(event, one) for one in giving)
    if not dated:
        return "no words date it; an editor set the date"
    if whole == len(dated) == 1:
        return "these words give the date"
    said: list[tuple[int, str]] = [(whole, "give the date" if len(dated) > whole else "agree on the date")]
    if not whole and _ends_given(event, giving):
        lead = "one of these gives the first day, another the last"
    else:
        lead = "" if giving else "an editor set the date"
        said.append((len(giving) - whole, "give a part of its days"))
    said.append((len(with_bearing(event, "allows")), "leave more days open"))
    said.append((len(with_bearing(event, "bounds")), "only bound it, with the day of something else"))
    return _sentence(lead, [one for one in said if one[0]])


def _sentence(lead: str, said: Sequence[tuple[int, str]]) -> str:
    """Join what so many pieces of evidence do: the first is named in full, the others are counted."""
    parts = [lead] if lead else []
    for number, (count, does) in enumerate(said):
        noun = " piece of evidence" if count == 1 else " pieces of evidence"
        verb, _, rest = does.removeprefix("only ").partition(" ")
        only = "only " if does.startswith("only ") else ""
        verb = f"{verb}s" if count == 1 else verb
        parts.append(f"{'one' if count == 1 else count}{'' if number else noun} {only}{verb} {rest}")
    return "; ".join(parts)


def _is_whole(event: Event, piece: Evidence) -> bool:
    """Tell whether words that give a date give all of it, and not one day of several."""
    if event.date.kind not in ("span", "since", "until") or piece.when is None:
        return True
    readings = (piece.when.edtf, *(one.edtf for one in piece.when.readings))
    return any(one is not None and one.interval == event.date.interval for one in readings)


def _ends_given(event: Event, giving: Sequence[Evidence]) -> bool:
    read = [one.when.edtf for one in giving if one.when is not None and one.when.edtf is not None]
    first, last = event.date.earliest, event.date.latest
    return first in {one.earliest for one in read} and last in {one.latest for one in read}
