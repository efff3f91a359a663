"""What stands in a report and tells nothing: datelines, headlines, bylines, "also read".

A date there is the day of the report and no event's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.events.lexicon import lexicon
from generator.sources import paragraphs

__all__ = ["dateline_end", "furniture"]

_DATELINE = re.compile(
    r"[*•\s]*(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ’'./ -]{2,30}?)(?P<rest>[ ,/][^()—–:\n]{2,45}?)?\s*"
    r"(?P<agency>\([^()\n]{2,40}\))?\s*(?:—|--|–|-|:)\s+(?=\S)"
)
_MIXED = re.compile(
    r"[*•\s]*[A-ZÀ-Þ][\w’'. -]{2,30}(?:, [^()—–:\n]{2,30})?\s*\([A-Z][^()\n]{1,40}\)\s*(?:—|--|–|-)\s+(?=\S)"
)
_BULLET = re.compile(r"[*•·‣–-]\s+")
_FIRST = 4  # paragraphs; a dateline comes after a headline and a byline at most
_SHORT = 110  # characters; a longer line without an end mark is a sentence that lost it


def furniture(text: str) -> Iterator[tuple[int, int]]:
    r"""Give the offsets of what is no prose.

    >>> text = "Truce collapses\nLUSK, May 3 (Wire) - It broke on Monday.\nAlso read: War?"
    >>> [text[start:end] for start, end in furniture(text)]
    ['Truce collapses', 'LUSK, May 3 (Wire) - ', 'Also read: War?']

    A list of facts is prose, with or without end marks; its bullets are not:

    >>> text = "* The minister resigned on Thursday"
    >>> [text[start:end] for start, end in furniture(text)]
    ['* ']
    """
    for number, paragraph in enumerate(paragraphs(text)):
        words = text[paragraph.start : paragraph.end]
        bullet = _BULLET.match(words)
        if bullet:
            yield paragraph.start, paragraph.start + bullet.end()
        elif _is_line(words) or lexicon().boilerplate.match(words.lower()):
            yield paragraph.start, paragraph.end
        elif number < _FIRST:
            end = dateline_end(words)
            if end:
                yield paragraph.start, paragraph.start + end


def dateline_end(words: str) -> int:
    """Return where the dateline ends that a paragraph begins with; 0 where there is none.

    >>> dateline_end("ISLAMABAD: Pakistan said"), dateline_end("Pakistan said: no")
    (11, 0)
    """
    found = _DATELINE.match(words) or _MIXED.match(words)
    return found.end() if found else 0


def _is_line(words: str) -> bool:
    return len(words) < _SHORT and words.rstrip("\"'”’)* ")[-1:] not in ".!?…:"
