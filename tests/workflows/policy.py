"""What a workflow of ours may do. Each rule is a function that yields what breaks it, in words.

A linter knows what is unsafe in general; this knows what is ours: which workflow may hold which right, which
actions at which commits, and that a step of ours runs one command of the Makefile.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

Workflow = dict[str, Any]

# Re-check at each release: the name, the commit, and the version that stands beside it.
ACTIONS = {
    "actions/checkout": ("3d3c42e5aac5ba805825da76410c181273ba90b1", "v7.0.1"),
    "actions/setup-python": ("5fda3b95a4ea91299a34e894583c3862153e4b97", "v7.0.0"),
    "actions/upload-artifact": ("bbbca2ddaa5d8feaa63e36b76fdaad77386f024f", "v7.0.0"),
    "actions/upload-pages-artifact": ("fc324d3547104276b827a68afc52ff2a11cc49c9", "v5.0.0"),
    "actions/deploy-pages": ("cd2ce8fcbc39b97be8ca5fce6e763baed58fa128", "v5.0.0"),
}
TRIGGERS = {
    "check.yml": {"pull_request", "merge_group"},
    "comment.yml": {"workflow_run"},
    "links.yml": {"schedule", "workflow_dispatch"},
    "publish.yml": {"push", "workflow_dispatch"},
}
# What a job may do beyond nothing. No other job may write anything.
RIGHTS = {
    ("check.yml", "review"): {"contents": "read"},
    ("check.yml", "code"): {"contents": "read"},
    ("check.yml", "verdict"): {},
    ("comment.yml", "comment"): {"actions": "read", "contents": "read", "pull-requests": "write"},
    ("links.yml", "links"): {"contents": "read"},
    ("publish.yml", "build"): {"contents": "read"},
    ("publish.yml", "deploy"): {"pages": "write", "id-token": "write"},
}
RUNNER = "ubuntu-24.04"
# Who checks out what: the tool of the base branch, the change, this repository's own default branch.
REFS = {
    (
        "check.yml",
        "review",
        "tool",
    ): "${{ github.event.pull_request.base.sha || github.event.merge_group.base_sha }}",
    ("comment.yml", "comment", ""): "${{ github.event.repository.default_branch }}",
}
COMMANDS = {
    "make test",
    "make site",
    "make comment",
    "make environment",
    "make links",
    'make -C tool review CHANGE="$GITHUB_WORKSPACE/change"'
    ' REPORT="$GITHUB_WORKSPACE/report" PREVIEW="$GITHUB_WORKSPACE/preview"',
}
DEPLOYS_WHEN = "github.ref == 'refs/heads/main'"
ALWAYS = "${{ always() }}"
INPUTS = {
    "actions/checkout": {"ref", "path", "fetch-depth", "persist-credentials"},
    "actions/setup-python": {"python-version"},
    "actions/upload-artifact": {"name", "path", "if-no-files-found", "retention-days"},
    "actions/upload-pages-artifact": {"path"},
}
HANDED_OVER = {"report/report.json", "preview", "site"}


def read(text: str) -> Workflow:
    """Read a workflow with every value as text, so that the key `on` isn't a truth value."""
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 (builds text alone)


def broken_rules(name: str, text: str) -> list[str]:
    """Return what is wrong with a workflow by our policy; nothing for one of ours."""
    workflow = read(text)
    return [f"{rule.__name__}: {words}" for rule in RULES for words in rule(name, workflow, text)]


def jobs(workflow: Workflow) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each job with its name."""
    yield from workflow.get("jobs", {}).items()


def steps(workflow: Workflow) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each step with the name of its job."""
    for job_name, job in jobs(workflow):
        for step in job.get("steps", []):
            yield job_name, step


def action_of(step: dict[str, Any]) -> str:
    """Return the action that a step uses, without its commit."""
    return step.get("uses", "").partition("@")[0]


def is_a_known_workflow(name, workflow, text):
    """Ask that a new workflow be thought about here first."""
    if name not in TRIGGERS:
        yield f"{name} has no line in this policy"


def starts_only_as_agreed(name, workflow, text):
    """Let only what was agreed set it going: never with a stranger's text and the repository's rights."""
    triggers = workflow.get("on", {})
    found = {triggers} if isinstance(triggers, str) else set(triggers)
    if found - TRIGGERS.get(name, set()):
        yield f"starts on {sorted(found)}"
    if name == "publish.yml" and triggers.get("push") != {"branches": ["main"]}:
        yield "publishes from another branch than main"
    if name == "comment.yml" and triggers.get("workflow_run") != {
        "workflows": ["check"],
        "types": ["completed"],
    }:
        yield "answers another workflow than check"


