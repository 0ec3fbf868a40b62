import pytest
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import Page

import search


@pytest.fixture
def indexed(site):
    """A few things to find, of several kinds."""
    search.put("page:900", "resource", "L’écoute active", "/a/", summary="Apprendre à écouter.", language="fr", tags=["attention"])
    search.put("thread:1", "thread", "Comment écouter ?", "/b/", body="Une question.")
    search.put("page:901", "resource", "L’écoute réservée", "/c/", visible_to="members", language="fr")


def titles(response):
    return [hit["document"].title for hit in response.context["hits"]]


def test_what_is_found_is_shown_with_its_words_marked(client, indexed):
    html = client.get("/recherche/?q=ecoute").content.decode()

    assert "L’<mark>écoute</mark> active" in html
    assert html.count("<h1") == 1


def test_each_reader_finds_and_counts_what_they_may_read(client, indexed, as_member, aline):
    visitor = client.get("/recherche/?q=écoute")
    assert titles(visitor) == ["L’écoute active", "Comment écouter ?"]
    assert next((item["label"], item["count"]) for item in visitor.context["types"]) == ("Tout", 2)

    assert len(titles(as_member(aline).get("/recherche/?q=écoute"))) == 3


def test_a_kind_narrows_what_is_shown_but_not_what_is_counted(client, indexed):
    page = client.get("/recherche/?q=écoute&type=thread")

    assert titles(page) == ["Comment écouter ?"]
    assert [item["count"] for item in page.context["types"]] == [2, 1, 1]


def test_no_answer_proposes_to_ask_people(client, indexed):
    html = client.get("/recherche/?q=ornithorynque").content.decode()

    assert "Demander au forum" in html
    assert 'href="/forum/"' in html


def test_what_is_typed_is_kept_and_escaped(client, indexed):
    html = client.get('/recherche/?q="><script>alert(1)</script>').content.decode()

    assert "<script>alert" not in html
    assert 'value="&quot;&gt;&lt;script&gt;' in html


def test_what_the_editors_chose_comes_first_for_those_who_may_read_it(client, indexed):
    query = Query.get("écoute")
    SearchPromotion.objects.create(query=query, external_link_url="https://exemple.org/", external_link_text="Un site utile", sort_order=1)
    secret = Page.objects.get(slug="bibliotheque", locale__language_code="fr")
    SearchPromotion.objects.create(query=query, page=secret, description="Tout sur l’écoute", sort_order=2)
    search.put(f"page:{secret.pk}", "page", "La page choisie", "/d/", visible_to="members")

    html = client.get("/recherche/?q=ÉCOUTES").content.decode()

    assert "Un site utile" in html
    assert "Tout sur l’écoute" not in html


@pytest.mark.parametrize(
    "query",
    [
        "",
        "q=",
        "q=%22",
        "q=((((",
        "q=%00",
        "q=" + "a" * 7_000,
        "q=" + "a" * 100_000,
        "q=écoute&page=x",
        "q=écoute&page=-4",
        "q=écoute&type=%F0%9F%98%80",
        "q=%FF%FE",
        "q=le+la+les",
    ],
)
def test_nothing_that_is_asked_breaks_the_page(client, indexed, query):
    assert client.get(f"/recherche/?{query}").status_code in {200, 400, 414}


def test_the_page_costs_the_same_whatever_is_found(site, assert_flat):
    search.put("page:1", "page", "Écoute", "/a/")

    assert_flat("/recherche/?q=ecoute", lambda: [search.put(f"page:{n}", "page", "Écoute", f"/{n}/") for n in range(2, 40)], at_most=8)


def test_results_are_paged(client, site):
    for number in range(25):
        search.put(f"page:{number}", "page", f"Écoute {number}", f"/{number}/")

    assert len(titles(client.get("/recherche/?q=écoute&page=2"))) == 5


def test_the_thirty_first_search_of_a_minute_is_asked_to_wait(client, site):
    answers = [client.get("/recherche/?q=écoute") for _time in range(31)]

    assert {answer.status_code for answer in answers[:30]} == {200}
    assert answers[30].status_code == 429
    assert int(answers[30]["Retry-After"]) <= 60
