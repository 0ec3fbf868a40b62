"""The cast. Aline and Bruno are members, Claire facilitates, Edith edits, Admin runs the place."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from members.models import Member
from tests.running import portal  # noqa: F401 (a fixture)

PASSWORD = "cdp-demo-2026"


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The test database begins with the tree of a new portal; ``site`` then has little left to do."""
    from home.setup import setup_site

    with django_db_blocker.unblock():
        setup_site()


@pytest.fixture(autouse=True)
def plain_settings(settings, tmp_path):
    """Files in a folder of the test's own, and nothing remembered from the test before."""
    cache.clear()
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STORAGES = settings.STORAGES | {
        "default": settings.STORAGES["default"] | {"OPTIONS": {"location": tmp_path / "private", "base_url": "/fichiers/"}}
    }


@pytest.fixture
def site(db):
    """The bare tree of a new portal: home, library, calendar, contact, groups. Returns the home page."""
    from home.setup import setup_site

    return setup_site()


def _member(first_name, last_name, group=None):
    member = Member.objects.create_user(f"{first_name.lower()}@cdp.example", PASSWORD, first_name=first_name, last_name=last_name)
    member.emailaddress_set.create(email=member.email, verified=True, primary=True)
    if group:
        member.groups.add(Group.objects.get(name=group))
    return member


@pytest.fixture
def visitor():
    return AnonymousUser()


@pytest.fixture
def aline(db):
    """A member."""
    return _member("Aline", "Tremblay")


@pytest.fixture
def bruno(db):
    """Another member, who must never be able to act for Aline."""
    return _member("Bruno", "Nguyen")


@pytest.fixture
def claire(site):
    """The facilitator."""
    return _member("Claire", "Gagnon", "Animation")


@pytest.fixture
def edith(site):
    """The editor."""
    return _member("Edith", "Roy", "Édition")


@pytest.fixture
def admin(db):
    member = Member.objects.create_superuser("admin@cdp.example", PASSWORD, first_name="Ada", last_name="Boucher")
    member.emailaddress_set.create(email=member.email, verified=True, primary=True)
    return member


@pytest.fixture
def as_member(client):
    """``as_member(aline)`` is a client signed in as Aline."""

    def sign_in(member):
        client.force_login(member)
        return client

    return sign_in


@pytest.fixture
def assert_flat(client):
    """Fail when a page asks the database more as its content grows, or more than ``at_most``."""

    def check(url, grow, at_most=None):
        client.get(url)  # warms the per-process caches (sites, content types)
        before = _queries(client, url)
        grow()
        client.get(url)  # what grew may have emptied a cache
        after = _queries(client, url)
        listing = "\n".join(query["sql"][:200] for query in after)
        assert len(after) <= len(before), f"{len(before)} queries became {len(after)}:\n{listing}"
        assert at_most is None or len(after) <= at_most, f"{len(after)} queries, at most {at_most}:\n{listing}"

    return check


def _queries(client, url):
    with CaptureQueriesContext(connection) as context:
        response = client.get(url)
    assert response.status_code == 200, f"{url} answered {response.status_code}"
    return context.captured_queries
