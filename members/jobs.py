"""Periodic jobs: who runs them (``manage.py tick``), when, and ours.

Every app may have a ``jobs`` module with functions decorated by ``periodic``. Each process may tick:
a job starts in the one that moved its row.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone
from django.utils.module_loading import autodiscover_modules

from members import limits, outbox
from members.models import OutgoingMail, PeriodicJob

logger = logging.getLogger(__name__)

MAILS_KEPT = timedelta(days=90)
# Two ticks a little less than a minute apart must not skip a minute.
TOLERANCE = timedelta(seconds=5)


@dataclass(frozen=True)
class Job:
    name: str
    every: timedelta
    run: Callable[[], object]


_jobs: dict[str, Job] = {}


def periodic(*, minutes: int):
    """Decorator: run the function at most once every ``minutes``, in one process, under its dotted name."""

    def register(function):
        name = f"{function.__module__}.{function.__name__}"
        _jobs[name] = Job(name, timedelta(minutes=minutes), function)
        return function

    return register


def registered() -> list[Job]:
    """Every job of every app."""
    autodiscover_modules("jobs")
    return list(_jobs.values())


def run_due() -> list[str]:
    """Run the jobs whose time has come and return their names. A job that fails is logged and waits for its next time."""
    jobs = registered()
    rows = {row.name: row for row in PeriodicJob.objects.filter(name__in=[job.name for job in jobs])}
    return [job.name for job in jobs if _claim(job, rows.get(job.name)) and _run(job)]


def _claim(job: Job, row: PeriodicJob | None) -> bool:
    """Compare and swap on ``last_run_at``: true in the one process that may run ``job`` now."""
    now = timezone.now()
    if row is None:
        row, _created = PeriodicJob.objects.get_or_create(name=job.name)
    if row.last_run_at and row.last_run_at > now - job.every + TOLERANCE:
        return False
    same = PeriodicJob.objects.filter(name=job.name, last_run_at=row.last_run_at)
    return same.update(last_run_at=now) == 1


def _run(job: Job) -> bool:
    error = ""
    try:
        job.run()
    except Exception as raised:  # one job that fails must not stop the others
        logger.exception("job %s failed", job.name)
        error = f"{type(raised).__name__}: {raised}"[:1000]
    PeriodicJob.objects.filter(name=job.name).exclude(last_error=error).update(last_error=error)
    return True


@periodic(minutes=1)
def deliver_mail():
    """What is due for later, or failed before; the worker sends the rest after each commit."""
    outbox.deliver_due()


@periodic(minutes=60)
def forget_limits():
    limits.prune()


@periodic(minutes=24 * 60)
def forget_old_mails():
    """Ninety days after they left; failures stay for a person to see."""
    OutgoingMail.objects.finished_before(timezone.now() - MAILS_KEPT).delete()


@periodic(minutes=24 * 60)
def forget_old_sessions():
    call_command("clearsessions")


@periodic(minutes=24 * 60)
def forget_task_results():
    """The finished tasks of fourteen days are enough to understand a failure."""
    call_command("prune_db_task_results", queue_name="*", min_age_days=14, verbosity=0)
