"""Each group by what it sees: the menu of the admin, and what its addresses answer."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.admin.menu import admin_menu
from wagtail.models import Page

from home.groups import ROLES
from home.roles import _permissions
from members.models import Member

EVERYBODY = {"editor_guide"}
MENUS = {
    "Édition": {
        *("wagtailadmin_explore_root", "wagtailimages:index", "wagtaildocs:index", "resources:index", "event_list:index"),
        *("registrations_modeladmin_index", "wagtailsnippets_taggit_tag:list", "wagtailsnippets_events_speaker:list"),
        *("wagtailredirects:index", "wagtailsearchpromotions:index", "home.sitemenus"),
        *(
            f"wagtailadmin_reports:{report}"
            for report in ("locked_pages", "workflow", "workflow_tasks", "site_history", "aging_pages", "page_types_usage")
        ),
    },
    "Relecture": set(),
    "Animation": {"forum_thread_modeladmin_index", "forum_post_modeladmin_index", "registrations_modeladmin_index"},
}
ADDRESSES = [
    ("wagtailadmin_home", "Édition Relecture Animation"),
    ("editor_guide", "Édition Relecture Animation"),
    ("wagtailimages:index", "Édition"),
    ("wagtailimages:add", "Édition"),
    ("wagtaildocs:index", "Édition"),
    ("wagtailredirects:index", "Édition"),
    ("wagtailsearchpromotions:index", "Édition"),
    ("wagtailsnippets_taggit_tag:list", "Édition"),
    ("wagtailsnippets_events_speaker:list", "Édition"),
    ("registrations_modeladmin_index", "Édition Animation"),
    ("outgoing-mail_modeladmin_index", ""),
    ("wagtailusers_users:index", ""),
    ("wagtailusers_groups:index", ""),
    ("wagtailsites:index", ""),
    ("wagtailadmin_workflows:index", ""),
    ("wagtailadmin_explore_root", "Édition"),
]
GROUPS = list(ROLES)


@pytest.fixture
def one_of(site, client):
    """Sign in as somebody whose only group is this one; returns the client and the member."""

    def sign_in(group):
        member = Member.objects.create_user("quelqu.un@cdp.example")
        member.groups.add(Group.objects.get(name=group))
        client.force_login(member)
        return client, member

    return sign_in


def shown(menu, request):
    """The addresses of a menu and of its submenus."""
    for item in menu.menu_items_for_request(request):
        if getattr(item, "menu", None):
            yield from shown(item.menu, request)
        elif item.url.startswith("/"):
            yield item.url


@pytest.mark.parametrize("group", GROUPS)
def test_the_menu_shows_what_the_group_may_do_and_nothing_else(one_of, rf, group):
    client, request = one_of(group)[0], rf.get("/admin/")
    request.user = Member.objects.get()
    addresses = set(shown(admin_menu, request))
    assert addresses == {address(name) for name in MENUS[group] | EVERYBODY}
    assert {client.get(url, follow=True).status_code for url in addresses} == {200}


def address(name):
    return reverse("wagtailsettings:edit", args=["home", "sitemenus"]) if name == "home.sitemenus" else reverse(name)


@pytest.mark.parametrize("group", GROUPS)
def test_each_address_answers_to_those_who_may_only(one_of, group):
    client, _member = one_of(group)
    answers = {name: client.get(reverse(name)).status_code for name, _groups in ADDRESSES}
    assert {name for name, status in answers.items() if status == 200} == {name for name, groups in ADDRESSES if group in groups.split()}
    assert set(answers.values()) <= {200, 302, 403}


@pytest.mark.parametrize("group", GROUPS)
def test_only_editors_change_and_publish_pages(one_of, site, group):
    client, member = one_of(group)
    for page in Page.objects.filter(depth__gt=1):
        may = page.permissions_for_user(member)
        assert may.can_edit() == may.can_publish() == (group == "Édition"), page
    status = client.get(reverse("wagtailadmin_pages:edit", args=[site.pk])).status_code
    assert status == (200 if group == "Édition" else 302)


def test_editors_write_menus_but_not_the_identity(one_of):
    client, _member = one_of("Édition")
    assert client.get(reverse("wagtailsettings:edit", args=["home", "sitemenus"]), follow=True).status_code == 200
    assert client.get(reverse("wagtailsettings:edit", args=["home", "siteidentity"])).status_code == 302


def test_a_member_without_a_group_does_not_enter(as_member, aline, site):
    assert as_member(aline).get(reverse("wagtailadmin_home")).status_code == 302


@pytest.mark.parametrize("group", GROUPS)
def test_each_permission_of_the_list_exists_and_was_given(site, group):
    role = ROLES[group]
    given = Group.objects.get(name=group)
    assert set(given.permissions.all()) == set(_permissions(role.rows))
    assert given.collection_permissions.count() == len(role.files)
    assert given.page_permissions.count() == 2 * len(role.pages)
