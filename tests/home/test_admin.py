"""The admin is the portal’s own: its name, its colour, what is to be done, a guide, and nothing from elsewhere."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import TaskState
from wagtail.search.index import insert_or_update_object

from events.models import CalendarPage, EventPage, Speaker
from forum.models import Space
from forum.opening import open_thread
from library.models import LibraryPage, ResourcePage
from members.models import OutgoingMail

HOME = "/admin/"


@pytest.fixture
def todo(as_member):
    """The lines of « À faire » for somebody."""

    def read(member):
        page = as_member(member).get(HOME).content.decode()
        panel = page.partition('class="todo">')[2].partition("</ul>")[0]
        return " ".join(re.sub(r"<[^>]+>", " ", panel).replace("\u00a0", " ").split())

    return read


def hold(site, slug, days, **fields):
    starts = timezone.now() + timedelta(days=days)
    event = EventPage(title=slug, slug=slug, starts_at=starts, ends_at=starts + timedelta(hours=1), **fields)
    CalendarPage.objects.child_of(site).get().add_child(instance=event)


def test_the_admin_speaks_french_under_the_name_of_the_site(as_member, edith):
    page = as_member(edith).get(HOME).content.decode()
    assert '<html lang="fr"' in page
    assert '<span class="portal-brand__name">Communauté de pratique</span>' in page


@pytest.mark.parametrize(
    ("place", "sheet"), [("development", "admin-development.css"), ("staging", "admin-staging.css"), ("odd", "admin-staging.css")]
)
def test_a_trial_has_another_colour_and_says_so(as_member, edith, settings, place, sheet):
    settings.ENVIRONMENT = place
    page = as_member(edith).get(HOME).content.decode()
    assert sheet in page
    assert "portal-brand__place" in page


def test_the_real_site_is_plain(as_member, edith, settings):
    settings.ENVIRONMENT = "production"
    page = as_member(edith).get(HOME).content.decode()
    assert "home/admin.css" in page
    assert "portal-brand__place" not in page


def test_nothing_to_do_is_said_too(as_member, edith):
    assert "Nothing waits" in as_member(edith).get(
        HOME, headers={"Accept-Language": "en"}
    ).content.decode() or "Rien n’attend" in as_member(edith).get(HOME).content.decode().replace("&#x27;", "’")


def test_editors_are_told_of_meetings_without_a_room_or_a_recording(todo, edith, claire, site):
    hold(site, "sans-salle", 3)
    hold(site, "en-personne", 3, modality="in-person")
    hold(site, "lointaine", 40)
    hold(site, "avec-salle", 3, join_url="https://visio.example/1")
    hold(site, "sans-reprise", -3, join_url="https://visio.example/2")
    hold(site, "ancienne", -90)
    lines = todo(edith)
    assert "sans-salle" in lines
    assert "sans-reprise" in lines
    assert not re.search("en-personne|lointaine|avec-salle|ancienne", lines)
    assert "sans-salle" not in todo(claire)


def test_facilitators_are_told_of_first_messages(todo, aline, claire, edith):
    open_thread(Space.objects.create(title="Animer", slug="animer", access="public"), aline, "Bonjour", "Je me présente.")
    assert todo(claire).startswith("1 ")
    assert todo(edith) == ""


def test_reviewers_are_told_of_pages_that_wait(todo, site, aline, edith):
    aline.groups.add(aline.groups.model.objects.get(name="Relecture"))
    page = LibraryPage.objects.child_of(site).get().add_child(instance=ResourcePage(title="Guide", slug="guide", summary="x", live=False))
    page.save_revision()
    page.get_workflow().start(page, edith)
    assert TaskState.objects.count() == 1
    assert todo(aline).startswith("1 ")


def test_the_approval_of_a_reviewer_publishes(site, as_member, aline, edith):
    aline.groups.add(aline.groups.model.objects.get(name="Relecture"))
    page = LibraryPage.objects.child_of(site).get().add_child(instance=ResourcePage(title="Guide", slug="guide", summary="x", live=False))
    page.save_revision()
    page.get_workflow().start(page, edith)
    task = page.current_workflow_task_state
    as_member(aline).post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task.pk]))

    assert ResourcePage.objects.get(slug="guide").live


def test_only_administrators_are_told_of_mails_that_failed(todo, admin, edith):
    OutgoingMail.objects.create(dedupe_key="x", kind="contact", to="a@example.org", subject="x", text="x", status="failed")
    assert todo(admin).startswith("1 ")
    assert todo(edith) == ""


def test_the_guide_stands_in_the_admin(as_member, edith):
    page = as_member(edith).get(reverse("editor_guide")).content.decode()
    assert "Les cinq gestes de tous les jours" in page
    assert page.count("<h1") == 1


def test_the_guide_is_for_those_who_enter_the_admin(as_member, aline, site):
    assert as_member(aline).get(reverse("editor_guide")).status_code == 302


def test_nothing_of_the_admin_comes_from_elsewhere(as_member, admin, site):
    client = as_member(admin)
    for name, args in [
        ("wagtailadmin_home", []),
        ("wagtailadmin_pages:edit", [site.pk]),
        ("wagtailimages:index", []),
        ("editor_guide", []),
    ]:
        page = client.get(reverse(name, args=args)).content.decode()
        loaded = re.findall(r'(?:src|srcset|action)="(https?://[^"]+)"|<link[^>]+href="(https?://[^"]+)"', page)
        assert not loaded, name
    dashboard = client.get(HOME).content.decode()
    assert "guide.wagtail.org" not in dashboard
    assert "releases.wagtail.org" not in dashboard


def test_the_index_is_written_again_on_demand(site, capsys):
    from django.core.management import call_command

    from search.models import Document

    Document.objects.all().delete()
    call_command("rebuild_index")
    assert Document.objects.filter(title="La communauté").exists()


SEARCHES = [
    "pages/",
    "pages/search/",
    "choose-page/search/",
    "images/",
    "images/chooser/results/",
    "documents/",
    "documents/chooser/results/",
    "resources/",
    "event_list/",
    "snippets/events/speaker/",
    "snippets/taggit/tag/",
    "registrations/",
    "users/",
]


@pytest.mark.parametrize("place", SEARCHES)
def test_any_text_may_be_typed_in_the_searches_of_the_admin(as_member, admin, site, place):
    client = as_member(admin)
    for typed in ['"', 'a" b', '"a b" "', "a'\\(* AND", "-", "nom:x", "100 %"]:
        assert client.get(f"/admin/{place}", {"q": typed}).status_code == 200, typed


def test_quotation_marks_do_not_hide_what_is_searched(as_member, admin, site):
    guide = ResourcePage(title="Guide du courtier", slug="guide", summary="x")
    insert_or_update_object(LibraryPage.objects.child_of(site).get().add_child(instance=guide))
    found = as_member(admin).get("/admin/resources/", {"q": '"courtier'}).content.decode()
    assert "Guide du courtier" in found


def test_a_speaker_is_found_by_name_and_by_organisation(as_member, edith, site):
    Speaker.objects.create(name="Maude Anctil", organisation="Cégep de Rimouski")
    for typed in ["anctil", "rimouski"]:
        assert "Maude Anctil" in as_member(edith).get("/admin/snippets/events/speaker/", {"q": typed}).content.decode()
