"""What pull requests do: each scenario changes a small crisis, and says what the review must come to.

`does` edits the project; `kind`, `good`, `effects` (words that the differences hold), `codes` (of the
problems) and `quiet` (words that must not act) say what must come of it. Each function's docstring is the
reason.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tests.pull_request.repositories import CEASEFIRE, END, OVER, REPORTS, TALKS, Project, timeline

SCENARIOS: list["Scenario"] = []


@dataclass(frozen=True)
class Scenario:
    """A change, and what must come of it."""

    does: Callable[[Project], None]
    good: bool = True
    kind: str = "data"
    effects: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    quiet: tuple[str, ...] = ()

    @property
    def name(self):
        """The name of the scenario, as a test shows it."""
        return self.does.__name__


def scenario(**outcome):
    """Enter a scenario with its outcome."""

    def enter(does):
        SCENARIOS.append(Scenario(does, **outcome))
        return does

    return enter


# Good edits.


@scenario(effects=("talks-end: event added",))
def adds_an_event(project):
    """An editor adds an event with its quotation."""
    project.events(CEASEFIRE, TALKS, END, OVER)


@scenario(effects=("talks-begin: title changed from Talks begin in Istanbul to Talks open in Istanbul",))
def changes_a_title(project):
    """An editor words a title better."""
    project.replace("Talks begin in Istanbul", "Talks open in Istanbul")


@scenario()
def adds_a_remark(project):
    """A remark changes nothing in content."""
    project.replace("events:", "# the main events\nevents:")


@scenario(effects=("talks-begin: status withdrawn",))
def withdraws_an_event(project):
    """An editor withdraws an event, with a reason."""
    project.replace(
        "- id: talks-begin\n    status: published",
        "- id: talks-begin\n    status: withdrawn\n    reason: It rests on one report.",
    )


@scenario(effects=("third: source added",))
def adds_a_source(project):
    """An editor adds a report and its source."""
    reports = {**REPORTS, "third": "Nothing happened on 30 October 2025.\n"}
    project.write("seeds/third.txt", reports["third"])
    project.write("timeline.yml", timeline(CEASEFIRE, TALKS, OVER, reports=reports))


@scenario()
def changes_nothing(project):
    """An empty commit changes nothing."""


@scenario(effects=("ceasefire: date widened from 2025-10-19 to 2025-10",))
def widens_a_date(project):
    """A date becomes less exact."""
    project.replace('date: "2025-10-19"', 'date: "2025-10"')


@scenario(effects=("talks-end: event added", "ceasefire: summary changed"))
def makes_two_commits(project):
    """All commits of a branch are judged together."""
    project.events(CEASEFIRE, TALKS, END, OVER)
    project.commit("first")
    project.replace("The two sides signed it.", "The two sides signed it in Doha.")


@scenario(effects=("talks-end: event added",))
def was_behind_main(project):
    """What main changed meanwhile isn't the change's."""
    project.git("checkout", "--quiet", "main")
    project.replace("A border crisis", "The border crisis")
    project.commit("main goes on")
    project.git("checkout", "--quiet", "change")
    project.events(CEASEFIRE, TALKS, END, OVER)


@scenario(effects=("talks-begin: title changed",))
def ends_its_lines_otherwise(project):
    """An editor on another system changes a title, and every line's end."""
    project.replace("Talks begin in Istanbul", "Talks open in Istanbul")
    text = (project.root / "timeline.yml").read_text(encoding="utf-8")
    project.write("timeline.yml", text.replace("\n", "\r\n"))


@scenario(effects=("seeds/third.txt: report added; no source names it",))
def adds_a_report_alone(project):
    """A report that no source names yet is told: nothing in the timeline would show it."""
    project.write("seeds/third.txt", "Nothing happened on 30 October 2025.\n")


@scenario(effects=("first: file changed from seeds/first.txt to seeds/First.txt",))
def renames_a_report_in_capitals_alone(project):
    """A report is renamed in capitals alone, and its source with it."""
    project.git("mv", "seeds/first.txt", "seeds/First.txt")
    project.replace("file: seeds/first.txt", "file: seeds/First.txt")


