"""Archives that are tables: LinkedIn and Reddit. Columns are read by their names. Source: exports.md 1.5 and 1.10."""

from collections.abc import Iterator

from askfirst.checks.archives.moments import moment_of
from askfirst.checks.archives.post import Kind, Post, SeenBy
from askfirst.checks.archives.service import Files, Service

__all__ = ["LINKEDIN", "REDDIT"]

SEEN_BY = {"PUBLIC": SeenBy.PUBLIC, "MEMBER_NETWORK": SeenBy.FRIENDS, "CONNECTIONS_ONLY": SeenBy.FRIENDS}


def _plain(words: str) -> str:
    """Paragraphs are lines within quotes, and quotes are escaped, in two ways."""
    words = words.replace('\\"', '"')
    if "\n" not in words:
        return words
    return "\n".join(line for line in (one.strip(' "\r') for one in words.split("\n")) if line)


def _linkedin(files: Files) -> Iterator[Post]:
    for name in files.like(r"Profile\.csv"):
        for row in files.rows(name, "First Name", "Headline"):
            words = "\n".join(row.get(field, "") for field in ("headline", "summary"))
            yield Post(words, None, SeenBy.UNSAID, Kind.PROFILE, place=row.get("geo location", ""))
    for name in files.like(r"Positions\.csv"):
        for row in files.rows(name, "Company Name"):
            if not row.get("finished on"):
                yield Post(row.get("title", ""), kind=Kind.PROFILE, work=row.get("company name", ""))
    for name in files.like(r"Shares\.csv"):
        for row in files.rows(name, "ShareCommentary"):
            seen_by = SEEN_BY.get(row.get("visibility", "").strip().upper(), SeenBy.UNSAID)
            yield Post(_plain(row.get("sharecommentary", "")), moment_of(row.get("date")), seen_by)
    for name in files.like(r"Comments\.csv"):
        for row in files.rows(name, "Message"):
            yield Post(_plain(row.get("message", "")), moment_of(row.get("date")), kind=Kind.COMMENT)


def _reddit(files: Files) -> Iterator[Post]:
    for name in files.like(r"posts\.csv"):
        for row in files.rows(name, "permalink"):
            words = "\n".join(one for one in (row.get("title", ""), row.get("body", "")) if one)
            yield Post(words, moment_of(row.get("date")))
    for name in files.like(r"comments\.csv"):
        for row in files.rows(name, "permalink"):
            yield Post(row.get("body", ""), moment_of(row.get("date")), kind=Kind.COMMENT)


LINKEDIN = Service(
    id="linkedin",
    name="LinkedIn",
    form="LinkedIn (zip)",
    marks=r"(?:Profile|Positions|Shares|Connections|Profile[ _]Summary|Email[ _]Addresses|Rich[ _]Media)\.csv",
    wants=r"(?:Profile|Positions|Shares|Comments)\.csv",
    read=_linkedin,
)
REDDIT = Service(
    id="reddit",
    name="Reddit",
    form="Reddit (zip)",
    marks=r"(?:posts|comments|statistics|subscribed_subreddits|post_headers|post_votes)\.csv",
    wants=r"(?:posts|comments)\.csv",
    read=_reddit,
)
