"""Settings of the test runs: a fresh home, a database of its own (SQLite, or PostgreSQL by DATABASE_URL)."""

import os
import tempfile

os.environ["NGHITRUONG_HOME"] = tempfile.mkdtemp(prefix="nghitruong-test-")

from nghitruong.config.settings import *  # noqa: F403
from nghitruong.config.settings import DATABASES

IS_POSTGRES = "postgresql" in str(DATABASES["default"]["ENGINE"])
DATABASES["default"]["TEST"] = {} if IS_POSTGRES else {"NAME": os.environ["NGHITRUONG_HOME"] + "/test.sqlite3"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["*"]
IMPORT_WORKER = False  # tests do its steps themselves
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