@scenario(effects=("talks-begin: title changed",))
def spells_a_name_in_parts(project):
    """An editor's system writes a letter and its dot apart; the words are as good as in one piece."""
    project.replace("Talks begin in Istanbul", "Talks begin in I\u0307stanbul")


@scenario(effects=("talks-begin: title changed",))
def ends_one_line_otherwise(project):
    """One line alone gets the line end of another system."""
    project.replace("title: Talks begin in Istanbul\n", "title: Talks open in Istanbul\r\n")


@scenario(effects=("talks-begin: summary changed",), quiet=("talks-end",))
def merges_main_into_itself(project):
    """An editor brings the branch up to date by a merge; what main brought isn't the change's."""
    project.replace("They were to last four days.", "They were to last for four days.")
    project.commit("mine")
    project.git("checkout", "--quiet", "main")
    project.write("timeline.yml", timeline(CEASEFIRE, TALKS, END, OVER))
    project.commit("main goes on")
    project.git("checkout", "--quiet", "change")
    project.git("merge", "--quiet", "--no-ff", "-m", "main into the branch", "main")


@scenario(effects=("talks-end: event added",))
def comes_from_far_behind(project):
    """A fork that saw nothing of main for a while adds an event beside those that main got meanwhile."""
    project.git("checkout", "--quiet", "main")
    for number in range(3):
        project.replace("They were to last four days.", f"They were to last four days.\n# {number}")
        project.commit(f"main goes on, {number}")
    project.write("mkdocs.yml", (project.root / "mkdocs.yml").read_text(encoding="utf-8") + "# more\n")
    project.commit("main's settings go on")
    project.git("checkout", "--quiet", "change")
    project.events(CEASEFIRE, TALKS, END, OVER)


def withdrawn_on_main(project):
    """Let main have withdrawn the talks already."""
    project.git("checkout", "--quiet", "main")
    withdraws_an_event(project)
    project.commit("withdrawn")
    project.git("checkout", "--quiet", "-B", "change")


@scenario(effects=("**Look twice:** `talks-begin: status revived from withdrawn to published",))
def revives_a_withdrawn_event(project):
    """What was withdrawn is published again: a reviewer looks twice."""
    withdrawn_on_main(project)
    project.replace("status: withdrawn\n    reason: It rests on one report.", "status: published")


@scenario(
    effects=(
        "**Look twice:** `talks-begin: status revived from withdrawn to published",
        "**Look twice:** `talks-begin: date moved from 2025-10-25 to 2025-10-28",
    )
)
def reuses_the_id_of_a_withdrawn_event(project):
    """Another event takes a withdrawn one's id, and so its permanent address: it is told as what it does."""
    withdrawn_on_main(project)
    project.events(CEASEFIRE, {**END, "id": "talks-begin"}, OVER)


# Broken edits.


@scenario(good=False, codes=("event-is-kept",), effects=("talks-begin: event removed",))
def removes_a_withdrawn_event(project):
    """A withdrawn event keeps its address, too."""
    withdrawn_on_main(project)
    project.events(CEASEFIRE, OVER)


@scenario(good=False, codes=("name-is-its-own",))
def adds_a_report_under_a_name_in_capitals(project):
    """Two reports whose names differ in capitals alone: on an editor's Mac only one of them is kept."""
    project.write("seeds/First.txt", "Other words, of 30 October 2025.\n")


@scenario(good=False, codes=("source-hash-fits",))
def ends_a_reports_lines_otherwise(project):
    """A report is evidence, byte for byte: its line ends are not changed either."""
    project.write("seeds/first.txt", REPORTS["first"].replace("\n", "\r\n"))


@scenario(good=False, codes=("source-hash-fits",), effects=("**Look twice:** `first: sha256 changed",))
def alters_a_report_and_its_hash_beside_another(project):
    """Who alters a report's words and takes the new hash is told loudly; another's old hash still stands."""
    words = REPORTS["first"].replace("Doha on 19", "Doha, on 19")
    changed = timeline(CEASEFIRE, TALKS, OVER, reports={**REPORTS, "first": words})
    project.write("timeline.yml", changed)
    project.write("seeds/second.txt", REPORTS["second"] + " ")


