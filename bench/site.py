"""How long the site takes to build, and how large it grows: `make bench-site`, with made-up timelines.

CPU seconds and the highest memory are those of the build's own process and of what it starts; the largest
page is named, since it is the one that grows.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.project import write_project

COMMAND = "from generator.cli import main; main()"


def main() -> None:
    """Print a row for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[100, 1000], help="numbers of events")
    print(f"{'events':>8} {'CPU s':>8} {'MB memory':>10} {'MB output':>10}  largest page")
    for size in parser.parse_args().sizes:
        with tempfile.TemporaryDirectory() as folder:
            print(row(size, Path(folder)), flush=True)


def row(size: int, folder: Path) -> str:
    """Build a site of so many events in a folder, and return the row that tells of it."""
    project, site = write_project(folder / "project", size), folder / "site"
    command = [sys.executable, "-P", "-c", COMMAND, "--root", str(project), "build", "--site-dir", str(site)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as building:  # noqa: S603
        _, status, used = os.wait4(building.pid, 0)
        building.returncode = os.waitstatus_to_exitcode(status)
    if building.returncode:
        return f"{size:>8} the build failed with {building.returncode}"
    files = [path for path in site.rglob("*") if path.is_file()]
    total = sum(path.stat().st_size for path in files) / 1e6
    largest = max((path for path in files if path.suffix == ".html"), key=lambda path: path.stat().st_size)
    told = f"{largest.relative_to(site).parent}/ {largest.stat().st_size / 1000:.0f} KB"
    cpu = used.ru_utime + used.ru_stime
    return f"{size:>8} {cpu:>8.1f} {used.ru_maxrss / 1000:>10.0f} {total:>10.1f}  {told}"


if __name__ == "__main__":
    main()
