from xml.etree import ElementTree


def items(response):
    return [item.findtext("title") for item in ElementTree.fromstring(response.content).iter("item")]


def test_the_feed_gives_the_newest_resources_of_any_list(client, new_resource):
    new_resource("Guide & méthode", kind="guide", tags=["écoute"])
    new_resource("Livre", kind="book")

    assert items(client.get("/bibliotheque/flux.xml")) == ["Livre (Livre)", "Guide & méthode (Guide)"]
    assert items(client.get("/bibliotheque/flux.xml?tag=ecoute")) == ["Guide & méthode (Guide)"]


def test_the_feed_is_a_visitor_s_even_for_a_member(new_resource, for_members, as_member, aline):
    for_members(new_resource("Réservée"))

    assert items(as_member(aline).get("/bibliotheque/flux.xml")) == []


def test_the_feed_tells_when_and_under_which_tags(client, new_resource):
    new_resource(tags=["écoute"])

    item = next(ElementTree.fromstring(client.get("/bibliotheque/flux.xml").content).iter("item"))

    assert item.findtext("category") == "écoute"
    assert item.findtext("pubDate")
    assert item.findtext("link").endswith("/bibliotheque/guide-danimation/")


def test_the_feed_costs_the_same_whatever_it_holds(new_resource, assert_flat):
    new_resource()

    assert_flat("/bibliotheque/flux.xml", lambda: [new_resource(f"Fiche {number}", tags=["a"]) for number in range(8)], at_most=8)
