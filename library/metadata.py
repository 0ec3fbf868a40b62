"""A resource in the words of schema.org (LearningResource, https://schema.org/LearningResource)."""

from library.kinds import Audience, Kind

TYPES = {
    Kind.BOOK: "Book",
    Kind.ARTICLE: "Article",
    Kind.VIDEO: "VideoObject",
    Kind.RECORDING: "VideoObject",
    Kind.PODCAST: "PodcastEpisode",
}


def learning_resource(resource, page):
    """``page`` (its data as a web page) with what the record says; what is not known is left out."""
    kind = TYPES.get(resource.kind)
    data = page | {
        "@type": ["LearningResource", kind] if kind else "LearningResource",
        "inLanguage": None if resource.language == "mul" else resource.language,
        "learningResourceType": resource.get_kind_display(),
        "author": resource.authors,
        "publisher": resource.publisher and {"@type": "Organization", "name": resource.publisher},
        "datePublished": resource.year and str(resource.year),
        "license": resource.licence_terms.url,
        "keywords": [tag.name for tag in resource.tag_list],
        "teaches": [str(Audience(audience).label) for audience in resource.audience if audience in Audience.values],
        "sameAs": resource.address,
        "dateModified": resource.last_published_at and resource.last_published_at.isoformat(),
    }
    return {name: value for name, value in data.items() if value}
