"""Typed reading of the environment. A value that cannot be understood stops the start with its name."""

import os

from django.core.exceptions import ImproperlyConfigured


def text(name, default=None):
    """The variable, or ``default``; raises ``ImproperlyConfigured`` when there is neither."""
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(f"{name} must be set in the environment.")
    return value


def flag(name, default=False):
    """True for 1, true, yes, on; False for 0, false, no, off and the empty string."""
    value = os.environ.get(name, "1" if default else "0").strip().lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off", ""}:
        return False
    raise ImproperlyConfigured(f"{name} must be 1 or 0, not {value!r}.")


def number(name, default):
    """The variable as a whole number, or ``default``."""
    value = os.environ.get(name, str(default))
    try:
        return int(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a whole number, not {value!r}.") from None


def words(name, default=()):
    """A comma-separated list, without empty items."""
    value = os.environ.get(name)
    if value is None:
        return list(default)
    return [word.strip() for word in value.split(",") if word.strip()]
