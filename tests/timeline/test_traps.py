"""Hostile and unlucky files: each is answered in time, without an exception, with the rule that it breaks."""

from __future__ import annotations

import os
import time

import pytest

from generator.timeline.checks import check_read
from generator.timeline.load import examine_bytes
from tests.timeline.examples import BASE, folder

MILLION = 1_000_000
# CPU seconds: a guard against a hang, since a busy machine tells nothing of speed. `make fuzz` asks for two.
HANGS = float(os.environ.get("HANGS", "30"))

HEAD = b"title: a\ntimezone: Asia/Qatar\n"


def fill(part, size=MILLION):
    """Return a part repeated up to a size."""
    return part * (size // len(part))


def address(text):
    """Return a record with a source of that address."""
    return HEAD + f"sources:\n  report: {{file: seeds/a.txt, sha256: {'0' * 64}, url: '{text}'}}\n".encode()


TRAPS = {
    "nothing": (b"", "file-says-something"),
    "only a mark": (b"\xef\xbb\xbf", "file-says-something"),
    "blank lines": (b"\n\n \n", "file-says-something"),
    "tilde": (b"~", "file-says-something"),
    "a scalar": (b"just words", "file-says-something"),
    "a list": (b"- a\n- b\n", "file-says-something"),
    "utf-16": ("title: a".encode("utf-16"), "file-is-utf-8"),
    "latin-1": ("title: é".encode("latin-1"), "file-is-utf-8"),
    "cut emoji": (HEAD + "title: 😀".encode()[:-1], "file-is-utf-8"),
    "surrogate bytes": (HEAD + b"summary: \xed\xa0\x80", "file-is-utf-8"),
    "nul": (HEAD + b"summary: a\x00b", "no-control-characters"),
    "bell by escape": (HEAD + b'summary: "\\x07"', "no-control-characters"),
    "escape by escape": (HEAD + b'summary: "\\e[31m"', "no-control-characters"),
    "next line": (HEAD + b"summary: a\xc2\x85b: c", "no-hidden-line-breaks"),
    "line separator": (HEAD + "summary: a\u2028b: c".encode(), "no-hidden-line-breaks"),
    "line separator by escape": (HEAD + b'summary: "\\L"', "no-hidden-line-breaks"),
    "override": (HEAD + "summary: a\u202eb".encode(), "no-direction-controls"),
    "override by escape": (HEAD + b'summary: "\\u202e"', "no-direction-controls"),
    "isolate": (HEAD + "summary: a\u2067b".encode(), "no-direction-controls"),
    "mark inside": (HEAD + "summary: a\ufeffb".encode(), "no-odd-characters"),
    "no character": (HEAD + "summary: a\uffffb".encode(), "no-odd-characters"),
    "emoji as JSON": (HEAD + b'summary: "\\ud83d\\ude00"', "escape-is-known"),
    "lone surrogate": (HEAD + b'summary: "\\ud800"', "escape-is-known"),
    "carriage return": (HEAD + b"summary: a\rb: c", "lines-end-as-usual"),
    "zero width in a key": ("ti\u200btle: a\ntimezone: Asia/Qatar\n".encode(), "no-invisible-characters"),
    "zero width in an address": (address("https://news.example/a\u200bb"), "no-invisible-characters"),
    "letter mark in an address": (address("https://news.example/\u061ca"), "no-invisible-characters"),
    "tags in an address": (address("https://news.example/\U000e0061"), "no-invisible-characters"),
    "fixed blank in an address": (address("https://news.example/a\xa0b"), "address-is-safe"),
    "wide blank in an address": (address("https://news.example/a\u3000b"), "address-is-safe"),
    "look-alike key": ("tit\u04cfe: a\ntimezone: Asia/Qatar\n".encode(), "key-is-known"),
    "cyrillic letter": ("titl\u0435: a\ntimezone: Asia/Qatar\n".encode(), "key-is-known"),
    "twice": (HEAD + b"title: b", "key-stands-once"),
    "twice in other letters": (HEAD + b"Title: b", "key-stands-once"),
    "twice composed": ("caf\u00e9: 1\ncafe\u0301: 2\n".encode(), "key-stands-once"),
    "anchor": (HEAD + b"summary: &a b", "no-anchors"),
    "alias": (HEAD + b"summary: *a", "no-anchors"),
    "itself": (b"a: &a [*a]", "no-anchors"),
    "laughs": (
        b"a: &a [x,x]\n" + b"".join(b"%c: &%c [*%c,*%c]\n" % (n, n, n - 1, n - 1) for n in range(98, 122)),
        "no-anchors",
    ),
    "merge key": (HEAD + b"<<: {summary: b}", "no-merge-keys"),
    "tag": (HEAD + b"summary: !!python/object/apply:os.system [ls]", "no-tags"),
    "own tag": (HEAD + b"summary: !x y", "no-tags"),
    "verbatim tag": (HEAD + b"summary: !<tag:yaml.org,2002:str> y", "no-tags"),
    "directive": (b"%YAML 1.1\n---\n" + HEAD, "no-directives"),
    "tag directive": (b"%TAG ! tag:a,2000:\n---\n" + HEAD, "no-directives"),
    "two documents": (HEAD + b"---\n" + HEAD, "one-document"),
    "document end": (HEAD + b"...\n" + HEAD, "one-document"),
    "list as key": (HEAD + b"[a, b]: c", "key-is-a-word"),
    "mapping as key": (HEAD + b"{a: b}: c", "key-is-a-word"),
    "question mark": (HEAD + b"? |\n  block\n: c", "key-is-a-word"),
    "long key": (HEAD + b"k" * 1000 + b": 1", "key-is-short"),
    "conflict": (b"<<<<<<< HEAD\n" + HEAD + b"=======\n" + HEAD + b">>>>>>> b\n", "merge-is-finished"),
    "tab": (HEAD + b"sources:\n\ta: b", "indent-is-of-spaces"),
    "colon": (HEAD + b"summary: a: b", "text-with-colon-is-quoted"),
    "remark in text": (HEAD + b"summary: Fire #3 is out", "text-is-whole"),
    "open quote": (HEAD + b'summary: "a\nlanguage: en\n', "quotation-marks-are-closed"),
    "open single quote": (HEAD + b"summary: 'a\nlanguage: en\n", "quotation-marks-are-closed"),
    "open bracket": (HEAD + b"actors: {a: b\n", "brackets-are-closed"),
    "at sign": (HEAD + b"summary: @x", "text-with-odd-start-is-quoted"),
    "backtick": (HEAD + b"summary: `x`", "text-with-odd-start-is-quoted"),
    "per cent": (HEAD + b"summary: %x", "text-with-odd-start-is-quoted"),
    "yes": (
        HEAD + b"events: [{id: a, status: draft, date: '2025', type: talks, title: a, key: yes}]",
        "value-is-true-or-false",
    ),
    "norway": (HEAD + b"language: NO", "language-is-a-tag"),
    "impossible day": (
        HEAD + b"events: [{id: a, status: draft, date: 2025-02-30, type: talks, title: a}]",
        "date-is-real",
    ),
    "year nought": (
        HEAD + b"events: [{id: a, status: draft, date: 0000-01-01, type: talks, title: a}]",
        "date-is-real",
    ),
    "arabic digits": (
        HEAD + "events: [{id: a, status: draft, date: '٢٠٢٥', type: talks, title: a}]".encode(),
        "date-is-real",
    ),
    "id with a line": (
        HEAD + b'events: [{id: "a\\n", status: draft, date: "2025", type: talks, title: a}]',
        "id-is-a-slug",
    ),
    "deep": (fill(b"["), "nesting-has-a-limit"),
    "deep mappings": (fill(b"{a: "), "nesting-has-a-limit"),
    "deep dashes": (fill(b"- "), "nesting-has-a-limit"),
    "deep questions": (fill(b"? "), None),
    "many items": (HEAD + b"events:\n" + fill(b"-\n"), None),
    "many empty events": (HEAD + b"events:\n" + fill(b"- {}\n"), None),
    "many flow items": (HEAD + b"events: [" + fill(b"a,") + b"]", None),
    "many keys": (
        HEAD + b"".join(b"k%d: 1\n" % number for number in range(100_000)),
        "problems-have-a-limit",
    ),
    "many sources": (
        HEAD + b"sources:\n" + b"".join(b"  s%d: {}\n" % n for n in range(90_000)),
        "problems-have-a-limit",
    ),
    "many anchors": (HEAD + b"actors: [" + b"".join(b"&a%d x," % n for n in range(100_000)) + b"]", None),
    "many colons": (fill(b"a: "), None),
    "many quotes": (fill(b"'' "), None),
    "many open quotes": (HEAD + fill(b"a: '\n"), None),
    "many remarks": (HEAD + fill(b"# a\n"), None),
    "one long remark": (HEAD + b"#" * MILLION, None),
    "one long text": (HEAD + b"summary: " + b"a" * MILLION, "text-is-not-too-long"),
    "one long line of words": (HEAD + b"summary: " + fill(b"a "), "text-is-not-too-long"),
    "one long block": (HEAD + b"summary: |\n" + fill(b"  a\n"), "text-is-not-too-long"),
    "one long key": (b"a" * MILLION + b": 1", "text-with-colon-is-quoted"),
    "one long id": (HEAD + b"events: [{id: " + b"a-" * 400_000 + b"}]", "text-is-not-too-long"),
    "one long address": (
        HEAD + b"sources: {a: {url: 'https://" + b"a." * 400_000 + b"'}}",
        "text-is-not-too-long",
    ),
    "one long date": (HEAD + b"events: [{date: '" + b"1" * 900_000 + b"'}]", "date-is-real"),
    "one long number": (HEAD + b"places: {a: {lat: " + b"1" * 900_000 + b"}}", "value-is-a-number"),
    "one long zone": (b"title: a\ntimezone: Asia/" + b"Qa" * 500, "zone-is-known"),
    "base sixty": (HEAD + b"timezone: 1" + fill(b":10", 600_000), "key-stands-once"),
    "blanks": (HEAD + b" " * MILLION, None),
    "tabs": (HEAD + b"\t" * MILLION, None),
    "line ends": (HEAD + b"\n" * MILLION, None),
    "carriage returns": (HEAD + b"\r" * MILLION, "lines-end-as-usual"),
    "overrides": (HEAD + b"summary: " + fill("\u202e".encode()), "no-direction-controls"),
    "conflicts": (fill(b"<<<<<<< a\n"), "merge-is-finished"),
    "nuls": (b"\x00" * MILLION, "no-control-characters"),
    "high bytes": (b"\xff" * MILLION, "file-is-utf-8"),
    "escapes": (HEAD + b'summary: "' + fill(b"\\x07") + b'"', "no-control-characters"),
}


@pytest.mark.parametrize("name", TRAPS)
def test_trap(name):
    """The file is answered by the rule that it breaks, with a place in the file, and nothing hangs."""
    data, code = TRAPS[name]
    began = time.process_time()

    problems = examine_bytes(data, "timeline.yml").problems

    assert time.process_time() - began < HANGS
    assert code is None or code in {problem.code for problem in problems}, [str(one) for one in problems[:3]]
    for problem in problems[:200]:
        assert problem.line is None or 1 <= problem.line <= data.count(b"\n") + data.count(b"\r") + 2
        assert len(str(problem)) < 1500
        assert str(problem).isprintable()


EVENT = "  - {{id: e-{0}, status: published, date: '2025-10-{1:02}', type: talks, title: Talks {2}, {3}}}\n"
CROWDS = {
    "quotations that are nowhere": "evidence: [{{source: report, quote: Talks began on day {0}}}]",
    "references that lead nowhere": "actors: [qatr-{0}, turkiy-{0}], place: dohaa-{0}",
    "the same": "place: doha, evidence: [{{source: report, quote: Talks began in Istanbul on Oct 25}}]",
    "a chain": "after: e-{1}",
    "dates of one kind": (
        "evidence: [{{source: report, quote: in October, when: {{text: October, value: x, edtf: '2025-10', "
        "anchor: none, rule: x}}}}]"
    ),
    "claims": "claims: [{{about: x, versions: [{{by: qatar, says: x, figure: '{0}'}}]}}]",
    "summaries": "summary: '" + "<" * 300 + "![" * 50 + "'",
}


@pytest.mark.parametrize("name", CROWDS)
def test_crowd_is_checked(tmp_path, name):
    """A megabyte of events that are all wrong in one way is checked to its end."""
    rows, number = [], 0
    while sum(map(len, rows)) < 900_000:
        rest = CROWDS[name].format(number, number - 1)
        rows += [EVENT.format(one, one % 28 + 1, one % 7, rest) for one in (number,)]
        number += 1
        if number % 500 == 0:
            rows = ["".join(rows)]
    text = BASE[: BASE.index("events:")] + "events:\n" + "".join(rows)
    folder(tmp_path, text)
    began = time.process_time()

    check_read(examine_bytes(text.encode(), "timeline.yml"), tmp_path)

    assert time.process_time() - began < HANGS
