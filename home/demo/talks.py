"""The forum: four spaces and their conversations, in every state."""

from datetime import timedelta

from django.utils import timezone

from forum import accepting, approving, closing, hiding, pinning
from forum.models import Space, Thread
from forum.opening import open_thread
from forum.replying import reply
from forum.telling import tell_followers
from home.demo.reading import content
from members.models import Notification

STILL_NEW = timedelta(days=6)


def hold(members):
    """The spaces and threads that are missing; the first messages of each member were approved by Claire."""
    spaces = {told["slug"]: _space(told, order, members) for order, told in enumerate(content("forum")["space"])}
    known = set(Thread.objects.values_list("space__slug", "title"))
    for told in sorted(content("forum")["thread"], key=lambda thread: -thread["days_ago"]):
        if (told["space"], told["title"]) not in known:
            _converse(spaces[told["space"]], told, members)


def _space(told, order, members):
    space, created = Space.objects.get_or_create(
        slug=told["slug"],
        defaults={"position": order, **{name: told[name] for name in ("title", "description", "icon", "access")}},
    )
    if created:
        space.facilitators.add(members["claire"])
    return space


def _converse(space, told, members):
    begun = timezone.now() - timedelta(days=told["days_ago"])
    thread, posts = None, []
    for said in told["post"]:
        author, at = members[said["author"]], min(begun + timedelta(hours=said["hours_after"]), timezone.now() - timedelta(minutes=7))
        if thread:
            post = reply(thread, author, said["text"].strip(), at=at)
        else:
            thread = open_thread(space, author, told["title"], said["text"].strip(), told["tags"], at=at)
            post = thread.posts.get()
        posts.append(approving.approve(post, by=members["claire"], at=at))
    _leave_as(told["state"], thread, posts, told.get("accepted"))
    _tell(posts[-1])


def _leave_as(state, thread, posts, accepted):
    if accepted:
        accepting.accept(posts[accepted - 1])
    match state:
        case "pinned":
            pinning.pin(thread)
        case "closed":
            closing.close(thread)
        case "hidden":
            hiding.hide_thread(thread)


def _tell(post):
    """Followers were told of the latest messages, when they were written."""
    if post.is_first or post.created_at < timezone.now() - STILL_NEW:
        return
    tell_followers(post)
    Notification.objects.unread().filter(key=f"thread:{post.thread_id}").update(created_at=post.created_at)
