"""The newest resources as RSS, for any state of the list. What a visitor may read: a feed reader signs in nowhere."""

from django.contrib.auth.models import AnonymousUser
from django.contrib.syndication.views import Feed
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from library import facets
from library.forms import FilterForm
from library.listing import described
from library.models import LibraryPage, ResourcePage

NEWEST = 30


class Newest(Feed):
    description_template = None
    feed_copyright = None
    description = gettext_lazy("What has just been added to the library.")

    def get_object(self, request):
        return request

    def title(self, request):
        return _("Library: %(filters)s") % {"filters": described(request.GET)}

    def link(self, request):
        library = LibraryPage.objects.visible_to(AnonymousUser()).first()
        return f"{library.get_url(request) if library else '/'}?{request.GET.urlencode()}"

    def items(self, request):
        visible = ResourcePage.objects.visible_to(AnonymousUser())
        return facets.narrow(visible, FilterForm.parse(request.GET)).newest().for_listing()[:NEWEST]

    def item_title(self, resource):
        return f"{resource.title} ({resource.get_kind_display()})"

    def item_description(self, resource):
        return resource.summary_text

    def item_link(self, resource):
        return resource.url

    def item_guid(self, resource):
        return f"resource-{resource.pk}"

    item_guid_is_permalink = False

    def item_pubdate(self, resource):
        return resource.first_published_at

    def item_updateddate(self, resource):
        return resource.last_published_at

    def item_categories(self, resource):
        return [tag.name for tag in resource.tags.all()]
