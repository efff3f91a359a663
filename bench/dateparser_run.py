"""Read JSON lines of documents, find their dates with dateparser, print how many and in how many seconds.

It runs in an environment of its own, which the benchmark makes.
"""

from __future__ import annotations

import json
import sys
import time
from datetime import datetime
from pathlib import Path

from dateparser.search import search_dates  # type: ignore[import-not-found]


def main() -> None:
    """Read the file named on the command line."""
    documents = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    search_dates("on Friday", languages=["en"])
    start = time.perf_counter()
    found = 0
    for document in documents:
        settings = {"RELATIVE_BASE": datetime.fromisoformat(document["dct"])}
        found += len(search_dates(document["text"], languages=["en"], settings=settings) or ())
    print(json.dumps({"found": found, "seconds": time.perf_counter() - start}))


if __name__ == "__main__":
    main()
