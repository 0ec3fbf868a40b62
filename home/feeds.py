"""What is new everywhere, as RSS: resources, meetings announced, conversations. What a visitor may read, whoever asks."""

from datetime import UTC, datetime
from operator import itemgetter

from django.contrib.auth.models import AnonymousUser
from django.contrib.syndication.views import Feed
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Site

from forum.models import Thread
from home.gathering import events_for
from home.models import SiteIdentity
from library.models import ResourcePage

NEWEST = 30
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class News(Feed):
    """The thirty newest things, the latest first; six queries."""

    description = gettext_lazy("New resources, meetings and conversations.")

    def get_object(self, request):
        return request

    def title(self, request):
        return SiteIdentity.for_request(request).name or Site.find_for_request(request).site_name

    def link(self, request):
        return request.path.partition("flux/")[0]

    def items(self, request):
        visitor = AnonymousUser()
        news = [_page_item(page) for page in ResourcePage.objects.visible_to(visitor).newest()[:NEWEST]]
        news += [_page_item(page) for page in events_for(visitor).order_by("-first_published_at")[:NEWEST]]
        news += [_thread_item(thread) for thread in Thread.objects.visible_to(visitor).public().for_listing()[:NEWEST]]
        return sorted(news, key=itemgetter("date"), reverse=True)[:NEWEST]

    def item_title(self, item):
        return item["title"]

    def item_description(self, item):
        return item["summary"]

    def item_link(self, item):
        return item["url"]

    def item_pubdate(self, item):
        return item["date"]


def _page_item(page):
    title = f"{page.title} ({page.get_kind_display()})"
    return {"title": title, "summary": page.summary_text, "url": page.url, "date": page.first_published_at or EPOCH}


def _thread_item(thread):
    title = _("%(title)s (conversation)") % {"title": thread.title}
    return {"title": title, "summary": thread.space.title, "url": thread.get_absolute_url(), "date": thread.active_at}
