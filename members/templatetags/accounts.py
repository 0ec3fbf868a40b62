import json

from django import template
from django.core.serializers.json import DjangoJSONEncoder
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

register = template.Library()


@register.simple_tag(takes_context=True)
def account_places(context):
    """The pages of one's account, for ``components/side_nav.html``. One query, for the unread notifications."""
    request = context["request"]
    places = [
        (reverse("edit_profile"), _("My profile"), "user-round", 0),
        (reverse("notifications"), _("Notifications"), "bell", request.user.unread_notifications),
        (reverse("account_email"), _("E-mail addresses"), "mail", 0),
        (reverse("account_change_password"), _("Password"), "key-round", 0),
        (reverse("mfa_index"), pgettext("of an account", "Security"), "shield-check", 0),
    ]
    here = max((url for url, *_rest in places if request.path.startswith(url)), key=len, default="")
    return [
        {"url": url, "label": label, "symbol": symbol, "count": count, "is_current": url == here} for url, label, symbol, count in places
    ]


@register.filter
def as_json(value):
    """``value`` as JSON for a data attribute; escaped like any other text."""
    return json.dumps(value, cls=DjangoJSONEncoder)
