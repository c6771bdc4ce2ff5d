"""What people call the columns of a table of texts."""

from collections.abc import Mapping

from discourse.tables import TABLES

# Our name → names a user's column may have, the surest first, in lower case with underscores.
NAMES: Mapping[str, tuple[str, ...]] = {
    "doc_id": ("doc_id", "docid", "document_id", "article_id", "text_id", "id", "uid", "uuid", "identifier"),
    "title": ("title", "headline", "head_line", "heading", "webtitle", "titel", "titre", "titulo"),
    "date": (
        *("date", "published", "publish_date", "published_date", "publication_date", "date_published"),
        *("published_at", "publishedat", "pub_date", "pubdate", "publishdate", "webpublicationdate"),
        *("created_at", "createdat", "datetime", "timestamp", "seendate", "datum", "fecha", "year"),
    ),
    "date_precision": ("date_precision",),
    "outlet": (
        *("outlet", "outlet_name", "source", "source_name", "news_source", "publication", "newspaper"),
        *("paper", "publisher", "media_name", "medium", "site_name", "domain", "website", "zeitung"),
    ),
    "author": ("author", "authors", "author_name", "byline", "writer", "journalist", "reporter", "creator"),
    "speaker": ("speaker", "speaker_name", "orator"),
    "text": (
        *("text", "body", "content", "article", "full_text", "fulltext", "article_text", "body_text"),
        *("bodytext", "text_content", "main_text", "maintext", "article_body", "articlebody", "story"),
        *("transcript", "speech", "statement", "message", "tweet", "post_text", "volltext", "texte", "texto"),
    ),
}

# Roles whose column may also be found inside a nested record: `fields.bodyText`.
NESTED = ("title", "date", "text")

# Names that the tables use, so that a user's column with another meaning must step aside.
RESERVED = frozenset(
    column for name, table in TABLES.items() if name != "problems" for column in table.columns
)
