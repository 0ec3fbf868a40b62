from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from PIL import Image

from members.models import Member, Profile

EXIF = Image.Exif()
EXIF[0x010F] = "Appareil de Aline"  # Make
EXIF[0x8825] = {1: "N", 2: (48.0, 26.0, 0.0)}  # GPS


@pytest.fixture
def send(as_member, aline):
    """``send(new_photo=…)`` posts Aline's profile with a photo, listed."""
    client = as_member(aline)

    def post(**files):
        names = {"first_name": "Aline", "last_name": "Tremblay", "language": "fr", "is_listed": "on", "shown_fields": ["photo"]}
        return client.post("/compte/profil/", names | files)

    return post


@pytest.fixture
def portrait(send, picture, aline):
    """Aline, listed, with a photo that the members may see."""
    send(new_photo=picture("moi.jpg", size=(900, 600), exif=EXIF))
    return Member.objects.get(pk=aline.pk)


def private_files():
    return sorted(path.name for path in Path(settings.STORAGES["default"]["OPTIONS"]["location"]).rglob("*") if path.is_file())


def test_a_photo_becomes_two_squares_without_memory_of_where_it_was_taken(portrait):
    for photo, side in [(portrait.profile.photo, 480), (portrait.profile.photo_small, 96)]:
        with photo.open() as file, Image.open(file) as kept:
            assert (kept.format, kept.size) == ("WEBP", (side, side))
            assert not kept.getexif()
            assert "Appareil" not in str(kept.info)


def test_a_photo_lies_outside_of_the_public_folder(portrait):
    assert len(private_files()) == 2
    assert not list(Path(settings.MEDIA_ROOT).rglob("*.webp"))


def test_members_see_the_photo_and_visitors_a_drawing(client, portrait, bruno):
    client.logout()
    drawing = client.get(portrait.photo_url)
    assert (drawing.status_code, drawing["Content-Type"]) == (200, "image/svg+xml")

    client.force_login(bruno)
    photo = client.get(portrait.photo_url)
    assert Image.open(BytesIO(photo.getvalue())).size == (96, 96)
    assert "private" in photo["Cache-Control"]
    assert "no-store" in photo["Cache-Control"]


def test_the_photo_of_who_is_not_listed_is_for_oneself(client, portrait, bruno):
    profile = portrait.profile
    profile.leave_directory()
    profile.save()

    client.force_login(bruno)
    assert client.get(f"/membres/{portrait.pk}/photo/").status_code == 404
    client.force_login(portrait)
    assert client.get(f"/membres/{portrait.pk}/photo/").getvalue()


def test_a_photo_kept_private_is_for_oneself(client, portrait, bruno):
    profile = portrait.profile
    profile.hidden_fields = ["photo"]
    profile.save()

    client.force_login(bruno)
    assert client.get(f"/membres/{portrait.pk}/photo/").status_code == 404
    assert Member.objects.get(pk=portrait.pk).photo_url == ""


def test_the_address_of_a_photo_costs_no_query(portrait, django_assert_num_queries):
    (member,) = Member.objects.filter(pk=portrait.pk)

    with django_assert_num_queries(0):
        assert "taille=petite" in member.photo_url


def test_a_new_photo_has_a_new_address_and_the_old_files_go(portrait, send, picture, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        send(new_photo=picture("autre.png"))

    assert Member.objects.get(pk=portrait.pk).photo_url != portrait.photo_url
    assert len(private_files()) == 2


def test_a_photo_is_removed_with_its_files(portrait, send, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        send(remove_photo="on")

    assert not Profile.objects.get(member=portrait).photo
    assert private_files() == []


def test_the_photo_goes_with_the_person(portrait, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        portrait.delete()

    assert private_files() == []


def test_a_photo_lost_on_the_disk_is_not_an_error(client, portrait):
    for name in private_files():
        Path(settings.STORAGES["default"]["OPTIONS"]["location"], "members/photos", name).unlink()

    assert client.get(portrait.photo_url).status_code == 404


def test_a_damaged_photo_is_refused_and_nothing_is_kept(send, picture, aline):
    damaged = picture("moi.jpg", size=(900, 600))
    damaged.file = BytesIO(damaged.read()[:4000])
    damaged.size = 4000

    response = send(new_photo=damaged, job="Conseillère")

    assert response.status_code == 422
    assert 'value="Conseillère"' in response.text
    assert private_files() == []


def test_a_photo_lying_on_its_side_stands_up(send, picture, aline):
    exif = Image.Exif()
    exif[0x0112] = 6  # turn a quarter to the right
    tall = picture("moi.jpg", size=(600, 300), colour="red", exif=exif)

    send(new_photo=tall)

    assert Profile.objects.get(member=aline).photo
