"""What can be found, in a reader's words: the ``kind`` of a document, one of them, several of them."""

from django.utils.translation import gettext_lazy as _

KINDS = {
    "resource": (_("Resource"), _("Resources")),
    "toolkit": (_("Toolkit"), _("Toolkits")),
    "event": (_("Event"), _("Events")),
    "thread": (_("Thread"), _("Threads")),
    "page": (_("Page"), _("Pages")),
}
DATED = {"event", "thread"}  # the date of the others would mislead
