"""The portal's own settings as a newcomer gets them, with what makes tests quick."""

import os

os.environ.setdefault("DEBUG", "1")

from portal.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WHITENOISE_AUTOREFRESH = True  # no staticfiles folder to warn about
