"""Make the groups that ``home.groups`` declares, and the review workflow of the library."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from home.groups import REVIEWERS, ROLES

REVIEW = "Relecture"


def make_groups(homes):
    """Give each new group its permissions, on ``homes`` for pages; a group that exists keeps what an administrator gave it."""
    for name, role in ROLES.items():
        group, created = Group.objects.get_or_create(name=name)
        if created:
            grant(group, role, homes)


def grant(group, role, homes):
    """Add to ``group`` everything that ``role`` says."""
    group.permissions.add(*_permissions(role.rows))
    root = Collection.get_first_root_node()
    for permission in _permissions(role.files):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)
    for permission in _permissions(f"wagtailcore.{codename}" for codename in role.pages):
        for home in homes:
            GroupPagePermission.objects.get_or_create(group=group, page=home.page_ptr, permission=permission)


def _permissions(names):
    """The permissions called "app_label.codename"; KeyError when one does not exist."""
    wanted = set(names)
    apps = {name.partition(".")[0] for name in wanted}
    known = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.filter(content_type__app_label__in=apps).select_related("content_type")
    }
    return [known[name] for name in sorted(wanted)]


def make_review_workflow(library):
    """The workflow « Relecture »: one approval by the group of that name, for the library and everything below it."""
    task = GroupApprovalTask.objects.filter(name=REVIEW).first() or GroupApprovalTask.objects.create(name=REVIEW)
    if not task.groups.exists():
        task.groups.add(Group.objects.get(name=REVIEWERS))
    workflow, created = Workflow.objects.get_or_create(name=REVIEW)
    if created:
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    if not WorkflowPage.objects.filter(page=library).exists():
        WorkflowPage.objects.create(workflow=workflow, page=library)
