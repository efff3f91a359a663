"""Print the lock of this generator: what it needs, each by its hash. A project's `make lock` takes it over.

python -P -m generator.init.lock > requirements/site.txt
"""

from __future__ import annotations

from generator.init.start import TEMPLATE

__all__ = ["lock"]


def lock() -> str:
    """Return the lock that belongs to this generator.

    >>> "--hash=sha256:" in lock()
    True
    """
    return (TEMPLATE / "requirements" / "site.txt").read_text(encoding="utf-8")


if __name__ == "__main__":
    print(lock(), end="")
