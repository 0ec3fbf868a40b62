"""Who holds a power over others, and therefore needs a second factor to sign in."""

from django.contrib.auth.models import Permission
from django.db.models import Q

_more = []


def power(check):
    """Decorator: ``check(member)`` tells of a power that no permission gives, such as leading one space of the forum."""
    _more.append(check)
    return check


def holds_power(member):
    """Whether ``member`` may do more than a member: administrators, holders of any permission, and what ``power`` checks add.

    For the reader of a page, whose permissions are known, it costs the added checks, once a request.
    """
    if not hasattr(member, "_holds_power"):
        member._holds_power = member.is_superuser or _holds_permission(member) or any(check(member) for check in _more)
    return member._holds_power


def _holds_permission(member):
    if hasattr(member, "holds_permission"):
        return member.holds_permission
    return Permission.objects.filter(Q(group__user=member) | Q(user=member)).exists()
