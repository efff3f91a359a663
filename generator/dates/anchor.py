"""What a date is counted from: the day of writing, or the date that the passage named last.

News counts from its day of writing, and goes on from a date only where the words say so (“the next day”) or
where the paragraph has moved to another year. A narrative counts from the last date that it named.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from generator.dates.cues import direction_at, form
from generator.dates.grammar import Grammar
from generator.dates.match import Match, word_after, word_before
from generator.dates.operators import (
    WEEKDAYS,
    Coming,
    Earlier,
    In,
    Last,
    Later,
    Named,
    Nearest,
    Next,
    Operator,
    Recent,
    Repeating,
    This,
    Unknown,
    Written,
    walk,
)
from generator.dates.periods import GRAINS, Period
from generator.dates.tokens import Run

__all__ = ["Builders", "Reference"]

Builders = Mapping[str, Callable[..., Any]]  # the functions that `gives` names in a grammar

_YEAR = GRAINS.index("year")
_FAR = 60  # days; a date without a year that lies farther off than this asks the tense for its side
_PRICES = frozenset("$£€¥#№")
_NEARBY = 60  # years; a number of four digits so near to a year that was named is one too
_PARAGRAPH = re.compile(r"\n[ \t]*\n|[.”\"!?][ \t]*\n")
_HEADING = 90  # characters of a line that is a heading, when no full stop ends it
_ASIDE = 8  # years; a year so far from the last date is an aside, unless the text stays there
_SENTENCE_END = re.compile(r"[.!?] +[A-Z“]|\n")
_BACK = 320
_AHEAD = 100000
_PASSAGE = 400  # characters after which a date named in news is no longer what is spoken of


class Reference:
    """Where the reading of a text stands: its day of writing, the dates named so far, the words around."""

    def __init__(self, grammar: Grammar, builders: Builders, written: Period | None, genre: str) -> None:
        self.grammar = grammar
        self._builders = builders
        self.genre = genre
        self.narrative = genre == "narrative"
        self.written = Written(str(written)) if written else None
        self.run = Run("", "", [])
        self.places: dict[str, int] = {}  # where each named date stands in the text
        self.doubts: list[tuple[Operator, str]] = []
        self._looked = False
        self._direction: str | None = None
        self._match: Match
        self._named: Period | None = None
        self._settled: Period | None = None  # the last date named that is no mere bound
        self._last_fine: Period | None = None  # the last date named that is finer than a year
        self._named_by_grain: dict[int, tuple[int, Period]] = {}
        self._count = 0

    # -- the dates named so far

    def name(self, period: Period, place: int, bound: bool = False) -> None:
        """Remember a date that was named; `bound` says that it is only an end, as in “since 2001”."""
        if not bound:
            self._settled = period
        self._count += 1
        self._named = period
        if GRAINS.index(period.unit) < _YEAR:
            self._last_fine = period
        self._named_by_grain[GRAINS.index(period.unit)] = (self._count, period)
        self.places[str(period)] = place

    def foreseen(self, period: Period) -> bool:
        """Tell whether a date in a story is only looked ahead to: a plan for a later year moves nothing."""
        last = self._last_fine
        return last is not None and period.year > last.year and self.direction() == "future"

    @property
    def now(self) -> Period | None:
        """The day of writing in news, else the last date named; it tells which century a short year means."""
        written = self.written.period if self.written else None
        return (self._named or written) if self.narrative else (written or self._named)

    def _last_named(self, unit: str) -> Period | None:
        """Return the last date named that is at least as fine as a unit; the last of any where none is."""
        finest = GRAINS.index(unit)
        found = [entry for grain, entry in self._named_by_grain.items() if grain <= finest]
        return max(found)[1] if found else self._named

    def _close(self, period: Period | None) -> bool:
        """Tell whether a named date stands close enough before the words to be what they speak of."""
        if period is None:
            return False
        place = self.places.get(str(period), -1)
        start = self.start
        return 0 <= start - place < _PASSAGE and not _PARAGRAPH.search(self.run.text, place, start)

    # -- what to count from

    def base(self, unit: str) -> Operator | None:
        """Return what “last week” and “ago” count from."""
        if self.written and not self.narrative:
            return self.written
        return self._as_named(self._last_named(unit)) or self.written

    def running(self, unit: str) -> Operator | None:
        """Return what “the next day” and “a year earlier” count from."""
        named = self._last_named(unit)
        if self.written and not self.narrative and not self._close(named):
            return self.written
        return self._as_named(named) or self.written

    def _as_named(self, period: Period | None) -> Operator | None:
        return Named(str(period)) if period else None

    def of_year(self, name: str, near: bool) -> Operator:
        """Return the one of a year (a month, a day of a month, a season) that leaves the year out.

        `near` is for days: the nearest on either side. A month or season is the most recent, or the coming
        one.
        """
        if self.written is None or self.narrative:
            return self._in_story(name)
        moved = self._moved_year()
        if moved:
            return In(name, moved)
        if near:
            return self._near(name, self.written)
        return (Coming if self.direction() == "future" else Recent)(name, self.written)

    def _near(self, name: str, written: Written) -> Operator:
        nearest = Nearest(name, written)
        period, now = nearest.period, written.period
        if period is None:
            return nearest
        distance = period.first_day - now.first_day
        if abs(distance) > _FAR:
            ahead = self.direction()
            if distance < 0 and ahead == "future":
                return Coming(name, written)
            if distance > 0 and ahead == "past":
                return Recent(name, written)
        return nearest

    def _moved_year(self) -> Operator | None:
        """Return the year to which a passage of news has moved, where it has."""
        named = self._settled
        if named is None or self.written is None or not self._close(named):
            return None
        here = self.written.period.year
        return Named(str(named)) if abs(named.year - here) > 1 else None

    def _in_story(self, name: str) -> Operator:
        """Return the one that goes on a story: of the year named just now, else by the last date."""
        named, last = self._named, self._last_fine
        if named is None:
            return Recent(name, self.written) if self.written else Unknown(Repeating(name).pattern)
        if last is None or (named.year != last.year and self._governs(named)):
            return In(name, Named(str(named)))
        return self._onward(name, last)

    def _governs(self, named: Period) -> bool:
        """Tell whether a year is still the one spoken of: in its paragraph, or under it as a heading."""
        place = self.places.get(str(named), -1)
        text = self.run.text
        since = text[place : self.start]
        last = self._last_fine
        if last is not None and abs(named.year - last.year) > _ASIDE:
            return _SENTENCE_END.search(since) is None
        if since.count("\n") < 3:
            return True
        line = text[text.rfind("\n", 0, place) + 1 : place + since.index("\n")]
        return len(line) < _HEADING and not line.rstrip().endswith((".", "”", '"'))

    def _onward(self, name: str, last: Period) -> Operator:
        """Return the one in the year of the last date, or the next year's where it would lie far back."""
        base = Named(str(last))
        same = In(name, base)
        period = same.period
        if period is not None and last.first_day - period.first_day > _BACK:
            return Next(name, base)
        if period is not None and period.first_day - last.first_day > _AHEAD:
            return Last(name, base)
        return same

    def of_week(self, name: str) -> Operator:
        """Return a bare weekday: the most recent, the day of writing included, or the coming one."""
        if self.written is not None and not self.narrative:
            ahead = self.direction()
            deadline = ahead is None and self.before(self._match) in self.grammar.lists["openings_by"]
            return (Coming if deadline or ahead == "future" else Recent)(name, self.written)
        named = self._last_named("day")
        if named is None or named.unit not in ("day", "week"):
            return Unknown(Repeating(name).pattern)
        return Coming(name, Named(str(named)))

    def pointed(self, name: str, pointer: str) -> Operator:
        """Return “last Friday”, “next summer”, “this October”, “that May”."""
        unit = "day" if name in WEEKDAYS or name == "weekend" else "month"
        base = self._pointed_from(unit, pointer)
        if base is None:
            return Unknown(Repeating(name).pattern)
        if pointer == "that":
            return In(name, base)
        if pointer == "this":
            return self._this(name, base)
        return (Last if pointer in ("last", "before") else Next)(name, base)

    def _pointed_from(self, unit: str, pointer: str) -> Operator | None:
        return self.base(unit) if pointer in ("last", "next", "this") else self.running(unit)

    def _this(self, name: str, base: Operator) -> Operator:
        if name == "weekend":
            return Recent(name, base) if self.direction() == "past" else This(name, base)
        if name in WEEKDAYS:
            return (Recent if self.direction() == "past" else Coming)(name, base)
        return In(name, base)

    def pointed_unit(self, unit: str, pointer: str) -> Operator | None:
        """Return “last year”, “this month”, “that week”, “the following decade” as a period."""
        base = self._pointed_from(unit, pointer)
        if base is None:
            return This(unit, Unknown("XXXX"))
        if pointer in ("last", "before"):
            return Earlier("1", unit, base, unit)
        if pointer in ("next", "after"):
            return Later("1", unit, base, unit)
        return This(unit, base)

    def day_for_time(self) -> Operator:
        """Return the day of a clock time or a part of a day that stands alone."""
        base = self.running("day")
        if base is None or base.period is None or base.period.unit != "day":
            return Unknown("XXXX-XX-XX")
        return This("day", base)

    # -- the words of a match and around it

    def get(self, match: Match, name: str) -> Any:
        """Return a part of a match by its name: a word's value, or what the part's rule gives; or None."""
        part = match.parts.get(name)
        if part is None:
            return None
        return self.build(part) if isinstance(part, Match) else part.value

    def build(self, match: Match) -> Any:
        """Return what a rule gives for a match."""
        return self._builders[match.rule.gives](match, self)

    def words(self, match: Match, count: int) -> str:
        """Return the first words of a match in lower case."""
        return " ".join(
            token.text for token in self.run.tokens[match.start : min(match.end, match.start + count)]
        )

    def text_of(self, match: Match) -> str:
        """Return the text of a match as it was written."""
        tokens = self.run.tokens
        return self.run.text[tokens[match.start].start : tokens[match.end - 1].end]

    @property
    def start(self) -> int:
        """The offset at which the words begin that are being read."""
        return self.run.tokens[self._match.start].start

    def pointer(self, match: Match) -> str:
        """Return how a match points: `last`, `before`, `next`, `after`, `this` or `that`."""
        return str(match.rule.constants.get("pointer") or self.get(match, "pointer"))

    def is_doubtful(self, match: Match, name: str) -> bool:
        """Tell whether a part is a word that means other things too."""
        part = match.parts[name]
        return self.run.lower[part.start : part.end] in self.grammar.lists["doubtful_words"]

    @staticmethod
    def counts_from_now(operator: Operator) -> bool:
        """Tell whether a date was counted from the day of writing."""
        return any(isinstance(one, Written) for one in walk(operator))

    def capital(self, match: Match, name: str) -> bool:
        """Tell whether a named word begins with a capital, or is one that can be written without."""
        part = match.parts[name]
        place = self.run.tokens[part.start].start if isinstance(part, Match) else part.start
        return self.run.text[place].isupper()

    def shouted(self, match: Match, name: str) -> bool:
        """Tell whether a part is written in capitals."""
        part = match.parts[name]
        return not isinstance(part, Match) and self.run.text[part.start : part.end].isupper()

    def follows(self, words: str) -> bool:
        """Tell whether what is being read stands directly behind one of a list of words, or begins a line."""
        before = self.before(self._match)
        return not before or before in self.grammar.lists[words]

    def before(self, match: Match) -> str:
        """Return the word before a match."""
        return word_before(self.run, match.start)

    def after(self, match: Match) -> str:
        """Return the word after a match."""
        return word_after(self.run, match.end)

    def is_whole(self, match: Match) -> bool:
        """Tell whether a match is all that is being read and no part of a longer one."""
        return match is self._match

    def is_name_of_month(self, match: Match, alone: bool = False) -> bool:
        """Tell a month from a word that is written alike: May from may, March from march."""
        part = match.parts["month"]
        if isinstance(part, Match):
            return True
        word = self.run.lower[part.start : part.end].rstrip(".")
        capital = self.run.text[part.start].isupper()
        lists = self.grammar.lists
        if not capital:
            return word not in lists["doubtful"] and len(word) > 3
        if not alone:
            return True
        if self.before(match) in lists["before_doubtful"]:
            return True
        return word not in lists["doubtful_alone"] and not (
            word in lists["names"] and self._begins_name(match)
        )

    def _begins_name(self, match: Match) -> bool:
        """Tell whether a capitalised word follows at once, as in “April Jones”."""
        end = self.run.tokens[match.end - 1].end
        following = self.run.text[end : end + 2]
        return len(following) == 2 and following[0] == " " and following[1].isupper()

    def ends_name(self, match: Match) -> bool:
        """Tell whether a capitalised word stands directly before, as in “Johnnie Christmas”."""
        start = self.start
        before = self.before(match)
        if not before.isalpha() or self.run.text[start - 1 : start] != " ":
            return False
        lists = self.grammar.lists
        known = (
            before in lists["prepositions"]
            or before in lists["function_words"]
            or before in self.grammar.vocabulary
        )
        return not known and self.run.text[start - 1 - len(before)].isupper()

    def is_name_of_weekday(self, match: Match) -> bool:
        """Tell a weekday from a word that is written alike: Sat from sat, Sun from sun."""
        part = match.parts["weekday"]
        if isinstance(part, Match):
            return True
        word = self.run.lower[part.start : part.end].rstrip(".")
        capital = self.run.text[part.start].isupper()
        if len(word) > 5:
            return True
        return capital and (
            self.before(match) in self.grammar.lists["before_doubtful"] or self.after(match) == ","
        )

    def is_year(self, match: Match) -> bool:
        """Tell a year from a count of four digits."""
        before, after = self.before(match), self.after(match)
        if (
            self._joined_to_number(match)
            or after in self.grammar.lists["counted"]
            or before in self.grammar.lists["counts"]
        ):
            return False
        start = self.start
        if before in _PRICES or (start and self.run.text[start - 1] in "./+=*_:"):
            return False
        if before == "." and form(self.grammar, "numbered").search(self.run.lower, max(0, start - 8), start):
            return False
        if after in ("/", "%", "°", "+", "=", "*", "_", "$"):
            return False
        return self._is_likely_year(int(self.text_of(match)[:4]), before, after)

    def _is_likely_year(self, year: int, before: str, after: str) -> bool:
        lists = self.grammar.lists
        if (
            before not in lists["before_years"]
            and form(self.grammar, "plural").fullmatch(after)
            and after not in lists["function_words"]
        ):
            return False
        if before in lists["prepositions"] or before in ("(", ",", "-", "–", "—"):
            return True
        return 1800 <= year <= 2050 or (self._named is not None and abs(year - self._named.year) < _NEARBY)

    def is_price(self, match: Match) -> bool:
        """Tell whether a sign of money or a counted thing stands beside a match."""
        return self.before(match) in _PRICES or self.after(match) in self.grammar.lists["counted"]

    def _joined_to_number(self, match: Match) -> bool:
        """Tell whether a year is only a part of a longer number, as of a telephone's."""
        lower, start = self.run.lower, self.run.tokens[match.start].start
        end = self.run.tokens[match.end - 1].end
        left = lower[max(0, start - 6) : start]
        if left[-1:] in ("-", "/") and left[-2:-1].isdigit() and not left[:-1][-4:].isdigit():
            return True
        return lower[end : end + 1] in ("-", "/") and lower[end + 1 : end + 3].isdigit() and end - start == 4

    def is_time(self, match: Match) -> bool:
        """Tell a clock time from a score or a verse: it has a word for it before or behind."""
        words = self.text_of(match).lower()
        if any(character.isalpha() for character in words):
            return True
        return self.before(match) in self.grammar.lists["before_clock"]

    def followed_by_noun(self, match: Match) -> bool:
        """Tell whether a word stands directly behind, so that a match is only an adjective."""
        after = self.after(match)
        lists = self.grammar.lists
        return after.isalpha() and after not in lists["prepositions"] and after not in lists["function_words"]

    def direction(self) -> str | None:
        """Return `past` or `future` where the verbs around the words tell, else None."""
        if not self._looked:
            first, last = self.run.tokens[self._match.start], self.run.tokens[self._match.end - 1]
            self._direction = direction_at(self.grammar, self.run.lower, first.start, last.end)
            self._looked = True
        return self._direction

    def attend(self, run: Run, match: Match) -> None:
        """Turn to the next match."""
        self.run, self._match, self.doubts = run, match, []
        self._looked = False

    def doubt(self, other: Operator, why: str) -> None:
        """Remember another defensible reading of the words, and the name of its reason."""
        self.doubts.append((other, why))
