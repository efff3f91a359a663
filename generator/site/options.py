"""The plugin's options, as they stand in `mkdocs.yml`."""

from __future__ import annotations

from mkdocs.config import config_options as option
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig

from generator.site.edition import Settings

__all__ = ["TimelineOptions", "settings_of"]


class TimelineOptions(Config):  # type: ignore[no-untyped-call]
    """Options of the `crisis-timeline` plugin.

    `timeline` and `seeds` are paths beside `mkdocs.yml`. `repository` is the project's address on GitHub, for
    the links by which readers correct an event; unset, those are left out. `branch` is the published one.
    `language` overrides the theme's, for the pseudo-language `en-XA`. With `cards`, each event gets a picture
    for those who share it.
    """

    timeline = option.Type(str, default="timeline.yml")
    seeds = option.Type(str, default="seeds")
    repository = option.Optional(option.URL())
    branch = option.Type(str, default="main")
    language = option.Optional(option.Type(str))
    drafts = option.Type(bool, default=False)
    cards = option.Type(bool, default=True)


def settings_of(options: TimelineOptions, config: MkDocsConfig) -> Settings:
    """Return the settings of the site from the plugin's options and those of MkDocs."""
    theme_language = config.theme.get("language") or "en"
    return Settings(
        name=config.site_name,
        address=config.site_url or None,
        repository=options.repository or None,
        branch=options.branch,
        record=options.timeline,
        language=options.language or str(theme_language),
        drafts=options.drafts,
        cards=options.cards,
    )
