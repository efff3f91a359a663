"""The words that are read and those around them: what a builder asks before it takes them for a date."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from generator.dates.cues import direction_at, form
from generator.dates.grammar import Grammar
from generator.dates.match import Match, word_after, word_before
from generator.dates.operators import Operator
from generator.dates.tokens import Run

__all__ = ["Around", "Builders"]

Builders = Mapping[str, Callable[..., Any]]  # the functions that `gives` names in a grammar

_PRICES = frozenset("$£€¥#№")
_NEARBY = 60  # years; a number of four digits so near to a year that was named is one too


class Around:
    """A match within its run: its parts, the words before and behind it, the verbs of its sentence."""

    def __init__(self, grammar: Grammar, builders: Builders) -> None:
        self.grammar = grammar
        self._builders = builders
        self.run = Run("", "", [])
        self.doubts: list[tuple[Operator, str]] = []
        self.year_named: int | None = None  # the year of the last date that was named
        self._match: Match
        self._looked = False
        self._direction: str | None = None

    def get(self, match: Match, name: str) -> Any:
        """Return a part of a match by its name: a word's value, or what the part's rule gives; or None."""
        part = match.parts.get(name)
        if part is None:
            return None
        return self.build(part) if isinstance(part, Match) else part.value

    def build(self, match: Match) -> Any:
        """Return what a rule gives for a match."""
        return self._builders[match.rule.gives](match, self)

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
        before = self.before(match)
        if before in lists["before_doubtful"]:
            return True
        if before in lists["beyond_doubtful"]:
            return self.after(match) not in lists["behind_verbs"]  # the March decrees, no March on Rome
        named = word in lists["names"] and self._begins_name(match)
        return word not in lists["doubtful_alone"] and not named

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
        lists, recent = self.grammar.lists, 1850 <= year <= 2030
        if before in lists["before_years"]:
            return recent or year >= 1400
        counts = form(self.grammar, "plural").fullmatch(after) and after not in lists["function_words"]
        # 1,950 or 2,000 of something is likelier than 1,987.
        if counts and not (recent and (year % 50 or before in lists["prepositions"])):
            return False
        if before in lists["prepositions"] or before in ("(", ",", "-", "–", "—"):
            return True
        return 1800 <= year <= 2050 or (self.year_named is not None and abs(year - self.year_named) < _NEARBY)

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
            self._direction = direction_at(self.grammar, self.run.text, first.start, last.end)
            self._looked = True
        return self._direction

    def attend(self, run: Run, match: Match) -> None:
        """Turn to the next match."""
        self.run, self._match, self.doubts = run, match, []
        self._looked = False

    def doubt(self, other: Operator, why: str) -> None:
        """Remember another defensible reading of the words, and the name of its reason."""
        self.doubts.append((other, why))
