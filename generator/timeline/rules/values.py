# ruff: noqa: D401, D301  (a page begins with its rule as a statement, and shows YAML's own backslashes)
"""Rules for single values: what a field may hold, whatever the rest of the record says."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from generator.problems import show
from generator.timeline.rules import Words, rule, warning
from generator.timeline.rules.characters import named


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is most like this one, or None where none is.

    >>> nearest("sumary", ["title", "summary"])
    'summary'
    """
    close = get_close_matches(word.casefold()[:100], list(known), n=1, cutoff=0.6)
    return close[0] if close else None


def choices(known: Iterable[str]) -> str:
    """Return a list of words as a sentence has it: `a, b or c`."""
    words = list(known)
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


@rule
def key_is_known(key: str, known: tuple[str, ...]) -> Words:
    """Every key is one that the record knows; nothing is silently passed over.

    The nearest known key is shown. A letter of another alphabet that looks like a Latin one is named.

    Fails:

        titel: Ceasefire agreed in Doha

    Passes:

        title: Ceasefire agreed in Doha
    """
    strange = [character for character in key if not character.isascii()]
    holds = f" (it holds {named(strange[0])})" if strange else ""
    found = f"there is no key {show(key) or '“”'} here{holds}"
    near = nearest(key, known)
    return found, f"did you mean {near}?" if near else f"the keys here are {', '.join(known)}"


@rule
def key_is_there(key: str, example: str) -> Words:
    """Every key that the record needs is there.

    Fails:

        type: null

    Passes:

        type: ceasefire
    """
    return "this key is missing", f"add it, as in `{key}: {example}`"


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


@rule
def text_is_one_line() -> Words:
    """A title or a name is one line.

    Fails:

        title: "Ceasefire\\nagreed"

    Passes:

        title: Ceasefire agreed
    """
    return "a line break in a text of one line", "write it on one line"


@rule
def text_is_whole(rest: str) -> Words:
    """A text that holds a space and a `#` stands in quotation marks.

    Without them YAML takes the rest of the line for a remark, and the text ends before it.

    Fails:

        title: Gate #3 is closed

    Passes:

        title: "Gate #3 is closed"
    """
    return (
        f"the rest of this line is a comment: {show(rest)}",
        "put the whole text into double quotation marks; if it is a remark, give it a line of its own",
    )


@rule
def date_is_real(found: str, wrong: str, mend: str) -> Words:
    """A date is one that the calendar has, written in EDTF.

    `2025-10-19` is a day, `2025-10` a month, `2025` a year; `2025-10-19~` is about that day, `2025-10-19?`
    perhaps; `2025-10-25/2025-10-28` is all of these days, `[2025-10-25..2025-10-28]` one of them;
    `[..2025-12-31]` is by then.

    Fails:

        date: "2024-02-30"

    Passes:

        date: "2024-02-29"
    """
    return wrong if found in wrong else f"{show(found)}: {wrong}", mend


@warning
def date_is_quoted(found: str) -> Words:
    """A date stands in double quotation marks.

    Without them other YAML programs turn `2025-10-19` into something that is no text. `fmt` adds them.

    Fails:

        date: 2025-10-19

    Passes:

        date: "2025-10-19"
    """
    return f"the date {show(found)} stands without quotation marks", f'write "{show(found)}", or run fmt'


@rule
def id_is_a_slug(found: str, example: str) -> Words:
    """An id is of small letters a to z, digits and single hyphens.

    It becomes part of an address on the site and never changes.

    Fails:

        id: Doha_Ceasefire

    Passes:

        id: doha-ceasefire
    """
    return f"{show(found)} is no id", f"write small letters, digits and single hyphens, as in {example}"


@rule
def id_is_not_reserved(found: str) -> Words:
    """An id is no name that Windows keeps for devices: con, prn, aux, nul, com1, lpt1 and their like.

    Each event becomes a file of that name, and such a file cannot be made there.

    Fails:

        id: con

    Passes:

        id: con-men
    """
    return f"{show(found)} is a name that Windows keeps for a device", "choose another id"


@rule
def address_is_safe(found: str, example: str) -> Words:
    """An address begins with https:// or http:// and leads where it seems to lead.

    No user name before the host, no backslash, no number in the place of a host but the usual four, no
    letters of other alphabets in the host (write its xn-- form), no blanks: programs and browsers read
    those differently.

    Fails:

        sources:
          report:
            url: https://news.example\\@other.example/

    Passes:

        sources:
          report:
            url: https://news.example/
    """
    host = found.split("/")[2] if found.count("/") > 1 else ""
    if not host.isascii():
        return f"the host {show(host)} has letters of another alphabet", f"write its form {_punycode(host)}"
    return (
        f"{show(found)} is no address that is safe to follow",
        f"write it as in {example}, without user name or blanks",
    )


def _punycode(host: str) -> str:
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return "in ASCII letters (xn--…)"


@rule
def path_stays_inside(found: str, example: str) -> Words:
    """The file of a source lies in this folder or below it, and its path has only plain characters.

    Fails:

        sources:
          report:
            file: ../elsewhere/report.txt

    Passes:

        sources:
          report:
            file: seeds/report.txt
    """
    return (
        f"{show(found)} is no path inside this folder",
        f"write it as in {example}, with letters, digits, - and _",
    )


@rule
def hash_has_its_shape(found: str, example: str) -> Words:
    """A SHA-256 is 64 digits of 0-9 and a-f.

    Fails:

        sources:
          report:
            sha256: abc

    Passes:

        sources:
          report:
            sha256: 0f9b98b3ba1ec5a8dcd1b6b5ad42a9e5eb7c9c0c6f5b4c3f1a2d3e4f5a6b7c8d
    """
    return (
        f"{show(found)} is no SHA-256",
        "`crisis-timeline check` shows the right one once this is 64 digits of 0-9 a-f",
    )


@rule
def zone_is_known(found: str, example: str) -> Words:
    """A time zone has its IANA name, never an abbreviation: PST has three meanings.

    Fails:

        timezone: PKT

    Passes:

        timezone: Asia/Karachi
    """
    return f"{show(found)} is no time zone by its IANA name", f"write region and city, as in {example}"


@rule
def language_is_a_tag(found: str, example: str) -> Words:
    """A language is a BCP 47 tag.

    Fails:

        language: English

    Passes:

        language: en
    """
    return (
        f"{show(found)} is no language tag",
        f"write two or three small letters, as in {example}, ur, ps or zh-Hant",
    )


@rule
def country_is_a_code(found: str, example: str) -> Words:
    """A country is its ISO 3166 code.

    Fails:

        places:
          doha: {name: Doha, country: Qatar}

    Passes:

        places:
          doha: {name: Doha, country: QA}
    """
    return f"{show(found)} is no country code", f"write its ISO 3166 code, as in {example}"


@rule
def time_has_a_zone(found: str, example: str) -> Words:
    """A time is a part of the day as TIMEX3 has it, or a clock time with its zone.

    Parts of the day are TMO (morning), TMI (midday), TAF (afternoon), TEV (evening), TNI (night) and TDT
    (daytime).

    Fails:

        time: "09:30"

    Passes:

        time: 09:30 Asia/Qatar
    """
    return f"{show(found)} is neither a part of the day nor a clock time with a zone", f"write {example}"
