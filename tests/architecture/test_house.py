"""The house guards itself: what import-linter cannot see."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps

pytestmark = pytest.mark.architecture

CODE = Path("nghitruong")
CONTRACTS = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
FLOORS = next(c for c in CONTRACTS if c["id"] == "floors")["layers"]
ROOMS = next(c for c in CONTRACTS if c["id"] == "rooms")
FLOOR = {name.strip(" ()"): -height for height, line in enumerate(FLOORS) for name in line.split("|")}
WRITES = {"save", "create", "update", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}
MAY_WRITE = (
    "/services",
    "/migrations/",
    "nghitruong/base/",
    "nghitruong/config/demonstration/",
    "nghitruong/config/bench/",
)
MAY_READ_CLOCK = ("/views", "/jobs", "/streams", "/management/", "/middleware", "nghitruong/config/")
WRITING_OWNERS = {"objects", "_base_manager"}


def python_files() -> Iterator[Path]:
    yield from (path for path in sorted(CODE.rglob("*.py")) if "migrations" not in path.parts)


def calls(path: Path) -> Iterator[tuple[ast.Call, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node, node.func.attr


def test_every_module_has_a_floor_and_rooms():
    modules = {path.name for path in CODE.iterdir() if (path / "__init__.py").exists()}

    assert modules == set(FLOOR)
    assert {name.removeprefix("nghitruong.") for name in ROOMS["containers"]} == modules - {
        "base",
        "language",
        "config",
    }


def test_foreign_keys_point_down():
    upward = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if (field.many_to_one or field.one_to_one or field.many_to_many)
        and not field.auto_created
        and model._meta.app_label in FLOOR
        and field.related_model._meta.app_label in FLOOR
        and model._meta.app_label != field.related_model._meta.app_label
        and FLOOR[model._meta.app_label] <= FLOOR[field.related_model._meta.app_label]
    ]

    assert upward == []


def test_only_services_write():
    found = []
    for path in python_files():
        if any(part in path.as_posix() for part in MAY_WRITE):
            continue
        for node, name in calls(path):
            owner = node.func.value  # type: ignore[attr-defined]
            text = ast.unparse(owner)
            is_query = "objects" in text or name.startswith("bulk_") or name.endswith("_or_create")
            is_row = name in {"save", "delete"} and not re.search(
                r"form|image|picture|document|book|workbook|buffer|cache|session", text, re.IGNORECASE
            )
            if name in WRITES and (is_query or is_row):
                found.append(f"{path}:{node.lineno} {text}.{name}()")

    assert found == []


def test_no_clock_below_the_views():
    found = [
        f"{path}:{node.lineno}"
        for path in python_files()
        if not any(part in path.as_posix() for part in MAY_READ_CLOCK)
        for node, name in calls(path)
        if name in {"now", "today", "localdate", "localtime", "utcnow"} and not node.args
    ]

    assert found == []


def test_lists_in_views_are_filtered():
    """What a view loads, it loads through visible_to (or another filter that says who may see)."""
    pattern = re.compile(r"\b([A-Z]\w+)\.objects\.(?!visible_to\(|published\()")
    owned = {model.__name__ for model in apps.get_models() if hasattr(model._default_manager.none(), "visible_to")}
    found = [
        f"{path}: {match.group(0)}"
        for path in python_files()
        if re.search(r"/views(/|\.py)", path.as_posix())
        for match in pattern.finditer(path.read_text(encoding="utf-8"))
        if match.group(1) in owned
    ]

    assert found == []


def service_functions() -> list[object]:
    found = []
    for path in python_files():
        if not re.search(r"/services(/\w+)?\.py$", path.as_posix()):
            continue
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                found.append(pytest.param(path, node, id=f"{path.as_posix()}:{node.name}"))
    return found


NO_VERDICT = re.compile(r"follow|register|name_deeds|values_of|record(_many)?$")
"""Plumbing that the journal calls or that a module calls while starting: no person asks for it."""


@pytest.mark.parametrize(("path", "function"), service_functions())
def test_service_shape(path: Path, function: ast.FunctionDef):
    arguments = function.args
    is_plumbing = bool(NO_VERDICT.match(function.name))

    assert is_plumbing or not (arguments.args or arguments.posonlyargs), "parameters must be keyword-only"
    assert ast.get_docstring(function), "docstring missing"
    assert function.returns is not None
    if not is_plumbing and any(a.arg == "actor" for a in arguments.kwonlyargs):
        opening = ast.unparse(function.body[1])
        assert opening.endswith(".require()"), f"the first statement must be the verdict, found: {opening}"


def test_every_step_has_policy_service_basis_and_test():
    missing = []
    for module in apps.get_app_configs():
        flow = CODE / module.label / "flow.py"
        if not module.name.startswith("nghitruong.") or not flow.exists():
            continue
        steps = re.findall(r"Step\(\s*\"(\w+)\"", flow.read_text(encoding="utf-8"))
        policies = (CODE / module.label / "policies.py").read_text(encoding="utf-8")
        services = "".join(
            p.read_text(encoding="utf-8") for p in (CODE / module.label).rglob("services*/*.py")
        ) + "".join(p.read_text(encoding="utf-8") for p in (CODE / module.label).glob("services.py"))
        for step in steps:
            if f"def can_{step}(" not in policies:
                missing.append(f"{module.label}.policies.can_{step}")
            if f"\ndef {step}(" not in services:
                missing.append(f"{module.label}.services.{step}")
            if not (Path("tests") / module.label / f"test_{step}.py").exists():
                missing.append(f"tests/{module.label}/test_{step}.py")

    assert missing == []


def test_templates_hold_no_inline_style_or_script():
    pattern = re.compile(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=", re.IGNORECASE)
    found = [
        f"{path}: {match.group(0)}"
        for path in sorted(CODE.rglob("*.html"))
        for match in pattern.finditer(path.read_text(encoding="utf-8"))
    ]

    assert found == []


def test_every_template_is_used():
    """A template nobody names is dead."""
    text = "".join(p.read_text(encoding="utf-8") for p in [*python_files(), *CODE.rglob("*.html")])
    dead = []
    for path in sorted(CODE.rglob("templates/**/*.html")):
        name = path.as_posix().split("/templates/")[1]
        app, _, stem = name.removesuffix(".html").partition("/")
        is_deed = f'f"{app}/{{deed}}.html"' in text and f'deed="{stem}"' in text
        if name not in text and not is_deed and not name.startswith(("account/", "mfa/", "allauth/")) and "/" in name:
            dead.append(name)

    assert dead == []


def test_migrations_of_data_name_their_database():
    """`carry` migrates a second database: rows asked for without naming it would be those of the first."""
    asked = re.compile(r"\.objects\b(?!\.using\()(?!\s*=)")
    found = [
        f"{path}:{place}: {line.strip()}"
        for path in sorted(CODE.rglob("migrations/0*.py"))
        for place, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if asked.search(line)
    ]

    assert found == []
