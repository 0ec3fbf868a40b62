"""The icons that an editor may choose: those of the sprite, under names a person would use."""

from django.utils.translation import gettext_lazy as _

ICONS = {
    "calendar": _("Calendar"),
    "book-open": _("Open book"),
    "library": _("Bookshelf"),
    "file-text": _("Document"),
    "wrench": _("Tool"),
    "package-open": _("Toolkit"),
    "presentation": _("Presentation"),
    "video": _("Video"),
    "mic": _("Microphone"),
    "headphones": _("Headphones"),
    "messages-square": _("Conversation"),
    "users": _("Group"),
    "user-plus": _("New member"),
    "handshake": _("Handshake"),
    "heart-handshake": _("Mutual aid"),
    "network": _("Network"),
    "share-2": _("Sharing"),
    "repeat": _("Exchange"),
    "ear": _("Listening"),
    "scale": _("Balance"),
    "door-open": _("Open door"),
    "sparkles": _("Spark"),
    "lightbulb": _("Idea"),
    "brain": _("Knowledge"),
    "sprout": _("Growth"),
    "leaf": _("Leaf"),
    "compass": _("Compass"),
    "target": _("Goal"),
    "puzzle": _("Puzzle"),
    "feather": _("Pen"),
    "newspaper": _("Newspaper"),
    "graduation-cap": _("Learning"),
    "briefcase": _("Profession"),
    "shield-check": _("Safety"),
    "list-checks": _("Checklist"),
    "search": _("Search"),
    "star": _("Star"),
    "coffee": _("Coffee"),
    "hourglass": _("Time"),
    "eye": _("Attention"),
    "quote": _("Quotation"),
    "check": _("Check mark"),
    "clock": _("Clock"),
    "map-pin": _("Place"),
    "key-round": _("Key"),
}


def icon_choices():
    """(name in the sprite, words) in the order of the list."""
    return list(ICONS.items())
