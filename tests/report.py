"""`make report`: what has grown past its budget. Alarms, not failures: each wants a better cut or a reason."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

CODE = Path("nghitruong")
FILE, FUNCTION, VIEW, TEMPLATE, PARAMETERS, TEST, TEST_FILE = 400, 40, 25, 150, 8, 30, 400


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def sources(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*.py") if "migrations" not in path.parts)


def functions(path: Path) -> Iterator[tuple[ast.FunctionDef | ast.AsyncFunctionDef, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node, (node.end_lineno or node.lineno) - node.lineno + 1


def is_view(path: Path, node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    first = node.args.args[0].arg if node.args.args else ""
    return first == "request" and (path.stem == "views" or path.parent.name == "views")


def parameters(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return len(node.args.posonlyargs) + len(node.args.args) + len(node.args.kwonlyargs)


def long_files() -> Iterator[tuple[int, str]]:
    yield from ((lines(path), str(path)) for path in sources(CODE) if lines(path) > FILE)


def long_functions() -> Iterator[tuple[int, str]]:
    for path in sources(CODE):
        for node, length in functions(path):
            if length > FUNCTION:
                yield length, f"{path}:{node.lineno} {node.name}"


def long_views() -> Iterator[tuple[int, str]]:
    for path in sources(CODE):
        for node, length in functions(path):
            if length > VIEW and is_view(path, node):
                yield length, f"{path}:{node.lineno} {node.name}"


def long_templates() -> Iterator[tuple[int, str]]:
    yield from ((lines(path), str(path)) for path in sorted(CODE.rglob("*.html")) if lines(path) > TEMPLATE)


def wide_services() -> Iterator[tuple[int, str]]:
    """`actor` and `at` are on every service and do not count."""
    for path in sources(CODE):
        if "services" not in path.as_posix():
            continue
        for node, _length in functions(path):
            count = parameters(node) - sum(arg.arg in {"actor", "at"} for arg in node.args.kwonlyargs)
            if count > PARAMETERS:
                yield count, f"{path}:{node.lineno} {node.name}"


def long_tests() -> Iterator[tuple[int, str]]:
    for path in sources(Path("tests")):
        if lines(path) > TEST_FILE:
            yield lines(path), str(path)
        for node, length in functions(path):
            if length > TEST and node.name.startswith("test_"):
                yield length, f"{path}:{node.lineno} {node.name}"


ALARMS = (
    (f"files over {FILE} lines", long_files),
    (f"functions over {FUNCTION} lines", long_functions),
    (f"views over {VIEW} lines", long_views),
    (f"templates over {TEMPLATE} lines", long_templates),
    (f"services with more than {PARAMETERS} parameters beside actor and at", wide_services),
    (f"test files over {TEST_FILE} lines, tests over {TEST}", long_tests),
)


def main() -> None:
    for title, alarm in ALARMS:
        found = sorted(alarm(), reverse=True)
        print(f"== {title}: {len(found)}")
        for size, where in found:
            print(f"{size:6} {where}")
    code = sum(lines(path) for path in sources(CODE))
    tests = sum(lines(path) for path in sources(Path("tests")))
    print(f"== lines: {code} of code, {tests} of tests ({tests / code:.2f} to 1; between 1.4 and 2.3 is usual)")


if __name__ == "__main__":
    main()
