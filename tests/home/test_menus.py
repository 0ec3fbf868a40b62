"""The menus: what they lead to, for whom, in which language, and at what cost."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.template import Context, Template
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import Page, PageViewRestriction, Site

from home.models import ContentPage, SiteIdentity, SiteMenus


@pytest.fixture
def menus(site):
    return SiteMenus.for_site(Site.objects.get())


@pytest.fixture
def shown(rf, visitor):
    """What a tag of ``{% load menus %}`` gives to a reader of an address."""

    def show(tag, path="/", user=visitor):
        request = rf.get(path)
        request.user = user
        context = Context({"request": request})
        with translation.override("fr"):
            Template(f"{{% load menus %}}{{% {tag} as it %}}").render(context)
        return context["it"]

    return show


def labels(links):
    return [link["label"] for link in links]


def entry(page=None, url="", label="", label_en="", children=()):
    return {"page": page and page.pk, "url": url, "label": label, "label_en": label_en, "children": list(children)}


def fill(menus, *entries):
    menus.main_menu = [{"type": "entry", "value": value} for value in entries]
    menus.save()


def section(slug):
    return Page.objects.get(slug=slug, locale__language_code="fr")


def test_a_new_portal_has_its_sections_in_the_menu(shown, site):
    assert labels(shown("main_menu")) == ["La communauté", "Bibliothèque", "Calendrier", "Forum", "Nous joindre"]
    assert labels(shown("footer_menu")["columns"][0]["links"]) == ["La communauté", "Bibliothèque", "Calendrier"]


def test_in_english_the_menu_leads_to_the_english_pages(client, site):
    answer = client.get("/en/").content.decode()
    assert '<a href="/en/bibliotheque/">Library</a>' in answer
    assert '<a href="/en/forum/">Forum</a>' in answer


def test_a_page_that_is_not_translated_keeps_its_own_words(client, menus, site):
    fill(menus, entry(site.add_child(instance=ContentPage(title="Charte", slug="engagement"))))
    assert '<a href="/engagement/">Charte</a>' in client.get("/en/").content.decode()


def test_where_the_reader_is_is_told(shown, site):
    current = [link["label"] for link in shown("main_menu", "/bibliotheque/une-fiche/") if link["is_current"]]
    assert current == ["Bibliothèque"]
    assert not [link for link in shown("main_menu", "/") if link["is_current"]]


def test_an_entry_unfolds_its_children(shown, menus):
    fill(
        menus, entry(section("la-communaute"), children=[entry(section("calendrier")), entry(url="https://example.org/", label="Ailleurs")])
    )
    (first,) = shown("main_menu")
    assert [(child["label"], child["url"]) for child in first["children"]] == [
        ("Calendrier", "/calendrier/"),
        ("Ailleurs", "https://example.org/"),
    ]


def test_an_unpublished_or_deleted_page_leaves_the_menu(shown, site):
    section("bibliotheque").unpublish()
    section("calendrier").delete()
    assert labels(shown("main_menu")) == ["La communauté", "Forum", "Nous joindre"]


def test_a_page_that_moves_or_changes_its_title_is_followed(shown, site):
    shown("main_menu")
    calendar = section("calendrier").specific
    calendar.slug, calendar.title = "agenda", "Agenda"
    calendar.save_revision().publish()
    assert [(link["label"], link["url"]) for link in shown("main_menu")][2] == ("Agenda", "/agenda/")


def test_what_is_for_members_shows_to_members(shown, site, aline):
    PageViewRestriction.objects.create(page=section("bibliotheque"), restriction_type=PageViewRestriction.LOGIN)
    assert "Bibliothèque" not in labels(shown("main_menu"))
    assert "Bibliothèque" in labels(shown("main_menu", user=aline))


def test_what_is_for_a_group_shows_to_that_group(shown, site, aline, edith, admin):
    restriction = PageViewRestriction.objects.create(page=section("bibliotheque"), restriction_type=PageViewRestriction.GROUPS)
    restriction.groups.add(Group.objects.get(name="Édition"))
    assert [user.first_name for user in (aline, edith, admin) if "Bibliothèque" in labels(shown("main_menu", user=user))] == [
        "Edith",
        "Ada",
    ]


def test_once_read_the_menus_ask_nothing(shown, site, django_assert_num_queries):
    shown("main_menu")
    with django_assert_num_queries(0):
        shown("main_menu")
        shown("footer_menu")
        shown("site_identity")


def test_reading_them_costs_the_same_whatever_their_length(shown, menus):
    costs = []
    for length in (1, 1, 8):  # the first reading warms what Django and Wagtail keep
        fill(menus, *[entry(section("la-communaute"), children=[entry(section("calendrier"))] * length)] * length)
        with CaptureQueriesContext(connection) as queries:
            assert len(shown("main_menu")) == length
        costs.append(len(queries))
    assert costs[1] == costs[2] <= 8


def test_the_identity_is_that_of_the_settings(shown, site):
    identity = SiteIdentity.for_site(Site.objects.get())
    identity.name, identity.tagline, identity.tagline_en = "Les Passeurs", "Apprendre à plusieurs", "Learning together"
    identity.save()
    assert shown("site_identity") == {"name": "Les Passeurs", "tagline": "Apprendre à plusieurs", "logo": None}


def test_a_mail_has_no_request_and_still_a_name(site):
    assert Template("{% load menus %}{% site_identity as it %}{{ it.name }}").render(Context()) == "Communauté de pratique"


@pytest.mark.parametrize("wrong", [entry(url="javascript:alert(1)", label="x"), entry(url="/forum/"), entry()])
def test_an_editor_is_told_what_an_entry_lacks(wrong):
    block = SiteMenus._meta.get_field("main_menu").stream_block.child_blocks["entry"]
    with pytest.raises(Exception, match=r".*") as refusal:
        block.clean(block.to_python(wrong))
    assert refusal.value.block_errors


def test_a_new_entry_begins_without_an_entry_below_that_would_have_to_be_filled():
    block = SiteMenus._meta.get_field("main_menu").stream_block.child_blocks["entry"]
    assert len(block.child_blocks["children"].get_default()) == 0
