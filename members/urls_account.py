"""Accounts under /compte/: allauth's own views and names, at French addresses."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import path
from django.views.generic import RedirectView

from members import views
from members.entrance import form_page, sign_in

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="edit_profile"), name="account_root"),
    # Coming in and going out
    path("inscription/", form_page(account.signup), name="account_signup"),
    path("connexion/", sign_in(account.login), name="account_login"),
    path("connexion/code/", form_page(account.request_login_code), name="account_request_login_code"),
    path("connexion/code/confirmer/", form_page(account.confirm_login_code), name="account_confirm_login_code"),
    path("connexion/cle/", sign_in(webauthn.login_webauthn), name="mfa_login_webauthn"),
    path("connexion/deuxieme-facteur/", form_page(mfa.authenticate), name="mfa_authenticate"),
    path("deconnexion/", account.logout, name="account_logout"),
    path("inactif/", account.account_inactive, name="account_inactive"),
    # E-mail addresses
    path("adresses/", form_page(account.email), name="account_email"),
    path("adresses/code/", form_page(account.email_verification_sent), name="account_email_verification_sent"),
    # Password
    path("mot-de-passe/", form_page(account.password_change), name="account_change_password"),
    path("mot-de-passe/choisir/", form_page(account.password_set), name="account_set_password"),
    path("mot-de-passe/oublie/", form_page(account.password_reset), name="account_reset_password"),
    path("mot-de-passe/oublie/code/", form_page(account.confirm_password_reset_code), name="account_confirm_password_reset_code"),
    path("mot-de-passe/oublie/nouveau/", form_page(account.complete_password_reset), name="account_complete_password_reset"),
    path("mot-de-passe/oublie/fait/", account.password_reset_from_key_done, name="account_password_reset_completed"),
    # Proving again who you are
    path("confirmer-identite/", form_page(account.reauthenticate), name="account_reauthenticate"),
    path("confirmer-identite/code/", form_page(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("confirmer-identite/cle/", form_page(webauthn.reauthenticate_webauthn), name="mfa_reauthenticate_webauthn"),
    # Second factor
    path("securite/", mfa.index, name="mfa_index"),
    path("securite/application/activer/", form_page(totp.activate_totp), name="mfa_activate_totp"),
    path("securite/application/retirer/", form_page(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("securite/codes-de-secours/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("securite/codes-de-secours/nouveaux/", form_page(recovery_codes.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("securite/codes-de-secours/fichier/", recovery_codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("securite/cle/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("securite/cle/ajouter/", form_page(webauthn.add_webauthn), name="mfa_add_webauthn"),
    path("securite/cle/<int:pk>/retirer/", form_page(webauthn.remove_webauthn), name="mfa_remove_webauthn"),
    path("securite/cle/<int:pk>/renommer/", form_page(webauthn.edit_webauthn), name="mfa_edit_webauthn"),
    # Oneself
    path("profil/", views.edit_profile, name="edit_profile"),
    path("avis/", views.notifications, name="notifications"),
    path("avis/lus/", views.mark_read, name="mark_read"),
]
