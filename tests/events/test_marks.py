"""Quotation marks open and close as their direction and their neighbours say."""

import pytest

from generator.events.marks import find_quoted

ROWS = [
    ('He said "no" twice.', ["no"], "straight marks"),
    ("He said “no” twice.", ["no"], "curly marks"),
    ('It was "blindly pushing on” again.', ["blindly pushing on"], "opened straight, closed curly"),
    ("An ultimatum to “act unilaterally’’ came.", ["act unilaterally"], "closed by two apostrophes"),
    ("“As far as ‘graveyard’ goes,” he said.", ["As far as ‘graveyard’ goes,", "graveyard"], "nested"),
    ("He said 'so be it' and left.", ["so be it"], "single straight marks"),
    ("The commanders' list isn't long.", [], "apostrophes are no marks"),
    ("‘Tis the season, they don’t say.", [], "an apostrophe that looks like an opener"),
    ("The '90s were calm.", [], "a year that lost its century"),
    ("“We will fight. We always have.", ["We will fight. We always have."], "nobody closed it"),
    ("“One.\n“Two,” he said.", ["One.", "Two,"], "carried over paragraphs, opened anew"),
    ("«Нет», he said, „ja“ she said.", ["Нет", "ja"], "marks of other languages"),
    ('a 12" pipe', [], "inches open nothing that closes"),
]


@pytest.mark.parametrize(("text", "quoted", "why"), ROWS)
def test_marks_are_paired_by_direction_and_neighbours(text, quoted, why):
    """The words between marks are found, whatever marks a report mixes."""
    assert [text[one.start : one.end] for one in find_quoted(text)] == quoted, why


def test_a_carried_quotation_says_so():
    """The second paragraph of one quotation knows that it goes on."""
    first, second = find_quoted("“One.\n“Two,” he said.")

    assert (first.closed, first.continued) == (False, False)
    assert (second.closed, second.continued) == (True, True)
