"""What we keep: the library, its resources and its toolkits."""

from library.models.library import LibraryPage
from library.models.resource import ResourceFile, ResourcePage, TaggedResource
from library.models.toolkit import ToolkitItem, ToolkitPage, ToolkitsPage

__all__ = ["LibraryPage", "ResourceFile", "ResourcePage", "TaggedResource", "ToolkitItem", "ToolkitPage", "ToolkitsPage"]
