"""Taking and leaving a place."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from events import registering
from events.models import EventState, Registration
from members import outbox
from members.models import Notification, OutgoingMail


def mails(kind=None):
    found = OutgoingMail.objects.order_by("pk")
    return list(found.filter(kind=f"event-{kind}") if kind else found)


def test_an_open_event_gives_a_seat_one_mail_and_sequence_zero(event, aline):
    registration = registering.register(event, aline)

    (mail,) = mails()
    assert registration.is_confirmed
    assert (mail.kind, mail.to) == ("event-confirmed", aline.email)
    assert "SEQUENCE:0" in mail.attachments[0]["content"]
    assert mail.attachments[0]["type"] == "text/calendar; method=REQUEST"


def test_whoever_comes_after_the_last_seat_waits_in_position_one(new_event, aline, bruno):
    event = new_event(capacity=1)
    registering.register(event, aline)

    registration = registering.register(event, bruno)

    assert (registration.is_waiting, registration.position) == (True, 1)
    assert [mail.to for mail in mails("waiting")] == [bruno.email]


def test_registering_twice_keeps_one_row_and_one_mail(event, aline):
    first = registering.register(event, aline)

    again = registering.register(event, aline)

    assert (again.pk, again.is_repeat, len(mails())) == (first.pk, True, 1)


def test_whoever_comes_while_someone_waits_waits_too(new_event, publish, aline, bruno, claire, edith):
    event = new_event(capacity=1)
    for member in (aline, bruno):
        registering.register(event, member)
    Registration.objects.of(aline).delete()  # a seat is free, but Bruno has not been promoted yet

    assert registering.register(event, claire).is_waiting


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"opens_at": timedelta(days=1)}, "not open yet"),
        ({"closes_at": -timedelta(hours=1)}, "closed"),
        ({"cancelled_at": -timedelta(hours=1)}, "cancelled"),
        ({"starts_in": -timedelta(minutes=30)}, "already begun"),
        ({"starts_in": -timedelta(hours=3)}, "over"),
    ],
)
def test_an_event_that_takes_nobody_says_why(new_event, aline, fields, reason):
    moments = {name: timezone.now() + value if name.endswith("_at") else value for name, value in fields.items()}
    event = new_event(**moments)

    with pytest.raises(registering.RegistrationClosed) as refusal, translation.override("en"):
        registering.register(event, aline)

    with translation.override("en"):
        assert reason in str(refusal.value.reason)
    assert not Registration.objects.exists()


def test_a_draft_takes_nobody(new_event, aline):
    event = new_event(live=False)

    with pytest.raises(registering.EventNotOffered):
        registering.register(event, aline)


def test_a_private_event_takes_only_its_readers(event, aline, bruno, private_to):
    private_to(event, aline)

    assert registering.register(event, aline).is_confirmed
    with pytest.raises(registering.EventNotOffered):
        registering.register(event, bruno)


def test_cancelling_when_full_promotes_exactly_the_first_who_waits(new_event, queue_of, aline, bruno, claire):
    event = new_event(capacity=1)
    for member in (aline, bruno, claire):
        registering.register(event, member)

    registering.cancel(event, aline)

    assert queue_of(event) == ([bruno], [claire])
    assert [mail.to for mail in mails("promoted")] == [bruno.email]
    assert [mail.to for mail in mails("withdrawn")] == [aline.email]


def test_cancelling_the_waiting_list_promotes_nobody(new_event, queue_of, aline, bruno, claire):
    event = new_event(capacity=1)
    for member in (aline, bruno, claire):
        registering.register(event, member)

    registering.cancel(event, bruno)

    assert queue_of(event) == ([aline], [claire])
    assert mails("promoted") == []


def test_cancelling_twice_or_without_a_place_changes_nothing(event, aline, bruno):
    registering.register(event, aline)
    registering.cancel(event, aline)

    registering.cancel(event, aline)

    assert registering.cancel(event, bruno) is None
    assert len(mails("withdrawn")) == 1


def test_a_cancelled_registration_keeps_its_row_and_coming_back_is_the_end_of_the_queue(new_event, queue_of, aline, bruno, claire):
    event = new_event(capacity=1)
    for member in (aline, bruno, claire):
        registering.register(event, member)
    registering.cancel(event, bruno)

    again = registering.register(event, bruno)

    assert queue_of(event) == ([aline], [claire, bruno])
    assert Registration.objects.of(bruno).get() == again
    assert len(mails("waiting")) == 3


def test_nobody_leaves_once_the_event_has_begun(new_event, aline):
    event = new_event()
    registering.register(event, aline)
    event.starts_at = timezone.now() - timedelta(minutes=1)
    event.save()

    with pytest.raises(registering.CancellationClosed):
        registering.cancel(event, aline)


def test_nobody_is_promoted_after_the_start(new_event, queue_of, aline, bruno):
    event = new_event(capacity=1)
    for member in (aline, bruno):
        registering.register(event, member)
    event.starts_at, event.capacity = timezone.now() - timedelta(minutes=1), 2
    event.save()

    assert registering.promote(event) == []


def test_raised_capacity_promotes_once_it_is_published(new_event, publish, queue_of, crowd):
    event, people = new_event(capacity=1), crowd(4)
    for member in people:
        registering.register(event, member)

    draft = event.get_latest_revision_as_object()
    draft.capacity = 3
    draft.save_revision()
    before = queue_of(event)
    publish(event)

    assert before == (people[:1], people[1:])
    assert queue_of(event) == (people[:3], people[3:])


def test_lowering_the_capacity_removes_nobody(new_event, publish, queue_of, crowd):
    event, people = new_event(capacity=3), crowd(4)
    for member in people:
        registering.register(event, member)

    publish(event, capacity=1)

    assert queue_of(event) == (people[:3], people[3:])


def test_publishing_an_older_draft_frees_no_seat(new_event, queue_of, aline):
    event = new_event(capacity=1)
    old = event.get_latest_revision()
    registering.register(event, aline)

    old.publish()

    assert queue_of(event) == ([aline], [])


def test_a_translation_shares_the_seats_and_a_copy_starts_fresh(new_event, english, aline, bruno):
    event = new_event(capacity=1)
    registering.register(event, aline)

    translated_event, copy = english(event), event.copy(update_attrs={"slug": "copie", "title": "Copie"})

    assert registering.register(translated_event, bruno).is_waiting
    assert registering.register(copy.specific, bruno).is_confirmed


def test_everyone_is_told_in_their_own_language(new_event, english, aline, bruno):
    event = new_event(capacity=1)
    english(event, title="Listening to lead")
    bruno.language = "en"
    bruno.save()
    registering.register(event, aline)
    registering.register(event, bruno)

    registering.cancel(event, aline)

    (mail,) = mails("promoted")
    assert "Listening to lead" in mail.subject
    assert "/en/calendrier/" in mail.text
    assert Notification.objects.filter(member=bruno).latest("pk").url.startswith("/en/calendrier/")


def test_a_cancelled_event_tells_everyone_who_has_or_wants_a_seat(new_event, publish, aline, bruno, claire):
    event = new_event(capacity=1)
    for member in (aline, bruno, claire):
        registering.register(event, member)
    registering.cancel(event, claire)

    publish(event, cancelled_at=timezone.now(), cancelled_reason="Tempête de neige.")
    publish(event, title="Un autre titre")

    told = mails("called-off")
    assert {mail.to for mail in told} == {aline.email, bruno.email}
    assert all("Tempête de neige." in mail.text for mail in told)
    assert ["STATUS:CANCELLED" in mail.attachments[0]["content"] for mail in told if mail.attachments] == [True]


def test_sequence_rises_only_when_a_time_place_or_status_changes(event, publish):
    sequence = lambda: EventState.objects.get(translation_key=event.translation_key).sequence  # noqa: E731

    publish(event, title="Écouter pour mieux animer")
    after_a_title = sequence()
    publish(event, starts_at=event.starts_at + timedelta(minutes=15))
    publish(event, place="Salle 12")

    assert (after_a_title, sequence()) == (0, 2)


def test_a_mail_server_that_is_down_stops_no_registration(event, aline, settings):
    settings.EMAIL_BACKEND, settings.EMAIL_PORT = "django.core.mail.backends.smtp.EmailBackend", 1
    registering.register(event, aline)

    assert outbox.deliver_due() == 0
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    OutgoingMail.objects.update(due_at=timezone.now())
    assert (outbox.deliver_due(), outbox.deliver_due()) == (1, 0)


def test_a_title_with_signs_is_read_as_it_was_typed_in_every_part_of_the_mail(new_event, aline):
    registering.register(new_event('Écoute & partage <oser> "vraiment"'), aline)

    (mail,) = mails()

    assert 'Écoute & partage <oser> "vraiment"' in mail.subject
    assert "Écoute & partage <oser>" in mail.text
    assert "Écoute &amp; partage &lt;oser&gt;" in mail.html


def test_the_last_seat_taken_in_french_is_taken_in_english(new_event, english, publish, queue_of, as_member, aline, bruno):
    event = new_event(capacity=1)
    page = english(event)
    registering.register(event, aline)

    as_member(bruno).post(f"/en/calendrier/{page.slug}/inscription/")

    assert queue_of(event) == queue_of(page) == ([aline], [bruno])
    publish(event, capacity=2)
    assert queue_of(page) == ([aline, bruno], [])