@scenario(good=False, codes=("file-says-something",))
def empties_the_timeline(project):
    """The record is there, and holds nothing."""
    project.write("timeline.yml", "")


@scenario(good=False, codes=("quote-is-verbatim",))
def breaks_three_thousand_events(project):
    """Three thousand faults are all in the summary, and the log stays readable."""
    faulty = [{**END, "id": f"end-{number:04}", "quote": f"ended {number} times"} for number in range(3_000)]
    project.events(CEASEFIRE, TALKS, *faulty, OVER)


@scenario(good=False, codes=("brackets-are-closed",))
def breaks_the_syntax(project):
    """A bracket stays open."""
    project.replace('date: "2025-10-25"', "date: [2025-10-25")


@scenario(good=False, codes=("quote-is-verbatim",), effects=("quotation changed",))
def changes_a_quotation(project):
    """A quotation no longer stands in its source."""
    project.replace("signed a ceasefire in Doha", "agreed a ceasefire in Doha")


@scenario(good=False, codes=("date-is-real",))
def gives_a_day_that_is_none(project):
    """The thirtieth of February is on no calendar."""
    project.replace('date: "2025-10-19"', 'date: "2025-02-30"')


@scenario(good=False, codes=("key-is-known",))
def invents_a_key(project):
    """A key that the schema doesn't know."""
    project.replace("    type: talks", "    typo: talks")


@scenario(good=False, codes=("merge-is-finished",))
def leaves_a_conflict(project):
    """A conflict was committed with its markers."""
    project.replace(
        "title: Talks begin in Istanbul",
        "<<<<<<< HEAD\n    title: Talks begin\n=======\n    title: Talks open\n>>>>>>> main",
    )


@scenario(good=False, codes=("id-is-unique",))
def repeats_an_id(project):
    """Two editors chose one id."""
    project.events(CEASEFIRE, TALKS, {**END, "id": "talks-begin"}, OVER)


@scenario(good=False, codes=("reference-leads-somewhere",))
def names_no_source(project):
    """A quotation's source isn't there."""
    project.replace("- source: second", "- source: nobody")


@scenario(good=False, codes=("source-file-is-there",))
def removes_a_report(project):
    """A report that a source needs is removed."""
    (project.root / "seeds/second.txt").unlink()


@scenario(good=False, codes=("source-hash-fits",))
def alters_a_report(project):
    """A report's words are changed under the quotations."""
    project.write("seeds/first.txt", REPORTS["first"].replace("Doha", "Ankara"))


@scenario(good=False, codes=("file-is-there",))
def removes_the_timeline(project):
    """The record itself is removed."""
    (project.root / "timeline.yml").unlink()


@scenario(good=False, codes=("source-file-is-there",))
def renames_a_report(project):
    """A report is renamed, and its source isn't."""
    project.git("mv", "seeds/first.txt", "seeds/renamed.txt")


@scenario(
    good=False,
    codes=("event-is-kept",),
    effects=("ceasefire: id renamed from ceasefire to doha-ceasefire",),
)
def renames_an_event(project):
    """An id is a permanent address: it doesn't change."""
    project.replace("id: ceasefire\n", "id: doha-ceasefire\n")


@scenario(good=False, codes=("event-is-kept",), effects=("talks-begin: event removed",))
def removes_an_event(project):
    """An event is removed where it should be withdrawn."""
    project.events(CEASEFIRE, OVER)


@scenario(good=False, codes=("file-is-utf-8",))
def is_not_utf_8(project):
    """A report was saved in an old encoding."""
    text = timeline(CEASEFIRE, TALKS, OVER).replace("Two sides", "Two sidés")
    project.write("timeline.yml", text.encode("latin-1"))


@scenario(good=False, codes=("report-is-utf-8",))
def adds_a_report_in_no_encoding(project):
    """A report that can't be read is refused, though no source names it yet."""
    project.write("seeds/third.txt", b"caf\xe9")


