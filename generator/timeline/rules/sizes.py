# ruff: noqa: D401  (a page begins with its rule as a statement, and shows YAML's own backslashes)
"""Rules for how much there may be of a thing."""

from __future__ import annotations

from generator.timeline import limits
from generator.timeline.rules.registry import Words, rule


@rule
def nesting_has_a_limit() -> Words:
    """Lists and mappings are nested at most 32 deep.

    The record itself is nested nine deep.

    Fails:

        actors: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[qatar]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]

    Passes:

        actors: [qatar]
    """
    return f"lists or mappings more than {limits.DEPTH} deep", "take the brackets away"


@rule
def parts_have_a_limit() -> Words:
    """The file has at most 3,000,000 values; 10,000 events with all they may hold have about a million."""
    return f"more than {limits.NODES:,} values", "take out what does not belong here"


@rule
def problems_have_a_limit() -> Words:
    """After 5,000 problems the reader stops counting.

    Mend the first ones and run `check` again: most of the rest are often the echo of one mistake.
    """
    return (
        f"more than {limits.PROBLEMS:,} problems; the rest are not listed",
        "mend those above and check again",
    )


@rule
def text_is_not_too_long(length: int, at_most: int) -> Words:
    """A text has at most 20,000 characters, a title or a name 200, an address 2,048, an id 80.

    Fails:

        id: a-ceasefire-that-was-agreed-in-doha-after-mediation-by-two-states-and-held-for-some-days

    Passes:

        id: doha-ceasefire
    """
    return f"{length:,} characters, and this text may have {at_most:,}", "shorten it"


@rule
def list_is_not_too_long(length: int, at_most: int) -> Words:
    """A timeline has at most 20,000 events, an event at most 50 quotations."""
    return f"{length:,} items, and this list may have {at_most:,}", "keep the most telling ones"
