"""The documentation guards itself: nothing stale, nothing dangling, nothing that names a machine."""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import ManagementUtility
from django.core.management.base import BaseCommand
from django.utils.translation import override

from nghitruong.config import module_pages
from nghitruong.config.cli import COMMANDS

pytestmark = pytest.mark.architecture

READMES = (Path("README.md"), Path("README.vi.md"))
DECISIONS = sorted(Path("docs/decisions").glob("0*.md"))
FORBIDDEN = re.compile(
    "|".join(
        re.escape(first + second)
        for first, second in (
            ("/wo", "rk/"),
            ("/tmp/", "brief"),
            ("/ro", "ot/"),
            ("/ho", "me/"),
            ("pypi", ".org"),
            ("registry", ".npmjs"),
            ("files.python", "hosted"),
            ("registry.", "yarnpkg"),
            ("--index", "-url"),
        )
    )
)
MAY_NAME = {"LICENSE"}


def tracked() -> list[Path]:
    """Files of the repository; where git does not know them (an archive), what lies in its folders."""
    listed = subprocess.run(["git", "ls-files"], capture_output=True, text=True, check=False).stdout.splitlines()
    found = [Path(name) for name in listed] or [
        path for top in ("nghitruong", "tests", "docs") for path in Path(top).rglob("*") if path.is_file()
    ]
    return [path for path in found if path.is_file()]


def pages() -> list[Path]:
    return [path for path in tracked() if path.suffix == ".md"]


def slug(heading: str) -> str:
    """The anchor that a heading gets in a rendered page."""
    bare = re.sub(r"[`*]|\[([^\]]*)\]\([^)]*\)", r"\1", heading).strip().lower()
    return re.sub(r"[^\w\- ]", "", bare).replace(" ", "-")


def prose(path: Path) -> str:
    return re.sub(r"^```.*?^```", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)


def links(path: Path) -> Iterator[tuple[str, str]]:
    for target in re.findall(r"\]\(([^)\s]+)\)", prose(path)):
        if not re.match(r"[a-z]+:", target):
            file, _, anchor = target.partition("#")
            yield file, anchor


def test_pages_of_modules_are_not_stale():
    with override("vi"):
        wanted = module_pages.pages()
    there = {path.name: path.read_text(encoding="utf-8") for path in module_pages.PAGES.glob("*.md")}

    stale = sorted(name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name))

    assert stale == [], "run: make docs"


def test_links_inside_lead_somewhere():
    broken = []
    for page in pages():
        for file, anchor in links(page):
            target = Path(os.path.normpath(page.parent / file)) if file else page
            headings = (
                {slug(h) for h in re.findall(r"^#+ (.*)$", prose(target), re.MULTILINE)}
                if target.suffix == ".md"
                else {anchor}
            )
            if not target.exists() or (anchor and anchor not in headings):
                broken.append(f"{page}: {file}#{anchor}")

    assert broken == []


def test_no_file_names_a_machine_or_a_registry():
    found = []
    for path in tracked():
        text = path.read_bytes().decode("utf-8", "ignore")
        if path.name not in MAY_NAME:
            found += [f"{path}: {match.group(0)}" for match in FORBIDDEN.finditer(text)]

    assert found == []


def options(name: str) -> set[str]:
    """The long options that the command adds to Django's own."""
    parser = ManagementUtility(["nghitruong", name]).fetch_command(name).create_parser("nghitruong", name)
    common = BaseCommand().create_parser("nghitruong", "any")

    def long(of: argparse.ArgumentParser) -> set[str]:
        return {text for action in of._actions for text in action.option_strings if text.startswith("--")}

    return long(parser) - long(common)


@pytest.mark.parametrize("readme", READMES, ids=str)
def test_every_command_and_option_is_told(readme: Path):
    text = readme.read_text(encoding="utf-8")
    untold = []
    for words, name in COMMANDS.items():
        line = "\n".join(re.findall(rf"^.*nghitruong {' '.join(words)}\b.*$", text, re.MULTILINE))
        own = options(name) if name and name != "migrate" else set()
        untold += [" ".join([*words, option]) for option in sorted(own) if not re.search(rf"{option}\b", line)]
        if not line:
            untold.append(" ".join(words))

    assert untold == []


@pytest.mark.parametrize("readme", READMES, ids=str)
def test_every_setting_is_told(readme: Path):
    text = readme.read_text(encoding="utf-8")
    code = "".join(path.read_text(encoding="utf-8") for path in Path("nghitruong/config").rglob("*.py"))

    untold = sorted(name for name in set(re.findall(r"\"(NGHITRUONG_\w+|DATABASE_URL)\"", code)) if name not in text)

    assert untold == []


def test_both_readmes_have_the_same_chapters():
    first, second = (re.findall(r"^(#+) ", prose(path), re.MULTILINE) for path in READMES)

    assert first == second


def test_pictures_are_small():
    heavy = [str(p) for p in Path("docs/pictures").iterdir() if p.stat().st_size > 200_000]

    assert heavy == []


def test_every_table_is_in_the_glossary():
    text = Path("docs/glossary.md").read_text(encoding="utf-8")
    words = {
        cell.strip().lower()
        for row in re.findall(r"^\| ([^|]+) \|", text, re.MULTILINE)
        for cell in [row, *re.split(r"[·,(]", row)]
    }
    names = set(re.findall(r"`([A-Z]\w+)`", text))
    ours = [m for m in apps.get_models() if m.__module__.startswith("nghitruong.")]

    missing = [
        f"{m._meta.label}: {m._meta.verbose_name}" for m in ours if str(m._meta.verbose_name).lower() not in words
    ]

    assert missing == []
    assert names - {m.__name__ for m in ours} <= {"Actor"}, "the glossary names a table that is gone"


def test_every_decision_has_its_parts_and_stands_in_the_index():
    index = Path("docs/decisions/README.md").read_text(encoding="utf-8")
    wrong = [
        path.name
        for path in DECISIONS
        if re.findall(r"^## (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
        != ["Context", "Decision", "Consequences"]
        or "\nStatus: " not in path.read_text(encoding="utf-8")
        or f"({path.name})" not in index
    ]

    assert wrong == []
    assert len({path.name[:4] for path in DECISIONS}) == len(DECISIONS)


def test_every_dependency_has_a_line_in_its_decision():
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["postgres"]]
    text = Path("docs/decisions/0010-dependencies.md").read_text(encoding="utf-8")

    missing = [name for line in wanted if f"| {(name := re.split(r'[^A-Za-z0-9_-]', line)[0])} |" not in text]

    assert missing == []


def test_drawing_shows_every_module():
    drawing = Path("docs/pictures/floors.svg").read_text(encoding="utf-8")
    modules = {path.parent.name for path in Path("nghitruong").glob("*/__init__.py")}

    assert {name for name in modules if f">{name}</text>" not in drawing} == set()
