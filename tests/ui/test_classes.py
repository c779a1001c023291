"""A class named in a template is drawn by a style sheet or used by a script: a misspelt or cut-away one fails here."""

import re
from pathlib import Path

CODE = Path("nghitruong")
STYLES = [CODE / "ui/static/ui/theme.css", CODE / "ui/static/ui/vendor/bootstrap.css"]
TAGS = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)


def known_classes():
    text = "".join(path.read_text(encoding="utf-8") for path in [*STYLES, *CODE.glob("*/static/**/*.css")])
    return set(re.findall(r"\.([A-Za-z][\w-]*)", text))


def named_classes(path):
    """Return the classes of a template that are written out whole (not put together with a tag)."""
    text = TAGS.sub("\0", path.read_text(encoding="utf-8"))
    for value in re.findall(r'\sclass="([^"]*)"', text):
        for name in value.replace("\0", " \0 ").split() if "\0" not in value else re.split(r"\s+", value):
            if name and "\0" not in name:
                yield name


def test_every_class_of_a_template_is_known():
    known = known_classes()
    unknown = sorted(
        {f"{path}: {name}" for path in CODE.rglob("*.html") for name in named_classes(path) if name not in known}
    )

    assert unknown == []
