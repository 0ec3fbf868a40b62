"""Limits that live in the database: they hold across processes and restarts, and without Redis.

Every try is written before it is judged, so that tries at the same moment all count. A key is stored as
a digest: the table holds no address and no name.
"""

import re
from datetime import timedelta
from functools import wraps
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.utils.crypto import salted_hmac

from members.models import RateLimit

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
RATE = re.compile(r"(\d+)/(\d*)([smhd])")

# Insert, or count on, or start a new window: one statement, atomic on both databases.
COUNT_ONE = """
INSERT INTO members_ratelimit (scope, key, count, expires_at) VALUES (%s, %s, 1, %s)
ON CONFLICT (scope, key) DO UPDATE SET
    count = CASE WHEN members_ratelimit.expires_at <= %s THEN 1 ELSE members_ratelimit.count + 1 END,
    expires_at = CASE WHEN members_ratelimit.expires_at <= %s THEN excluded.expires_at ELSE members_ratelimit.expires_at END
RETURNING count
"""


class TooManyRequests(Exception):
    """A limit was reached; ``retry_after`` is in whole seconds. The middleware answers 429."""

    def __init__(self, scope, retry_after):
        super().__init__(f"{scope}: again in {retry_after} s")
        self.scope = scope
        self.retry_after = retry_after


def hit(scope, key, rate):
    """Count one try of ``scope`` by ``key`` and raise ``TooManyRequests`` beyond ``rate``.

    ``rate`` reads « 10/m », « 5/5m », « 3/h »: so many per window, the window opening at the first try. One statement.
    Call it outside a transaction: a rollback would forget the try.
    """
    most, window = _parsed(rate)
    now = timezone.now()
    digest = _digest(scope, key)
    as_stored = connection.ops.adapt_datetimefield_value
    with connection.cursor() as cursor:
        cursor.execute(COUNT_ONE, [scope, digest, as_stored(now + window), as_stored(now), as_stored(now)])
        (count,) = cursor.fetchone()
    if count > most:
        raise TooManyRequests(scope, _seconds_left(scope, digest, now))


def is_spent(scope, key, rate):
    """Whether the next ``hit`` would be refused; counts nothing."""
    most, _window = _parsed(rate)
    return _open(scope, _digest(scope, key), timezone.now()).filter(count__gte=most).exists()


def clear(scope, key):
    """Forget the tries of ``key``, after a success."""
    RateLimit.objects.filter(scope=scope, key=_digest(scope, key)).delete()


def prune():
    """Delete the windows that are over and return how many."""
    deleted, _detail = RateLimit.objects.filter(expires_at__lte=timezone.now()).delete()
    return deleted


def limited(scope, rate, methods=("POST",), key=None):
    """Decorator: at most ``rate`` requests of ``methods`` per ``key(request)``.

    By default per member, or per address for a visitor.
    """

    def decorate(view):
        @wraps(view)
        def limited_view(request, *args, **kwargs):
            if request.method in methods:
                hit(scope, (key or who)(request), rate)
            return view(request, *args, **kwargs)

        return limited_view

    return decorate


def who(request):
    """The key of whoever asks: the member, or the address of a visitor."""
    return f"member {request.user.pk}" if request.user.is_authenticated else client_address(request)


def client_address(request):
    """The address that asks, as seen by the outermost proxy of ours (``TRUSTED_PROXIES``, 0 by default).

    What a client writes itself in X-Forwarded-For stands to the left of what our proxies add, and is
    never read. An IPv6 address counts as its /64, which one subscriber owns whole.
    """
    address = request.META.get("REMOTE_ADDR", "")
    hops = settings.TRUSTED_PROXIES
    if hops:
        forwarded = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
        if len(forwarded) >= hops:
            address = forwarded[-hops]
    try:
        parsed = ip_address(address)
    except ValueError:
        return "unknown"
    return str(parsed if parsed.version == 4 else ip_network(f"{parsed}/64", strict=False))


def _parsed(rate):
    most, times, unit = RATE.fullmatch(rate).groups()
    return int(most), timedelta(seconds=int(times or 1) * UNITS[unit])


def _digest(scope, key):
    return salted_hmac(f"members.limits.{scope}", str(key), algorithm="sha256").hexdigest()


def _open(scope, digest, now):
    return RateLimit.objects.filter(scope=scope, key=digest, expires_at__gt=now)


def _seconds_left(scope, digest, now):
    expires_at = _open(scope, digest, now).values_list("expires_at", flat=True).first()
    return max(1, round((expires_at - now).total_seconds())) if expires_at else 1