def gives_no_right_by_default(name, workflow, text):
    """Give a job that asks for nothing nothing."""
    if workflow.get("permissions") not in ({}, "{}"):
        yield f"permissions at the top are {workflow.get('permissions')!r}"


def gives_each_job_its_rights_alone(name, workflow, text):
    """Have each job say its rights, and no other than the table gives it."""
    for job_name, job in jobs(workflow):
        if job.get("permissions") != RIGHTS.get((name, job_name)):
            yield f"{job_name} has {job.get('permissions')!r}"


def pins_known_actions(name, workflow, text):
    """Take only actions of the table, at a commit that somebody has read, the version beside it."""
    for _, step in steps(workflow):
        if "uses" not in step:
            continue
        action, _, commit = step["uses"].partition("@")
        if ACTIONS.get(action, ("", ""))[0] != commit or not commit:
            yield f"uses {step['uses']}"
    for action, commit, comment in re.findall(r"uses: +([^@\s]+)@(\S+)(.*)", text):
        if comment.strip() != f"# {ACTIONS.get(action, ('', '?'))[1]}":
            yield f"{action}@{commit} says {comment.strip()!r}"
    for job_name, job in jobs(workflow):
        if "uses" in job:
            yield f"{job_name} calls another workflow"


def keeps_no_credentials(name, workflow, text):
    """Leave no token in a folder that is built."""
    for job_name, step in steps(workflow):
        if (
            action_of(step) == "actions/checkout"
            and step.get("with", {}).get("persist-credentials") != "false"
        ):
            yield f"{job_name} keeps the token in the folder"


def checks_out_what_it_should(name, workflow, text):
    """Fetch only our own code beside a right or a verdict."""
    for job_name, step in steps(workflow):
        if action_of(step) == "actions/checkout":
            inputs = step.get("with", {})
            if (
                inputs.get("ref") != REFS.get((name, job_name, inputs.get("path", "")))
                or "repository" in inputs
            ):
                yield f"{job_name} checks out {inputs.get('ref')!r}, {inputs.get('repository')!r}"
            if set(inputs) & {"token", "ssh-key", "submodules", "lfs"}:
                yield f"{job_name} checks out with {sorted(inputs)}"


def gives_actions_known_inputs(name, workflow, text):
    """Give an action nothing by which a change could steer it, and hand over what was made to be shown."""
    for job_name, step in steps(workflow):
        inputs, action = step.get("with", {}), action_of(step)
        if set(inputs) - INPUTS.get(action, set()):
            yield f"{job_name} gives {action} {sorted(inputs)}"
        if action.startswith("actions/upload") and inputs.get("path") not in HANDED_OVER:
            yield f"{job_name} hands over {inputs.get('path')!r}"


def gives_a_verdict_whatever_happened(name, workflow, text):
    """Let the required job run after failures too: GitHub counts a skipped one as passed."""
    verdict = dict(jobs(workflow)).get("verdict", {})
    if name == "check.yml" and (verdict.get("if"), verdict.get("needs")) != (ALWAYS, ["review", "code"]):
        yield f"the verdict runs when {verdict.get('if')!r}, after {verdict.get('needs')!r}"


def writes_no_expression_into_a_command(name, workflow, text):
    """Keep titles and names of branches out of commands."""
    for job_name, step in steps(workflow):
        if "${{" in step.get("run", "") or "${{" in step.get("shell", "") + step.get("working-directory", ""):
            yield f"{job_name} writes an expression into {step['run']!r}"


def runs_only_commands_of_the_makefile(name, workflow, text):
    """Run only what can be run and tested on a desk."""
    for job_name, step in steps(workflow):
        if "run" in step and step["run"] not in COMMANDS and (name, job_name) != ("check.yml", "verdict"):
            yield f"{job_name} runs {step['run']!r}"
        if "shell" in step or "working-directory" in step:
            yield f"{job_name} sets a shell or a folder"
    for job_name, job in jobs(workflow):
        if set(job) & {"container", "services", "defaults", "strategy"} or "defaults" in workflow:
            yield f"{job_name} runs in other surroundings"


