"""Spaces of every access, and makers that go through the verbs."""

import pytest

from forum.models import Membership, Space
from forum.opening import open_thread
from forum.replying import reply
from members.models import Member

WELCOME = "Bienvenue **à tous**."


@pytest.fixture
def new_space(db):
    def make(slug="entraide", access="public", facilitators=(), members=()):
        space = Space.objects.create(title=slug.capitalize(), slug=slug, access=access)
        space.facilitators.set(facilitators)
        Membership.objects.bulk_create(Membership(space=space, member=member) for member in members)
        return space

    return make


@pytest.fixture
def gina(db):
    """The facilitator of one space: she approves, and what she writes there needs no approval."""
    return Member.objects.create_user("gina@cdp.example", "cdp-demo-2026", first_name="Gina", last_name="Lavoie")


@pytest.fixture
def space(new_space, gina):
    """An open space, where Gina facilitates."""
    return new_space(facilitators=[gina])


@pytest.fixture
def new_thread(space, gina):
    """``new_thread(replies=["a", "b"])`` is a thread by Gina with two replies by Gina."""

    def make(title="Comment animer un atelier ?", text=WELCOME, author=None, replies=(), into=None, **details):
        thread = open_thread(into or space, author or gina, title, text, **details)
        for words in replies:
            reply(thread, gina, words)
        thread.refresh_from_db()
        return thread

    return make


@pytest.fixture
def thread(new_thread):
    return new_thread()


@pytest.fixture
def trusted(new_space, new_thread, gina):
    """``trusted(aline)`` has one approved message behind her, in a space of its own."""

    def make(member):
        from forum.approving import approve

        welcome = Space.objects.filter(slug="accueil").first() or new_space("accueil", facilitators=[gina])
        approve(open_thread(welcome, member, f"Bonjour de {member}", "Je me présente.").posts.get(), by=gina)
        return member

    return make
