"""Who hears of what, inside the portal. Collapsed by thread while unread; never the author."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from forum import policy
from forum.models import Post, ThreadFollow
from members import notify
from members.models import Member


def tell_followers(post: Post) -> None:
    """Followers of the thread who may read it learn that ``post`` was said."""
    text = format_lazy(_("{name} wrote in “{thread}”."), name=post.author or _("A former member"), thread=post.thread.title)
    following = Member.objects.active().filter(
        thread_follows__thread=post.thread_id, thread_follows__level__gte=ThreadFollow.Level.FOLLOWED
    )
    for member in following.exclude(pk=post.author_id):
        if policy.can_view_post(member, post):
            notify(member, "reply", text, post.get_absolute_url(), key=f"thread:{post.thread_id}")


def tell_author(post: Post) -> None:
    """The author learns that ``post`` has been published."""
    text = format_lazy(_("Your message in “{thread}” has been published."), thread=post.thread.title)
    if post.author and post.author.is_active:
        notify(post.author, "approved", text, post.get_absolute_url(), key=f"approved:{post.pk}")


def tell_facilitators(post: Post) -> None:
    """Those who may approve, and read, learn that ``post`` waits."""
    text = format_lazy(_("A first message waits for your approval in “{thread}”."), thread=post.thread.title)
    for member in Member.objects.active().filter(policy.facilitators_of(post.thread.space)).distinct():
        if policy.can_view_post(member, post):
            notify(member, "pending", text, post.get_absolute_url(), key=f"pending:{post.thread_id}")