def gives_variables_that_cannot_act(name, workflow, text):
    """Set no variable that changes what a program imports or which program runs."""
    if "env" in workflow or any("env" in job for _, job in jobs(workflow)):
        yield "sets variables for a whole job"
    for job_name, step in steps(workflow):
        given = set(step.get("env", {}))
        if given - {"BASE", "GITHUB_TOKEN", "REVIEW", "CODE", "KIND"}:
            yield f"{job_name} sets {sorted(given)}"
    if re.search(r"GITHUB_(ENV|PATH)\b", text):
        yield "changes the surroundings of later steps"


def holds_no_secret(name, workflow, text):
    """Have no secret to leak, and the one token where the comment is written."""
    if "secrets" in text:
        yield "reads a secret"
    for job_name, step in steps(workflow):
        if "github.token" in str(step) and (name != "comment.yml" or step.get("run") != "make comment"):
            yield f"{job_name} holds the token where it runs {step.get('run')!r}"


def shares_no_cache(name, workflow, text):
    """Run nothing on main that a pull request left behind."""
    for job_name, step in steps(workflow):
        if "cache" in action_of(step) or any(key.startswith("cache") for key in step.get("with", {})):
            yield f"{job_name} uses a cache, which a pull request could fill for main"


def ends_in_time_on_a_known_runner(name, workflow, text):
    """End within the hour, and on no machine of ours."""
    for job_name, job in jobs(workflow):
        if not job.get("timeout-minutes", "").isdecimal() or int(job["timeout-minutes"]) > 60:
            yield f"{job_name} may run for {job.get('timeout-minutes', 'six hours')}"
        if job.get("runs-on") != RUNNER:
            yield f"{job_name} runs on {job.get('runs-on')!r}"


def never_goes_on_after_a_failure(name, workflow, text):
    """Stop at a failure."""
    for job_name, job in jobs(workflow):
        if "continue-on-error" in job:
            yield f"{job_name} goes on after a failure"
        if "always()" in job.get("if", "") and job_name != "verdict":
            yield f"{job_name} runs whatever happened before"
    for job_name, step in steps(workflow):
        if (
            "continue-on-error" in step
            or "always()" in step.get("if", "")
            or "failure()" in step.get("if", "")
        ):
            yield f"{job_name}: {step.get('name')} goes on after a failure"
        if "||" in step.get("run", "") and job_name != "verdict":
            yield f"{job_name} hides a failure"


def waits_its_turn(name, workflow, text):
    """Let a branch's newer run replace the older, and nothing cut off a deployment."""
    concurrency = workflow.get("concurrency", {})
    wanted = {
        "check.yml": {"group": "check-${{ github.ref }}", "cancel-in-progress": "true"},
        "publish.yml": {"group": "pages", "cancel-in-progress": "false"},
    }
    if not concurrency or concurrency != wanted.get(name, concurrency):
        yield f"concurrency is {concurrency!r}"
    if name != "publish.yml" and concurrency.get("group") == "pages":
        yield "shares the queue of the deployment, and could cancel it"


def deploys_from_main_after_the_build(name, workflow, text):
    """Deploy only what main has checked and built, beside no command of ours."""
    for job_name, job in jobs(workflow):
        deploys = "id-token" in job.get("permissions", {}) or "environment" in job
        if not deploys:
            continue
        if job.get("needs") != "build" or job.get("if") != DEPLOYS_WHEN:
            yield f"{job_name} deploys when {job.get('if')!r}, after {job.get('needs')!r}"
        if job.get("environment", {}).get("name") != "github-pages":
            yield f"{job_name} deploys outside the environment github-pages"
        if any("run" in step for step in job["steps"]):
            yield f"{job_name} runs a command beside the right to deploy"


def tests_before_it_builds(name, workflow, text):
    """Publish nothing that wasn't tested at the same commit."""
    if name == "publish.yml":
        commands = [
            step["run"] for job_name, step in steps(workflow) if job_name == "build" and "run" in step
        ]
        if commands != ["make test", "make site"]:
            yield f"builds by {commands}"


RULES = [
    is_a_known_workflow,
    starts_only_as_agreed,
    gives_no_right_by_default,
    gives_each_job_its_rights_alone,
    pins_known_actions,
    keeps_no_credentials,
    checks_out_what_it_should,
    gives_actions_known_inputs,
    gives_a_verdict_whatever_happened,
    writes_no_expression_into_a_command,
    runs_only_commands_of_the_makefile,
    gives_variables_that_cannot_act,
    holds_no_secret,
    shares_no_cache,
    ends_in_time_on_a_known_runner,
    never_goes_on_after_a_failure,
    waits_its_turn,
    deploys_from_main_after_the_build,
    tests_before_it_builds,
]
