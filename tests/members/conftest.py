"""What a person does with the account pages: read the mail, type the code."""

import re
from io import BytesIO

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from members import outbox

CODE = re.compile(r"^ +([A-Z]{4}-[A-Z]{4})$", re.MULTILINE)


@pytest.fixture(autouse=True)
def database(db):
    """Everything here is about rows; the pages stand without a site tree."""


@pytest.fixture
def last_mail():
    """``last_mail()`` is what the worker sent last."""

    def read():
        outbox.deliver_due()
        return mail.outbox[-1]

    return read


@pytest.fixture
def mailed_code(last_mail):
    """``mailed_code()`` is the code in the last mail; None when it holds none."""

    def read():
        found = CODE.search(last_mail().body)
        return found and found.group(1)

    return read


@pytest.fixture
def newcomer():
    """What a newcomer types in the sign-up form."""
    return {
        "first_name": "Dominique",
        "last_name": "Lavoie",
        "email": "dominique@cdp.example",
        "password1": "un rendez-vous le jeudi midi",
        "consent": "on",
    }


@pytest.fixture
def picture():
    """``picture("moi.jpg", size=(800, 600))`` is an upload; ``exif`` goes into a JPEG."""

    def make(name="moi.png", size=(800, 600), colour="seagreen", **options):
        content = BytesIO()
        Image.new("RGB", size, colour).save(content, name.rpartition(".")[2].replace("jpg", "jpeg"), **options)
        return SimpleUploadedFile(name, content.getvalue())

    return make
