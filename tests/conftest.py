"""What all tests share: a copy of this repository's own crisis project, to be spoiled at will."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with this repository's timeline.yml, seeds, docs and settings, and nothing else."""
    for name in ("timeline.yml", "mkdocs.yml"):
        shutil.copy(ROOT / name, tmp_path / name)
    for name in ("seeds", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path
