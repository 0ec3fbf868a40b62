"""The component tags: what they promise to the reader, screen readers included."""

import re
from types import SimpleNamespace

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template
from django.utils import translation


@pytest.fixture(autouse=True)
def french():
    with translation.override("fr"):
        yield


def draw(source, **context):
    return Template(source).render(Context(context))


class Enrolment(forms.Form):
    name = forms.CharField(label="Prénom", help_text="Celui que vous utilisez.")
    note = forms.CharField(label="Un mot", required=False)
    day = forms.ChoiceField(label="Jour", choices=[("a", "Lundi")], widget=forms.RadioSelect, help_text="Un seul.")
    token = forms.CharField(widget=forms.HiddenInput)


def test_a_drawing_is_silent_unless_it_has_words():
    assert 'aria-hidden="true"' in draw('{% icon "star" %}')
    assert 'role="img" aria-label="Épinglé"' in draw('{% icon "star" label="Épinglé" %}')
    assert draw('{% icon "" %}') == ""


def test_a_badge_without_words_is_nothing():
    assert draw('{% badge "" "warm" %}') == ""
    assert 'data-tone="warm"' in draw('{% badge "Complet" "warm" %}')


def test_an_avatar_is_a_photo_or_initials():
    assert '<img class="avatar"' in draw("{% avatar who %}", who=SimpleNamespace(photo_url="/p.jpg", initials="AT"))
    assert ">AT</span>" in draw("{% avatar who %}", who=SimpleNamespace(photo_url="", initials="AT"))
    assert 'aria-hidden="true">·<' in draw("{% avatar who %}", who=None)


def test_a_button_is_a_link_when_it_leads_somewhere():
    assert draw('{% button "Voir" url="/x/" %}').startswith("<a ")
    assert 'type="submit" name="verb" value="go"' in draw('{% button "Aller" name="verb" value="go" %}')


def test_what_an_author_wrote_is_escaped():
    assert "<script>" not in draw("{% badge w %}{% button w %}{% panel w %}x{% endpanel %}", w="<script>")


def test_a_field_ties_its_label_hint_and_error_together():
    html = draw("{% field form.name %}", form=Enrolment({}))
    assert '<label class="field__label" for="id_name">' in html
    described = re.search(r'aria-describedby="([^"]+)"', html)[1].split()
    assert described == ["id_name_helptext", "id_name_error"]
    assert all(f'id="{key}"' in html for key in described)
    assert 'aria-invalid="true"' in html


def test_a_group_of_choices_is_a_fieldset_that_says_its_hint():
    html = draw("{% field form.day %}", form=Enrolment())
    assert '<fieldset aria-describedby="id_day_helptext">' in html
    assert "<legend" in html


def test_only_optional_fields_are_marked():
    assert "(facultatif)" in draw("{% field form.note %}", form=Enrolment())
    assert "(facultatif)" not in draw("{% field form.name %}", form=Enrolment())
    assert "(facultatif)" not in draw("{% field form.note mark_optional=False %}", form=Enrolment())


def test_a_hidden_field_is_only_its_input():
    assert draw("{% field form.token %}", form=Enrolment()) == '<input type="hidden" name="token" id="id_token">'


def test_a_field_that_is_not_there_draws_nothing():
    assert draw("{% field form.other %}", form={}) == ""


def test_the_error_summary_leads_to_each_field():
    html = draw('{% include "components/error_summary.html" with form=form only %}', form=Enrolment({}))
    targets = re.findall(r'href="#([^"]+)"', html)
    assert targets == ["id_name", "id_day_0"]
    assert draw('{% include "components/error_summary.html" with form=form only %}', form=Enrolment()).strip() == ""


def test_a_slot_keeps_what_the_page_knows():
    assert "<em>Aline</em>" in draw('{% panel "Titre" %}<em>{{ name }}</em>{% endpanel %}', name="Aline")


def test_pagination_keeps_the_rest_of_the_query():
    html = draw('{% include "components/pagination.html" with page=page query="q=caf%C3%A9" only %}', page=Paginator(range(90), 20).page(2))
    assert 'href="?q=caf%C3%A9&amp;page=3"' in html
    assert html.count('aria-current="page"') == 1


def test_a_single_page_needs_no_pagination():
    html = draw('{% include "components/pagination.html" with page=page query="" only %}', page=Paginator(range(3), 20).page(1))
    assert html.strip() == ""


@pytest.mark.parametrize(
    ("phase", "my_status", "said"),
    [
        ("open", "", "4 places"),
        ("full", "", "liste d’attente"),
        ("cancelled", "confirmed", "Annulée"),
        ("past", "", "Passée"),
        ("open", "waiting", "liste d’attente"),
        ("closed", "", "close"),
    ],
)
def test_an_event_says_where_it_stands(phase, my_status, said):
    event = SimpleNamespace(phase=phase, seats_left=4, starts_at=None, replay_url="", get_modality_display="En ligne", place="")
    source = (
        '{% include "components/event_line.html" with event=event only %}'
        '{% include "components/event_status.html" with event=event my_status=mine only %}'
    )
    assert said in draw(source, event=event, mine=my_status)
