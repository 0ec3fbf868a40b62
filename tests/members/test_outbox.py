import smtplib
import threading
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection, transaction
from django.utils import timezone, translation
from django_tasks_db.models import DBTaskResult

from members import outbox
from members.models import OutgoingMail


class Trouble(BaseEmailBackend):
    """A mail server in the mood of ``error``."""

    error = None
    tries = 0

    def send_messages(self, messages):
        type(self).tries += 1
        raise self.error


@pytest.fixture
def trouble(settings):
    """``trouble(error)``: from now on the mail server answers with ``error``."""

    def begin(error):
        Trouble.error, Trouble.tries = error, 0
        settings.EMAIL_BACKEND = f"{Trouble.__module__}.Trouble"
        return Trouble

    yield begin
    Trouble.error = None


@pytest.fixture
def write():
    """``write(aline, "key")`` puts a notice in the outbox."""

    def post(to, key="k", kind="notice", **options):
        return outbox.post(kind, to, "emails/account/notice", {"happened": "Il s’est passé ceci."}, key, **options)

    return post


def status():
    return OutgoingMail.objects.get().status


def test_a_mail_leaves_once_in_two_forms(write, aline):
    write(aline)

    assert outbox.deliver_due() == 1
    assert outbox.deliver_due() == 0
    (sent,) = mail.outbox
    assert sent.to == ["aline@cdp.example"]
    assert "Il s’est passé ceci." in sent.body
    assert sent.alternatives[0].mimetype == "text/html"


def test_the_same_fact_is_told_once(write, aline):
    assert write(aline, "fait 1") is not None
    assert write(aline, "fait 1") is None

    outbox.deliver_due()
    assert write(aline, "fait 1") is None
    assert OutgoingMail.objects.count() == 1


def test_a_mail_belongs_to_the_transaction_that_tells_it(write, aline):
    with transaction.atomic():
        write(aline)
        transaction.set_rollback(True)

    assert not OutgoingMail.objects.exists()


def test_the_worker_is_woken_once_for_many_mails(write, aline, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        for rank in range(20):
            write(aline, f"fait {rank}")

    assert DBTaskResult.objects.filter(task_path="members.outbox.deliver").count() == 1


def test_a_mail_for_later_waits(write, aline):
    write(aline, due_at=timezone.now() + timedelta(minutes=10))
    assert outbox.deliver_due() == 0

    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        assert outbox.deliver_due() == 1


def test_the_language_is_the_reader_s(write, aline):
    aline.language = "en"
    with translation.override("fr"):
        write(aline)
        write("quelquun@cdp.example", "autre")

    assert {mail.subject.split()[0] for mail in OutgoingMail.objects.all()} == {"A", "Un"}


def test_a_dropped_connection_is_tried_again_on_schedule_then_left_to_a_person(write, aline, trouble):
    write(aline)
    server = trouble(smtplib.SMTPServerDisconnected("lost"))
    begin = timezone.now()

    with time_machine.travel(begin, tick=False) as clock:
        for delay in [timedelta(0), *outbox.RETRIES]:
            clock.shift(delay)
            outbox.deliver_due()
            clock.shift(timedelta(seconds=-1))
            outbox.deliver_due()  # a second too early for the next
            clock.shift(timedelta(seconds=1))

    assert server.tries == 8
    assert status() == "failed"
    assert "SMTPServerDisconnected" in OutgoingMail.objects.get().last_error


def test_a_failure_does_not_hold_the_others(write, aline, bruno, trouble):
    write(aline)
    trouble(smtplib.SMTPDataError(554, b"no"))
    outbox.deliver_due()
    assert status() == "waiting"


def test_a_server_that_is_away_is_asked_three_times_not_five_hundred(write, aline, trouble):
    for rank in range(20):
        write(aline, f"fait {rank}")

    server = trouble(ConnectionRefusedError())
    outbox.deliver_due()

    assert server.tries == outbox.PATIENCE
    assert OutgoingMail.objects.filter(attempts=0).count() == 17


def test_an_address_refused_for_good_is_not_tried_again(write, trouble):
    write("nulle-part@cdp.example")
    trouble(smtplib.SMTPRecipientsRefused({"nulle-part@cdp.example": (550, b"unknown")}))

    outbox.deliver_due()

    assert status() == "failed"


def test_a_failed_mail_is_sent_again_by_a_person(write, aline, trouble, settings):
    letter = write(aline)
    OutgoingMail.objects.update(status="failed", attempts=8)

    assert letter.retry()
    assert outbox.deliver_due() == 1
    assert not letter.retry()


def test_a_worker_that_died_gives_its_mail_back(write, aline):
    write(aline)
    OutgoingMail.objects.update(status="sending", claimed_at=timezone.now(), attempts=1)
    assert outbox.deliver_due() == 0

    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        assert outbox.deliver_due() == 1


def test_a_check_at_the_last_moment_drops_what_is_no_longer_true(write, aline, monkeypatch):
    monkeypatch.setattr(outbox, "_checks", {})
    outbox.before_sending("reply")(lambda mail: False)
    write(aline, kind="reply")

    assert outbox.deliver_due() == 0
    assert status() == "dropped"


def test_attachments_and_headers_travel(write, aline):
    write(aline, attachments=[{"name": "r.ics", "type": "text/calendar", "content": "BEGIN:VCALENDAR"}], headers={"X-Cdp": "1"})

    outbox.deliver_due()

    (sent,) = mail.outbox
    assert sent.attachments[0].filename == "r.ics"
    assert sent.extra_headers["X-Cdp"] == "1"


@pytest.mark.django_db(transaction=True)
def test_two_workers_send_each_mail_once(write, aline):
    for rank in range(20):
        write(aline, f"fait {rank}")
    start = threading.Barrier(4)

    def work():
        start.wait()
        outbox.deliver_due()
        connection.close()

    workers = [threading.Thread(target=work) for _worker in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert len(mail.outbox) == 20
    assert set(OutgoingMail.objects.values_list("status", "attempts")) == {("sent", 1)}
