"""Build the site, or show it while it is edited: MkDocs' commands, their failures turned into ours."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.epoch import VARIABLE, build_time
from generator.problems import InputProblemsError, Problem, SurroundingsError, show
from generator.site import addresses
from generator.site.edition import Settings

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

__all__ = ["Built", "build", "enduring", "export", "pages", "serve"]

PLUGIN = "crisis-timeline"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: where, how many pages, and what a publisher should know about them."""

    site_dir: Path
    pages: int
    notes: tuple[str, ...] = ()


def build(root: Path, *, site_dir: Path | None = None, drafts: bool = False) -> Built:
    """Build the site of the project in `root`, strictly, into `site_dir` or where `mkdocs.yml` says.

    Raises `InputProblemsError` for a faulty record or setting, `SurroundingsError` where the disk or a tool
    fails.
    """
    _prepare(root)
    from mkdocs.commands.build import build as mkdocs_build

    with _refusals("the site could not be written"):
        config = _config(root, site_dir, drafts)
        _refuse_foreign(Path(config.site_dir))
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        config.plugins.on_shutdown()
    made = sum(1 for _ in Path(config.site_dir).rglob("*.html"))
    return Built(Path(config.site_dir), made, tuple(_notes(config)))


def _notes(config: MkDocsConfig) -> Iterator[str]:
    """Say what is left out for want of a setting, since readers are not told."""
    if not config.site_url:
        yield (
            "site_url is not set in mkdocs.yml: cards, frames and canonical links are left out, citations "
            "and feeds have no full addresses, and the names in feeds rest on the title until it is"
        )
    plugin = config.plugins.get(PLUGIN)
    if plugin is not None and not plugin.config.repository:
        yield "repository is not set in mkdocs.yml: events have no links for corrections"


def serve(root: Path, *, address: str = "127.0.0.1:8000") -> None:
    """Show the site at the address and renew it on each save, until interrupted.

    It isn't strict: where the record is faulty a page says so, and links to pages that wait for the mend
    stop nothing.
    """
    _prepare(root)
    from mkdocs.commands.serve import serve as mkdocs_serve

    with _refusals(f"{address} cannot be served"):
        _config(root, None, False)
        mkdocs_serve(str(root / "mkdocs.yml"), dev_addr=address, strict=False)


def pages(root: Path, folder: Path) -> int:
    """Write the same pages without Material into a folder, for any other builder; return how many they are.

    Raises `InputProblemsError` and `SurroundingsError` as `build` does.
    """
    _prepare(root)
    from generator.site.options import settings_of
    from generator.site.portable import write_pages

    with _refusals("the pages could not be written"):
        config = _config(root, None, False)
        options = config.plugins[PLUGIN].config
        return write_pages(root, folder, settings=settings_of(options, config), record=options.timeline)


def export(root: Path, form: str) -> str:
    """Return what is published in one of the forms of `FORMATS`, as the site has it, feeds whole.

    The site's address is that of `mkdocs.yml`; a folder without one has none. Raises `InputProblemsError` for
    a faulty record or setting, and for a calendar without an entry.
    """
    from generator.exports import FORMATS
    from generator.exports.ical import in_calendar
    from generator.site.assembly import edition_of
    from generator.site.options import settings_of

    settings, record = Settings(name=root.resolve().name), "timeline.yml"
    if (root / "mkdocs.yml").is_file():
        with _refusals("the settings could not be read"):
            config = _config(root, None, False)
            options = config.plugins[PLUGIN].config
            settings, record = settings_of(options, config), options.timeline
    publication = edition_of(root, record, settings).publication
    if form == "ical" and not any(in_calendar(item) for item in publication.items):
        wrong, mend = "no event has a date for a calendar", "take another form, such as json"
        raise InputProblemsError([Problem(code="calendar-has-days", wrong=wrong, mend=mend, file=record)])
    return FORMATS[form].write(publication, f"feeds/{FORMATS[form].file}")


def enduring(builder: Callable[..., None]) -> Callable[..., None]:
    """Return a builder for serving: what stops it is told in a line each, and the site stays as it was."""

    def build_again(*arguments: object) -> None:
        try:
            with _refusals("the site could not be written"):
                builder(*arguments)
        except (InputProblemsError, SurroundingsError) as error:
            print(error, file=sys.stderr, flush=True)

    return build_again


@contextmanager
def _refusals(doing: str) -> Iterator[None]:
    """Turn what stops MkDocs, and what it says before it stops, into problems of ours."""
    from mkdocs.exceptions import Abort, ConfigurationError

    heard = _Heard()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(heard)
    try:
        yield
    except ConfigurationError as error:
        raise InputProblemsError([_of_settings(str(error))]) from error
    except Abort as error:
        raise _cause(error, heard.words) from error
    except OSError as error:
        raise SurroundingsError(f"{doing}: {error.strerror or error}") from error
    finally:
        logger.removeHandler(heard)


class _Heard(logging.Handler):
    """Keeps what MkDocs warns of: in strict building each warning stops the build."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.words: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the words of a warning."""
        self.words.append(record.getMessage())


def _prepare(root: Path) -> None:
    # MkDocs reads the variable; without it, it would read the clock.
    os.environ[VARIABLE] = str(build_time(root, os.environ))
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


def _config(root: Path, site_dir: Path | None, drafts: bool) -> MkDocsConfig:
    from mkdocs.config import load_config

    asked = {"site_dir": str(site_dir)} if site_dir else {}
    file = root / "mkdocs.yml"
    if not file.is_file():
        raise InputProblemsError([_of_settings("there is no such file", "run it in the project's folder")])
    config = load_config(config_file=str(file), strict=True, **asked)
    if PLUGIN not in config.plugins:
        mend = f"add `- {PLUGIN}` to `plugins`, as docs/publishing.md shows"
        raise InputProblemsError([_of_settings(f"the plugin {PLUGIN} is not among its plugins", mend)])
    config.plugins[PLUGIN].config.drafts |= drafts
    return config


def _refuse_foreign(folder: Path) -> None:
    """Stop before a folder is emptied that holds anything but a site of ours: a build begins by that."""
    is_ours = (folder / "index.html").is_file() and (folder / addresses.ASSETS).is_dir()
    if folder.is_dir() and any(folder.iterdir()) and not is_ours:
        wrong = f"{show(folder, 200)} holds files that are no site of ours, and a build would empty it"
        mend = "name a new or an empty folder, or take the files away yourself"
        raise InputProblemsError([Problem(code="site-folder", wrong=wrong, mend=mend, file="mkdocs.yml")])


def _cause(error: BaseException, heard: Sequence[str]) -> Exception:
    """Return what really stopped a build: MkDocs raises its abort while it handles the cause."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, (InputProblemsError, SurroundingsError)):
            return seen
        seen = seen.__cause__ or seen.__context__
    return InputProblemsError(map(_of_settings, heard or [str(error.__context__ or error)]))


def _of_settings(wrong: str, mend: str = "mend it in mkdocs.yml, or in the page that is named") -> Problem:
    text = " ".join(wrong.split()).rstrip(".")
    return Problem(code="site-settings", wrong=show(text, 600), mend=mend, file="mkdocs.yml")
