"""The colour and the name by which an editor tells the real site from a trial."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

NAMES = {"development": _("Development"), "staging": _("Rehearsal"), "production": _("Production")}


def current():
    key = settings.ENVIRONMENT if settings.ENVIRONMENT in NAMES else "staging"
    return {"key": key, "name": NAMES[key], "is_shown": key != "production"}
