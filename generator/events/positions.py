"""Where to look in a sentence for the words that a date belongs to.

A date belongs to the words of its own clause; a date at the front ("On Sunday, …") to what follows, any
other to what stands before.

"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.dates import TimeExpression
from generator.events.clauses import Clause
from generator.events.lexicon import lexicon
from generator.events.telling import any_past

__all__ = [
    "FRONT",
    "MAIN",
    "RELATIVE",
    "back_to_a_verb",
    "is_front",
    "search_order",
    "shared_subject",
    "window",
]


MAIN = frozenset({"", ",", "but", "and"})


FRONT = frozenset({"when", "as", "while", "even as", "just as"})


RELATIVE = frozenset({"who", "which", "that", "where", "in which", "during which", "whose"})


def search_order(text: str, clauses: Sequence[Clause], home: int) -> list[int]:
    """Return the clauses in which to look, the likeliest first, for a date that stands in `home`."""
    behind = [
        place
        for place in range(home + 1, len(clauses))
        if clauses[place].link in {",", "", "who", "which", "but"}
    ]
    if _is_adverbial(text, clauses, home):
        return [*behind[:3], home]
    if is_front(text, clauses, home):
        return [home, *behind[:2]]
    of_which = text[: clauses[home].start].rstrip().endswith((" of", " in", " to", " from"))
    if any_past(text, clauses[home]) and not (clauses[home].link in RELATIVE and of_which):
        return [home]
    return [home, *back_to_a_verb(text, clauses, home)]


def back_to_a_verb(text: str, clauses: Sequence[Clause], home: int) -> list[int]:
    """Return the clauses before, back to the first with a verb: "sued the firm, X, on Monday"."""
    back = []
    for place in range(home - 1, -1, -1):
        back.append(place)
        if any_past(text, clauses[place]):
            break
    return back


_PREPOSITION = re.compile(
    r"\W*(?:in|on|at(?! least)|during|after|before|early|late|earlier|later|shortly|by|since|from|over|with|"
    r"under|amid|within|hours|days|weeks|"
    r"(?:two|three|a|the) (?:(?:day|night|morning|week|month|year)s?|same|next|following)|"
    r"that|last|this|next)\b",
    re.IGNORECASE,
)


def _is_adverbial(text: str, clauses: Sequence[Clause], home: int) -> bool:
    """Tell whether the date stands in a phrase before the sentence: "In a video of Friday, a man …"."""
    return (
        home == 0
        and len(clauses) > 1
        and clauses[1].link in {",", ""}
        and clauses[0].link in {"", "after", "before", "during", "following"}
        and _PREPOSITION.match(text, clauses[0].start, clauses[0].end) is not None
        and any_past(text, clauses[1]) is not None
    )


def is_front(text: str, clauses: Sequence[Clause], home: int) -> bool:
    """Tell whether a clause stands before the first that tells anything."""
    return all(not any_past(text, clauses[place]) for place in range(home + 1)) or (
        home == 0 and clauses[0].link in {"when", "after", "before", "as", "while", "since", "following"}
    )


def window(text: str, clause: Clause, dates: Sequence[TimeExpression], number: int) -> Clause:
    """Return the part of a clause that one of its dates belongs to: "came on Monday and left on Sunday"."""
    start, end = clause.start, clause.end
    if (
        number
        and dates[number - 1].start >= start
        and lexicon().past.search(text, dates[number - 1].end, dates[number].start)
    ):
        start = dates[number - 1].end
    if number + 1 < len(dates) and dates[number + 1].start < end:
        verb = lexicon().past.search(text, dates[number].end, dates[number + 1].start)
        if verb and lexicon().past.search(text, start, dates[number].end):
            end = verb.start()
    return Clause(start, end, clause.link)


def shared_subject(text: str, clauses: Sequence[Clause], place: int) -> Clause | None:
    """Return where the subject stands that a clause shares: "Talks, held in Lusk, collapsed"."""
    clause = clauses[place]
    if not place or clause.link not in {",", "but", "and"}:
        return None
    first = lexicon().past.search(text, clause.start, clause.end)
    opening = text[clause.start : first.start()] if first else "x x x"
    verb = lexicon().past.search(text, clauses[0].start, clauses[0].end)
    subject = Clause(clauses[0].start, verb.start() if verb else clauses[0].end, "")
    return subject if len(opening.split()) <= 1 and subject.end > subject.start else None
