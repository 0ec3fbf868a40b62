from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from members.models import Profile
from members.models.profile import PRIVATE_FIELDS
from members.regions import Region
from portal.uploads import validate_picture


class ProfileForm(forms.ModelForm):
    """What a member says of themselves, and who sees it. ``save`` writes the member and the profile together."""

    first_name = forms.CharField(
        label=pgettext_lazy("of a person", "First name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "given-name"})
    )
    last_name = forms.CharField(
        label=pgettext_lazy("of a person", "Last name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "family-name"})
    )
    language = forms.ChoiceField(label=_("Language of the mails you receive"), choices=settings.LANGUAGES)
    new_photo = forms.FileField(
        label=_("New photo"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/*"}),
        help_text=_("JPEG, PNG, WebP or AVIF, 8 MB at most. It is cut square, and the place and the date it was taken are erased."),
    )
    remove_photo = forms.BooleanField(label=_("Remove the present photo"), required=False)
    is_listed = forms.BooleanField(
        label=_("Appear in the members’ directory"),
        required=False,
        help_text=_("Only signed-in members read it. You may leave it whenever you like."),
    )
    shown_fields = forms.MultipleChoiceField(
        label=_("What the members see of my profile"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[
            ("photo", _("Photo")),
            ("job", _("Role")),
            ("organisation", _("Organisation")),
            ("region", _("Region")),
            ("offers", _("I offer")),
            ("seeks", _("I am looking for")),
            ("bio", _("About me")),
        ],
        help_text=_("Your name is always shown; your e-mail address never is."),
    )

    class Meta:
        model = Profile
        fields = ["job", "organisation", "region", "offers", "seeks", "bio"]
        labels = {"job": _("Role"), "offers": _("I offer"), "seeks": _("I am looking for"), "bio": _("About me")}
        help_texts = {
            "job": _("What you do: adviser, teacher, coordinator…"),
            "offers": _("What you know or have that others may use."),
            "seeks": _("What you would like to learn, find or do with others."),
            "bio": _("A few sentences on your path and what brings you here."),
        }
        widgets = {
            "offers": forms.Textarea(attrs={"rows": 3}),
            "seeks": forms.Textarea(attrs={"rows": 3}),
            "bio": forms.Textarea(attrs={"rows": 5}),
            "organisation": forms.TextInput(attrs={"autocomplete": "organization"}),
        }

    def __init__(self, *args, instance, **kwargs):
        member = instance.member
        initial = {
            "first_name": member.first_name,
            "last_name": member.last_name,
            "language": member.language,
            "is_listed": instance.is_listed,
            "shown_fields": [field for field in PRIVATE_FIELDS if instance.shares(field)],
        }
        super().__init__(*args, instance=instance, initial=initial, **kwargs)
        self.fields["region"].choices = [("", _("I would rather not say")), *Region.choices]
        if not instance.photo:
            del self.fields["remove_photo"]

    def clean_new_photo(self):
        photo = self.cleaned_data["new_photo"]
        if photo:
            validate_picture(photo)
        return photo

    def save(self, commit=True):
        data, profile = self.cleaned_data, self.instance
        with transaction.atomic():
            self._save_member(data)
            profile.hidden_fields = [field for field in PRIVATE_FIELDS if field not in data["shown_fields"]]
            if data["is_listed"]:
                profile.enter_directory()
            else:
                profile.leave_directory()
            if data["new_photo"]:
                profile.set_photo(data["new_photo"])
            elif data.get("remove_photo"):
                profile.remove_photo()
            profile.save()
        return profile

    def _save_member(self, data):
        member = self.instance.member
        names = ["first_name", "last_name", "language"]
        for name in names:
            setattr(member, name, data[name])
        member.save(update_fields=names)


class DirectorySearch(forms.Form):
    """The query string of the directory, parsed."""

    q = forms.CharField(label=_("Name, organisation, offer or need"), required=False, max_length=100, widget=forms.SearchInput)
    region = forms.ChoiceField(label=_("Region"), required=False, choices=[("", _("Every region")), *Region.choices])

    def __init__(self, data):
        super().__init__(data, auto_id="directory_%s")

    @property
    def is_empty(self):
        return not any(self.data.get(name) for name in self.fields)

    def query_string(self):
        """What was asked, encoded, for the links to the other pages."""
        return urlencode({name: value for name in self.fields if (value := self.data.get(name))})

    def narrow(self, profiles):
        """``profiles`` that answer the search; a field that cannot be understood is left out."""
        self.is_valid()
        data = self.cleaned_data
        if data.get("q"):
            profiles = profiles.matching(data["q"])
        if data.get("region"):
            profiles = profiles.in_region(data["region"])
        return profiles
