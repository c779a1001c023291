"""Nothing from outside is shipped unlisted, changed unseen or without its licence."""

import hashlib
import json
from pathlib import Path

UI = Path("nghitruong/ui")
VENDOR = UI / "static/ui/vendor"
LISTED = json.loads((UI / "data/vendored.json").read_text(encoding="utf-8"))
FONTS = Path("nghitruong/documents/data/fonts")
PRINTED = json.loads((FONTS / "vendored.json").read_text(encoding="utf-8"))
"""What a PDF is set in."""


def test_every_vendored_file_is_listed():
    shipped = {path.relative_to(VENDOR).as_posix() for path in VENDOR.rglob("*") if path.is_file()}

    assert {entry["file"] for entry in LISTED} == shipped


def test_every_vendored_file_is_as_listed():
    changed = [
        entry["file"]
        for entry in LISTED
        if hashlib.sha256((VENDOR / entry["file"]).read_bytes()).hexdigest() != entry["sha256"]
    ]

    assert changed == []


def test_the_fonts_of_printed_texts_are_listed_and_as_listed():
    shipped = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FONTS.glob("*.ttf")}

    assert {entry["file"]: entry["sha256"] for entry in PRINTED} == shipped
    assert {(entry["version"], entry["licence"]) for entry in PRINTED} == {("20201225-1", "OFL-1.1")}
    assert "Tinos" in (UI / "data/NOTICE.txt").read_text(encoding="utf-8")


def test_every_vendored_package_has_version_licence_and_notice():
    notice = (UI / "data/NOTICE.txt").read_text(encoding="utf-8")

    assert {entry["licence"] for entry in LISTED} == {"0BSD", "Apache-2.0", "MIT", "OFL-1.1"}
    assert all(entry["version"] and entry["made"].startswith(("as published", "derived")) for entry in LISTED)
    for words in ("The MIT License", "SIL OPEN FONT LICENSE", "Apache License", "Zero-Clause BSD"):
        assert words in notice


def test_every_icon_named_is_in_the_sprite():
    import re

    sprite = (VENDOR / "icons.svg").read_text(encoding="utf-8")
    known = set(re.findall(r'<symbol id="([^"]+)"', sprite))
    named = set()
    for path in Path("nghitruong").rglob("*.html"):
        named |= set(re.findall(r'{% icon "([^"]+)"', path.read_text(encoding="utf-8")))
        named |= set(re.findall(r'{% [^%]*\bicon="([^"]+)"', path.read_text(encoding="utf-8")))

    assert named - known == set()
