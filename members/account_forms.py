"""allauth's forms in our words: no placeholder in the place of a label, and limits counted where they matter."""

from allauth.account import forms as allauth
from allauth.core import context
from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from members import limits

PASSWORD_HELP = _("At least 12 characters: a sentence is easiest. You may paste it from a password manager.")


class Plain:
    """Labels rather than placeholders, and no list of rules where a sentence does."""

    words = {}
    hints = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.words.get(name, LABELS.get(name, field.label))
            field.help_text = self.hints.get(name, "" if name in LABELS else field.help_text)


LABELS = {
    "email": _("E-mail address"),
    "login": _("E-mail address"),
    "password": _("Password"),
    "password1": _("Password"),
    "oldpassword": _("Present password"),
    "code": _("Code"),
}


class Signup(Plain, allauth.SignupForm):
    hints = {"email": _("You sign in with it. Nobody else sees it."), "password1": PASSWORD_HELP}

    def clean(self):
        """The names too may not make the password."""
        data = super().clean()
        if password := data.get("password1"):
            member = get_user_model()(
                email=data.get("email", ""), first_name=data.get("first_name", ""), last_name=data.get("last_name", "")
            )
            try:
                validate_password(password, member)
            except ValidationError as error:
                if "password1" not in self.errors:
                    self.add_error("password1", error)
        return data

    def try_save(self, request):
        """Five accounts an hour from one address; the same for an address that is already known, so as to tell nothing."""
        limits.hit("sign up", limits.client_address(request), "5/h")
        return super().try_save(request)


class Login(Plain, allauth.LoginForm):
    @property
    def offers_code(self):
        """Whether to offer a code by mail: the password was wrong too often."""
        return self.has_error("__all__", "too_many_passwords")


class RequestLoginCode(Plain, allauth.RequestLoginCodeForm):
    hints = {"email": _("We send a code there, good for fifteen minutes.")}

    def clean_email(self):
        limits.hit("sign-in code", limits.client_address(context.request), "10/h")
        return super().clean_email()


class ResetPassword(Plain, allauth.ResetPasswordForm):
    hints = {"email": _("We send a code there, good for fifteen minutes.")}

    def clean_email(self):
        limits.hit("password reset", limits.client_address(context.request), "3/h")
        return super().clean_email()


class Code:
    """A code received by mail: letters that a telephone must not correct."""

    hints = {"code": _("Eight letters; the dash and the capitals do not matter.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {"autocapitalize": "characters", "spellcheck": "false", "autocorrect": "off"}


class ConfirmEmailVerificationCode(Code, Plain, allauth.ConfirmEmailVerificationCodeForm):
    pass


class ConfirmLoginCode(Code, Plain, allauth.ConfirmLoginCodeForm):
    pass


class ConfirmPasswordResetCode(Code, Plain, allauth.ConfirmPasswordResetCodeForm):
    pass


class Reauthenticate(Plain, allauth.ReauthenticateForm):
    pass


class AddEmail(Plain, allauth.AddEmailForm):
    words = {"email": _("New address")}
    hints = {"email": _("We send a code there to make sure that it is yours.")}


class ChangeEmail(Plain, allauth.ChangeEmailForm):
    words = {"email": _("Another address")}


class OnePassword(Plain):
    """Typed once: with a password manager the second time only adds mistakes, and a code by mail repairs one."""

    words = {"password1": _("New password")}
    hints = {"password1": PASSWORD_HELP}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["password2"]


class ChangePassword(OnePassword, allauth.ChangePasswordForm):
    pass


class SetPassword(OnePassword, allauth.SetPasswordForm):
    pass


class ResetPasswordFromKey(OnePassword, allauth.ResetPasswordKeyForm):
    pass
