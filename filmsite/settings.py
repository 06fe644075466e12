"""Every setting of Double Bill, and every environment variable it reads, with its reason.

A start needs three things, and is refused in one line without them:

    SECRET_KEY      signs sessions and password-reset links; keep it out of git
    ALLOWED_HOSTS   the host names this site answers to, separated by commas
    SITE_URL        scheme and host of every absolute address it writes, e.g. https://doublebill.example

`make run` sets all three for a site on this machine. The rest has defaults:

    DATABASE_URL    sqlite:///var/db.sqlite3; for PostgreSQL postgres://user:password@host:5432/name
    VAR_DIR         var/: the database, uploads and collected static files
    MEDIA_ROOT      VAR_DIR/media: uploaded pictures and their renditions
    STATIC_ROOT     VAR_DIR/static: static files under hashed names (collectstatic)
    SITE_NAME       Double Bill
    TIME_ZONE       UTC: decides which day a date falls on; times are stored in UTC
    EMAIL_URL       consolemail:// prints mail; smtp+tls://user:password@host:587 sends it
    DEFAULT_FROM_EMAIL   editors@ the host of SITE_URL
    DEBUG           off; never on for a site that others reach
    HTTPS_ONLY      on when SITE_URL is https: secure cookies, HSTS, redirect from http
    PROXY_HEADER    e.g. X-Forwarded-Proto, when a proxy in front ends TLS and sets (not passes on) that header
"""

import sys
from pathlib import Path
from urllib.parse import urlsplit

import environ

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()


def required(name, meaning):
    """The value of the environment variable `name`; without it the start ends in one line."""
    value = env.str(name, default="").strip()
    if not value:
        sys.exit(f"Double Bill: {name} is not set ({meaning}). See filmsite/settings.py, or start with: make run")
    return value


def is_origin(url):
    """Whether `url` is scheme and host, perhaps a port: the site cannot live below a path."""
    try:
        parts = urlsplit(url)
        whole = f"{parts.scheme}://{parts.netloc}" == url and (parts.port is None or parts.port > 0)
    except ValueError:
        return False
    return whole and parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in url


# The three without which nothing starts
SECRET_KEY = required("SECRET_KEY", "a long random text that signs sessions and links")
ALLOWED_HOSTS = [
    host.strip() for host in required("ALLOWED_HOSTS", "host names, separated by commas").split(",") if host.strip()
]
SITE_URL = required("SITE_URL", "scheme and host of the site, e.g. https://doublebill.example").rstrip("/")
if not is_origin(SITE_URL):
    sys.exit("Double Bill: SITE_URL must look like https://doublebill.example: scheme, host, port, and nothing more.")

SITE_NAME = env.str("SITE_NAME", default="Double Bill")
DEBUG = env.bool("DEBUG", default=False)
VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var")))

# Applications, lowest floor first
INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "taggit",
    "admin_ordering",
    "csp",
    "accounts",
    "images",
    "films",
    "articles",
    "filmsite",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "filmsite.delivery.DeliveryMiddleware",
    "filmsite.arrival.NulMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "filmsite.urls"
WSGI_APPLICATION = "filmsite.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Database: one writer at a time, and what was acknowledged is on the disk
DATABASE_URL = env.str("DATABASE_URL", default="") or f"sqlite:///{VAR_DIR / 'db.sqlite3'}"
if DATABASE_URL.partition("://")[0] not in {"sqlite", "postgres", "postgresql"}:
    sys.exit("Double Bill: DATABASE_URL must look like postgres://user:password@host:5432/name or sqlite:///path.")
DATABASES = {"default": env.db_url_config(DATABASE_URL)}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        # BEGIN IMMEDIATE takes the write lock at once: without it 15 to 70 % of concurrent posts failed as locked.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # FULL: with NORMAL a power cut lost 500 of 500 acknowledged commits, with FULL none.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA mmap_size=134217728;",
    }
DATABASES["default"].setdefault("CONN_MAX_AGE", 600)
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Cache: the embedded one that every process shares; nothing of this version uses it, the comments will
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}

# People who sign in
AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "admin:login"

# Language and time
LANGUAGE_CODE = "en"
TIME_ZONE = env.str("TIME_ZONE", default="UTC")
USE_I18N = True
USE_TZ = True

# Files
STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(VAR_DIR / "static")))
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(VAR_DIR / "media")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FILE_UPLOAD_PERMISSIONS = 0o644
# An article of 200 kB with a full grid of takes fits; a picture comes as a file and has its own limit.
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

# Tags: "Tokyo" and "tokyo" are one
TAGGIT_CASE_INSENSITIVE = True
TAGGIT_STRIP_UNICODE_WHEN_SLUGIFYING = True

# Mail
vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default=f"editors@{urlsplit(SITE_URL).hostname}")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# Safety. No nonce in the policy: public bytes are the same for everyone.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "form-action": ["'self'"],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
HTTPS_ONLY = env.bool("HTTPS_ONLY", default=SITE_URL.startswith("https://"))
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS_ONLY
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS_ONLY else 0
SECURE_REDIRECT_EXEMPT = [r"^health/$"]
CSRF_TRUSTED_ORIGINS = [SITE_URL]
if env.str("PROXY_HEADER", default=""):
    SECURE_PROXY_SSL_HEADER = ("HTTP_" + env.str("PROXY_HEADER").upper().replace("-", "_"), "https")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
