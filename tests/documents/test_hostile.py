"""Five hundred files that mean harm: none runs, none leaves the store, what is refused is refused in words."""

import contextlib
import shutil
import socket
import subprocess

import pytest

from nghitruong.base.errors import Invalid
from nghitruong.documents import services
from nghitruong.documents.models import StoredFile
from nghitruong.documents.rules.differences import paragraphs
from nghitruong.documents.rules.form_check import check
from nghitruong.documents.rules.leaks import clean_file, leaks
from nghitruong.documents.services.storing import path_of
from nghitruong.intake.rules.files import read_file, scan
from tests.documents.hostile import corpus
from tests.factories import AT

pytestmark = pytest.mark.architecture  # once is enough: a database does not see what the files hold


@pytest.fixture
def caught(monkeypatch):
    """What reached out: a program started, a connection made."""
    reached: list[str] = []

    def refuse(_self, *asked, **_named):
        reached.append(str(asked[:1]))
        raise OSError

    monkeypatch.setattr(subprocess.Popen, "__init__", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(shutil, "which", lambda *_name, **_named: None)
    scan.recogniser.cache_clear()
    yield reached
    scan.recogniser.cache_clear()


def refusal(ask, *arguments):
    """Return the words of a refusal, None where there is none; anything but words fails the test."""
    try:
        ask(*arguments)
    except Invalid as error:
        return str(error)
    return None


def test_five_hundred_hostile_files_harm_nobody(clerk, settings, tmp_path, caught, monkeypatch):
    settings.FILES_ROOT = tmp_path / "kho"
    home = tmp_path / "nha"
    home.mkdir()
    monkeypatch.chdir(home)
    files, taken_in = corpus(), []

    for name, content, is_refused in files:
        told = refusal(
            lambda n, c: taken_in.append(services.store(name=n, content=c, actor=clerk, at=AT)), name, content
        )
        assert told is None or len(told) > 20, name
        if is_refused:
            assert (name, told is not None) == (name, True)
            assert refusal(read_file, name, content) is not None
        elif told is None:
            for look in (read_file, leaks, check, paragraphs, clean_file):
                with contextlib.suppress(Invalid):
                    look(name, content)

    assert len(files) >= 500
    assert caught == []
    assert list(home.iterdir()) == []
    kept = {path_of(sha256=each.sha256) for each in StoredFile.objects.all()}
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == kept
    assert all(settings.FILES_ROOT in path.parents for path in kept)
    assert [
        each.name for each in taken_in if set(each.name) & set("/\\<>:\x00\u202e\r\n") or len(each.name) > 200
    ] == []
