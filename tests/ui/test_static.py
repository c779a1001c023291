"""Static files: numbered and compressed once gathered, never a reason to refuse a page, and light."""

import gzip
import json
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.test import override_settings
from django.utils.functional import empty

NUMBERED = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "nghitruong.config.storage.NumberedStatic"},
}
FIRST_VIEW = 100_000
UI = Path("nghitruong/ui/static/ui")


@pytest.fixture
def static_root(tmp_path):
    with override_settings(STATIC_ROOT=tmp_path, STORAGES=NUMBERED):
        staticfiles_storage._wrapped = empty
        yield tmp_path
    staticfiles_storage._wrapped = empty


def test_file_not_gathered_keeps_its_plain_name(static_root):
    assert staticfiles_storage.url("ui/theme.css") == "/static/ui/theme.css"


def test_gathered_file_is_numbered_and_compressed(static_root):
    call_command("gather_static")

    name = json.loads((static_root / "staticfiles.json").read_text())["paths"]["ui/theme.css"]
    assert re.fullmatch(r"ui/theme\.[0-9a-f]{12}\.css", name)
    assert (static_root / f"{name}.gz").exists()
    assert re.search(
        r'url\("vendor/fonts/be-vietnam-pro-latin-400\.[0-9a-f]{12}\.woff2"\)', (static_root / name).read_text()
    )


def test_nothing_is_gathered_twice(static_root):
    call_command("gather_static")
    before = (static_root / "staticfiles.json").stat().st_mtime_ns

    call_command("gather_static")

    assert (static_root / "staticfiles.json").stat().st_mtime_ns == before


@pytest.mark.urls("tests.ui.sample_urls")
@pytest.mark.parametrize("name", ["viec", "danh-sach", "ban", "bieu-mau", "dang-nhap"])
def test_first_view_is_light(client, db, name):
    html = client.get(f"/mau/{name}/").content

    def packed(path):
        return len(gzip.compress((UI / path).read_bytes(), 6))

    asked = re.findall(r'(?:src|href)="/static/ui/([^"#]+)"', html.decode())
    fonts = [
        path for path in UI.glob("vendor/fonts/be-vietnam-pro-*") if re.search(r"(latin|vietnamese)-[457]00", path.name)
    ]
    total = len(gzip.compress(html, 6)) + sum(path.stat().st_size for path in fonts)
    total += sum(packed(path) for path in {*asked, "vendor/icons.svg"} if not path.endswith(".woff2"))

    assert total <= FIRST_VIEW
