"""A conversation with Pagefind's program: requests in, the files of the index out.

The library's own Python door takes a tenth of a second for each record, whatever the machine, since it sleeps
before each answer; and it stops the program before all that it writes has landed, which left files cut short
on a busy machine (https://github.com/Pagefind/pagefind/issues/1271). So we speak to the program ourselves:
messages are JSON in base64, each closed by a comma, and the files come back as the last answer, not by way of
the disk.
"""

from __future__ import annotations

import base64
import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from threading import Thread
from typing import IO, Any

from generator.problems import SurroundingsError

__all__ = ["index_files"]

Request = Mapping[str, Any]


def index_files(records: Sequence[Request]) -> dict[str, bytes]:
    """Return the files of an index over the records, by their names.

    A record has `url`, `content`, `language` and `meta`. Raises `SurroundingsError` where the program is
    missing, cannot be run, or refuses a record.
    """
    from pagefind.service import get_executable

    program = get_executable()
    if program is None:
        raise SurroundingsError(
            "the search's program, pagefind, is not installed; install the requirements again"
        )
    asked: list[Request] = [{"type": "NewIndex", "config": {}}]
    asked += [{"type": "AddRecord", "index_id": 0, "filters": None, "sort": None, **one} for one in records]
    asked += [{"type": "GetFiles", "index_id": 0}]
    try:
        answers = _answers([str(program), "--service"], asked)
    except OSError as error:
        raise SurroundingsError(f"the search index could not be made: {error}") from error
    return {file["path"]: base64.b64decode(file["content"]) for file in answers[-1]["files"]}


def _answers(command: list[str], asked: Sequence[Request]) -> list[dict[str, Any]]:
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:  # noqa: S603
        assert program.stdin is not None  # noqa: S101 - asked for above
        assert program.stdout is not None  # noqa: S101
        # Sent from a thread of its own: both pipes are small, and each side waits for the other to read.
        sender = Thread(target=_send, args=(program.stdin, asked))
        sender.start()
        messages = _messages(program.stdout)
        answers = [answer for _, answer in zip(asked, messages, strict=False)]
        sender.join()
        with suppress(BrokenPipeError):  # what a stopped program left unread; that it stopped is said below
            program.stdin.close()
    if len(answers) < len(asked):
        raise SurroundingsError("the search index could not be made: its program stopped")
    return answers


def _send(door: IO[bytes], asked: Sequence[Request]) -> None:
    try:
        for number, request in enumerate(asked, start=1):
            message = json.dumps({"message_id": number, "payload": request})
            door.write(base64.b64encode(message.encode()) + b",")
        door.flush()
    except BrokenPipeError:
        return  # the program stopped; whoever reads its answers says so


def _messages(door: IO[bytes]) -> Iterator[dict[str, Any]]:
    """Give the payload of each answer in turn; raise `SurroundingsError` for one that is an error."""
    parts: list[bytes] = []
    while piece := door.read1(1 << 16):  # type: ignore[attr-defined]
        *whole, rest = piece.split(b",")
        for end in whole:
            answer = json.loads(base64.b64decode(b"".join([*parts, end])))["payload"]
            parts = []
            if answer["type"] == "Error":
                raise SurroundingsError(f"the search index could not be made: {answer.get('message')}")
            yield answer
        parts.append(rest)
