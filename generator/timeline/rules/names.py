# ruff: noqa: D401, D301  (a page begins with its rule as a statement, and shows YAML's own backslashes)
"""Rules for what names something: ids, addresses, paths, hashes, languages, countries."""

from __future__ import annotations

from generator.problems import show
from generator.timeline.rules.registry import Words, rule


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


def _punycode(host: str) -> str:
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return "in ASCII letters (xn--…)"
