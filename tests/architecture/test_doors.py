"""Views enter through a named door: never a raw ``Model.objects.filter``."""

import ast

import pytest

from tests.architecture.source import APPS, ROOT, own_files

pytestmark = pytest.mark.once

RAW = {"all", "filter", "exclude", "get", "create", "first", "last", "order_by", "values", "annotate"}
VIEWS = [path for path in own_files(".py", *APPS) if path.stem == "views" or "views" in path.parts]


@pytest.mark.parametrize("path", VIEWS, ids=lambda path: str(path.relative_to(ROOT)))
def test_views_enter_through_a_named_door(path):
    """``.objects`` must be followed by a business verb, never by a raw filter."""
    raw = [
        f"{path.relative_to(ROOT)}:{node.lineno} .objects.{node.attr}"
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute) and node.value.attr == "objects" and node.attr in RAW
    ]
    assert raw == []


@pytest.mark.parametrize("path", VIEWS, ids=lambda path: str(path.relative_to(ROOT)))
def test_views_are_thin(path):
    """A view translates HTTP; at most 25 lines of code, docstring aside."""
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.body[0].lineno + 1 > 25
    ]
    assert long == []
