import json
import re

import pytest
from django.core.exceptions import ValidationError

from library.models import ResourcePage


def data(response):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', response.content.decode(), re.S)[1])


def test_a_book_shows_its_reference_and_what_may_be_done_with_it(client, new_resource):
    book = new_resource(
        "Situated learning", kind="book", authors="Lave, J. et Wenger, E.", publisher="Cambridge University Press", year=1991
    )

    html = client.get(book.url).content.decode()

    assert "Lave, J. et Wenger, E. (1991). <em>Situated learning</em>. Cambridge University Press" in html
    assert "Tous droits réservés" in html
    assert "bibliothèque publique ou universitaire" in html


def test_a_video_is_loaded_only_when_it_is_asked_for(client, new_resource):
    video = new_resource(kind="video", video_url="https://vimeo.com/76979871")

    html = client.get(video.url).content.decode()

    assert "<iframe" not in html
    assert 'data-player="https://player.vimeo.com/video/76979871?dnt=1"' in html


def test_an_address_elsewhere_says_where_it_leads(client, new_resource):
    page = new_resource(kind="website", address="https://www.wenger-trayner.com/resources/")

    html = client.get(page.url).content.decode()

    assert "Visiter le site" in html
    assert ">wenger-trayner.com<" in html


def test_the_data_of_the_page_parse_and_hold_the_record(client, new_resource):
    page = new_resource("Guide </script>", kind="guide", licence="cc-by", year=2019, tags=["écoute"], audience=["animer"], language="en")

    record = data(client.get(page.url))

    assert record["@type"] == "LearningResource"
    assert record["name"] == "Guide </script>"
    assert record["keywords"] == ["écoute"]
    assert record["license"] == "https://creativecommons.org/licenses/by/4.0/deed.fr"
    assert (record["inLanguage"], record["datePublished"]) == ("en", "2019")


def test_related_resources_share_most_tags_and_are_never_more_than_four(client, new_resource):
    for number in range(4):
        new_resource(f"Une fois {number}", tags=["a"])
    new_resource("Deux fois", tags=["a", "b"])
    new_resource("Jamais", tags=["z"])
    page = new_resource("Celle-ci", tags=["a", "b"])

    related = [resource.title for resource in client.get(page.url).context["related"]]

    assert related == ["Deux fois", "Une fois 3", "Une fois 2", "Une fois 1"]


def test_the_page_names_its_toolkits(client, new_resource, new_toolkit):
    page = new_resource()
    new_toolkit("Lancer une communauté", [page])

    assert 'href="/bibliotheque/trousses/lancer-une-communaute/"' in client.get(page.url).content.decode()


def test_nothing_for_members_shows_on_the_page_of_a_public_resource(client, new_resource, new_toolkit, for_members):
    page = new_resource(tags=["écoute"])
    for_members(new_resource("Secrète un", tags=["écoute"]))
    for_members(new_toolkit("Secrète deux", [page]))

    assert "Secrète" not in client.get(page.url).content.decode()


def test_a_visitor_is_led_to_sign_in_before_a_resource_for_members(client, new_resource, for_members, as_member, aline):
    page = for_members(new_resource("Réservée"))

    assert client.get(page.url).status_code == 302
    answer = as_member(aline).get(page.url)
    assert "Réservé aux membres" in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]


def test_the_page_costs_the_same_whatever_surrounds_it(new_resource, new_toolkit, assert_flat):
    page = new_resource(tags=["a", "b"])
    new_resource("Voisine", tags=["a"])
    new_toolkit("Trousse", [page])

    def grow():
        for number in range(6):
            new_toolkit(f"Trousse {number}", [page, new_resource(f"Fiche {number}", tags=["a", "b", "c"])])

    assert_flat(page.url, grow, at_most=18)


def test_only_the_videos_that_the_site_may_frame_are_taken(db):
    with pytest.raises(ValidationError, match="YouTube"):
        ResourcePage(title="x", slug="x", video_url="https://example.org/v.mp4").clean()


def test_several_audiences_survive_a_draft_and_a_reload(new_resource):
    page = new_resource(audience=["animer", "debuter"])

    assert ResourcePage.objects.get(pk=page.pk).audience == ["animer", "debuter"]
    assert page.latest_revision.as_object().audience == ["animer", "debuter"]


def test_a_title_in_another_language_is_spoken_and_spaced_as_its_own(client, new_resource):
    page = new_resource("Learning: A Guide", language="en", tags=["a"])
    other = new_resource("Apprendre: un guide", tags=["a"])

    for address in (page.url, "/bibliotheque/", other.url):
        assert '<span lang="en">Learning: A Guide</span>' in client.get(address).content.decode()
    assert "Apprendre\u00a0: un guide</h1>" in client.get(other.url).content.decode()
