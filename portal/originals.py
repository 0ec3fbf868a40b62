"""The originals of pictures lie in private storage: the admin links to them here, for those who may use them."""

from django.http import FileResponse, Http404
from django.views.decorators.http import require_GET
from wagtail.images import get_image_model
from wagtail.permissions import policy_registry


@require_GET
def original(request, name):
    """The original picture called ``name``, for whoever may change, add or choose it; for others it does not exist."""
    model = get_image_model()
    picture = model.objects.filter(file=f"original_images/{name}").first()
    policy = policy_registry.get_by_type(model)
    if not picture or not policy.user_has_any_permission_for_instance(request.user, ["change", "choose"], picture):
        raise Http404
    try:
        return FileResponse(picture.file.open("rb"))
    except FileNotFoundError as gone:
        raise Http404 from gone
