"""A new crisis: an empty project that works, with the generator pinned."""

from generator.init.origin import Origin, where_from
from generator.init.start import start

__all__ = ["Origin", "start", "where_from"]
