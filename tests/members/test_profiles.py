import pytest

from members.models import Member, Profile

PROFILE = "/compte/profil/"
EVERYTHING = ["photo", "job", "organisation", "region", "offers", "seeks", "bio"]


@pytest.fixture
def typed():
    """What Aline types in her profile."""
    return {
        "first_name": "Aline",
        "last_name": "Tremblay",
        "language": "fr",
        "job": "Conseillère",
        "organisation": "Cégep de Rimouski",
        "region": "bas-saint-laurent",
        "offers": "Une grille d’observation",
        "seeks": "Un binôme de relecture",
        "bio": "Quinze ans dans le réseau.",
        "is_listed": "on",
        "shown_fields": EVERYTHING,
    }


@pytest.fixture
def listed(aline):
    """Aline, in the directory, who keeps her organisation to herself."""
    profile = aline.profile
    profile.job, profile.organisation, profile.region = "Conseillère", "Cégep de Rimouski", "bas-saint-laurent"
    profile.hidden_fields = ["organisation"]
    profile.enter_directory()
    profile.save()
    return aline


def test_every_member_has_a_profile_from_the_first_day(aline):
    assert aline.profile.listed_at is None
    assert Profile.objects.count() == Member.objects.count()


def test_a_member_writes_their_profile(as_member, aline, typed):
    assert as_member(aline).post(PROFILE, typed).url == PROFILE

    profile = Profile.objects.get(member=aline)
    assert (profile.job, profile.region, profile.is_listed) == ("Conseillère", "bas-saint-laurent", True)
    assert aline.consents.in_force().filter(purpose="directory").exists()


def test_leaving_the_directory_withdraws_the_consent(as_member, listed, typed):
    del typed["is_listed"]

    as_member(listed).post(PROFILE, typed)

    assert Profile.objects.get(member=listed).listed_at is None
    assert not listed.consents.in_force().filter(purpose="directory").exists()


def test_a_refused_profile_keeps_what_was_typed(as_member, aline, typed):
    response = as_member(aline).post(PROFILE, typed | {"region": "atlantide", "offers": "x" * 601})

    assert response.status_code == 422
    assert "Un binôme de relecture" in response.text
    assert Profile.objects.get(member=aline).seeks == ""


def test_a_member_sees_who_chose_to_be_listed_and_what_they_share(as_member, bruno, listed):
    page = as_member(bruno).get(f"/membres/{listed.pk}/").text

    assert "Conseillère" in page
    assert "Rimouski" not in page
    assert listed.email not in page


@pytest.mark.parametrize("person", ["bruno", "claire", "edith", "admin"])
def test_who_is_not_listed_is_found_by_nobody(as_member, request, aline, person):
    client = as_member(request.getfixturevalue(person))

    assert client.get(f"/membres/{aline.pk}/").status_code == 404
    assert "Tremblay" not in client.get("/membres/").text


def test_one_sees_ones_own_profile_before_listing_it(as_member, aline):
    assert as_member(aline).get(f"/membres/{aline.pk}/").status_code == 200


def test_who_has_left_is_no_longer_shown(as_member, bruno, listed):
    listed.is_active = False
    listed.save()

    assert as_member(bruno).get(f"/membres/{listed.pk}/").status_code == 404


@pytest.mark.parametrize("path", ["/membres/", "/membres/{pk}/", PROFILE, "/compte/avis/"])
def test_a_visitor_is_led_to_the_door(client, listed, path):
    assert client.get(path.format(pk=listed.pk)).url.startswith("/compte/connexion/?next=")


@pytest.mark.parametrize("person", ["visitor", "aline", "bruno", "claire", "edith", "admin"])
def test_the_door_and_the_page_agree_for_every_role(client, request, listed, person):
    user = request.getfixturevalue(person)
    if user.is_authenticated:
        client.force_login(user)

    allowed = Profile.objects.visible_to(user).filter(member=listed).exists()

    assert (client.get(f"/membres/{listed.pk}/").status_code == 200) == allowed


def test_the_directory_is_found_by_words_without_accents(as_member, bruno, listed):
    found = as_member(bruno).get("/membres/", {"q": "CONSEILLERE tremblay"})

    assert [card["name"] for card in found.context["cards"]] == ["Aline Tremblay"]


@pytest.mark.parametrize("query", [{"q": "rimouski"}, {"q": "tremblay rimouski"}, {"region": "montreal"}])
def test_what_is_kept_private_is_not_searched(as_member, bruno, listed, query):
    assert as_member(bruno).get("/membres/", query).context["cards"] == []


def test_a_private_region_is_not_a_filter(as_member, bruno, listed):
    profile = listed.profile
    profile.hidden_fields = ["region"]
    profile.save()

    assert as_member(bruno).get("/membres/", {"region": "bas-saint-laurent"}).context["cards"] == []


def test_a_new_name_is_found_at_once(as_member, bruno, listed):
    listed.last_name = "Bélanger"
    listed.save()

    assert as_member(bruno).get("/membres/", {"q": "belanger"}).context["cards"]


@pytest.mark.parametrize("query", ["page=x", "page=-1", "page=9999", "region=nulle-part", "q=" + "%C3%A9" * 1000, "q=%25_%27%22"])
def test_nonsense_in_the_address_is_harmless(as_member, bruno, listed, query):
    assert as_member(bruno).get(f"/membres/?{query}").status_code == 200


def test_the_directory_costs_the_same_for_one_and_for_fifty(as_member, assert_flat, bruno, listed):
    def grow():
        for rank in range(50):
            profile = Member.objects.create_user(f"m{rank}@cdp.example", first_name=f"Membre {rank}").profile
            profile.enter_directory()
            profile.save()

    as_member(bruno)
    assert_flat("/membres/", grow, at_most=12)


def test_the_directory_turns_pages(as_member, bruno):
    for rank in range(30):
        profile = Member.objects.create_user(f"m{rank}@cdp.example", last_name=f"Membre {rank:02}").profile
        profile.enter_directory()
        profile.save()

    second = as_member(bruno).get("/membres/?page=2&q=membre")

    assert len(second.context["cards"]) == 6
    assert "?q=membre&amp;page=1" in second.text


def test_addresses_are_the_same_person_whatever_their_case(aline):
    from django.db import IntegrityError

    with pytest.raises(IntegrityError):
        Member.objects.create_user("ALINE@cdp.example")
