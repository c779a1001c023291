"""Settings: everything from the environment, refused when wrong."""

from __future__ import annotations

import os
from pathlib import Path

from csp.constants import NONE, SELF

from nghitruong.config import environment as env

HOME = env.home()
DEBUG = env.flag("NGHITRUONG_DEBUG", default=False)
DEMO = env.flag("NGHITRUONG_DEMO", default=(HOME / "demonstration").exists())
SECRET_KEY = env.key(HOME, "secret.key")
JOURNAL_KEY = env.key(HOME, "journal.key")
FACTOR_KEY = env.key(HOME, "factor.key")
ALLOWED_HOSTS = env.words("NGHITRUONG_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.words("NGHITRUONG_ORIGINS", default=[])

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    "nghitruong.config",
    "nghitruong.desk",
    "nghitruong.petitions",
    "nghitruong.intake",
    "nghitruong.reports",
    "nghitruong.contacts",
    "nghitruong.coordination",
    "nghitruong.meetings",
    "nghitruong.obligations",
    "nghitruong.documents",
    "nghitruong.search",
    "nghitruong.notices",
    "nghitruong.organisation",
    "nghitruong.territory",
    "nghitruong.accounts",
    "nghitruong.legalclock",
    "nghitruong.audit",
    "nghitruong.ui",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "nghitruong.audit.middleware.request_number",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "nghitruong.ui.middleware.chosen_language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "nghitruong.accounts.middleware.SignedIn",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "nghitruong.organisation.middleware.acting_person",
    "nghitruong.accounts.middleware.Door",
    "nghitruong.config.middleware.Incidents",
    "nghitruong.accounts.middleware.OneEffect",
]

ROOT_URLCONF = "nghitruong.config.urls"
ASGI_APPLICATION = "nghitruong.config.asgi.application"
WSGI_APPLICATION = "nghitruong.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "nghitruong.ui.views.frame",
            ],
        },
    }
]

DATABASES = {"default": env.database(HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
SESSION_ENGINE = "django.contrib.sessions.backends.db"  # a session ended elsewhere ends in every process
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CSRF_FAILURE_VIEW = "nghitruong.accounts.views.csrf_failure"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600

AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "/"
PASSWORD_HASHERS = ["nghitruong.accounts.rules.Argon2id", "django.contrib.auth.hashers.PBKDF2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [Path(__file__).resolve().parent.parent / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
FORMAT_MODULE_PATH = "nghitruong.config.formats"

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "nghitruong.config.storage.NumberedStatic"},
}
FILES_ROOT = HOME / "files"
IMPORT_WORKER = True  # long files are taken in by a process of their own
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
UPLOAD_LIMIT = env.number("NGHITRUONG_UPLOAD_MB", default=20, least=1, most=500) * 1024 * 1024

SEAL_FILE = os.environ.get("NGHITRUONG_SEAL_FILE", "")
SEAL_PASSWORD = os.environ.get("NGHITRUONG_SEAL_PASSWORD", "")
SEAL_TIME_STAMP = os.environ.get("NGHITRUONG_SEAL_TIME_STAMP", "")
SEAL_ROOTS = os.environ.get("NGHITRUONG_SEAL_ROOTS", "")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
BEHIND_TLS = env.flag("NGHITRUONG_TLS", default=False)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
SECURE_HSTS_SECONDS = 31536000 if BEHIND_TLS else 0
if BEHIND_TLS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s [%(number)s] %(message)s"}},
    "filters": {"number": {"()": "nghitruong.base.requests.WithRequest"}},
    "handlers": {
        "file": {
            "class": "logging.handlers.RotatingFileHandler",
            "filename": str(HOME / "logs" / "nghitruong.log"),
            "maxBytes": 10_000_000,
            "backupCount": 5,
            "encoding": "utf-8",
            "formatter": "line",
            "filters": ["number"],
            "delay": True,
        },
        "console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["number"], "level": "ERROR"},
    },
    "root": {"handlers": ["file", "console"], "level": "INFO"},
}
