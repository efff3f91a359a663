"""Years, decades and centuries."""

from __future__ import annotations

from generator.dates.anchor import Reference
from generator.dates.build.days import full_year
from generator.dates.match import Match
from generator.dates.operators import Exactly, Operator

__all__ = ["BUILDERS", "of_era"]


def year(match: Match, reference: Reference) -> Operator | None:
    """Return a year of four digits, where it is one and no count."""
    digits = reference.get(match, "yyyy")
    alone = match.end - match.start == 1 and reference.is_whole(match)
    return None if alone and not reference.is_year(match) else Exactly(digits)


def short_year(match: Match, reference: Reference) -> Operator:
    """Return a year of two digits behind an apostrophe."""
    return Exactly(f"{full_year(reference.get(match, 'apostrophe'), reference):04}")


def of_era(digits: str, era: str) -> Operator | None:
    """Return a year of an era; 490 BC is `BC0490`."""
    if not 1 <= int(digits) <= 9999:
        return None
    return Exactly(f"{'BC' if era == 'BC' else ''}{int(digits):04}")


def year_of_era(match: Match, reference: Reference) -> Operator | None:
    """Return a year with BC or AD."""
    digits, era = reference.get(match, "numeral"), reference.get(match, "era")
    if not reference.shouted(match, "era") or (len(digits) < 2 and era == "AD"):
        return None
    return of_era(digits, era)


def decade(match: Match, reference: Reference) -> Operator:
    """Return a decade of four digits; “the 1700s” is a century."""
    found = reference.get(match, "decade")
    return Exactly(f"BC0{found[:-1]}" if reference.get(match, "era") == "BC" else found)


def short_decade(match: Match, reference: Reference) -> Operator | None:
    """Return a decade of two digits, of the last hundred years."""
    if reference.get(match, "decade3"):
        digits = int(reference.get(match, "decade3"))
        return Exactly(f"{'BC' if reference.get(match, 'era') == 'BC' else ''}{digits:03}")
    digit = reference.get(match, "decade2") or reference.get(match, "tensplural")
    now = reference.now.year if reference.now else 2000
    found = now // 100 * 10 + int(digit)
    found -= 10 if found * 10 > now else 0
    return Exactly(f"{found:03}") if found > 0 else None


def century(match: Match, reference: Reference) -> Operator | None:
    """Return a century; the nineteenth is 18."""
    number = int(reference.get(match, "nth_word"))
    if not 1 <= number <= 30:
        return None
    before = "BC" if reference.get(match, "era") == "BC" else ""
    return Exactly(f"{before}{number - 1:02}")


BUILDERS = {
    "year": year,
    "short_year": short_year,
    "year_of_era": year_of_era,
    "decade": decade,
    "short_decade": short_decade,
    "century": century,
}
