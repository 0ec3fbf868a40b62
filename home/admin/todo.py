"""« À faire » on the dashboard: what waits for somebody, for those who may do it."""

from datetime import timedelta

from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.ui.components import Component
from wagtail.models import TaskState
from wagtail.permissions import policy_registry

from events.models import EventPage
from forum.models import Post
from members.models import OutgoingMail

ROOM_NEEDED_WITHIN = timedelta(days=14)
REPLAY_EXPECTED_FOR = timedelta(days=60)
RECORDED = ("webinar", "talk")


class TodoPanel(Component):
    """One line for each kind of thing that waits; each line only for those who may act on it."""

    name = "todo"
    order = 50
    template_name = "home/admin/todo.html"

    def __init__(self, user):
        self.user = user

    def get_context_data(self, parent_context):
        lines = [*self._reviews(), *self._posts(), *self._events(), *self._mails()]
        return {"lines": [line for line in lines if line["count"]]}

    def _reviews(self):
        waiting = TaskState.objects.reviewable_by(self.user).count()
        yield _line(
            waiting,
            ngettext("page waits for your review", "pages wait for your review", waiting),
            reverse("wagtailadmin_home") + "#awaiting-review-section",
            "clipboard-list",
        )

    def _posts(self):
        waiting = Post.objects.moderated_by(self.user).pending()
        first = waiting.order_by("created_at").first()
        count = waiting.count() if first else 0
        words = ngettext("first message waits for approval in the forum", "first messages wait for approval in the forum", count)
        yield _line(count, words, first.get_absolute_url() if first else "", "comment")

    def _events(self):
        editable = policy_registry.get_by_type(EventPage).instances_user_has_permission_for(self.user, "change")
        events = EventPage.objects.live().filter(pk__in=editable.values("pk"), cancelled_at=None)
        now = timezone.now()
        soon = events.upcoming().exclude(modality="in-person").filter(join_url="", starts_at__lt=now + ROOM_NEEDED_WITHIN)
        yield from _each(soon, _("“{title}” is soon and has no online room"))
        over = events.past().filter(kind__in=RECORDED, replay_url="", ends_at__gt=now - REPLAY_EXPECTED_FOR)
        yield from _each(over, _("“{title}” is over and has no recording yet"))

    def _mails(self):
        if self.user.has_perm("members.view_outgoingmail"):
            address = _address("outgoing-mail_modeladmin_index") + "?status__exact=failed"
            count = OutgoingMail.objects.failed().count()
            yield _line(count, ngettext("mail could not be sent", "mails could not be sent", count), address, "mail")


def _each(events, words):
    for event in events[:5]:
        yield _line(1, words.format(title=event.title), reverse("wagtailadmin_pages:edit", args=[event.pk]), "date", is_named=True)


def _line(count, words, url, icon, is_named=False):
    return {"count": count, "words": words, "url": url, "icon": icon, "is_named": is_named}


def _address(name):
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
