"""Who sees what: the list filter and the object check agree for every role, whatever the access of the space."""

from itertools import product

import pytest
from django.contrib.auth.models import AnonymousUser, Group, Permission
from wagtail.models import Page, PageViewRestriction

from forum import policy
from forum.hiding import hide_post, hide_thread
from forum.models import Post, Space, Thread
from forum.opening import open_thread
from forum.replying import reply
from members.models import Member

ROLES = [
    "visitor",
    "outsider",
    "insider",
    "author",
    "own_facilitator",
    "other_facilitator",
    "animation",
    "manager",
    "superuser",
    "suspended",
]
VERBS = ["view", "write", "moderate", "manage"]
MODELS = {"space": Space, "thread": Thread, "post": Post}


@pytest.fixture
def people(db):
    made = {name: Member.objects.create_user(f"{name}@cdp.example", first_name=name) for name in ROLES if name != "visitor"}
    made["animation"].user_permissions.set(Permission.objects.filter(codename="moderate_forum"))
    made["manager"].user_permissions.set(Permission.objects.filter(codename="change_space"))
    Member.objects.filter(pk=made["superuser"].pk).update(is_superuser=True)
    Member.objects.filter(pk=made["suspended"].pk).update(is_active=False)
    return {name: Member.objects.get(pk=member.pk) for name, member in made.items()} | {"visitor": AnonymousUser()}


@pytest.fixture
def world(people, new_space):
    """Every access, each with a thread in every state and a post in every state; another space with its own facilitator."""
    new_space("ailleurs", facilitators=[people["other_facilitator"]])
    for access in Space.Access.values:
        space = new_space(
            f"acces-{access}",
            access,
            facilitators=[people["own_facilitator"]],
            members=[people["insider"], people["author"], people["suspended"]],
        )
        _pending_thread(space, people["author"])
        _thread_with_every_post(space, people)
        hide_thread(open_thread(space, people["own_facilitator"], "Retiré", "Texte."))
        Thread.objects.filter(pk=open_thread(space, people["own_facilitator"], "Fermé", "Texte.").pk).update(closed_at="2026-01-01T00:00Z")
    return people


def _pending_thread(space, author):
    open_thread(space, author, "En attente", "Premier message.")


def _thread_with_every_post(space, people):
    thread = open_thread(space, people["own_facilitator"], "Ouvert", "Texte.")
    reply(thread, people["author"], "Attend une animatrice.")
    hide_post(reply(thread, people["own_facilitator"], "Retiré."))
    reply(thread, people["own_facilitator"], "Publié.")


@pytest.mark.parametrize("role", ROLES)
def test_the_filter_and_the_object_check_agree(world, role):
    for kind, verb in product(MODELS, VERBS):
        filtered = set(MODELS[kind].objects.filter(getattr(policy, f"{verb}_{kind}")(world[role])))
        checked = {thing for thing in MODELS[kind].objects.all() if getattr(policy, f"can_{verb}_{kind}")(world[role], thing)}
        assert filtered == checked, (verb, kind)


def test_who_may_moderate_is_told_of_what_waits(world):
    for space in Space.objects.all():
        may = {member for member in Member.objects.filter(is_active=True) if policy.can_moderate_space(member, space)}
        assert set(Member.objects.filter(policy.facilitators_of(space), is_active=True)) == may


@pytest.mark.parametrize(
    ("role", "spaces"),
    [
        ("visitor", {"ailleurs", "acces-public"}),
        ("suspended", {"ailleurs", "acces-public"}),
        ("outsider", {"ailleurs", "acces-public", "acces-members"}),
        ("other_facilitator", {"ailleurs", "acces-public", "acces-members"}),
        ("insider", {"ailleurs", "acces-public", "acces-members", "acces-group"}),
        ("own_facilitator", {"ailleurs", "acces-public", "acces-members", "acces-group"}),
        ("animation", {"ailleurs", "acces-public", "acces-members", "acces-group"}),
        ("superuser", {"ailleurs", "acces-public", "acces-members", "acces-group"}),
    ],
)
def test_each_role_sees_its_spaces(world, role, spaces):
    assert {space.slug for space in Space.objects.visible_to(world[role])} == spaces


