"""The site: pages as data, and the one part that knows MkDocs (`plugin`, `options`, `build`)."""
