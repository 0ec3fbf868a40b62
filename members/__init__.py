"""Who is here. Everything else points to a person; this app points to nobody."""


def notify(member, kind, text, url, key):
    """Tell ``member`` something inside the portal; see ``members.notifying.notify``."""
    from members.notifying import notify as tell

    return tell(member, kind, text, url, key)
