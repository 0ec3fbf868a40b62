"""The one way out for mail: written in the caller's transaction, sent afterwards by the worker.

The request never talks to a mail server. ``dedupe_key`` makes a mail leave at most once; only
a crash between the server's answer and our mark can repeat that one mail.
"""

import logging
import smtplib
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import connection, transaction
from django.db.models import F
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django_tasks import task

from members.models import Member, OutgoingMail

logger = logging.getLogger(__name__)

RETRIES = [timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720, 1440)]
# After so many mails in a row that found no server, the run ends: the next tick tries again.
PATIENCE = 3
_checks = {}


def post(kind, to, template, context, dedupe_key, due_at=None, attachments=(), headers=None, language=None, member=None):
    """Write one mail to ``to`` (a ``Member`` or an address) and return it, or None when ``dedupe_key`` was used before.

    ``template`` names ``<template>.subject.txt``, ``.txt`` and ``.html``, rendered now in ``language``
    (by default the member's, or the active one for an address). ``attachments`` are dicts ``{name, type, content}``.
    ``member`` says whose mail it is when ``to`` is an address. One statement (two when it is new),
    inside the caller's transaction.
    """
    if isinstance(to, Member):
        member, to = to, to.email
    with translation.override(language or (member.language if member else translation.get_language())):
        subject, text, html = _render(template, {**context, "member": member})
    mail, created = OutgoingMail.objects.get_or_create(
        dedupe_key=dedupe_key,
        defaults={
            "kind": kind,
            "member": member,
            "to": to,
            "subject": subject,
            "text": text,
            "html": html,
            "headers": headers or {},
            "attachments": list(attachments),
            "due_at": due_at or timezone.now(),
        },
    )
    if not created:
        return None
    if mail.due_at <= timezone.now():
        wake_worker()
    return mail


def before_sending(kind):
    """Decorator: ``check(mail)`` says at the last moment whether a mail of ``kind`` may still leave; False drops it."""

    def register(check):
        _checks[kind] = check
        return check

    return register


def wake_worker():
    """Have the worker deliver after the commit; once, however many mails the transaction holds."""
    if not any(waiting is _enqueue for _savepoints, waiting, *_rest in connection.run_on_commit):
        transaction.on_commit(_enqueue, robust=True)


@task()
def deliver():
    """Send what is due; run by the worker after each commit and by ``tick`` every minute."""
    deliver_due()


def deliver_due(limit=500):
    """Send up to ``limit`` due mails and return how many left. Safe with several workers: each mail is claimed first.

    Ends early when no mail server answers, so that one that is away does not hold the worker for hours.
    """
    sent = unreachable = 0
    server = get_connection(fail_silently=False)
    for mail in OutgoingMail.objects.due()[:limit]:
        if not _claim(mail):
            continue
        if not _may_leave(mail):
            _drop(mail)
            continue
        error = _send(mail, server)
        sent += error is None
        unreachable = unreachable + 1 if _is_away(error) else 0
        if unreachable == PATIENCE:
            break
    return sent


def _enqueue():
    deliver.enqueue()


def _render(template, context):
    context |= {"base_url": settings.BASE_URL, "site_name": settings.WAGTAIL_SITE_NAME}
    subject = " ".join(render_to_string(f"{template}.subject.txt", context).split())[:250]
    text = render_to_string(f"{template}.txt", context).strip() + "\n"
    return subject, text, render_to_string(f"{template}.html", context)


def _claim(mail):
    """Compare and swap: true for the one worker that may send this mail."""
    same = OutgoingMail.objects.filter(pk=mail.pk, status=mail.status, claimed_at=mail.claimed_at)
    return same.update(status=OutgoingMail.Status.SENDING, claimed_at=timezone.now(), attempts=F("attempts") + 1) == 1


def _may_leave(mail):
    check = _checks.get(mail.kind)
    return not mail.is_stale() and (check is None or check(mail))


def _drop(mail):
    OutgoingMail.objects.filter(pk=mail.pk).update(status=OutgoingMail.Status.DROPPED, **mail.without_secret())


def _send(mail, server):
    """Hand ``mail`` to the server and note what came of it; returns the error, None when it left."""
    try:
        _message(mail, server).send()
    except Exception as error:  # whatever the mail server does, the next mail must leave
        logger.warning("mail %s could not be sent: %s", mail.pk, type(error).__name__)
        _put_back(mail, error)
        return error
    OutgoingMail.objects.filter(pk=mail.pk).update(
        status=OutgoingMail.Status.SENT, sent_at=timezone.now(), last_error="", **mail.without_secret()
    )
    return None


def _message(mail, server):
    message = EmailMultiAlternatives(mail.subject, mail.text, to=[mail.to], headers=mail.headers, connection=server)
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
    for part in mail.attachments:
        message.attach(part["name"], part["content"], part["type"])
    return message


def _put_back(mail, error):
    """Try again later, or give up after the last delay, or at once when the address is refused for good."""
    tried = mail.attempts  # before this attempt
    fields = {"last_error": f"{type(error).__name__}: {error}"[:1000], "claimed_at": None}
    if tried < len(RETRIES) and not _is_final(error):
        fields |= {"status": OutgoingMail.Status.WAITING, "due_at": timezone.now() + RETRIES[tried]}
    else:
        fields |= {"status": OutgoingMail.Status.FAILED}
    OutgoingMail.objects.filter(pk=mail.pk).update(**fields)


def _is_final(error):
    """RFC 5321 §4.2.1: a 5xx answer to the recipient will be the same tomorrow."""
    refused = isinstance(error, smtplib.SMTPRecipientsRefused)
    return refused and all(500 <= code < 600 for code, _words in error.recipients.values())


def _is_away(error):
    """Whether the server could not be talked to at all, rather than refused this mail."""
    answered = smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused
    return isinstance(error, OSError) and not isinstance(error, answered)
