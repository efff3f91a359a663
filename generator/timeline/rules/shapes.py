# ruff: noqa: D401  (a page begins with its rule as a statement, and shows YAML's own backslashes)
"""Rules for the shape of a value: a text, a list, a mapping, a switch, a number, one of a few words."""

from __future__ import annotations

from generator.problems import show
from generator.timeline.hints import choices, nearest
from generator.timeline.rules.registry import Words, rule


@rule
def value_is_a_text(found: str) -> Words:
    """Where a text is expected stands a text, not a list or a mapping.

    Fails:

        title: [Ceasefire, Doha]

    Passes:

        title: Ceasefire, Doha
    """
    return (
        f"a text is expected here, and this is {found}",
        "write one text; put it into double quotation marks",
    )


@rule
def value_is_a_list(found: str) -> Words:
    """Where a list is expected stands a list.

    Fails:

        actors: qatar

    Passes:

        actors: [qatar]
    """
    return (
        f"a list is expected here, and this is {found}",
        "write [one, two], or one a line, each after a dash and a space",
    )


@rule
def value_is_a_mapping(found: str) -> Words:
    """Where keys and values are expected stand keys and values.

    Fails:

        evidence:
          - report

    Passes:

        evidence:
          - source: report
            quote: A ceasefire was agreed in Doha on 19 October
    """
    return f"keys and values are expected here, and this is {found}", "write `key: value`, one a line"


@rule
def value_is_true_or_false(found: str) -> Words:
    """A switch is `true` or `false`.

    Other YAML programs know `yes`, `no`, `on` and `off` too, and not all of them: so these are refused.

    Fails:

        key: yes

    Passes:

        key: true
    """
    return f"{show(found)} is neither true nor false", "write true or false, without quotation marks"


@rule
def value_is_a_number(found: str, least: float, most: float) -> Words:
    """A number is written in digits, with a point, between its bounds.

    Fails:

        places:
          doha: {name: Doha, lat: 25N, lon: 51.53}

    Passes:

        places:
          doha: {name: Doha, lat: 25.29, lon: 51.53}
    """
    return f"{show(found)} is no number from {least:g} to {most:g}", "write it in digits, as in 25.29"


@rule
def value_is_one_of(found: str, known: tuple[str, ...]) -> Words:
    """Where the record knows a few words, the value is one of them.

    Fails:

        status: publish

    Passes:

        status: published
    """
    near = nearest(found, known)
    return (
        f"{show(found) or 'nothing'} is none of its words",
        f"did you mean {near}?" if near else f"write {choices(known)}",
    )
