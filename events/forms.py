"""Forms parse; what they let through is decided by the models."""

from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from events.fields import WallClockFormField, moment
from events.models.choices import Kind, Modality

PERIODS = [("", _("Coming, then past")), ("a-venir", _("Coming events")), ("passees", _("Past events"))]


class EventPageForm(WagtailAdminPageForm):
    """The editor's form: times are typed as the clocks of the event's own zone show them."""

    is_called_off = forms.BooleanField(
        label=_("This event is cancelled"),
        required=False,
        help_text=_("On publication, the people registered are told and the calendars say so."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["is_called_off"] = self.instance.is_cancelled
        for field in self._wall_clocks().values():
            field.zone = self.instance.zone
        if original := self.instance.original:
            self._follow(original)

    def clean(self):
        cleaned = super().clean()
        zone = ZoneInfo(cleaned.get("timezone") or self.instance.timezone)
        for name in self._wall_clocks():
            if cleaned.get(name):
                try:
                    cleaned[name] = moment(cleaned[name], zone)
                except ValidationError as error:
                    self.add_error(name, error)
        return cleaned

    def _post_clean(self):
        # Before the model is asked whether it is valid: the cancellation is one of its fields.
        if not self.cleaned_data.get("is_called_off"):
            self.instance.cancelled_at = None
        elif not self.instance.cancelled_at:
            self.instance.cancelled_at = timezone.now()
        super()._post_clean()

    def _wall_clocks(self):
        return {name: field for name, field in self.fields.items() if isinstance(field, WallClockFormField)}

    def _follow(self, original):
        """A translation says what its original says of time, room and seats; it is changed there."""
        for name in [*self.instance.SHARED, "is_called_off"]:
            if name in self.fields:
                self.fields[name].disabled = True
                self.fields[name].help_text = _("Decided by the page in the original language.")
                self.initial[name] = original.is_cancelled if name == "is_called_off" else getattr(original, name)


class CalendarFilter(forms.Form):
    """The query string of the calendar. What it does not understand is as if it had not been asked."""

    type = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("Every kind")), *Kind.choices])
    modalite = forms.ChoiceField(label=_("Modality"), required=False, choices=[("", _("Online or in person")), *Modality.choices])
    periode = forms.ChoiceField(label=_("Period"), required=False, choices=PERIODS)
    motcle = forms.CharField(label=_("Tag"), required=False, max_length=100, widget=forms.HiddenInput)

    @property
    def asked(self):
        """What was understood: a dict without the empty answers."""
        self.is_valid()
        return {name: value for name, value in getattr(self, "cleaned_data", {}).items() if value}


class Step(forms.Form):
    """Where the reader comes from when an event page opens: back from signing in, to confirm."""

    etape = forms.ChoiceField(required=False, choices=[("confirmer", "")])

    @property
    def is_back_from_signing_in(self):
        return self.is_valid() and self.cleaned_data["etape"] == "confirmer"
