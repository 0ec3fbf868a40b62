"""Why the forum says no: facts, each with the sentence that a member reads."""

from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    """A verb changed nothing. ``field`` names the field of the form that the sentence belongs to, if one does."""

    sentence = ""
    field = None

    def __init__(self):
        super().__init__(str(self.sentence))


class ThreadClosed(Refused):
    sentence = _("This thread has been closed: nothing more can be written in it.")


class ThreadPending(Refused):
    sentence = _("This thread waits for a facilitator: replies open as soon as it is approved.")


class ThreadHidden(Refused):
    sentence = _("This thread has been withdrawn by a facilitator.")


class PostHidden(Refused):
    sentence = _("This message has been withdrawn by a facilitator.")


class TextEmpty(Refused):
    sentence = _("Write a few words.")
    field = "text"


class TextTooLong(Refused):
    sentence = _("The text is too long: at most 20,000 characters.")
    field = "text"


class TooManyLinks(Refused):
    sentence = _("At most two links until a facilitator has approved a first message of yours.")
    field = "text"


class FirstPostNotAnAnswer(Refused):
    sentence = _("The question itself cannot be its own answer.")