@pytest.mark.parametrize(
    ("role", "titles"),
    [
        ("visitor", {"Ouvert", "Fermé"}),
        ("insider", {"Ouvert", "Fermé"}),
        ("other_facilitator", {"Ouvert", "Fermé"}),
        ("author", {"Ouvert", "Fermé", "En attente"}),
        ("own_facilitator", {"Ouvert", "Fermé", "En attente", "Retiré"}),
        ("animation", {"Ouvert", "Fermé", "En attente", "Retiré"}),
    ],
)
def test_each_role_sees_its_threads(world, role, titles):
    assert {thread.title for thread in Thread.objects.visible_to(world[role]).filter(space__slug="acces-public")} == titles


@pytest.mark.parametrize(
    ("role", "count"), [("visitor", 2), ("insider", 2), ("other_facilitator", 2), ("author", 3), ("own_facilitator", 4), ("animation", 4)]
)
def test_a_pending_post_is_seen_by_its_author_and_the_facilitators_only(world, role, count):
    assert Post.objects.visible_to(world[role]).filter(thread__title="Ouvert", thread__space__slug="acces-public").count() == count


def test_a_facilitator_moderates_only_their_space(world):
    moderated = Space.objects.moderated_by(world["other_facilitator"])
    assert [space.slug for space in moderated] == ["ailleurs"]


def test_the_group_animation_moderates_every_space(claire, new_space):
    assert Space.objects.moderated_by(claire).contains(new_space("groupe", "group"))


@pytest.mark.parametrize("access", ["members", "group"])
def test_what_may_not_be_seen_is_not_found(client, new_space, new_thread, access):
    thread = new_thread(into=new_space("ferme", access))
    for address in [thread.space.get_absolute_url(), thread.get_absolute_url(), thread.posts.get().get_absolute_url()]:
        assert client.get(address).status_code == 404


def test_a_visitor_who_follows_a_link_to_a_members_thread_may_sign_in_and_come_back(client, as_member, aline, new_space, new_thread):
    address = new_thread(into=new_space("ferme", "members")).get_absolute_url()

    assert f"/compte/connexion/?next={address}?page%3D2" in client.get(f"{address}?page=2").content.decode().replace("%3F", "?")
    assert "?next=" not in as_member(aline).get("/forum/rien/").content.decode()


def test_a_non_member_of_the_group_finds_nothing_by_direct_address(as_member, aline, new_space, new_thread):
    thread = new_thread(into=new_space("groupe", "group"))
    client = as_member(aline)
    assert client.get(thread.get_absolute_url()).status_code == 404
    assert client.post(f"/forum/fil/{thread.pk}/repondre/", {"text": "Bonjour"}).status_code == 404
    assert client.get("/forum/groupe/nouveau/").status_code == 404
    assert "groupe" not in client.get("/forum/").content.decode()


class TestAboutAPage:
    @pytest.fixture
    def about(self, site):
        return site.get_children().get(slug="la-communaute")

    def restrict(self, page, kind, *groups):
        restriction = PageViewRestriction.objects.create(page=page, restriction_type=kind)
        restriction.groups.set(groups)

    def test_a_thread_about_a_page_is_seen_by_the_readers_of_the_page(self, new_thread, about, visitor, aline):
        thread = new_thread(about=about)
        self.restrict(about, "login")
        assert not Thread.objects.visible_to(visitor).contains(thread)
        assert Thread.objects.visible_to(aline).contains(thread)

    def test_filter_and_check_agree_on_a_page_kept_for_a_group(self, new_thread, about, aline, claire, edith, gina):
        thread = new_thread(about=about)
        self.restrict(about, "groups", Group.objects.get(name="Édition"))
        for user, sees in [(aline, False), (claire, False), (gina, False), (edith, True)]:
            assert Thread.objects.visible_to(user).contains(thread) == policy.can_view_thread(user, thread) == sees
            assert Post.objects.visible_to(user).exists() == sees

    def test_a_page_that_goes_hides_its_thread(self, new_thread, about, aline):
        thread = new_thread(about=Page.objects.get(pk=about.pk))
        about.delete()
        thread.refresh_from_db()
        assert thread.hidden_at
        assert thread.about_id is None
