"""The lists of the Wagtail admin: each facilitator sees their own spaces, by the list and by the address."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse

from forum.models import Post, Thread
from forum.replying import reply


@pytest.fixture
def fiona(site, bruno, new_space):
    """May open the admin's lists, and facilitates only the space « ailleurs »."""
    from django.contrib.auth.models import Permission

    wanted = ["access_admin", "view_thread", "view_post"]
    bruno.user_permissions.set(Permission.objects.filter(codename__in=wanted))
    new_space("ailleurs", facilitators=[bruno])
    return bruno


def listing(model):
    return reverse(f"forum_{model}_modeladmin_index")


def inspection(thing):
    return reverse(f"forum_{thing._meta.model_name}_modeladmin_inspect", args=[thing.pk])


def test_a_facilitator_reads_threads_and_posts(as_member, claire, new_thread):
    thread = new_thread("Comment animer ?", replies=["Une réponse rare"])
    client = as_member(claire)
    assert "Comment animer" in client.get(listing("thread")).content.decode()
    assert "Une réponse rare" in client.get(listing("post")).content.decode()
    assert client.get(inspection(thread)).status_code == 200
    assert client.get(inspection(thread.posts.get(number=2))).status_code == 200


def test_another_space_is_neither_listed_nor_inspected(as_member, fiona, thread):
    client = as_member(fiona)
    assert thread.title not in client.get(listing("thread")).content.decode()
    for thing in (thread, thread.posts.get()):
        assert client.get(inspection(thing)).status_code in (302, 403)


def test_an_editor_sees_no_list_of_the_forum(as_member, edith, thread):
    for model in ("thread", "post", "space", "membership"):
        assert as_member(edith).get(listing(model)).status_code in (302, 403)


def test_a_facilitator_does_not_manage_spaces(as_member, claire, space):
    assert as_member(claire).get(listing("space")).status_code in (302, 403)


def test_an_administrator_makes_a_space(as_member, admin, site, aline):
    typed = {
        "title": "Nouvel espace",
        "slug": "nouvel-espace",
        "icon": "leaf",
        "access": "members",
        "position": 3,
        "facilitators": [aline.pk],
    }
    assert as_member(admin).post(reverse("forum_space_modeladmin_create"), typed).status_code == 302
    assert [space.slug for space in aline.facilitated_spaces.all()] == ["nouvel-espace"]


@pytest.mark.parametrize("query", ["q=%22", "p=x", "state=pending", "state=x", "space=x", "export=xlsx", "export=csv", "o=99"])
def test_a_strange_query_is_still_answered(as_member, claire, thread, query):
    for model in ("thread", "post"):
        assert as_member(claire).get(f"{listing(model)}?{query}").status_code in (200, 302)


def test_what_waits_is_found_by_a_filter(as_member, claire, aline, thread):
    reply(thread, aline, "Premier message en attente")
    page = as_member(claire).get(f"{listing('post')}?state=pending").content.decode()
    assert "Premier message en attente" in page
    assert "Bienvenue" not in page


def test_animation_may_moderate_and_edition_may_not(site):
    for name, may in [("Animation", True), ("Édition", False)]:
        assert Group.objects.get(name=name).permissions.filter(codename="moderate_forum").exists() is may


def test_reconcile_repairs_and_renders_again(thread, capsys):
    Thread.objects.filter(pk=thread.pk).update(reply_count=7)
    Post.objects.filter(thread=thread).update(render_version=0, html="<p>vieux</p>")
    call_command("reconcile_forum", "--render")
    assert "1 threads repaired" in capsys.readouterr().out
    assert "<strong>" in thread.posts.get().html
