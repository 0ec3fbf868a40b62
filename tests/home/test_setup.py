"""A new portal starts with a tree, menus, groups and a review workflow; setting it up again changes nothing."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.management import call_command
from wagtail.models import Collection, GroupApprovalTask, Locale, Page, Site, Task, Workflow

from home.models import ContentPage, HomePage, SiteIdentity, SiteMenus
from home.setup import setup_site
from library.models import LibraryPage

SECTIONS = {"la-communaute", "bibliotheque", "calendrier", "nous-joindre"}


@pytest.fixture
def untouched(db):
    """The database as Wagtail’s own migrations leave it."""
    for model in (Site, Page, Collection, Locale, Group, Workflow, Task):
        model.objects.all().delete()
    french = Locale.objects.create(language_code="fr")
    root = Page.add_root(title="Root", slug="root", locale=french)
    welcome = root.add_child(instance=Page(title="Welcome to your new Wagtail site!", slug="home", locale=french))
    Site.objects.create(hostname="localhost", root_page=welcome, is_default_site=True)
    Collection.add_root(name="Root")
    Group.objects.create(name="Editors")
    Group.objects.create(name="Moderators")


def test_every_section_answers_in_french_and_in_english(client, site):
    for prefix in ("/", "/en/"):
        for section in ["", *(f"{slug}/" for slug in SECTIONS)]:
            assert client.get(prefix + section).status_code == 200, prefix + section


def test_the_review_of_wagtail_goes_with_the_group_that_did_it(untouched):
    theirs = Workflow.objects.create(name="Moderators approval")
    theirs.workflow_tasks.create(task=GroupApprovalTask.objects.create(name="Moderators approval"))
    setup_site()
    assert [workflow.name for workflow in Workflow.objects.all()] == ["Relecture"]
    assert not Task.objects.filter(name="Moderators approval").exists()


def test_the_welcome_page_and_the_groups_of_wagtail_go(untouched):
    setup_site()
    assert not Page.objects.filter(title__startswith="Welcome to").exists()
    assert set(Group.objects.values_list("name", flat=True)) == {"Édition", "Relecture", "Animation"}


def test_a_group_of_wagtail_that_somebody_uses_stays(untouched, aline):
    aline.groups.add(Group.objects.get(name="Editors"))
    setup_site()
    assert Group.objects.filter(name="Editors").exists()
    assert not Group.objects.filter(name="Moderators").exists()


def test_the_name_is_that_of_the_site(untouched):
    call_command("setup_site", name="Les Passeurs", verbosity=0)
    assert HomePage.objects.get(locale__language_code="fr").title == "Les Passeurs"
    assert SiteIdentity.for_site(Site.objects.get()).name == "Les Passeurs"


def test_signing_up_may_read_what_it_asks_to_accept(client, site):
    for address in ("/charte/", "/confidentialite/"):
        assert client.get(address).status_code == 200


def test_a_second_time_makes_nothing(site):
    before = counted()
    assert setup_site("Autre nom") == site
    assert counted() == before


def test_what_an_editor_or_an_administrator_changed_stays(site):
    Page.objects.get(slug="calendrier", locale__language_code="fr").specific.move(site.get_children().get(slug="la-communaute").specific)
    Group.objects.get(name="Animation").permissions.clear()
    menus = SiteMenus.for_site(Site.objects.get())
    del menus.main_menu[1:]
    menus.save()

    setup_site()

    assert Page.objects.filter(slug="calendrier").count() == 2
    assert not Group.objects.get(name="Animation").permissions.exists()
    assert len(SiteMenus.for_site(Site.objects.get()).main_menu) == 1


def test_what_is_missing_is_made_again(site):
    ContentPage.objects.get(slug="la-communaute", locale__language_code="fr").delete()
    setup_site()
    assert ContentPage.objects.filter(slug="la-communaute", locale__language_code="fr").exists()


def test_the_library_is_reviewed_by_the_reviewers(site):
    workflow = LibraryPage.objects.child_of(site).get().get_workflow()
    assert workflow == Workflow.objects.get(name="Relecture")
    assert [group.name for task in workflow.tasks for group in task.specific.groups.all()] == ["Relecture"]


def test_an_empty_database_gets_its_ground(db):
    Site.objects.all().delete()
    Page.objects.all().delete()
    Collection.objects.all().delete()
    Locale.objects.all().delete()
    home = setup_site()
    assert (home.url, home.get_parent().is_root()) == ("/", True)


def counted():
    return {model._meta.label: model._default_manager.count() for model in apps.get_models()}
