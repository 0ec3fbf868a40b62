"""The forum's rows in the Wagtail admin: read, filtered, exported. Acting on them happens in the thread, in front of everyone."""

from django.contrib.admin import SimpleListFilter
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail_modeladmin.options import ModelAdminGroup

from forum import policy
from forum.models import Membership, Post, Space, Thread
from members.modeladmin import CommunityModelAdmin, ScopedPermissions


def on_site(admin, row):
    return format_html('<a href="{}">{}</a>', row.get_absolute_url(), _("Read on the site"))


on_site.short_description = _("On the site")


class SpaceFilter(SimpleListFilter):
    """The spaces of which the list has rows: those that the reader moderates."""

    title = _("space")
    parameter_name = "space"
    path = "space"

    def lookups(self, request, model_admin):
        spaces = Space.objects.filter(pk__in=model_admin.get_queryset(request).order_by().values(self.path))
        return [(str(space.pk), space.title) for space in spaces]

    def queryset(self, request, queryset):
        known = {key for key, _title in self.lookup_choices}
        return queryset.filter(**{self.path: self.value()}) if self.value() in known else queryset


class SpaceOfPostFilter(SpaceFilter):
    path = "thread__space"


class StateFilter(SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("pending", _("Waiting for approval")), ("hidden", _("Withdrawn")), ("public", _("Published"))]

    def queryset(self, request, queryset):
        match self.value():
            case "pending":
                return queryset.pending()
            case "hidden":
                return queryset.hidden()
            case "public":
                return queryset.public()
        return queryset


class ThreadAdmin(CommunityModelAdmin):
    model = Thread
    menu_icon = "comment"
    can_add = can_edit = can_delete = False
    on_site = on_site
    list_display = ["title", "space", "author", "reply_count", "active_at", "on_site"]
    list_filter = [SpaceFilter, StateFilter, "opened_at"]
    list_select_related = ["space", "author"]
    list_export = ["title", "space", "author", "reply_count", "accepted_count", "opened_at", "active_at", "closed_at", "hidden_at"]
    export_filename = "fils"
    search_fields = ["title", "author__first_name", "author__last_name"]
    inspect_view_fields = [*list_export, "approved_at", "pinned_at", "tags"]

    def scope(self, user, rows):
        return rows.moderated_by(user)


class PostAdmin(CommunityModelAdmin):
    model = Post
    menu_icon = "openquote"
    can_add = can_edit = can_delete = False
    on_site = on_site
    list_display = ["excerpt", "thread", "author", "created_at", "on_site"]
    list_filter = [SpaceOfPostFilter, StateFilter, "created_at"]
    list_select_related = ["thread__space", "author"]
    list_export = ["thread", "number", "author", "plain", "created_at", "approved_at", "edited_at", "hidden_at", "accepted_at"]
    export_filename = "messages"
    search_fields = ["plain", "thread__title", "author__first_name", "author__last_name"]
    inspect_view_fields = [*list_export, "approved_by"]
    ordering = ["-created_at", "-pk"]

    def scope(self, user, rows):
        return rows.moderated_by(user)

    def excerpt(self, post):
        return post.plain[:90] + ("…" if len(post.plain) > 90 else "")

    excerpt.short_description = _("Message")
    excerpt.admin_order_field = "plain"


class ManagersOnly(ScopedPermissions):
    """Moderating is a permission on spaces too, but it opens no list of them."""

    def user_can_list(self, user):
        return policy.manages(user)


class SpaceAdmin(CommunityModelAdmin):
    model = Space
    permission_helper_class = ManagersOnly
    menu_icon = "folder-open-inverse"
    can_delete = False  # a space keeps its threads; emptying it is a decision taken elsewhere
    on_site = on_site
    list_display = ["title", "access", "position", "on_site"]
    list_filter = ["access"]
    search_fields = ["title", "description"]
    panels = [
        MultiFieldPanel(
            [FieldPanel("title"), FieldPanel("slug"), FieldPanel("description"), FieldPanel("icon"), FieldPanel("position")],
            heading=_("Space"),
        ),
        MultiFieldPanel([FieldPanel("access"), FieldPanel("facilitators")], heading=_("People")),
    ]

    def scope(self, user, rows):
        return rows.managed_by(user)


class MembershipAdmin(CommunityModelAdmin):
    model = Membership
    menu_icon = "group"
    menu_label = _("Working groups")
    can_edit = False
    list_display = ["space", "member", "joined_at"]
    list_filter = [SpaceFilter]
    list_select_related = ["space", "member"]
    search_fields = ["member__first_name", "member__last_name", "space__title"]

    def scope(self, user, rows):
        return rows.filter(space__in=Space.objects.managed_by(user))


class ForumGroup(ModelAdminGroup):
    menu_label = _("Forum")
    menu_icon = "comment"
    menu_order = 210
    items = [ThreadAdmin, PostAdmin, SpaceAdmin, MembershipAdmin]
