"""House rules as Django system checks."""

from django.conf import settings
from django.core.checks import Error, Tags, register


@register(Tags.security)
def one_search_app(app_configs, **kwargs):
    """``modelsearch`` beside ``wagtail.search`` makes two apps claim the same tables."""
    if "modelsearch" in settings.INSTALLED_APPS and "wagtail.search" in settings.INSTALLED_APPS:
        return [Error("List wagtail.search only, never modelsearch too.", id="portal.E001")]
    return []


@register(Tags.security)
def uploads_are_private(app_configs, **kwargs):
    """An upload under the public media root would answer to anyone who has its address."""
    default = settings.STORAGES["default"].get("OPTIONS", {})
    if default.get("location") and settings.MEDIA_ROOT in (default["location"], *default["location"].parents):
        return [Error("The default storage must lie outside MEDIA_ROOT.", id="portal.E002")]
    return []
