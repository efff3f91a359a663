"""Publications for the tests of the exports: the invented crisis, with text in every field at will."""

from dataclasses import replace
from functools import cache

from generator.dates import Edtf
from generator.exports import Publication
from generator.site.edition import Edition
from tests.site.editions import SETTINGS, invented
from tests.site.test_planted import planted

# What a format could take for its own: line ends, separators, markup, formulas, controls, other letters.
HOSTILE = {
    "line ends": "one\r\nBEGIN:VEVENT\r\nUID:x\rtwo\nthree",
    "calendar": 'a\\b; c, d: e "f" =2 ^g',
    "markup": "</script><!-- <b>&amp;</b> ]]> <![CDATA[x",
    "controls": "a\x00b\x07c\x0bd\x1be\x7ff\x85g\u2028h\ufffei",
    "formula": '=HYPERLINK("http://example.org")',
    "formula after a space": " @SUM(1)",
    "letters": "مذاکرات 😀 é" * 30,
    "template": "{{ 7*7 }} ${x} {title}",
    "commas": '","","\n"',
}


@cache
def publication(address: str | None = SETTINGS.address) -> Publication:
    """The publication of the invented crisis, with the address of its site or without one."""
    return Edition(invented().timeline, replace(SETTINGS, address=address), invented().texts).publication


def hostile(text: str) -> Publication:
    """The same with the text in every field that holds words."""
    return planted(text).publication


def dated(*dates: str, **fields: object) -> Publication:
    """A publication of one event for each date, like the truce in all else."""
    timeline = invented().timeline
    pattern = next(event for event in timeline.events if event.id == "truce-in-qelm")
    events = tuple(
        replace(pattern, id=f"event-{number}", date=Edtf.parse(text), **fields)
        for number, text in enumerate(dates)
    )
    return Edition(replace(timeline, events=events), SETTINGS, invented().texts).publication