@scenario(effects=(), codes=())
def mends_what_main_broke(project):
    """Where main itself couldn't be read, what changes can't be told, and the mending passes."""
    project.git("checkout", "--quiet", "main")
    project.replace('date: "2025-10-19"', 'date: "2025-02-30"')
    project.commit("main is broken")
    project.git("checkout", "--quiet", "-B", "change")
    project.replace('date: "2025-02-30"', 'date: "2025-10-19"')


@scenario(good=False, codes=("quote-is-verbatim",))
def breaks_a_hundred_events(project):
    """A hundred faults are marked ten at most, and all told in the summary."""
    faulty = [{**END, "id": f"end-{number:03}", "quote": f"ended {number} times"} for number in range(100)]
    project.events(CEASEFIRE, TALKS, *faulty, OVER)


@scenario(effects=("summary changed",))
def touches_nothing_of_an_old_fault(project):
    """A fault that stood before, elsewhere, isn't counted against the change."""
    project.git("checkout", "--quiet", "main")
    project.replace("signed a ceasefire in Doha on", "signed a truce in Doha on")
    project.commit("a fault on main")
    project.git("checkout", "--quiet", "-B", "change")
    project.replace("They were to last four days.", "They were to last for four days.")


@scenario(good=False, codes=("quote-is-verbatim",), effects=("ceasefire: summary changed",))
def touches_an_event_with_an_old_fault(project):
    """Who touches an event mends it."""
    project.git("checkout", "--quiet", "main")
    project.replace("signed a ceasefire in Doha on", "signed a truce in Doha on")
    project.commit("a fault on main")
    project.git("checkout", "--quiet", "-B", "change")
    project.replace("The two sides signed it.", "Both sides signed it.")


# Code, alone and beside data.


@scenario(kind="code")
def changes_the_settings(project):
    """`mkdocs.yml` names hooks, which run."""
    project.write("mkdocs.yml", "site_name: x\nhooks: [hook.py]\n")


@scenario(kind="code", effects=("talks-end: event added",))
def changes_code_beside_data(project):
    """Data in the same change doesn't make it data."""
    project.events(CEASEFIRE, TALKS, END, OVER)
    project.write("generator/cli.py", "print('mine')\n")


@scenario(kind="code", effects=("talks-end: event added",))
def changes_the_requirements_beside_data(project):
    """What is installed runs, whatever good data come along."""
    project.events(CEASEFIRE, TALKS, END, OVER)
    project.write("requirements/site.txt", "evil==1\n")


@scenario(kind="code")
def adds_a_submodule(project):
    """A repository within the repository is somebody else's code."""
    inner = Project(project.root / "theme")
    inner.root.mkdir()
    inner.git("init", "--quiet")
    inner.commit("a repository of its own")
    settings = '[submodule "theme"]\n\tpath = theme\n\turl = https://evil.example/theme.git\n'
    project.write(".gitmodules", settings)


@scenario(good=False, codes=("report-name-is-plain",))
def names_a_report_with_an_accent(project):
    """A report's name has an accent, in parts as a Mac writes it: its sender learns which name will do."""
    project.write("seeds/rapport-cafe\u0301.txt", "Nothing happened on 30 October 2025.\n")


@scenario(good=False, codes=("report-name-is-plain",))
def names_a_report_with_a_space(project):
    """A report whose name has spaces, as an upload on a web page leaves them: its sender learns the same."""
    project.write("seeds/A report.txt", "Nothing happened on 30 October 2025.\n")


@scenario(kind="code", codes=("report-is-in-its-folder",))
def puts_a_report_into_a_folder(project):
    """A report in a folder of its own isn't read: its sender learns where it belongs."""
    project.write("seeds/2025/report.txt", "Nothing happened on 30 October 2025.\n")


@scenario(
    good=False, codes=("report-name-is-plain", "event-is-kept"), effects=("talks-begin: event removed",)
)
def hides_a_removal_behind_an_odd_name(project):
    """A report of an odd name doesn't turn data into code, whose own tests couldn't see what went missing."""
    project.write("seeds/$(id).txt", "x\n")
    project.events(CEASEFIRE, OVER)


@scenario(kind="code")
def names_a_second_timeline(project):
    """A file that is the record on a system without capitals is none here."""
    project.write("Timeline.yml", "title: Another\n")


