from io import BytesIO

import pytest
from allauth.account.models import EmailAddress
from openpyxl import load_workbook
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from members import outbox
from members.modeladmin import CommunityModelAdmin, harmless
from members.models import Consent, Member, OutgoingMail

MAILS = "/admin/outgoing-mail/"
PEOPLE = "/admin/users/"


@pytest.fixture
def letter(db):
    """A mail that could not leave, whose subject would be a formula."""
    fields = {"kind": "notice", "to": "aline@cdp.example", "status": "failed", "attempts": 8, "last_error": "SMTPDataError: 554"}
    return OutgoingMail.objects.create(dedupe_key="x", subject='=HYPERLINK("http://mauvais.example")', text="Le corps du message", **fields)


@pytest.fixture
def desk(as_member, admin, site):
    """A client signed in as the administrator."""
    return as_member(admin)


def test_the_failures_are_a_filter_of_the_list(desk, letter):
    OutgoingMail.objects.create(dedupe_key="y", kind="notice", to="bruno@cdp.example", subject="Partie", text="x", status="sent")

    page = desk.get(MAILS, {"status__exact": "failed"}).text

    assert "aline@cdp.example" in page
    assert "bruno@cdp.example" not in page


def test_the_body_is_read_and_the_mail_sent_again(desk, letter):
    page = desk.get(f"{MAILS}inspect/{letter.pk}/").text
    assert "Le corps du message" in page
    assert "SMTPDataError" in page

    desk.post(f"{MAILS}retry/{letter.pk}/")
    outbox.deliver_due()

    letter.refresh_from_db()
    assert letter.status == "sent"


def test_a_code_is_read_by_nobody_else(desk, letter):
    OutgoingMail.objects.update(kind="account.code", text="ABCD-EFGH")

    assert "ABCD-EFGH" not in desk.get(f"{MAILS}inspect/{letter.pk}/").text


@pytest.mark.parametrize("path", ["create/", "edit/{pk}/", "delete/{pk}/"])
def test_mails_are_neither_written_nor_changed_nor_deleted_there(desk, letter, path):
    response = desk.post(MAILS + path.format(pk=letter.pk), {"subject": "x"})

    assert response.status_code == 302  # Wagtail says no on its home page
    assert response.url == "/admin/"
    assert OutgoingMail.objects.get().subject.startswith("=HYPERLINK")


@pytest.mark.parametrize("person", ["edith", "claire", "aline"])
@pytest.mark.parametrize("path", ["", "inspect/{pk}/"])
def test_mails_are_for_administrators(as_member, request, letter, person, path):
    response = as_member(request.getfixturevalue(person)).get(MAILS + path.format(pk=letter.pk))

    assert response.status_code == 302
    assert as_member(request.getfixturevalue(person)).post(f"{MAILS}retry/{letter.pk}/").status_code in (302, 403)
    assert OutgoingMail.objects.get().status == "failed"


def test_a_spreadsheet_takes_no_cell_for_a_formula_and_the_export_is_on_record(desk, letter, admin):
    text = b"".join(desk.get(MAILS, {"export": "csv"}).streaming_content).decode("utf-8-sig")
    assert "'=HYPERLINK" in text

    sheet = load_workbook(BytesIO(desk.get(MAILS, {"export": "xlsx"}).getvalue())).active
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}

    records = ModelLogEntry.objects.filter(action="members.export", user=admin)
    assert [record.data["rows"] for record in records] == [1, 1]
    assert desk.get("/admin/reports/site-history/").status_code == 200


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_what_a_spreadsheet_would_run_is_made_harmless(value):
    assert harmless(value) == f"'{value}"


@pytest.mark.parametrize("value", ["Aline", "1+1", "a=b", "", "2026-12-03"])
def test_what_is_harmless_stays_as_it_is(value):
    assert harmless(value) == value


@pytest.mark.parametrize(
    "query", ["q=%22%27%25_%5C", "q=" + "a+" * 500, "status__exact=x", "nimporte=quoi", "p=x", "o=zz.9", "created_at__gte=x"]
)
def test_nonsense_in_the_query_is_harmless(desk, letter, query):
    assert desk.get(f"{MAILS}?{query}", follow=True).status_code == 200


