"""Text typed by someone who is not signed in: kept in their session until they are, and it has been sent."""

from forum.text import LONGEST

KEY = "forum_kept"


def keep(request, place, form):
    """Keep what ``form`` was sent for ``place``; only the latest text is kept."""
    fields = {name: form.data.getlist(name) if name == "tags" else form.data.get(name, "")[:LONGEST] for name in form.fields}
    request.session[KEY] = {"place": place, "fields": fields}


def kept(request, place):
    """What was typed for ``place`` before signing in, as the initial values of its form."""
    stored = request.session.get(KEY) or {}
    return stored["fields"] if stored.get("place") == place else {}


def forget(request, place):
    if kept(request, place):
        del request.session[KEY]
