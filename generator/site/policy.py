"""The content security policy of our pages, written into each one's head, since Pages sends no headers."""

from __future__ import annotations

__all__ = ["policy"]


def policy(*, document: bool = False) -> str:
    """Return the content security policy: nothing from elsewhere, no inline script, no inline style of ours.

    Hand-written pages may hold tables, which Markdown aligns by style attributes. The search compiles
    WebAssembly.
    """
    styles = "style-src 'self'; style-src-attr 'unsafe-inline'" if document else "style-src 'self'"
    return (
        f"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; {styles}; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'self'; "
        "form-action 'self'; object-src 'none'"
    )
