"""The calendar: meetings to come, full, cancelled and past, with who is registered."""

from datetime import datetime, time, timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.timezone import make_aware

from events import announcing, registering
from events.models import CalendarPage, EventPage, EventSpeaker, EventState, Registration, Speaker
from home.demo.illustrations import covers
from home.demo.reading import content
from library.models import ResourcePage
from members.models import Notification

FLAGS = {"captions": "captions", "lsq": "sign_language", "documents-ahead": "documents_ahead"}
REGISTERED_BEFORE = timedelta(days=9)
SATURDAY = 5
BOOKED_AHEAD = 7  # days: the room of a meeting further ahead is not booked yet, as the dashboard says


def plan(home, members, images):
    """The meetings that are missing, in the calendar of ``home``."""
    calendar = CalendarPage.objects.child_of(home).first()
    known = set(EventPage.objects.child_of(calendar).values_list("slug", flat=True))
    missing = [told for told in content("events")["event"] if told["slug"] not in known]
    speakers = _speakers() if missing else {}
    pictures = covers(images, "event_kinds")
    for told in missing:
        _hold(calendar, told, speakers, members, pictures)


def _speakers():
    told = content("events")["speaker"]
    return {
        row["slug"]: Speaker.objects.get_or_create(name=row["name"], defaults={key: row[key] for key in ("role", "organisation", "bio")})[0]
        for row in told
    }


def _hold(calendar, told, speakers, members, pictures):
    """Announce a meeting, let its members register, then let it be cancelled or let its time pass."""
    begins = _moment(told["days"], told["at"])
    is_past = told["days"] < 0
    event = _event(calendar, told, timezone.now() + timedelta(days=30) if is_past else begins, pictures)
    event.speaker_places = [EventSpeaker(speaker=speakers[slug], sort_order=order) for order, slug in enumerate(told["speakers"])]
    event.tags.add(*told["tags"])
    calendar.add_child(instance=event)
    event.save_revision().publish()
    for key in [*told["registered"], *told["waiting"]]:
        registering.register(event, members[key])
    _as_of(event, min(begins, timezone.now()) - REGISTERED_BEFORE)
    if is_past:
        _let_it_pass(event, told, begins)
    elif "cancelled_reason" in told:
        event = EventPage.objects.get(pk=event.pk)
        event.cancelled_at, event.cancelled_reason = timezone.now(), told["cancelled_reason"]
        event.save_revision().publish()


def _event(calendar, told, begins, pictures):
    return EventPage(
        locale=calendar.locale,
        live=False,
        slug=told["slug"],
        **{name: told[name] for name in ("title", "kind", "summary", "modality")},
        body=[("text", EventPage._meta.get_field("body").stream_block.child_blocks["text"].to_python(told["body"]))],
        starts_at=begins,
        ends_at=begins + timedelta(minutes=told["minutes"]),
        place=told.get("place", ""),
        capacity=told.get("capacity"),
        join_url=f"https://visio.cdp.example/{told['slug']}" if _has_room(told) else "",
        share_image=pictures.get(told["kind"]),
        **{column: flag in told["accessibility"] for flag, column in FLAGS.items()},
    )


def _has_room(told):
    return told["modality"] != "in-person" and told["days"] < BOOKED_AHEAD


def _let_it_pass(event, told, begins):
    """Move a meeting and its registrations to their true dates: nobody may register for what is over."""
    recording = ResourcePage.objects.live().filter(slug=f"enregistrement-{told['slug']}").first()
    summary = "".join(filter(None, [told.get("replay") and f"<p>{told['replay']}</p>", told.get("summary_after")]))
    event = EventPage.objects.get(pk=event.pk)
    event.starts_at, event.ends_at = begins, begins + timedelta(minutes=told["minutes"])
    event.summary_after = summary
    event.replay_url = f"{settings.BASE_URL}{recording.url}" if recording and told.get("replay") else ""
    event.first_published_at = begins - timedelta(days=30)
    event.save()
    announcing.announce(event)
    EventState.objects.filter(translation_key=event.translation_key).update(sequence=0)
    event.save_revision(changed=False, clean=False)
    Registration.objects.for_event(event).confirmed().update(attended_at=begins)


def _as_of(event, day):
    """Registrations came one after the other from ``day`` on, and what was told of them has been read since."""
    for order, registration in enumerate(Registration.objects.for_event(event).order_by("queued_at", "pk")):
        at = day + timedelta(hours=5 * order)
        Registration.objects.filter(pk=registration.pk).update(queued_at=at)
        Notification.objects.filter(member=registration.member_id, url__contains=event.slug).update(created_at=at, read_at=at)


def _moment(days, hour):
    """So many days from today at this hour; a Tuesday instead of a weekend, for people meet on their working days."""
    day = timezone.localdate() + timedelta(days=days)
    if day.weekday() >= SATURDAY:
        day += timedelta(days=8 - day.weekday())
    return make_aware(datetime.combine(day, time.fromisoformat(hour)))
