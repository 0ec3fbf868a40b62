"""What an editor finds in the Wagtail admin."""

import pytest
from django.urls import reverse
from taggit.models import Tag


@pytest.fixture
def editor(as_member, edith, settings):
    settings.STAFF_NEEDS_SECOND_FACTOR = False
    return as_member(edith)


def test_the_list_of_resources_shows_kind_and_licence_and_filters(editor, new_resource):
    new_resource("Un livre", kind="book", licence="cc-by")
    new_resource("Un guide", kind="guide")

    html = editor.get(reverse("resources:index")).content.decode()
    assert "Un livre" in html
    assert "CC BY 4.0" in html

    html = editor.get(reverse("resources:index") + "?kind=guide").content.decode()
    assert "Un livre" not in html


def test_the_form_of_a_resource_opens_in_french(editor, library):
    html = editor.get(reverse("wagtailadmin_pages:add", args=["library", "resourcepage", library.pk])).content.decode()

    for words in ["Présentation", "Accès", "Notice", "Deux phrases", "De trois à six mots-clés"]:
        assert words in html, words


def test_a_resource_that_nobody_proposed_says_that_the_team_did(editor, library):
    html = editor.get(reverse("wagtailadmin_pages:add", args=["library", "resourcepage", library.pk])).content.decode()

    assert "L’équipe elle-même" in html


def test_an_editor_publishes_a_resource_from_the_form(editor, library, client):
    sent = {
        "title": "Une grille d’observation",
        "slug": "grille",
        "kind": "tool",
        "summary": "Pour observer une rencontre.",
        "language": "fr",
        "licence": "cc-by-sa",
        "audience": ["animer", "participer"],
        "tags": "observation, animation",
        "body-count": "0",
        "files-TOTAL_FORMS": "0",
        "files-INITIAL_FORMS": "0",
        "files-MIN_NUM_FORMS": "0",
        "files-MAX_NUM_FORMS": "1000",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "",
        "action-publish": "1",
    }
    answer = editor.post(reverse("wagtailadmin_pages:add", args=["library", "resourcepage", library.pk]), sent)
    assert answer.status_code == 302, answer.context["form"].errors

    page = client.get("/bibliotheque/?audience=animer&tag=observation").context["page_of_resources"][0]
    assert (page.title, page.audience) == ("Une grille d’observation", ["animer", "participer"])


def test_an_editor_renames_a_keyword(editor, new_resource):
    new_resource(tags=["annimation"])
    tag = Tag.objects.get()

    assert "annimation" in editor.get(reverse("wagtailsnippets_taggit_tag:list") + "?q=annim").content.decode()
    editor.post(reverse("wagtailsnippets_taggit_tag:edit", args=[tag.pk]), {"name": "animation", "slug": "animation"})

    tag.refresh_from_db()
    assert (tag.name, tag.slug) == ("animation", "animation")


def test_the_guide_of_every_resource_page_previews(editor, new_resource):
    page = new_resource(tags=["a"])

    for mode_page in (page, page.get_parent().specific):
        assert mode_page.make_preview_request().status_code == 200
