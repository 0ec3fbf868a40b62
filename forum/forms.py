"""What the forum's forms send. They only parse: rules are in the verbs, whose refusals come back as errors."""

from contextlib import contextmanager

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from taggit.models import Tag

from forum import text
from forum.models import Thread, ThreadFollow
from forum.refusals import Refused, TextEmpty, TextTooLong
from members.limits import TooManyRequests

MOST_TAGS = 4


class MarkdownField(forms.CharField):
    """A text in Markdown. Line ends count for one character; the browser does not cut what is pasted, we say it is too long."""

    widget = forms.Textarea(attrs={"rows": 8, "autocomplete": "off"})

    def __init__(self, **options):
        messages = {"required": TextEmpty.sentence, "max_length": TextTooLong.sentence}
        super().__init__(max_length=text.LONGEST, error_messages=messages, **options)

    def to_python(self, value):
        return super().to_python(value).replace("\r\n", "\n")

    def widget_attrs(self, widget):
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}


class WritingForm(forms.Form):
    """A text, which may be previewed before it is sent."""

    text = MarkdownField(label=_("Your message"), help_text=_("You can use **bold**, lists and links; see the preview before sending."))
    retry_after = None

    @property
    def wants_preview(self):
        return "preview" in self.data

    @property
    def preview(self):
        """The text as readers will see it, or "" when there is none."""
        return text.render(self.cleaned_data["text"]).html if self.is_bound and self.cleaned_data.get("text") else ""

    @property
    def status(self):
        """The HTTP status of the page that shows this form."""
        return 429 if self.retry_after else 422 if self.errors else 200

    @contextmanager
    def told_of_refusals(self):
        """What a verb refuses inside becomes an error of this form, and everything typed stays."""
        try:
            yield
        except Refused as refusal:
            self.add_error(refusal.field, refusal.sentence)
        except TooManyRequests as limit:
            self.retry_after = limit.retry_after
            self.add_error(None, _wait(limit.retry_after))


class ReplyForm(WritingForm):
    text = MarkdownField(label=_("Your reply"), help_text=WritingForm.base_fields["text"].help_text)


class ThreadForm(WritingForm):
    title = forms.CharField(
        label=_("Title"),
        max_length=Thread._meta.get_field("title").max_length,
        help_text=_("Your question in one sentence: it is what others see first."),
    )
    tags = forms.ModelMultipleChoiceField(
        label=_("Keywords"), queryset=Tag.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )
    field_order = ["title", "text", "tags"]

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.fields["tags"].queryset = Tag.objects.order_by("name")
        self.fields["tags"].help_text = _("At most %(most)s, so that others find your thread.") % {"most": MOST_TAGS}

    def clean_tags(self):
        tags = self.cleaned_data["tags"]
        if len(tags) > MOST_TAGS:
            raise forms.ValidationError(_("Choose at most %(most)s keywords.") % {"most": MOST_TAGS})
        return tags


class FilterForm(forms.Form):
    """The query string of a list of threads; what it does not know is ignored, and so is what only facilitators may ask."""

    class Show:
        UNANSWERED, PENDING, HIDDEN = "sans-reponse", "en-attente", "retires"

    voir = forms.ChoiceField(required=False)

    def __init__(self, data, moderates):
        super().__init__(data)
        known = [self.Show.UNANSWERED, *([self.Show.PENDING, self.Show.HIDDEN] if moderates else [])]
        self.fields["voir"].choices = [(value, value) for value in known]

    @property
    def chosen(self):
        return self.cleaned_data["voir"] if self.is_valid() else ""

    def narrow(self, threads):
        match self.chosen:
            case self.Show.UNANSWERED:
                return threads.public().unanswered()
            case self.Show.PENDING:
                return threads.with_pending_posts()
            case self.Show.HIDDEN:
                return threads.hidden()
        return threads.not_hidden()


class LevelForm(forms.Form):
    LEVELS = [
        (ThreadFollow.Level.FOLLOWED, _("Followed: told of each reply")),
        (ThreadFollow.Level.NORMAL, _("Normal: new messages marked")),
        (ThreadFollow.Level.MUTED, _("Muted: nothing")),
    ]
    level = forms.TypedChoiceField(label=_("Following this thread"), choices=LEVELS, coerce=int, widget=forms.RadioSelect)


def _wait(seconds):
    minutes = -(-seconds // 60)
    if seconds < 120:
        return ngettext("Please wait %(count)d second, then send again.", "Please wait %(count)d seconds, then send again.", seconds) % {
            "count": seconds
        }
    if minutes < 120:
        return ngettext("Please wait %(count)d minute, then send again.", "Please wait %(count)d minutes, then send again.", minutes) % {
            "count": minutes
        }
    return _("You have written a lot for a first day: come back tomorrow to say more. Copy your text if you wish to keep it.")
