"""What an editor sees of an event, in the order of the work: what, when and where, who may come, afterwards."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)

CONTENT = [
    FieldPanel("summary"),
    FieldRowPanel([FieldPanel("kind"), FieldPanel("tags")]),
    FieldPanel("body"),
    InlinePanel("speaker_places", heading=_("Speakers"), label=_("Speaker")),
]
WHEN_AND_WHERE = [
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]), FieldPanel("timezone")],
        heading=_("When"),
    ),
    MultiFieldPanel([FieldPanel("modality"), FieldPanel("place"), FieldPanel("join_url")], heading=_("Where")),
    MultiFieldPanel([FieldPanel("captions"), FieldPanel("sign_language"), FieldPanel("documents_ahead")], heading=_("Accessibility")),
]
REGISTRATION = [
    MultiFieldPanel([FieldPanel("capacity"), FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")])], heading=_("Registration")),
    MultiFieldPanel([FieldPanel("is_called_off"), FieldPanel("cancelled_reason")], heading=_("Cancellation")),
]
AFTERWARDS = [FieldPanel("summary_after"), FieldPanel("replay_url"), FieldPanel("slides")]


def event_tabs(page):
    """The tabs of the editor; ``page`` is the class whose title, promotion and settings panels are kept."""
    from events.forms import EventPageForm

    return TabbedInterface(
        [
            ObjectList([*page.content_panels, *CONTENT], heading=_("Content")),
            ObjectList(WHEN_AND_WHERE, heading=_("When and where")),
            ObjectList(REGISTRATION, heading=_("Registration")),
            ObjectList(AFTERWARDS, heading=_("Afterwards")),
            ObjectList(page.promote_panels, heading=_("Promote")),
            ObjectList(page.settings_panels, heading=_("Settings")),
        ],
        base_form_class=EventPageForm,
    )
