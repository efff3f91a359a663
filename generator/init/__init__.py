"""A new crisis: an empty project that works, with the generator pinned."""

from generator.init.origin import Origin, where_from
from generator.init.place import Place
from generator.init.start import start

__all__ = ["Origin", "Place", "start", "where_from"]
