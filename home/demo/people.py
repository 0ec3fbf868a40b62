"""The twelve members, their profiles and their groups."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import Group
from django.utils import timezone

from home.demo.reading import content
from members.models import Consent, Member
from members.regions import Region

ACCOUNTS = ("admin", "edith", "claire", "aline", "bruno")
PASSWORD = "cdp-demo-2026"
REGIONS = {label: value for value, label in Region.choices}


def gather():
    """``{key: member}``. Only where ``DEBUG`` is on, the accounts of the first run can sign in with ``PASSWORD``."""
    told = content("members")["member"]
    known = {member.email: member for member in Member.objects.filter(email__in=[person["email"] for person in told])}
    return {person["key"]: known.get(person["email"]) or _join(person, order) for order, person in enumerate(told)}


def _join(person, order):
    is_account = settings.DEBUG and person["key"] in ACCOUNTS
    is_admin = settings.DEBUG and person["key"] == "admin"
    member = Member.objects.create_user(
        person["email"],
        PASSWORD if is_account else None,
        first_name=person["first_name"],
        last_name=person["last_name"],
        is_staff=is_admin,
        is_superuser=is_admin,
        date_joined=timezone.now() - timedelta(days=400 - 24 * order),
    )
    member.emailaddress_set.create(email=member.email, verified=True, primary=True)
    member.groups.add(*Group.objects.filter(name__in=person["groups"]))
    for purpose in (Consent.Purpose.CHARTER, Consent.Purpose.PRIVACY):
        Consent.give(member, purpose)
    _fill(member.profile, person)
    return member


def _fill(profile, person):
    for name in ("job", "organisation", "offers", "seeks", "bio"):
        setattr(profile, name, person[name])
    profile.region = REGIONS.get(person["region"], Region.OTHER)
    if person["directory"]:
        profile.enter_directory()
    profile.save()