@scenario(kind="code", effects=("talks-begin: title changed",))
def brings_attributes_beside_data(project):
    """Line ends that a stranger's attributes ask for reach neither side of the comparison."""
    project.write(".gitattributes", "seeds/* text eol=crlf\n*.yml text eol=crlf\n")
    project.replace("Talks begin in Istanbul", "Talks open in Istanbul")


@scenario(kind="code")
def adds_a_hook(project):
    """A file beside the settings could be named by them."""
    project.write("hooks.py", "import os\n")


@scenario(kind="code")
def changes_a_page(project):
    """A hand-written page may carry HTML."""
    project.write("docs/index.md", "<script>alert(1)</script>\n")


@scenario(kind="code")
def changes_a_workflow(project):
    """A workflow runs."""
    project.write(".github/workflows/check.yml", "on: pull_request_target\n")


@scenario(kind="code")
def changes_the_requirements(project):
    """What is installed runs."""
    project.write("requirements/site.txt", "evil==1\n")


@scenario(kind="code")
def plants_a_module(project):
    """A module at the root would be imported before the library's."""
    project.write("yaml.py", "import os; os.system('touch /tmp/planted-by-a-pull-request')\n")


@scenario(kind="code")
def moves_a_report_into_code(project):
    """A rename out of the data is told by both its ends."""
    project.git("mv", "seeds/second.txt", "docs/second.txt")


@scenario(kind="code", good=True, effects=())
def breaks_data_beside_code(project):
    """Where code changes too, its own tool decides about the data; the fault is told all the same."""
    project.write("generator/new.py", "")
    project.replace('date: "2025-10-19"', 'date: "2025-02-30"')


# Hostile ones.


@scenario(
    effects=("title changed",),
    quiet=("::error", "::set-output", "##[", "::add-mask"),
)
def writes_commands_into_a_title(project):
    """A title holds commands to the runner."""
    hostile = '"::error file=README.md::planted ##[add-mask]x ::set-output name=kind::code"'
    project.replace("title: Talks begin in Istanbul", f"title: {hostile}")


@scenario(
    good=False,
    codes=("key-is-known",),
    quiet=("::error file=README", "##["),
)
def writes_commands_into_a_key(project):
    """A key holds commands to the runner, and is shown in a problem."""
    project.replace("    type: talks", '    "::error file=README.md::planted ##[error]x": talks')


@scenario(
    effects=("title changed",),
    quiet=("@everyone", "<img", "](http", "fixes #1"),
)
def writes_markdown_into_a_title(project):
    """A title holds what a comment would render."""
    hostile = "'@everyone <img src=x onerror=alert(1)> [x](https://evil.example) `` fixes #1'"
    project.replace("title: Talks begin in Istanbul", f"title: {hostile}")


@scenario(kind="code", good=False, codes=("report-name-is-plain",), quiet=("::error file=x",))
def names_a_file_like_a_command(project):
    """A file's name holds a command to the shell and one to the runner."""
    project.write("seeds/$(touch planted).txt", "x")
    project.write("seeds/`touch planted`;touch planted;.txt", "x")
    project.write("::error file=x::planted", "x")
    project.write("seeds/a\n::error file=x::planted.txt", "x")


@scenario(kind="code", good=False, codes=("report-name-is-plain",))
def names_a_file_like_an_option(project):
    """A file's name looks like an option to git."""
    project.write("--output=planted", "x")
    project.write("seeds/--help.txt", "x")


@scenario(good=False, codes=("report-name-is-plain",))
def names_a_file_in_no_encoding(project):
    """A file's name is no text."""
    (project.root / "seeds").joinpath("x").write_text("x")
    (project.root / "seeds/x").rename(str(project.root) + "/seeds/\udcff\udcfe.txt")


@scenario(good=False, codes=("file-is-plain",))
def links_the_timeline_elsewhere(project):
    """The record becomes a link to a file of the machine."""
    (project.root / "timeline.yml").unlink()
    (project.root / "timeline.yml").symlink_to("/etc/passwd")


