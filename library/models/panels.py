"""The forms of the Wagtail admin, in tabs, in the order an editor thinks."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel, MultiFieldPanel, ObjectList, TabbedInterface

from portal.pages import SitePage


class ProposedByPanel(FieldPanel):
    """The member’s name; the curators’ own resources say so, where Wagtail would print “None”."""

    def format_value_for_display(self, value):
        return str(value or _("The team itself"))


RESOURCE = TabbedInterface(
    [
        ObjectList(
            [
                *SitePage.content_panels,
                FieldPanel("kind"),
                FieldPanel("summary"),
                FieldPanel("cover"),
                FieldPanel("body", help_text=_("Optional: how to use it, what to watch for, what members say of it.")),
            ],
            heading=_("Presentation"),
        ),
        ObjectList(
            [
                HelpPanel(content=_("Give what the reader needs to reach the resource: files, an address, a video, or several of them.")),
                InlinePanel("files", label=_("File"), heading=_("Files")),
                FieldPanel("address"),
                FieldPanel("video_url"),
            ],
            heading=_("Access"),
        ),
        ObjectList(
            [
                MultiFieldPanel(
                    [FieldPanel("authors"), FieldPanel("publisher"), FieldRowPanel([FieldPanel("year"), FieldPanel("language")])],
                    heading=_("Reference"),
                ),
                FieldPanel("licence"),
                MultiFieldPanel(
                    [
                        FieldPanel("audience"),
                        FieldPanel(
                            "tags",
                            help_text=_(
                                "Three to six keywords; choose among those that exist before you add one. A comma between two keywords."
                            ),
                        ),
                    ],
                    heading=_("To find it"),
                ),
                MultiFieldPanel([FieldPanel("verified_on"), ProposedByPanel("proposed_by", read_only=True)], heading=_("Follow-up")),
            ],
            heading=_("Record"),
        ),
        ObjectList(SitePage.promote_panels, heading=_("Sharing")),
    ]
)

TOOLKIT = TabbedInterface(
    [
        ObjectList(
            [
                *SitePage.content_panels,
                FieldPanel("summary"),
                InlinePanel(
                    "items",
                    label=_("Step"),
                    heading=_("Steps, in order"),
                    help_text=_("Each step is a resource and a note that says how to use it."),
                    min_num=1,
                ),
                FieldPanel("body", help_text=_("Optional: what to read before the first step.")),
            ],
            heading=_("Content"),
        ),
        ObjectList(SitePage.promote_panels, heading=_("Sharing")),
    ]
)
