"""The one place where text becomes markup.

Everything else on a page passes through templates that escape. The functions here build markup from text that
they escape or clean themselves; nowhere else may `Markup` or `| safe` stand, and a test looks.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache

import nh3
from markdown import Markdown
from markupsafe import Markup, escape

from generator.site.links import checked

__all__ = ["data_block", "filled", "finished", "marked", "record_text", "summary"]

# Blocks and inline marks that would change a page's structure, swallow text, or let raw HTML through.
_NO_BLOCKS = ("code", "hashheader", "setextheader", "hr", "quote", "reference")
_NO_INLINE = ("html", "entity", "backtick", "image_link", "image_reference", "short_image_ref", "automail")
_TAGS = {"p", "em", "strong", "a", "ul", "ol", "li", "br"}


def filled(pattern: str, values: Mapping[str, object]) -> Markup:
    """Return a message with its places filled; the pattern and each plain value are escaped, markup stays.

    >>> print(filled("{who} says <so>", {"who": "<b>"}))
    &lt;b&gt; says &lt;so&gt;
    """
    return Markup(escape(pattern)).format(**values)  # noqa: S704 - escaped here


@lru_cache(maxsize=4096)
def summary(text: str) -> Markup:
    """Return a summary's light formatting as markup: paragraphs, emphasis, lists and checked links.

    >>> print(summary("*Talks* <script>x</script> &lt; end"))
    <p><em>Talks</em> &lt;script&gt;x&lt;/script&gt; &amp;lt; end</p>
    """
    # A new converter for each text: one that stopped at an odd text would carry its state into the next.
    html = _converter().convert(text.replace("&", "&amp;"))
    return Markup(  # noqa: S704 - cleaned here
        nh3.clean(
            html,
            tags=_TAGS,
            attributes={"a": {"href"}},
            url_schemes={"http", "https"},
            link_rel="noopener noreferrer nofollow",
            attribute_filter=_only_checked,
        )
    )


def _converter() -> Markdown:
    converter = Markdown(output_format="html")
    converter.preprocessors.deregister("html_block")
    for name in _NO_BLOCKS:
        converter.parser.blockprocessors.deregister(name)
    for name in _NO_INLINE:
        converter.inlinePatterns.deregister(name)
    return converter


def _only_checked(_tag: str, attribute: str, value: str) -> str | None:
    if attribute != "href":
        return value
    link = checked(value)
    return link.href if link else None


def marked(text: str, start: int, end: int) -> Markup:
    """Return the text with the part between the offsets in `<mark>`.

    >>> print(marked("on <Wednesday>", 4, 13))
    on &lt;<mark>Wednesday</mark>&gt;
    """
    return (
        escape(text[:start])
        + Markup("<mark>")
        + escape(text[start:end])
        + Markup("</mark>")
        + escape(text[end:])
    )


def data_block(data: object, kind: str, name: str | None = None) -> Markup:
    r"""Return data as a block that no browser runs; nothing in it can close the block.

    >>> print(data_block({"a": "</script>"}, "application/ld+json"))
    <script type="application/ld+json">{"a":"\u003c/script\u003e"}</script>
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    mark = Markup(' id="{}"').format(name) if name else Markup("")
    return Markup('<script type="{}"{}>{}</script>').format(kind, mark, Markup(text))  # noqa: S704 - escaped above


def record_text(language: str, interface: str) -> Markup:
    """Return the attributes of an element that holds words of the record: its language, if another."""
    if language == interface:
        return Markup('dir="auto"')
    return Markup('lang="{}" dir="auto"').format(language)


def finished(html: str) -> Markup:
    """Return what one of our own templates gave as markup, so that another can hold it."""
    return Markup(html)  # noqa: S704 - from an autoescaped template
