"""Django's settings, made from one typed Settings. Importing this makes nothing on disk and needs nothing in the environment."""

from askfirst.config.clock import now
from askfirst.config.environment import read_environment
from askfirst.guard.browser import browser_at
from askfirst.guard.door import fetch
from askfirst.guard.names import texts_of

ASKFIRST = read_environment()

DEBUG = False
SECRET_KEY = ASKFIRST.secret_key
CLOCK = now  # read once for each request and each pass of the worker; tests put their own here
DOOR = fetch  # the one way out to a page, on somebody's press; tests put one here that reaches a server of their own
NAMES = texts_of  # the one question to the name system, on somebody's press too
PRODUCTION = ASKFIRST.mode == "production"
ALLOWED_HOSTS = list(ASKFIRST.hosts)
ROOT_URLCONF = "askfirst.config.urls"
WSGI_APPLICATION = "askfirst.config.wsgi.application"

INSTALLED_APPS = [
    "whitenoise.runserver_nostatic",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "rest_framework",
    "drf_spectacular",
    "askfirst.people.second_step_apps.Account",
    "askfirst.people.second_step_apps.Mfa",
    "askfirst.trail",
    "askfirst.vault",
    "askfirst.people",
    "askfirst.sites",
    "askfirst.adoption",
    "askfirst.casework",
    "askfirst.records",
    "askfirst.web",
    "askfirst.api",
]

MIDDLEWARE = [
    "askfirst.config.proxies.NamedProxies",
    "askfirst.config.once.AskedOnce",
    "askfirst.web.headers.SafeHeaders",
    "askfirst.web.headers.Squeezed",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "askfirst.web.session.WhoIsHere",
]
AUTH_USER_MODEL = "people.Person"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": ["django.template.context_processors.request", "askfirst.web.house.house"],
            "builtins": ["askfirst.web.templatetags.askfirst"],
        },
    }
]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(ASKFIRST.data / "db" / "askfirst.sqlite3"),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;",
        },
    }
}

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English")]  # dates follow the words: no half-translated page
TIME_ZONE = "Europe/London"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = ASKFIRST.data / "static"
STORAGES = {
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if ASKFIRST.hashed_static
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not ASKFIRST.hashed_static

BROWSER = browser_at(ASKFIRST.browser)  # what draws pages that are checked, "" where nothing does
READS_PICTURES = ASKFIRST.read_pictures  # words in photos, where what reads them is installed

# A draft of 100,000 code points, percent-encoded, may take 1.2 MB; the limit in characters is told by the check itself.
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 100
FILE_UPLOAD_HANDLERS = ["askfirst.config.uploads.HeldInMemory", "django.core.files.uploadhandler.MemoryFileUploadHandler"]

# Second steps: what django-allauth keeps is sealed by us; its own pages and signals are not used (docs/decisions/0010).
MFA_ADAPTER = "askfirst.people.second_step_seal.Sealed"
MFA_RECOVERY_CODE_COUNT = 10
MFA_RECOVERY_CODE_DIGITS = 8

# Sessions live in the database, signed out by `web.session` long before the table would forget them.
SESSION_ENGINE = "askfirst.people.accounts_sessions"
SESSION_COOKIE_NAME = "__Host-session" if PRODUCTION else "session"
SESSION_COOKIE_SECURE = PRODUCTION
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"  # a link in a mail finds its reader signed in
SESSION_EXPIRE_AT_BROWSER_CLOSE = True  # computers are shared
SESSION_COOKIE_AGE = 9 * 60 * 60

KNOWN_COOKIE_NAME = "__Host-known" if PRODUCTION else "known"  # a browser that signed in before: web.sign_in

CSRF_COOKIE_NAME = "__Host-csrftoken" if PRODUCTION else "csrftoken"
CSRF_COOKIE_SECURE = PRODUCTION
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None  # gone with the browser window: computers are shared
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "askfirst.web.errors.stale_form"
CSRF_TRUSTED_ORIGINS = [ASKFIRST.address] if PRODUCTION else []  # behind a proxy the server itself is spoken to without TLS
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"

LOGGING_CONFIG = "askfirst.config.logs.set_up"
LOGGING: dict[str, object] = {"version": 1}  # not empty: Django would never call the line above

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["askfirst.api.doors.Undeclared"],
    "DEFAULT_PARSER_CLASSES": ["askfirst.api.bodies.LimitedJSON"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "askfirst.api.problems.problem",
    "UNAUTHENTICATED_USER": None,
    "UNAUTHENTICATED_TOKEN": None,
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "askfirst.api.doors.AlwaysJSON",
}

SPECTACULAR_SETTINGS = {
    "TITLE": "AskFirst",
    "DESCRIPTION": "Ask before you post. It flags, it never blocks, and it watches nobody.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["askfirst.api.doors.Anyone"],
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "ENUM_NAME_OVERRIDES": {  # one set of choices asked in several fields has one name
        "YesOrNoEnum": ["yes", "no"],
        "TrueOrFalseEnum": ["true", "false"],
        "OfferedEnum": ["done", "declined", "not-needed"],
        "AuthorEnum": ["staff", "student"],
        "ReaderEnum": ["staff", "student", "parent"],
    },
}
