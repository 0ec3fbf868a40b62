"""Who may do what in the forum: view, write, moderate, manage. The only place where rights are decided.

Each verb exists twice: as an object check (``can_view(user, post)``) and as a filter
(``view_post(user)``, a ``Q`` for the QuerySets). The tests hold the two equal for every role.

- *view*: public spaces are read by everyone, the others by members, a working group by its own.
  A pending thread or post is seen by its author and the facilitators, a hidden one by the
  facilitators. A thread about a page is seen, besides, only by those who may read the page.
- *write*: a member who sees the space; replying asks for an open thread, editing for one's own post.
- *moderate*: the facilitators of the space, and whoever holds ``forum.moderate_forum``.
- *manage*: whoever holds ``forum.change_space``.

The filters ask the database nothing by themselves: they are subqueries of the list they narrow.
404 hides what may not be viewed; 403 refuses the rest.
"""

from django.contrib.auth.models import Permission
from django.db.models import Exists, Q
from wagtail.models import Page

from members.powers import power
from portal.pages import SitePageQuerySet
from portal.privacy import closed_to

EVERYTHING, NOTHING = ~Q(pk__in=[]), Q(pk__in=[])


def is_member(user):
    return user.is_authenticated and user.is_active


def moderates_everywhere(user):
    return is_member(user) and user.has_perm("forum.moderate_forum")


def manages(user):
    return is_member(user) and user.has_perm("forum.change_space")


def facilitates(user, space):
    return is_member(user) and space.facilitators.filter(pk=user.pk).exists()


@power
def facilitates_somewhere(member):
    return member.facilitated_spaces.exists()


def facilitators_of(space):
    """Filter on members: whoever may moderate ``space``."""
    permission = Permission.objects.filter(codename="moderate_forum", content_type__app_label="forum")
    everywhere = Q(is_superuser=True) | Q(groups__permissions__in=permission) | Q(user_permissions__in=permission)
    return everywhere | Q(facilitated_spaces=space)


# --- Spaces -------------------------------------------------------------------------------


def view_space(user, prefix=""):
    if not is_member(user):
        return Q(**{f"{prefix}access": "public"})
    open_to_members = Q(**{f"{prefix}access__in": ["public", "members"]})
    own = Q(**{f"{prefix}pk__in": user.forum_memberships.values("space")})
    return open_to_members | own | moderate_space(user, prefix) | manage_space(user, prefix)


def can_view_space(user, space):
    if space.access == "public":
        return True
    if not is_member(user):
        return False
    if space.access == "members" or moderates_everywhere(user) or manages(user):
        return True
    return space.memberships.filter(member=user).exists() or facilitates(user, space)


def write_space(user, prefix=""):
    return view_space(user, prefix) if is_member(user) else NOTHING


def can_write_space(user, space):
    return is_member(user) and can_view_space(user, space)


def moderate_space(user, prefix=""):
    if not is_member(user):
        return NOTHING
    return _holds(user, "moderate_forum") | Q(**{f"{prefix}pk__in": user.facilitated_spaces.values("pk")})


def can_moderate_space(user, space):
    return moderates_everywhere(user) or facilitates(user, space)


def manage_space(user, prefix=""):
    return _holds(user, "change_space") if is_member(user) else NOTHING


def can_manage_space(user, space):
    return manages(user)


def _holds(user, codename):
    """``user.has_perm("forum.<codename>")``, inside the query that asks."""
    if user.is_superuser:
        return EVERYTHING
    permission = Permission.objects.filter(content_type__app_label="forum", codename=codename)
    return Q(Exists(permission.filter(Q(user=user.pk) | Q(group__user=user.pk))))


# --- Threads ------------------------------------------------------------------------------


def view_thread(user, prefix=""):
    seen = _shown(user, prefix) | moderate_space(user, f"{prefix}space__")
    return view_space(user, f"{prefix}space__") & _about_readable(user, prefix) & seen


def can_view_thread(user, thread):
    if not (can_view_space(user, thread.space) and _can_read_page(user, thread.about_id)):
        return False
    return _can_see(user, thread) or can_moderate_space(user, thread.space)


def write_thread(user, prefix=""):
    if not is_member(user):
        return NOTHING
    return view_thread(user, prefix) & Q(**{f"{prefix}approved_at__isnull": False, f"{prefix}hidden_at": None, f"{prefix}closed_at": None})


def can_write_thread(user, thread):
    return is_member(user) and can_view_thread(user, thread) and thread.is_open and not thread.hidden_at


def moderate_thread(user, prefix=""):
    return moderate_space(user, f"{prefix}space__") & _about_readable(user, prefix)


def can_moderate_thread(user, thread):
    return can_moderate_space(user, thread.space) and _can_read_page(user, thread.about_id)


def manage_thread(user, prefix=""):
    return manage_space(user) & view_thread(user, prefix)


def can_manage_thread(user, thread):
    return manages(user) and can_view_thread(user, thread)


def _about_readable(user, prefix):
    """What ``SitePageQuerySet.readable_by`` answers, inside the query: a live page under no restriction that stops ``user``."""
    if user.is_superuser:
        return EVERYTHING
    readable = Q(**{f"{prefix}about__live": True}) & ~Q(Exists(closed_to(user, f"{prefix}about__path")))
    return Q(**{f"{prefix}about": None}) | readable


def _can_read_page(user, page_id):
    return page_id is None or user.is_superuser or SitePageQuerySet(Page).readable_by(user).filter(pk=page_id).exists()


# --- Posts --------------------------------------------------------------------------------


def view_post(user, prefix=""):
    seen = _shown(user, prefix) | moderate_space(user, f"{prefix}thread__space__")
    return view_thread(user, f"{prefix}thread__") & seen


def can_view_post(user, post):
    return can_view_thread(user, post.thread) and (_can_see(user, post) or can_moderate_space(user, post.thread.space))


def write_post(user, prefix=""):
    """Editing: one's own post, while the thread is open to its readers."""
    if not is_member(user):
        return NOTHING
    untouched = {f"{prefix}hidden_at": None, f"{prefix}thread__hidden_at": None, f"{prefix}thread__closed_at": None}
    return view_thread(user, f"{prefix}thread__") & Q(**{f"{prefix}author": user.pk}, **untouched)


def can_write_post(user, post):
    untouched = not (post.hidden_at or post.thread.hidden_at or post.thread.closed_at)
    return is_member(user) and untouched and post.author_id == user.pk and can_view_thread(user, post.thread)


def moderate_post(user, prefix=""):
    return moderate_thread(user, f"{prefix}thread__")


def can_moderate_post(user, post):
    return can_moderate_thread(user, post.thread)


def manage_post(user, prefix=""):
    return manage_thread(user, f"{prefix}thread__")


def can_manage_post(user, post):
    return can_manage_thread(user, post.thread)


def can_accept(user, post):
    """Keeping an answer: whoever asked the question, and the facilitators."""
    if not is_member(user) or post.is_first or not can_view_post(user, post):
        return False
    return post.thread.author_id == user.pk or can_moderate_post(user, post)


# --- What threads and posts have in common ------------------------------------------------


def _shown(user, prefix):
    """Published and not hidden, or one's own that waits."""
    approved = Q(**{f"{prefix}approved_at__isnull": False})
    if is_member(user):
        approved |= Q(**{f"{prefix}author": user.pk})
    return Q(**{f"{prefix}hidden_at": None}) & approved


def _can_see(user, thing):
    return not thing.hidden_at and (thing.approved_at is not None or (is_member(user) and thing.author_id == user.pk))
