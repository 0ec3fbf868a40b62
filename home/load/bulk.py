"""Resources, events and their registrations, members."""

from datetime import timedelta

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.utils import timezone
from django.utils.text import slugify
from taggit.models import Tag

from events.models import CalendarPage, EventPage, EventState, Registration, TaggedEvent
from events.models.choices import Kind as EventKind
from events.models.choices import Modality
from home.load.tree import plant
from home.load.words import TAGS, Writer
from library.kinds import Audience, Kind
from library.models import LibraryPage, ResourcePage, TaggedResource
from members.models import Member, Profile
from members.regions import Region

BATCH = 1000


def tags():
    """The keywords of the load, made when they are missing."""
    known = {tag.name: tag for tag in Tag.objects.filter(name__in=TAGS)}
    return [known.get(name) or Tag.objects.create(name=name, slug=slugify(name)) for name in TAGS]


def resources(home, count):
    writer, kinds, audiences, words = Writer("resources"), list(Kind), list(Audience), tags()
    now = timezone.now()

    def make(number):
        published = now - timedelta(hours=number)
        return {
            "title": f"{writer.title()} ({number})",
            "search_description": "",
            "first_published_at": published,
            "last_published_at": published,
            "kind": kinds[number % len(kinds)],
            "summary": writer.text(2),
            "authors": "Équipe de mesure",
            "publisher": "La Courtepointe",
            "year": 1990 + number % 36,
            "language": ("fr", "fr", "fr", "en")[number % 4],
            "licence": ("cc-by", "cc-by-sa", "all-rights-reserved")[number % 3],
            "audience": [audience.value for audience in writer.some(audiences, 2)],
            "body": [("text", f"<p>{writer.text(8)}</p>")],
        }

    keys = plant(ResourcePage, LibraryPage.objects.child_of(home).first(), count, make)
    _tag(TaggedResource, keys, words, writer)


def events(home, count):
    """A third of them to come, each with up to sixty of the members registered."""
    writer, kinds, modes, words = Writer("events"), list(EventKind), list(Modality), tags()
    noon = timezone.localtime().replace(hour=12, minute=0, second=0, microsecond=0)

    def make(number):
        begins = noon + timedelta(days=number % 120 if number % 3 == 0 else -(number % 700) - 1)
        return {
            "title": f"{writer.title()} ({number})",
            "kind": kinds[number % len(kinds)],
            "summary": writer.text(2),
            "body": [("text", f"<p>{writer.text(6)}</p>")],
            "starts_at": begins,
            "ends_at": begins + timedelta(hours=1),
            "modality": modes[number % len(modes)],
            "capacity": (None, 20, 40)[number % 3],
        }

    keys = plant(EventPage, CalendarPage.objects.child_of(home).first(), count, make)
    _tag(TaggedEvent, keys, words, writer)
    _register(keys, writer)


def members(count):
    """Half of them in the directory; nobody can sign in as one of them."""
    there = Member.objects.filter(email__startswith="charge-").count()
    writer, regions, nobody = Writer("members"), list(Region), make_password(None)
    for start in range(there + 1, count + 1, BATCH):
        numbers = range(start, min(start + BATCH, count + 1))
        made = Member.objects.bulk_create(
            Member(
                email=f"charge-{number}@cdp.example", first_name="Membre", last_name=f"Numéro {number}", password=nobody,
                date_joined=timezone.now() - timedelta(days=number % 900),
            )
            for number in numbers
        )  # fmt: skip
        EmailAddress.objects.bulk_create(EmailAddress(user=member, email=member.email, verified=True, primary=True) for member in made)
        Profile.objects.bulk_create(
            Profile(
                member=member, job="Animation de groupes", organisation=writer.title()[:160], region=regions[order % len(regions)],
                offers=writer.sentence(), seeks=writer.sentence(), listed_at=timezone.now() if order % 2 else None,
            ).derived(member)
            for order, member in enumerate(made)
        )  # fmt: skip


def _tag(through, keys, words, writer):
    rows = [through(content_object_id=key, tag=tag) for key in keys for tag in writer.some(words, 4)]
    through.objects.bulk_create(rows, batch_size=BATCH)


def _register(keys, writer):
    crowd = list(Member.objects.order_by("pk").values_list("pk", flat=True)[:2000])
    pages = EventPage.objects.filter(pk__in=keys).values_list("translation_key", "capacity")
    states = EventState.objects.bulk_create([EventState(translation_key=key, ics_uid=key) for key, _capacity in pages], batch_size=BATCH)
    capacities = dict(pages)
    rows = [
        Registration(
            state=state,
            member_id=member,
            status="waiting" if capacities[state.translation_key] and order >= capacities[state.translation_key] else "confirmed",
        )
        for state in states
        for order, member in enumerate(writer.rng.sample(crowd, min(len(crowd), writer.rng.randint(0, 60))))
    ]
    Registration.objects.bulk_create(rows, batch_size=BATCH)
