"""People in the Wagtail admin: created, changed and closed there, but never with a password: /compte/ is the only door."""

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import AccountView, AvatarSettingsPanel
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import UserViewSet

from members.models import Member


class WithoutPassword(forms.Form):
    """The address in small letters, once among the members; the person proves that it is theirs at the first sign-in."""

    password_enabled = password_required = False

    def clean_email(self):
        email = self.cleaned_data["email"].lower()
        others = Member.objects.with_email(email).exclude(pk=self.instance.pk)
        if others.exists() or _is_confirmed_by_another(self.instance, email):
            raise forms.ValidationError(_("A member with this address already exists."), code="duplicate_username")
        return email

    def save(self, commit=True):
        with transaction.atomic():
            if not self.instance.pk:
                self.instance.set_unusable_password()
            member = super().save(commit)
            if commit and "email" in self.changed_data:
                _expect_at(member, member.email)
        return member


class MemberCreationForm(WithoutPassword, UserCreationForm):
    class Meta(UserCreationForm.Meta):
        fields = UserCreationForm.Meta.fields | {"language"}


class MemberEditForm(WithoutPassword, UserEditForm):
    class Meta(UserEditForm.Meta):
        fields = UserEditForm.Meta.fields | {"language"}


class MemberViewSet(UserViewSet):
    def get_form_class(self, for_update=False):
        return MemberEditForm if for_update else MemberCreationForm


class OwnAccountView(AccountView):
    """One's own settings in the admin; the photo is the one of the profile, so there is no second one to send here."""

    def get_panels(self):
        return [panel for panel in super().get_panels() if not isinstance(panel, AvatarSettingsPanel)]


def _is_confirmed_by_another(member, email):
    from allauth.account.models import EmailAddress

    return EmailAddress.objects.filter(email__iexact=email, verified=True).exclude(user_id=member.pk).exists()


def _expect_at(member, email):
    """``email`` is now where the member signs in; unconfirmed until they type a code received there."""
    addresses = member.emailaddress_set
    addresses.filter(primary=True).exclude(email__iexact=email).delete()
    addresses.update_or_create(email=email, defaults={"primary": True})
