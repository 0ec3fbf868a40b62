def test_a_toolkit_gives_its_resources_in_order_with_their_notes(client, new_resource, new_toolkit):
    new_toolkit("Lancer", [new_resource("Second"), new_resource("Premier")], notes="À lire d’abord.")

    page = client.get("/bibliotheque/trousses/lancer/")

    assert [step.resource.title for step in page.context["steps"]] == ["Second", "Premier"]
    assert page.content.decode().count("À lire d’abord.") == 2


def test_a_visitor_sees_neither_a_resource_for_members_nor_its_note(client, new_resource, new_toolkit, for_members, as_member, aline):
    new_toolkit("Lancer", [for_members(new_resource("Réservée"))], notes="Note secrète")

    answer = client.get("/bibliotheque/trousses/lancer/").content.decode()
    assert "Réservée" not in answer
    assert "Note secrète" not in answer
    assert "Note secrète" in as_member(aline).get("/bibliotheque/trousses/lancer/").content.decode()


def test_the_list_of_toolkits_counts_the_steps_that_the_reader_may_take(client, new_resource, new_toolkit, for_members):
    new_toolkit("Lancer", [new_resource("Ouverte"), for_members(new_resource("Réservée"))])

    assert [toolkit.step_count for toolkit in client.get("/bibliotheque/trousses/").context["toolkits"]] == [1]


def test_a_toolkit_costs_the_same_whatever_its_length(new_resource, new_toolkit, assert_flat):
    toolkit = new_toolkit("Lancer", [new_resource("Première")])

    def grow():
        for number in range(8):
            toolkit.items.create(resource=new_resource(f"Étape {number}", tags=["a"]), sort_order=number + 1)
        toolkit.save()

    assert_flat("/bibliotheque/trousses/lancer/", grow, at_most=16)
    assert toolkit.items.count() == 9


def test_the_library_leads_to_its_toolkits(client, library, new_resource, new_toolkit):
    assert client.get("/bibliotheque/").context["toolkits_url"] == ""

    new_toolkit("Lancer", [new_resource()])

    assert client.get("/bibliotheque/").context["toolkits_url"] == "/bibliotheque/trousses/"


def test_a_visitor_is_not_led_to_toolkits_kept_for_members(client, new_resource, new_toolkit, for_members, as_member, aline):
    for_members(new_toolkit("Lancer", [new_resource()]).get_parent())

    assert client.get("/bibliotheque/").context["toolkits_url"] == ""
    assert as_member(aline).get("/bibliotheque/").context["toolkits_url"] == "/bibliotheque/trousses/"
