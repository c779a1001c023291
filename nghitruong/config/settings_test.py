"""Settings of the test runs: a fresh home, a database of its own (SQLite, or PostgreSQL by DATABASE_URL)."""

import os
import tempfile

os.environ["NGHITRUONG_HOME"] = tempfile.mkdtemp(prefix="nghitruong-test-")

from nghitruong.config.settings import *  # noqa: F403
from nghitruong.config.settings import DATABASES

DATABASES["default"]["TEST"] = (
    {} if "postgresql" in DATABASES["default"]["ENGINE"] else {"NAME": os.environ["NGHITRUONG_HOME"] + "/test.sqlite3"}
)  # type: ignore[operator]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["*"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
