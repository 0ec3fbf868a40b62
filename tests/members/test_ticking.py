import os
import signal
import subprocess
import sys
import threading
import time
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from members import jobs
from members.models import OutgoingMail, PeriodicJob, RateLimit


@pytest.fixture
def runs(monkeypatch):
    """One job, every ten minutes; the list grows each time it runs."""
    done = []
    job = jobs.Job("test.job", timedelta(minutes=10), lambda: done.append(1))
    monkeypatch.setattr(jobs, "registered", lambda: [job])
    return done


def test_a_job_runs_once_in_its_time(runs):
    jobs.run_due()
    jobs.run_due()
    assert len(runs) == 1

    with time_machine.travel(timezone.now() + timedelta(minutes=10)):
        jobs.run_due()
    assert len(runs) == 2


@pytest.mark.django_db(transaction=True)
def test_eight_at_once_run_it_once(runs):
    start = threading.Barrier(8)

    def tick():
        start.wait()
        jobs.run_due()
        connection.close()

    ticks = [threading.Thread(target=tick) for _tick in range(8)]
    for one in ticks:
        one.start()
    for one in ticks:
        one.join()

    assert len(runs) == 1


def test_a_job_that_fails_is_noted_and_stops_nobody(monkeypatch):
    done = []
    bad = jobs.Job("test.bad", timedelta(minutes=10), lambda: 1 / 0)
    good = jobs.Job("test.good", timedelta(minutes=10), lambda: done.append(1))
    monkeypatch.setattr(jobs, "registered", lambda: [bad, good])

    jobs.run_due()

    assert done == [1]
    assert "ZeroDivisionError" in PeriodicJob.objects.get(name="test.bad").last_error


def test_the_jobs_of_this_app_are_known():
    names = {job.name for job in jobs.registered()}

    assert {
        "members.jobs.deliver_mail",
        "members.jobs.forget_limits",
        "members.jobs.forget_old_mails",
        "members.jobs.forget_old_sessions",
        "members.jobs.forget_task_results",
    } <= names


def test_a_tick_runs_them_all(aline):
    call_command("tick")

    assert not PeriodicJob.objects.exclude(last_error="").exists()
    assert PeriodicJob.objects.count() == len(jobs.registered())


def test_old_mails_are_forgotten_and_failures_kept(aline):
    for status in ["sent", "dropped", "failed", "waiting"]:
        OutgoingMail.objects.create(dedupe_key=status, kind="x", to=aline.email, subject="x", text="x", status=status)
    RateLimit.objects.create(scope="x", key="x", expires_at=timezone.now())

    with time_machine.travel(timezone.now() + timedelta(days=91)):
        jobs.forget_old_mails()
        jobs.forget_limits()

    assert set(OutgoingMail.objects.values_list("status", flat=True)) == {"failed", "waiting"}
    assert not RateLimit.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_tick_that_stays_leaves_when_asked():
    database = connection.settings_dict
    where = (
        {"SQLITE_PATH": database["NAME"]}
        if connection.vendor == "sqlite"
        else {"DATABASE_URL": f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{database['NAME']}"}
    )
    ticking = subprocess.Popen(
        [sys.executable, "manage.py", "tick", "--every", "600", "-v2"],
        cwd=settings.BASE_DIR,
        env=os.environ | where | {"DEBUG": "1", "PYTHONUNBUFFERED": "1", "DJANGO_SETTINGS_MODULE": "portal.settings"},
        stdout=subprocess.PIPE,
        text=True,
    )
    ticking.stdout.readline()  # it has begun
    asked = time.monotonic()
    ticking.send_signal(signal.SIGTERM)

    ticking.communicate(timeout=30)
    assert ticking.returncode == 0
    assert time.monotonic() - asked < 20
