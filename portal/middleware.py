"""What every answer carries: no control characters in, a strict policy and honest cache headers out."""

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware, PolicyParts
from django.http import Http404
from django.utils.cache import add_never_cache_headers, patch_cache_control

from portal import errors

CONTROL = {chr(code) for code in range(32)} | {"\x7f"}
LONGEST_ADDRESS = 8_000


def refuse_control_characters(get_response):
    """400 for a NUL or another control character in the path or the query: PostgreSQL
    raises on NUL, and no honest link has one. 414 for an address beyond 8,000 characters."""

    def middleware(request):
        address = request.META.get("QUERY_STRING", "")
        if len(request.path_info) + len(address) > LONGEST_ADDRESS:
            return errors.bad_request(request, status=414)
        if not CONTROL.isdisjoint(request.path_info) or _hides_control_characters(address):
            return errors.bad_request(request)
        return get_response(request)

    return middleware


def _hides_control_characters(query):
    """True for percent-encoded control characters; tab and line breaks pass (a search box may send them)."""
    lowered = query.lower()
    return any(f"%{code:02x}" in lowered for code in (*range(9), 11, 12, *range(14, 32), 127))


class PolicyMiddleware(CSPMiddleware):
    """Content-Security-Policy: strict on the site; the Wagtail admin needs inline code, without a nonce."""

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if request.path_info.startswith("/admin/"):
            inline = [SELF, UNSAFE_INLINE]
            return PolicyParts(config=parts.config, replace={"script-src": inline, "style-src": inline})
        return parts


def private_answers(get_response):
    """What a signed-in reader sees, and what a restriction guards, is never stored by a shared cache."""

    def middleware(request):
        response = get_response(request)
        user = getattr(request, "user", None)
        if (user is not None and user.is_authenticated) or getattr(request, "is_restricted", False):
            if not response.has_header("Cache-Control") or "public" in response["Cache-Control"]:
                add_never_cache_headers(response)
            patch_cache_control(response, private=True, no_store=True)
        return response

    return middleware


def own_not_found(get_response):
    """With DEBUG on, Django would answer an unknown page with its technical one: the demonstration shows ours."""

    def middleware(request):
        return get_response(request)

    def process_exception(request, exception):
        return errors.not_found(request, exception) if isinstance(exception, Http404) else None

    middleware.process_exception = process_exception
    return middleware
