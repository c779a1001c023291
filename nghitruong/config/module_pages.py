"""A page for each module, made from the code itself: its procedure, deeds, words, tables and addresses.

`nghitruong manage docs` writes them to docs/modules; tests/architecture/test_docs.py fails when one is stale.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from django.apps import AppConfig, apps
from django.db.models import Choices
from django.urls import URLPattern, URLResolver, get_resolver

from nghitruong.base.flow import Flow

CODE = Path(__file__).resolve().parent.parent
PAGES = CODE.parent / "docs" / "modules"
WRITTEN_BY = "<!-- Written by `nghitruong manage docs`. Change the code, not this page. -->"


def modules() -> list[AppConfig]:
    """Return our apps from the highest floor down, as settings list them."""
    return [app for app in apps.get_app_configs() if app.name.startswith("nghitruong.")]


def pages() -> dict[str, str]:
    """Return every page by file name, the index among them."""
    found = {f"{app.label}.md": _page(app) for app in modules()}
    lines = [
        WRITTEN_BY,
        "# Modules",
        "",
        "From the highest floor down; each knows only those below it ([architecture](../architecture.md)).",
        "",
        *_table(
            ["module", "Vietnamese", "what it is"],
            [[f"[{app.label}]({app.label}.md)", str(app.verbose_name), _purpose(app)] for app in modules()],
        ),
    ]
    return {"README.md": "\n".join(lines).rstrip() + "\n", **found}


def _page(app: AppConfig) -> str:
    parts = [
        [WRITTEN_BY, f"# {app.label} · {app.verbose_name}", "", _purpose(app), ""],
        *(_flow(app, flow) for flow in _flows(app)),
        _deeds(app),
        _words(app),
        _tables(app),
        _addresses(app),
    ]
    return "\n".join(line for part in parts for line in part).rstrip() + "\n"


def _purpose(app: AppConfig) -> str:
    return _first_line(inspect.getdoc(importlib.import_module(app.name)) or "")


def _flow(app: AppConfig, flow: Flow) -> list[str]:
    who, urls = _who(app), dict(_urls(app))
    rows = [
        [
            f"`{step.name}`",
            str(step.label),
            " · ".join(str(flow.labels.get(state, state)) for state in _in_order(flow, step.sources)),
            str(flow.labels.get(step.target, step.target)) if step.target else "*(stays)*",
            str(step.basis),
            who.get(f"can_{step.name}", ""),
            f"`{urls[step.name]}`" if step.name in urls else "",
        ]
        for step in flow.steps.values()
    ]
    head = ["step", "label", "from", "to", "legal basis", "who may (`policies.can_…`)", "address"]
    return [f"## Procedure: `{flow.name}`", "", *_table(head, rows)]


def _in_order(flow: Flow, states: frozenset[str]) -> list[str]:
    """Sets have no order of their own: use that of the words."""
    return [state for state in flow.labels if state in states]


def _deeds(app: AppConfig) -> list[str]:
    steps = {f"can_{name}" for flow in _flows(app) for name in flow.steps}
    rows = [[f"`{name}`", words] for name, words in _who(app).items() if name.startswith("can_") and name not in steps]
    title = "Other deeds" if steps else "Deeds"
    return [f"## {title}", "", *_table(["policy", "who may"], rows)] if rows else []


def _words(app: AppConfig) -> list[str]:
    room = _room(app, "enums")
    found = [
        value
        for value in vars(room or ModuleType("none")).values()
        if inspect.isclass(value) and issubclass(value, Choices) and value.__module__.startswith(app.name)
    ]
    rows = [[f"`{kind.__name__}`", f"`{value}`", str(label)] for kind in found for value, label in kind.choices]
    return ["## Words", "", *_table(["enum", "value", "label"], rows)] if rows else []


def _tables(app: AppConfig) -> list[str]:
    rows = [
        [f"`{model.__name__}`", str(model._meta.verbose_name), _told(model)]
        for model in app.get_models()
        if not model._meta.auto_created
    ]
    return ["## Tables", "", *_table(["model", "Vietnamese", "what it holds"], rows)] if rows else []


def _told(model: type) -> str:
    """Return the model's own docstring: Django writes one like `Name(fields…)` where there is none."""
    text = (model.__doc__ or "").strip()
    return "" if text.startswith(f"{model.__name__}(") else _first_line(inspect.cleandoc(text))


def _addresses(app: AppConfig) -> list[str]:
    rows = [[f"`{url}`", f"`{app.label}:{name}`"] for name, url in _urls(app)]
    return ["## Addresses", "", *_table(["address", "name"], rows)] if rows else []


def _flows(app: AppConfig) -> list[Flow]:
    room = _room(app, "flow")
    return [value for value in vars(room).values() if isinstance(value, Flow)] if room else []


def _room(app: AppConfig, name: str) -> ModuleType | None:
    return importlib.import_module(f"{app.name}.{name}") if find_spec(f"{app.name}.{name}") else None


def _urls(app: AppConfig) -> Iterator[tuple[str, str]]:
    """Yield (name, address) of the module's pages in the order of its urls.py."""

    def walk(patterns: list[URLPattern | URLResolver], prefix: str, is_ours: bool) -> Iterator[tuple[str, str]]:
        for entry in patterns:
            path = prefix + re.sub(r"<\w+:(\w+)>", r"<\1>", str(entry.pattern))
            if isinstance(entry, URLResolver):
                yield from walk(entry.url_patterns, path, is_ours or entry.app_name == app.label)
            elif is_ours and entry.name:
                yield entry.name, path

    yield from walk(get_resolver().url_patterns, "/", is_ours=False)


def _who(app: AppConfig) -> dict[str, str]:
    """Return what policies.py says of each policy: its docstring, else its helpers', else its refusal."""
    room = _room(app, "policies")
    if room is None:
        return {}
    tree = ast.parse(inspect.getsource(room))
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    return {name: _says(functions, name) for name in functions}


def _says(functions: dict[str, ast.FunctionDef], name: str) -> str:
    node = functions[name]
    own = _first_line(ast.get_docstring(node) or "")
    if own:
        return own
    called = [
        call.func.id
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in functions
    ]
    told = [_says(functions, helper) for helper in dict.fromkeys(called) if helper != name]
    return " ".join(dict.fromkeys(words for words in told if words)) or _refusal(node)


def _refusal(node: ast.FunctionDef) -> str:
    """Return the first sentence that the policy refuses with."""
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "_" and call.args:
            words = call.args[0]
            if isinstance(words, ast.Constant) and isinstance(words.value, str):
                return f"«{words.value}»"
    return ""


def _first_line(text: str) -> str:
    """Return the first paragraph on one line."""
    return " ".join(text.strip().split("\n\n")[0].split())


def _table(head: list[str], rows: list[list[str]]) -> list[str]:
    return [
        "| " + " | ".join(head) + " |",
        "|" + "---|" * len(head),
        *("| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in row) + " |" for row in rows),
        "",
    ]
