"""The Wagtail admin of the portal: its name and colour, what is to be done, the editor’s guide."""

from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permission_policies.pages import PagePermissionPolicy

from home.admin import environment
from home.admin.guide import guide
from home.admin.todo import TodoPanel

page_permissions = PagePermissionPolicy()
ELSEWHERE = ("whats-new-in-wagtail", "editor-guide")


@hooks.register("insert_global_admin_css")
def colours():
    sheets = ["home/admin.css"]
    if environment.current()["is_shown"]:
        sheets.append(f"home/admin-{environment.current()['key']}.css")
    return format_html_join("", '<link rel="stylesheet" href="{}">', ((static(sheet),) for sheet in sheets))


@hooks.register("construct_homepage_panels")
def what_is_to_be_done(request, panels):
    panels.append(TodoPanel(request.user))


@hooks.register("construct_help_menu")
def stay_here(request, items):
    """The links of the help menu that lead to other sites go: the guide is ours."""
    items[:] = [item for item in items if not item.name.startswith(ELSEWHERE)]


@hooks.register("construct_main_menu")
def lists_of_pages_for_those_who_edit_pages(request, items):
    """Wagtail shows a flat list of pages to everybody and then refuses to open it."""
    if not page_permissions.explorable_root_instance(request.user):
        lists = {reverse(name) for name in ("resources:index", "event_list:index")}
        items[:] = [item for item in items if lists.isdisjoint(_addresses(item, request))]


def _addresses(item, request):
    submenu = getattr(item, "menu", None)
    return {entry.url for entry in submenu.menu_items_for_request(request)} if submenu else {item.url}


@hooks.register("after_edit_page")
def reviewers_come_back_to_what_waits(request, page):
    """Wagtail leads to the list of pages, which refuses those who only review."""
    if "action-workflow-action" in request.POST and not page_permissions.explorable_root_instance(request.user):
        return redirect("wagtailadmin_home")


@hooks.register("register_admin_urls")
def addresses():
    return [path("guide/", guide, name="editor_guide")]


@hooks.register("register_admin_menu_item")
def guide_in_the_menu():
    return MenuItem(_("Editor’s guide"), reverse("editor_guide"), name="editor-guide", icon_name="help", order=9000)
