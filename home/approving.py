"""How a review ends. Wagtail imports this while its own models load: nothing may be imported here."""


def publish_what_was_approved(workflow_state, user=None):
    """Approving is what publishes: Wagtail would ask the reviewer for a right on pages that the group does not have."""
    workflow_state.content_object.get_latest_revision().publish(user=user, skip_permission_checks=True)