def test_the_scope_of_a_list_guards_each_row(admin, letter, rf):
    class Narrow(CommunityModelAdmin):
        model = OutgoingMail

        def scope(self, user, rows):
            return rows.filter(kind="other")

    rf.user = admin
    narrow = Narrow()

    assert not narrow.get_queryset(rf).exists()
    for allowed in ["user_can_inspect_obj", "user_can_edit_obj", "user_can_delete_obj"]:
        assert not getattr(narrow.permission_helper, allowed)(admin, letter)


def test_an_administrator_welcomes_someone_who_then_signs_in_with_a_code(desk, client, mailed_code):
    desk.post(f"{PEOPLE}new/", {"email": "Dominique@CDP.example", "first_name": "Dominique", "last_name": "Lavoie", "language": "en"})
    member = Member.objects.get(email="dominique@cdp.example")
    assert not member.has_usable_password()
    desk.logout()

    client.post("/compte/connexion/code/", {"email": member.email})
    client.post("/compte/connexion/code/confirmer/", {"code": mailed_code()})

    assert client.session["_auth_user_id"] == str(member.pk)
    assert EmailAddress.objects.get(user=member).verified


@pytest.mark.parametrize("email", ["aline@cdp.example", "ALINE@cdp.example"])
def test_an_address_that_is_taken_is_refused_in_words(desk, aline, email):
    response = desk.post(f"{PEOPLE}new/", {"email": email, "first_name": "A", "last_name": "B", "language": "fr"})

    assert "email" in response.context["form"].errors
    assert Member.objects.filter(email__iexact=email).count() == 1


@pytest.fixture
def change(desk, aline):
    """``change(last_name="…")`` saves Aline's form in the admin."""

    def save(**typed):
        fields = {"email": aline.email, "first_name": "Aline", "last_name": "Tremblay", "language": "fr", "is_active": "on"}
        response = desk.post(f"{PEOPLE}edit/{aline.pk}/", {name: value for name, value in (fields | typed).items() if value})
        assert response.status_code == 302
        aline.refresh_from_db()
        return aline

    return save


def test_a_name_and_a_language_are_changed(change):
    member = change(last_name="Bélanger", language="en")

    assert (str(member), member.language) == ("Aline Bélanger", "en")


def test_a_changed_address_is_proved_at_the_next_sign_in(change):
    member = change(email="aline@ailleurs.example")

    address = EmailAddress.objects.get(user=member)
    assert (address.email, address.primary, address.verified) == ("aline@ailleurs.example", True, False)


def test_a_closed_account_is_out_at_once(change, as_member, aline, django_user_model):
    from django.test import Client

    inside = Client()
    inside.force_login(aline)

    change(is_active="")

    assert inside.get("/compte/profil/").status_code == 302


def test_the_admin_asks_for_no_password_and_no_second_photo(desk, admin):
    assert "password1" not in desk.get(f"{PEOPLE}new/").text
    account = desk.get("/admin/account/").text

    assert "password" not in account
    assert "avatar-avatar" not in account
    assert "name_email-email" not in account


def test_ones_own_settings_are_saved(desk, admin):
    typed = {"name_email-first_name": "Ada", "name_email-last_name": "Roy", "locale-preferred_language": "en"}
    panels = {
        "locale-current_time_zone": "America/Toronto",
        "theme-theme": "system",
        "theme-density": "default",
        "theme-contrast": "system",
    }

    assert desk.post("/admin/account/", typed | panels).status_code == 302
    assert UserProfile.objects.get(user=admin).preferred_language == "en"


@pytest.mark.parametrize("path", ["", "new/", "edit/{pk}/", "delete/{pk}/"])
def test_the_pages_of_the_people_open(desk, aline, path):
    assert desk.get(PEOPLE + path.format(pk=aline.pk)).status_code == 200


def test_the_register_of_consents_is_read_and_never_changed(desk, aline):
    consent = Consent.give(aline, "charter")

    assert "Aline Tremblay" in desk.get("/admin/members/consent/").text
    assert desk.get(f"/admin/members/consent/inspect/{consent.pk}/").status_code == 200
    desk.post(f"/admin/members/consent/delete/{consent.pk}/")
    assert Consent.objects.filter(pk=consent.pk).exists()
