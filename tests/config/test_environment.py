import pytest
from django.core.exceptions import ImproperlyConfigured

from nghitruong.config import environment as env


def test_database_url_names_a_socket_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", "postgresql://me@%2Ftmp%2FPg/nt")

    found = env.database(tmp_path)

    assert (found["HOST"], found["NAME"], found["USER"]) == ("/tmp/Pg", "nt", "me")


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [
        ("NGHITRUONG_DEBUG", "maybe", lambda: env.flag("NGHITRUONG_DEBUG", default=False)),
        ("NGHITRUONG_UPLOAD_MB", "many", lambda: env.number("NGHITRUONG_UPLOAD_MB", default=1, least=1, most=9)),
        ("NGHITRUONG_UPLOAD_MB", "10", lambda: env.number("NGHITRUONG_UPLOAD_MB", default=1, least=1, most=9)),
    ],
)
def test_a_wrong_value_stops_the_start(monkeypatch, name, value, read):
    monkeypatch.setenv(name, value)

    with pytest.raises(ImproperlyConfigured, match=name):
        read()


def test_a_wrong_database_url_is_refused(monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", "mysql://x/y")

    with pytest.raises(ImproperlyConfigured, match="postgresql://"):
        env.database(tmp_path)


def test_a_key_is_made_once_and_kept_private(tmp_path):
    (tmp_path / "keys").mkdir()

    first, second = env.key(tmp_path, "a.key"), env.key(tmp_path, "a.key")

    assert first == second
    assert (tmp_path / "keys" / "a.key").stat().st_mode & 0o777 == 0o600
