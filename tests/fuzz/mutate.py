"""Ways to damage a file: bytes, lines, and the signs of YAML."""

from __future__ import annotations

import random
from collections.abc import Callable

Mutation = Callable[[random.Random, bytes], bytes]

SIGNS = [
    *(b": ", b"- ", b"#", b" #", b"&a ", b"*a", b"!!str ", b"!", b"|", b">", b"|+", b">-", b"'", b'"', b"\\"),
    *(b"[", b"]", b"{", b"}", b",", b"%", b"@", b"`", b"?", b"? ", b"<<: ", b"---\n", b"...\n", b"\t", b"\r"),
    *(
        b"\n",
        b"\n\n",
        b"  ",
        b"\x00",
        b"\x07",
        b"\xc2\x85",
        b"\xe2\x80\xa8",
        b"\xe2\x80\xae",
        b"\xef\xbb\xbf",
    ),
    *(b"\xe2\x80\x8b", b"\xff", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80", b"<<<<<<< HEAD\n", b"=======\n", b"~"),
    *(
        b"null",
        b"true",
        b"NO",
        b"1e5",
        b"0x1F",
        b"2025-02-30",
        b"12:30",
        b'"\\ud800"',
        b'"\\x00"',
        b'"\\u202e"',
    ),
    *(
        b"[" * 40,
        b"- " * 40,
        b"{a: " * 40,
        b"? " * 40,
        b"a" * 3000,
        b"title: x\n",
        b"events:\n",
        b"  - id: a\n",
    ),
]


def flip(rng: random.Random, data: bytes) -> bytes:
    """Change one byte to another."""
    at = rng.randrange(len(data))
    return data[:at] + bytes([rng.randrange(256)]) + data[at + 1 :]


def cut(rng: random.Random, data: bytes) -> bytes:
    """Leave out a piece."""
    at = rng.randrange(len(data))
    return data[:at] + data[at + rng.randint(1, 200) :]


def truncate(rng: random.Random, data: bytes) -> bytes:
    """End the file early."""
    return data[: rng.randrange(len(data))]


def insert(rng: random.Random, data: bytes) -> bytes:
    """Put a sign of YAML anywhere."""
    at = rng.randrange(len(data) + 1)
    return data[:at] + rng.choice(SIGNS) + data[at:]


def insert_value(rng: random.Random, data: bytes) -> bytes:
    """Put a sign of YAML in the place of a value, or before it."""
    colons = [at for at in range(len(data)) if data.startswith(b": ", at)]
    if not colons:
        return insert(rng, data)
    at = rng.choice(colons) + 2
    end = data.find(b"\n", at) if rng.random() < 0.5 else at
    return data[:at] + rng.choice(SIGNS) + data[max(end, at) :]


def lines(rng: random.Random, data: bytes) -> bytes:
    """Repeat, move, leave out or indent a line."""
    rows = data.split(b"\n")
    at, to = rng.randrange(len(rows)), rng.randrange(len(rows))
    row = rows[at]
    match rng.randrange(5):
        case 0:
            rows.insert(to, row)
        case 1:
            rows.insert(to, rows.pop(at))
        case 2:
            rows.pop(at)
        case 3:
            rows[at] = b" " * rng.randint(1, 4) + row
        case _:
            rows[at] = row[rng.randint(1, 4) :]
    return b"\n".join(rows)


def repeat(rng: random.Random, data: bytes) -> bytes:
    """Repeat a piece many times."""
    at = rng.randrange(len(data))
    return data[:at] + data[at : at + rng.randint(1, 30)] * rng.randint(2, 300) + data[at:]


MUTATIONS: tuple[Mutation, ...] = (
    flip,
    cut,
    truncate,
    insert,
    insert,
    insert_value,
    insert_value,
    lines,
    lines,
    repeat,
)


def mutated(rng: random.Random, data: bytes) -> bytes:
    """Return data damaged in one to four ways."""
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        data = rng.choice(MUTATIONS)(rng, data) or b"\n"
    return data
