import re

import pytest


def titles(response):
    return [resource.title for resource in response.context["page_of_resources"]]


def counts(response, facet):
    """{label: number} of one facet as it is shown."""
    shown = next(shown for shown in response.context["facets"] if shown["name"] == facet)
    return {str(item["label"]): item["count"] for item in shown["items"] + shown["more"]}


def test_the_newest_resource_comes_first(client, new_resource):
    new_resource("Ancienne")
    new_resource("Récente")

    assert titles(client.get("/bibliotheque/")) == ["Récente", "Ancienne"]
    assert titles(client.get("/bibliotheque/?sort=title")) == ["Ancienne", "Récente"]


def test_each_filter_keeps_what_it_says(client, new_resource):
    new_resource("Livre", kind="book", language="en", audience=["debuter"], tags=["confiance"])
    new_resource("Guide", kind="guide", language="fr", audience=["animer", "organiser"], tags=["écoute"])

    for state in ["kind=book", "language=en", "audience=debuter", "tag=confiance", "kind=book&tag=confiance"]:
        assert titles(client.get(f"/bibliotheque/?{state}")) == ["Livre"], state
    assert titles(client.get("/bibliotheque/?audience=organiser")) == ["Guide"]


def test_values_of_one_filter_add_up_and_filters_narrow_each_other(client, new_resource):
    new_resource("A", kind="book", tags=["confiance"])
    new_resource("B", kind="guide", tags=["écoute"])
    new_resource("C", kind="guide", tags=["confiance"])

    assert titles(client.get("/bibliotheque/?kind=book&kind=guide&sort=title")) == ["A", "B", "C"]
    assert titles(client.get("/bibliotheque/?kind=guide&tag=confiance")) == ["C"]


def test_the_number_beside_a_value_is_what_a_click_gives(client, new_resource):
    new_resource("A", kind="book", audience=["animer"], tags=["confiance", "écoute"])
    new_resource("B", kind="guide", audience=["animer", "debuter"], tags=["confiance"])
    new_resource("C", kind="guide", language="en")

    page = client.get("/bibliotheque/?kind=guide")
    assert counts(page, "kind") == {"Guide": 2, "Livre": 1}
    assert counts(page, "tag") == {"confiance": 1}

    for facet in page.context["facets"]:
        for item in facet["items"]:
            after = client.get(f"/bibliotheque/{item['url']}")
            if not item["is_current"] and facet["name"] != "kind":
                assert after.context["total"] == item["count"], item


def test_no_value_leads_to_an_empty_list(client, new_resource):
    new_resource("A", kind="book")

    page = client.get("/bibliotheque/")

    assert counts(page, "kind") == {"Livre": 1}
    assert counts(page, "audience") == {}


def test_a_chosen_filter_can_be_taken_away(client, new_resource):
    new_resource("A", kind="book", tags=["confiance"])

    page = client.get("/bibliotheque/?kind=book&tag=confiance&sort=title")

    assert {chip["label"]: chip["url"] for chip in page.context["chosen"]} == {
        "Livre": "?tag=confiance&sort=title",
        "confiance": "?kind=book&sort=title",
    }


def test_resources_for_members_are_neither_shown_nor_counted_to_a_visitor(client, new_resource, for_members, as_member, aline):
    new_resource("Ouverte", kind="guide", tags=["écoute"])
    for_members(new_resource("Réservée", kind="book", tags=["confiance"], audience=["animer"]))

    page = client.get("/bibliotheque/")
    assert titles(page) == ["Ouverte"]
    assert (counts(page, "kind"), counts(page, "tag"), counts(page, "audience")) == ({"Guide": 1}, {"écoute": 1}, {})
    assert "confiance" not in page.content.decode()

    page = as_member(aline).get("/bibliotheque/")
    assert titles(page) == ["Réservée", "Ouverte"]
    assert page.content.decode().count("Réservé aux membres") == 1


def test_an_empty_library_and_an_empty_answer_say_what_to_do(client, library, new_resource):
    assert "encore vide" in client.get("/bibliotheque/").content.decode()

    new_resource("A", kind="book")
    answer = client.get("/bibliotheque/?kind=podcast").content.decode()
    assert "Voir toute la bibliothèque" in answer
    assert "Retirer le filtre" in answer


def test_a_tag_that_nothing_carries_any_more_is_still_named(client, new_resource):
    from taggit.models import Tag

    Tag.objects.create(name="Écoute profonde", slug="ecoute-profonde")

    page = client.get("/bibliotheque/?tag=ecoute-profonde&tag=inconnu")

    assert [chip["label"] for chip in page.context["chosen"]] == ["Écoute profonde", "inconnu"]
    assert page.context["total"] == 0


def test_a_long_list_is_paged_and_keeps_its_filters(client, new_resource):
    for number in range(22):
        new_resource(f"Fiche {number:02}", kind="book")

    page = client.get("/bibliotheque/?kind=book&sort=title&page=2")

    assert titles(page) == ["Fiche 20", "Fiche 21"]
    assert 'href="?kind=book&amp;sort=title&amp;page=1' in page.content.decode()


@pytest.mark.parametrize(
    "query",
    [
        "page=x",
        "page=-1",
        "page=99999",
        "tag=%00",
        "tag=inconnu",
        "tag=%27%22%3C",
        "kind=x&kind=%25",
        "sort=;",
        "language=%F0%9F%98%80",
        "tag=" + "a" * 7000,
        "a" * 100_000,
    ],
)
def test_no_address_breaks_the_list(client, new_resource, query):
    new_resource()

    assert client.get(f"/bibliotheque/?{query}").status_code in {200, 400, 414}


def test_the_list_costs_the_same_whatever_it_holds(new_resource, assert_flat):
    new_resource("Première", tags=["a"])

    def grow():
        for number in range(12):
            new_resource(f"Fiche {number}", tags=["a", "b", f"c{number}"], kind=["book", "guide", "tool"][number % 3], audience=["animer"])

    assert_flat("/bibliotheque/", grow, at_most=10)


def test_filters_cost_no_more_than_the_whole_list(new_resource, assert_flat):
    new_resource("Première", tags=["a"], kind="book", audience=["animer"])

    assert_flat(
        "/bibliotheque/?tag=a&kind=book&audience=animer&language=fr",
        lambda: new_resource("Autre", tags=["a"], kind="book", audience=["animer"]),
        at_most=10,
    )


def test_the_page_has_one_title_and_no_inline_code(client, new_resource):
    new_resource(tags=["écoute"])

    html = client.get("/bibliotheque/?tag=ecoute").content.decode()

    assert len(re.findall(r"<h1[ >]", html)) == 1
    assert not re.search(r"<[^>]+ (style|on\w+)=", html)
