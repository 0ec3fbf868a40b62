"""The accounts of the first run exist for trying the portal: nowhere else can anybody use them."""

from home.demo.people import ACCOUNTS, gather
from members.models import Member


def test_outside_of_debug_nobody_has_a_password_or_power(site, settings):
    settings.DEBUG = False
    gather()
    assert not any(member.has_usable_password() or member.is_superuser for member in Member.objects.all())


def test_in_debug_only_the_accounts_that_are_announced_have_one(site, settings):
    settings.DEBUG = True
    people = gather()
    assert {key for key, member in people.items() if member.has_usable_password()} == set(ACCOUNTS)


def test_their_addresses_are_confirmed_and_their_groups_exact(site):
    people = gather()
    assert all(member.emailaddress_set.get().verified for member in people.values())
    assert {key: group.name for key, member in people.items() for group in member.groups.all()} == {
        "claire": "Animation",
        "edith": "Édition",
        "nadia": "Relecture",
        "jean-philippe": "Relecture",
    }


def test_the_directory_shows_who_asked_to_be_there(as_member, site):
    people = gather()
    shown = as_member(people["aline"]).get("/membres/").content.decode()
    assert "Benkirane" in shown
    assert "Bouchard" not in shown


def test_gathering_again_finds_the_same_people(site):
    assert gather() == gather()
