"""What can be found, in a reader's words. The key is the ``kind`` of a document."""

from django.utils.translation import gettext_lazy as _

KINDS = {
    "resource": _("Resources"),
    "toolkit": _("Toolkits"),
    "event": _("Events"),
    "thread": _("Conversations"),
    "page": _("Pages"),
}
