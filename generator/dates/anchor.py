"""What a date is counted from: the day of writing, or the date that the passage named last.

News counts from its day of writing, and goes on from a date only where the words say so (“the next day”) or
where the paragraph has moved to another year. A narrative counts from the last date that it named.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from generator.dates.cues import direction_at
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
)
from generator.dates.periods import GRAINS, Period
from generator.dates.tokens import Run

__all__ = ["Builders", "Reference"]

Builders = Mapping[str, Callable[..., Any]]  # the functions that `gives` names in a grammar

_FAR = 60  # days; a date without a year that lies farther off than this asks the tense for its side
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
        self._named_by_grain: dict[int, tuple[int, Period]] = {}
        self._count = 0

    # -- the dates named so far

    def name(self, period: Period, place: int) -> None:
        """Remember a date that the text has named."""
        self._count += 1
        self._named = period
        self._named_by_grain[GRAINS.index(period.unit)] = (self._count, period)
        self.places[str(period)] = place

    @property
    def now(self) -> Period | None:
        """The day of writing, or else the last date named."""
        return self.written.period if self.written else self._named

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
        return 0 <= start - place < _PASSAGE and "\n\n" not in self.run.text[place:start]

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
        named = self._named
        if named is None or self.written is None or not self._close(named):
            return None
        here = self.written.period.year
        return Named(str(named)) if abs(named.year - here) > 1 else None

    def _in_story(self, name: str) -> Operator:
        named = self._named
        if named is None:
            return Recent(name, self.written) if self.written else Unknown(Repeating(name).pattern)
        return In(name, Named(str(named)))

    def of_week(self, name: str) -> Operator:
        """Return a bare weekday: the most recent, the day of writing included, or the coming one."""
        if self.written is not None and not self.narrative:
            return (Coming if self.direction() == "future" else Recent)(name, self.written)
        named = self._last_named("day")
        if named is None or named.unit not in ("day", "week"):
            return Unknown(Repeating(name).pattern)
        return Coming(name, Named(str(named)))

    def pointed(self, name: str, words: str) -> Operator:
        """Return “last Friday”, “next summer”, “this October”, “that May”, by the words before the name."""
        unit = "day" if name in WEEKDAYS or name == "weekend" else "month"
        if self._has(words, "that", "same"):
            return self._same(name, unit)
        base = self.base(unit)
        if base is None:
            return Unknown(Repeating(name).pattern)
        if self._has(words, "following", "previous", "the next"):
            base = self.running(unit) or base
        if self._has(words, "this") and not self._has(words, "past"):
            return self._this(name, base)
        return (Last if self._has(words, "last", "past", "previous") else Next)(name, base)

    def _this(self, name: str, base: Operator) -> Operator:
        if name == "weekend":
            return This("weekend", base)
        if name in WEEKDAYS:
            return (Recent if self.direction() == "past" else Coming)(name, base)
        return In(name, base)

    def _same(self, name: str, unit: str) -> Operator:
        base = self.running(unit)
        if base is None:
            return Unknown(Repeating(name).pattern)
        return In(name, base)

    def pointed_unit(self, unit: str, words: str) -> Operator | None:
        """Return “last year”, “this month”, “that week”, “the following day” as a period."""
        anaphoric = self._has(
            words, "that", "same", "following", "previous", "preceding", "before", "earlier"
        )
        anaphoric = anaphoric or words.startswith(("the next", "the very", "the subsequent", "the ensuing"))
        base = self.running(unit) if anaphoric else self.base(unit)
        if base is None:
            return This(unit, Unknown("XXXX"))
        if self._has(words, "last", "past", "previous", "preceding", "before", "earlier", "ago"):
            return Earlier("1", unit, base, unit)
        if self._has(words, "next", "coming", "following", "subsequent", "ensuing"):
            return Later("1", unit, base, unit)
        return This(unit, base)

    @staticmethod
    def _has(words: str, *wanted: str) -> bool:
        padded = f" {words} "
        return any(f" {word} " in padded for word in wanted)

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

    def capital(self, match: Match, name: str) -> bool:
        """Tell whether a named word begins with a capital, or is one that can be written without."""
        part = match.parts[name]
        place = self.run.tokens[part.start].start if isinstance(part, Match) else part.start
        return self.run.text[place].isupper()

    def shouted(self, match: Match, name: str) -> bool:
        """Tell whether a part is written in capitals."""
        part = match.parts[name]
        return not isinstance(part, Match) and self.run.text[part.start : part.end].isupper()

    def before(self, match: Match) -> str:
        """Return the word before a match."""
        return word_before(self.run, match.start)

    def after(self, match: Match) -> str:
        """Return the word after a match."""
        return word_after(self.run, match.end)

    def is_name_of_month(self, match: Match, alone: bool = False) -> bool:
        """Tell a month from a word that is written alike: May from may, March from march."""
        part = match.parts["month"]
        if isinstance(part, Match):
            return True
        word = self.run.lower[part.start : part.end].rstrip(".")
        capital = self.run.text[part.start].isupper()
        doubtful = word in self.grammar.lists["doubtful"]
        if not capital:
            return not doubtful and len(word) > 3
        if not alone or not doubtful:
            return not alone or len(word) > 3 or self.before(match) in self.grammar.lists["before_doubtful"]
        return self.before(match) in self.grammar.lists["before_doubtful"] and not self._begins_name(match)

    def _begins_name(self, match: Match) -> bool:
        """Tell whether a capitalised word follows at once, as in “April Jones”."""
        end = self.run.tokens[match.end - 1].end
        following = self.run.text[end : end + 2]
        return len(following) == 2 and following[0] == " " and following[1].isupper()

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
        if before in ("$", "£", "€", "#", ".", "/", "+", "=", "*", "_", "№", ":"):
            return False
        if after in ("/", "%", "°", "+", "=", "*", "_", "$"):
            return False
        year = int(self.text_of(match)[:4])
        if before in self.grammar.lists["prepositions"] or before in ("(", ",", "-", "–", "—"):
            return True
        return 1800 <= year <= 2050

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
        return self.after(match).isalpha() and self.after(match) not in self.grammar.lists["prepositions"]

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
