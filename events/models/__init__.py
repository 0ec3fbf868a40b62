"""When we meet: the calendar, its events, who speaks, who comes."""

from events.models.calendar import CalendarPage
from events.models.event import EventPage
from events.models.links import EventSpeaker, TaggedEvent
from events.models.registration import Registration
from events.models.speaker import Speaker
from events.models.state import EventState

__all__ = ["CalendarPage", "EventPage", "EventSpeaker", "EventState", "Registration", "Speaker", "TaggedEvent"]
