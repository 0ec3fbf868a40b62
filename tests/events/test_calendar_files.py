"""Calendar files: read byte by byte, then by a parser."""

from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy

import pytest
from django.core import mail
from icalendar import Calendar

from events import ical, registering
from members import outbox

TRICKY = ["A, b; c \\ d", "é « guillemets » 🎉" * 12, "Ligne\r\nATTENDEE:mailto:intrus@example.org", "Fin\nBEGIN:VEVENT"]


def lint(content):
    """The lines of a calendar file, unfolded; fails on what no parser complains of (RFC 5545 §3.1)."""
    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    for line in content.split(b"\r\n"):
        assert len(line) <= 75, line
        line.decode()  # a fold never splits a character
    return content.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]


def only_event(content):
    (event,) = Calendar.from_ical(content).events
    return event


@pytest.mark.parametrize("title", TRICKY)
def test_a_strange_title_makes_a_valid_file_and_adds_nothing_to_it(event, aline, title):
    event.title, event.place, event.modality = title, title, "hybrid"
    attachment = ical.attachment(event, event.state, ical.REQUEST, aline)

    lines = lint(attachment["content"].encode())

    assert str(only_event(attachment["content"])["SUMMARY"]) == " ".join(title.split())
    assert sum(line.startswith("ATTENDEE") for line in lines) == 1
    assert lines.count("BEGIN:VEVENT") == 1


def test_times_are_in_utc_and_the_event_ends_after_it_begins(new_event):
    event = new_event(starts_at=datetime(2027, 11, 7, 5, 30, tzinfo=UTC))

    lines = lint(ical.download(event, event.state))

    assert "DTSTART:20271107T053000Z" in lines
    assert "DTEND:20271107T063000Z" in lines
    assert not any("TZID" in line for line in lines)


def test_the_uid_is_the_same_in_the_mail_the_download_and_the_feed(event, aline, client):
    registering.register(event, aline)
    mailed = aline.outgoing_mails.get().attachments[0]["content"]

    files = [mailed, client.get(f"{event.url}evenement.ics").content, client.get("/calendrier/flux.ics").content]

    assert len({str(only_event(content)["UID"]) for content in files}) == 1


def test_the_room_address_is_in_no_file_and_no_mail(event, aline, client):
    registering.register(event, aline)
    mail = aline.outgoing_mails.get()

    told = [mail.text, mail.html, mail.attachments[0]["content"], client.get("/calendrier/flux.ics").content.decode()]

    assert not any("salle-secrete" in text.replace("\r\n ", "") for text in told)
    assert "/rejoindre/" in mail.attachments[0]["content"].replace("\r\n ", "")


def test_the_invitation_names_its_recipient_alone_as_accepted(event, aline, bruno):
    for member in (aline, bruno):
        registering.register(event, member)

    calendar = Calendar.from_ical(aline.outgoing_mails.get().attachments[0]["content"])
    attendee = calendar.events[0]["ATTENDEE"]

    assert calendar["METHOD"] == "REQUEST"
    assert (str(attendee), attendee.params["PARTSTAT"], attendee.params["RSVP"]) == (f"mailto:{aline.email}", "ACCEPTED", "FALSE")
    assert str(calendar.events[0]["ORGANIZER"]).startswith("mailto:")


def test_the_mail_that_leaves_carries_the_file_unharmed(event, aline):
    registering.register(event, aline)
    outbox.deliver_due()

    message = message_from_bytes(mail.outbox[0].message().as_bytes(linesep="\r\n"), policy=policy.default)
    (part,) = [part for part in message.walk() if part.get_content_type() == "text/calendar"]

    assert part.get_param("method") == "REQUEST"
    assert part.get_filename() == "invitation.ics"
    lint(part.get_payload(decode=True))


def test_the_feed_says_its_name_when_to_come_back_and_answers_304(event, client):
    answer = client.get("/calendrier/flux.ics")
    lines = lint(answer.content)

    again = client.get("/calendrier/flux.ics", headers={"if-none-match": answer["ETag"]})

    assert {"NAME:Calendrier", "X-WR-CALNAME:Calendrier", "REFRESH-INTERVAL;VALUE=DURATION:PT6H"} <= set(lines)
    assert not any(line.startswith("METHOD") for line in lines)
    assert again.status_code == 304


def test_the_feed_keeps_what_was_cancelled_and_hides_what_is_private(new_event, publish, private_to, aline, as_member):
    cancelled, private, _old = new_event("Annulée"), new_event("Privée"), new_event("Ancienne", starts_in=-timedelta(days=120))
    publish(cancelled, cancelled_at=datetime.now(UTC))
    private_to(private, aline)

    events = Calendar.from_ical(as_member(aline).get("/calendrier/flux.ics").content).events

    assert [(str(event["SUMMARY"]), str(event["STATUS"])) for event in events] == [("Annulée", "CANCELLED")]


def test_the_feed_costs_the_same_with_ten_times_more_events(new_event, assert_flat):
    new_event()
    assert_flat("/calendrier/flux.ics", lambda: [new_event() for _ in range(10)], at_most=8)