@scenario(good=False, codes=("file-is-plain",))
def links_a_report_elsewhere(project):
    """A report becomes a link to a file of the machine, which a quotation would publish."""
    (project.root / "seeds/second.txt").unlink()
    (project.root / "seeds/second.txt").symlink_to("/etc/passwd")


@scenario(kind="code")
def links_the_reports_elsewhere(project):
    """The folder of reports becomes a link."""
    project.git("rm", "-r", "--quiet", "seeds")
    (project.root / "seeds").symlink_to("/etc")


@scenario(good=False, codes=("file-is-plain",))
def makes_a_report_a_program(project):
    """A report is marked as a program."""
    (project.root / "seeds/second.txt").chmod(0o755)


@scenario(good=False, codes=("file-is-plain",))
def makes_a_report_a_repository(project):
    """A report becomes a repository within the repository."""
    (project.root / "seeds/second.txt").unlink()
    inner = Project(project.root / "seeds/second.txt")
    inner.root.mkdir()
    inner.git("init", "--quiet")
    inner.commit("a repository of its own")


@scenario(good=False, codes=("file-is-small-enough",))
def adds_fifty_megabytes(project):
    """A report of 50 MB is refused unread."""
    project.write("seeds/third.txt", b"A word or two. " * 3_500_000)


@scenario(good=False, codes=("change-is-small-enough",))
def adds_one_report_under_many_names(project):
    """A few megabytes that git keeps once come to hundreds under many names, and are refused unread."""
    for number in range(60):
        project.write(f"seeds/n{number}.txt", b"A word or two. " * 300_000)


@scenario(good=False, codes=("quote-is-verbatim",))
def quotes_badly_from_an_endless_sentence(project):
    """The nearest words are looked for a hundred times in megabytes without a full stop, and time is left."""
    endless = {**REPORTS, "third": "the truce held and " * 200_000}
    words = "the truce held and the truce fell " * 8
    faulty = [{**END, "id": f"e-{n:03}", "source": "third", "quote": f"{words}{n}"} for n in range(100)]
    project.write("seeds/third.txt", endless["third"])
    project.write("timeline.yml", timeline(CEASEFIRE, TALKS, *faulty, OVER, reports=endless))


@scenario(good=False, codes=("event-is-kept",))
def exchanges_all_events(project):
    """Thousands of events give way to thousands of others, none of which is taken for an heir too slowly."""
    project.git("checkout", "--quiet", "main")
    project.events(*[{**END, "id": f"one-{number:04}"} for number in range(2_000)])
    project.commit("many")
    project.git("checkout", "--quiet", "-B", "change")
    project.events(*[{**END, "id": f"two-{number:04}", "title": f"{number}"} for number in range(2_000)])


@scenario(good=False)
def makes_the_timeline_fifty_megabytes(project):
    """So is a record of 50 MB in one line."""
    project.write("timeline.yml", b"# " + b"x" * 50_000_000)


@scenario(good=False)
def plants_a_bomb_of_aliases(project):
    """Nested aliases would grow to gigabytes."""
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
    )
    project.write("timeline.yml", bomb)


@scenario(good=False)
def nests_a_hundred_thousand_deep(project):
    """Deep nesting would kill a parser that recurses."""
    project.write("timeline.yml", "events: " + "[" * 100_000)


@scenario(good=False)
def asks_for_an_object(project):
    """A tag asks the reader to run something."""
    project.replace("title: A border crisis", 'title: !!python/object/apply:os.system ["touch planted"]')


@scenario(good=False)
def reads_out_of_the_folder(project):
    """A source's path leads out of the project."""
    project.replace("file: seeds/second.txt", "file: ../../../../etc/passwd")


@scenario(good=False)
def hides_a_direction(project):
    """A title reads other than it is."""
    project.replace("title: Talks begin in Istanbul", 'title: "Talks \u202e nigeb"')


@scenario(kind="code")
def brings_attributes(project):
    """Attributes could convert what git writes out."""
    project.write(".gitattributes", "*.txt filter=evil\n* text eol=crlf\n")


@scenario(good=False)
def changes_everything_at_once(project):
    """Thousands of reports in one change are refused."""
    for number in range(2_100):
        project.write(f"seeds/n{number}.txt", f"Report {number}.\n")
