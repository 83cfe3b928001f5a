"""Archives of each service in the forms they have had, with invented posts. Shapes: exports.md 1."""

import hashlib
import json

from tests.guard.archive_files import script

LONG = "I have thought about this for a long time. " * 12


def twice(text):
    """As Facebook and Instagram write letters: each byte of UTF-8 as a letter of its own."""
    return text.encode().decode("latin-1")


def protected(*actions):
    rows = [{"protectedHistory": {"protectedAt": "2026-01-01", "action": one}} for one in actions]
    return {"data/protected-history.js": script("protected_history", rows)}


def long_post():
    return {"data/note-tweet.js": script("note_tweet", [{"noteTweet": {"noteTweetId": "1", "core": {"text": LONG}}}])}


def facebook(old=False):
    inside = "" if old else "your_facebook_activity/"
    posts = inside + ("posts/your_posts_1.json" if old else "posts/your_posts__check_ins__photos_and_videos_1.json")
    place = {"latitude": 53.8, "longitude": -1.5}
    picture = {
        "uri": "posts/media/a/1.jpg", "creation_timestamp": 1741370000, "description": "Big splash",
        "media_metadata": {"photo_metadata": {"exif_data": [{**place, "upload_ip": "192.0.2.7"}]}},
    }  # fmt: skip
    return {
        posts: json.dumps(
            [
                {
                    "timestamp": 1741370531, "data": [{"post": twice("Sports day at Northgate café")}], "title": "Sam Example was with Ana Example.",
                    "tags": [{"name": "Ana Example"}], "attachments": [{"data": [{"media": picture}]}],
                },
                {
                    "timestamp": 1741470531, "data": [{"post": "At the lido"}],
                    "attachments": [{"data": [{"place": {"name": "Haddon Lido", "coordinate": place}}]}],
                },
            ]
        ),
        inside + "comments_and_reactions/comments.json": json.dumps(
            {"comments_v2": [{"timestamp": 1741570531, "title": "Sam Example was with", "data": [{"comment": {"timestamp": 1, "comment": "Well done!", "author": "Sam"}}]}]}
        ),
        ("" if old else "personal_information/") + "profile_information/profile_information.json": json.dumps(
            {"profile_v2": {"name": {"full_name": "Sam Example"}, "current_city": {"name": "Haddon", "timestamp": 1}, "emails": {"emails": ["sam@home.example"]}}}
        ),
        inside + "messages/inbox/ana_1/message_1.json": json.dumps({"messages": [{"content": "a secret"}]}),
    }  # fmt: skip


def facebook_of_one():
    return {
        "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.json": json.dumps(
            {"timestamp": 1741370531, "data": [{"post": "Only this"}], "title": "x"}
        )
    }


def instagram(old=False, private=""):
    inside = "" if old else "your_instagram_activity/"
    place = {"media_metadata": {"photo_metadata": {"exif_data": [{"latitude": 53.8, "longitude": -1.5}]}}}
    one = {"uri": "media/posts/202503/1.jpg", "creation_timestamp": 1741370531, "title": twice("Year 6 leavers 🎓"), **place}
    profile = {
        "profile_user": [{"string_map_data": {"Name": {"value": "Sam"}, "Private Account": {"value": private}, "Bio": {"value": ""}}}]
    }
    comment = {"string_map_data": {"Comment": {"value": "So proud"}, "Media Owner": {"value": "ana"}, "Time": {"timestamp": 1741370531}}}
    return {
        inside + "content/posts_1.json": json.dumps(
            [{"media": [one]}, {"media": [{"uri": "a"}, {"uri": "b"}], "title": "Two at once", "creation_timestamp": 1741370531}]
        ),
        inside + "content/stories.json": json.dumps({"ig_stories": [{"uri": "c", "creation_timestamp": 1741370531, "title": "A story"}]}),
        inside + "content/archived_posts.json": json.dumps([{"title": "a secret"}]),
        inside + ("comments/post_comments.json" if old else "comments/post_comments_1.json"): json.dumps(
            {"comments_media_comments": [comment]} if old else [comment]
        ),
        ("account_information/" if old else "personal_information/personal_information/") + "personal_information.json": json.dumps(
            profile
        ),
        inside + "messages/inbox/ana_1/message_1.json": json.dumps({"messages": [{"content": "a secret"}]}),
    }


def tiktok(old=False):
    films = [
        {
            "Date": "2025-03-07 18:02:11",
            "Link": "https://films.example/1",
            "WhoCanView": "Public",
            "AllowComments": "Yes",
            "Title": "INSET day",
            "Location": "N/A",
        },
        {"Date": "2025-03-08 18:02:11", "Link": "https://films.example/2", "WhoCanView": "Friends", "Title": "Mates alone"},
        {"Date": "2025-03-09 18:02:11", "Link": "https://films.example/3", "WhoCanView": "Only me", "Title": "Mine alone"},
    ]
    seen = {"Date": "2025-03-07 18:02:11", "Link": "https://films.example/9"}
    messages = {"Chat History with ana:": [{"Content": "a secret"}, {"Content": "a secret"}]}
    held = {
        ("Profile" if old else "Profile And Settings"): {"Profile Information": {"ProfileMap": {"userName": "miss.example", "bioDescription": "Y4 teacher @ Northgate"}}},
        ("Activity" if old else "Your Activity"): {"Video Browsing History": {"VideoList": [seen, seen]}, "Like List": {"ItemFavoriteList": None}},
        ("Video" if old else "Post"): {("Videos" if old else "Posts"): {"VideoList": films}},
        "Comment": {"Comments": {"CommentsList": [{"Date" if old else "date": "2025-03-07 18:10:00", "Comment" if old else "comment": "so done with 9B"}]}},
        ("Direct Messages" if old else "Direct Message"): {"Chat History": {"ChatHistory": messages}},
    }  # fmt: skip
    return {"user_data.json" if old else "user_data_tiktok.json": json.dumps(held).encode()}


def wordpress():
    item = (
        "<item><title>%s</title><pubDate>Fri, 07 Mar 2025 18:02:11 +0000</pubDate><content:encoded><![CDATA[%s]]></content:encoded>"
        "<excerpt:encoded><![CDATA[]]></excerpt:encoded><wp:post_date_gmt>2025-03-07 18:02:11</wp:post_date_gmt><wp:status>%s</wp:status>"
        "<wp:post_type>%s</wp:post_type><wp:post_password>%s</wp:post_password>"
        "<wp:comment><wp:comment_content>someone else’s comment</wp:comment_content></wp:comment></item>"
    )
    items = (
        item % ("Term starts", "<p>New shoes &amp; a bag</p>", "publish", "post", ""),
        item % ("A draft", "Not yet", "draft", "post", ""),
        item % ("For family", "Baby news", "publish", "post", "hush"),
        item % ("header.jpg", "", "inherit", "attachment", ""),
        item % ("Menu", "", "publish", "nav_menu_item", ""),
    )
    page = '<?xml version="1.0" encoding="UTF-8"?>\n<!-- generator="WordPress" -->\n<rss version="2.0" xmlns:content="c" xmlns:excerpt="e" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Me</title><wp:wxr_version>1.2</wp:wxr_version>%s</channel></rss>'
    return {"me.wordpress.2026-11-24.xml": (page % "".join(items)).encode()}


def blogger(old=False):
    def entry(kind, title, words, draft):
        state = "<app:control><app:draft>yes</app:draft></app:control>" if draft else ""
        sort = '<category scheme="kind" term="http://schemas.example/blogger/2008/kind#%s"/>' % kind
        if not old:
            state, sort = (
                "<blogger:status>%s</blogger:status>" % ("DRAFT" if draft else "LIVE"),
                "<blogger:type>%s</blogger:type>" % kind.upper(),
            )
        return (
            "<entry><id>1</id>%s%s<published>2025-03-07T18:02:11.000Z</published><title>%s</title>"
            '<content type="html">%s</content><author><name>Sam</name></author></entry>' % (sort, state, title, words)
        )

    entries = [
        entry("post", "Allotment", "&lt;p&gt;Beans at last&lt;/p&gt;", False), entry("post", "Draft", "Not yet", True),
        entry("comment", "", "someone else’s comment", False),
    ]  # fmt: skip
    if old:
        entries.insert(0, entry("template", "Template", "x", False))
    head = '<?xml version="1.0" encoding="UTF-8"?><feed xmlns="a" xmlns:app="b" xmlns:blogger="c"><id>blogger</id><title>Me</title>'
    page = (head + "".join(entries) + "</feed>").encode()
    return {"blog-11-24-2026.xml" if old else "Takeout/Blogger/Blogs/Me/feed.atom": page}


def mastodon():
    public, followers = "https://www.w3.org/ns/activitystreams#Public", "https://town.example/users/sam/followers"

    def note(words, to, cc):
        return {
            "type": "Create",
            "object": {
                "type": "Note",
                "content": words,
                "summary": None,
                "published": "2025-03-07T18:02:11Z",
                "to": to,
                "cc": cc,
                "inReplyTo": None,
            },
        }

    items = [
        note("<p>Hello<br>all</p>", [public], [followers]), note("<p>Quietly</p>", [followers], [public]), note("<p>For friends</p>", [followers], []),
        note("<p>direct to one</p>", ["https://town.example/users/ana"], []), {"type": "Announce", "object": "https://town.example/boosted"},
    ]  # fmt: skip
    return {
        "actor.json": json.dumps({"type": "Person", "summary": "<p>Art &amp; tea</p>", "preferredUsername": "sam"}),
        "outbox.json": json.dumps({"type": "OrderedCollection", "orderedItems": items}),
        "likes.json": "{}",
    }


def linkedin():
    return {
        "Profile.csv": "First Name,Last Name,Headline,Summary,Geo Location\r\nSam,Example,Teacher of art,Paint everywhere,Haddon\r\n",
        "Positions.csv": "Company Name,Title,Location,Started On,Finished On\r\nNorthgate School,Teacher of art,Haddon,Sep 2020,\r\nOld Place,Cook,,2010,2012\r\n",
        "Shares.csv": (
            "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\r\n"
            '2025-03-07 18:02:11,l,"Open evening""\n""""\n""“Come along”, she said",,,PUBLIC\r\n2025-03-08 18:02:11,l,For my network,,,MEMBER_NETWORK\r\n'
        ),
        "Comments.csv": 'Date,Link,Message\r\n2025-03-07 18:02:11,l,Well \\"said\\"\r\n',
        "Connections.csv": 'Notes:\r\n"About this file"\r\n\r\nFirst Name,Last Name\r\nAna,Example\r\n',
        "messages.csv": "FROM,TO,CONTENT\r\na,b,a secret\r\n",
    }


def cbor(value):
    """DAG-CBOR by hand; a Link is a name of a block."""

    def head(sort, count):
        if count < 24:
            return bytes([sort << 5 | count])
        size = next(one for one in (1, 2, 4, 8) if count < 1 << 8 * one)
        return bytes([sort << 5 | {1: 24, 2: 25, 4: 26, 8: 27}[size]]) + count.to_bytes(size, "big")

    match value:
        case None | bool():
            return bytes([{None: 0xF6, True: 0xF5, False: 0xF4}[value]])
        case Link():
            return head(6, 42) + cbor(b"\0" + value.name)
        case int():
            return head(0, value)
        case bytes():
            return head(2, len(value)) + value
        case str():
            return head(3, len(value.encode())) + value.encode()
        case list():
            return head(4, len(value)) + b"".join(map(cbor, value))
        case dict():
            return head(5, len(value)) + b"".join(cbor(key) + cbor(held) for key, held in value.items())
    raise TypeError(value)


class Link:
    def __init__(self, data):
        self.name = b"\x01\x71\x12\x20" + hashlib.sha256(data).digest()


def varint(number):
    found = b""
    while number > 0x7F:
        found += bytes([number & 0x7F | 0x80])
        number >>= 7
    return found + bytes([number])


def bluesky(loop=False):
    """A tree of two nodes, a profile, three posts that stand, and one that was deleted: its block is there and nothing points at it."""

    def post(words, **more):
        return cbor({"$type": "app.bsky.feed.post", "text": words, "createdAt": "2025-03-07T18:02:11.123Z", **more})

    kept = [
        (b"app.bsky.feed.post/3a", post("Good morning ☀")), (b"app.bsky.feed.post/3b", post("A picture", embed={"images": [{"alt": "My desk", "image": {}}]})),
        (b"app.bsky.feed.post/3c", post("In reply", reply={"root": {}})),
    ]  # fmt: skip
    profile, like, gone = cbor({"description": "Art and tea"}), cbor({"subject": {}}), post("a secret that was deleted")
    low = cbor(
        {
            "l": None,
            "e": [
                {"p": 0, "k": b"app.bsky.actor.profile/self", "v": Link(profile), "t": None},
                {"p": 9, "k": b"feed.like/3a", "v": Link(like), "t": None},
            ],
        }
    )
    entries = [{"p": 0, "k": kept[0][0], "v": Link(kept[0][1]), "t": None}]
    entries += [{"p": len(key) - 1, "k": key[-1:], "v": Link(data), "t": None} for key, data in kept[1:]]
    node = cbor({"l": Link(low), "e": entries})
    commit = cbor({"did": "did:plc:x", "version": 3, "data": Link(node), "sig": b"s"})
    blocks = [commit, node, low, profile, like, gone, *(data for _, data in kept)]
    head = cbor({"roots": [Link(commit)], "version": 1})
    whole = varint(len(head)) + head
    for one in blocks:
        name = Link(one).name
        whole += varint(len(name) + len(one)) + name + one
    return {"repo.car": whole}


def youtube():
    return {
        "Takeout/YouTube and YouTube Music/comments/comments.csv": (
            "Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Video ID,Comment Text\r\n"
            '1,c,2025-03-07T18:02:11+00:00,,,v,"{""text"":""Great lesson""},{""text"":""\\n""}"\r\n'
            '2,c,2025-03-07T18:02:11+00:00,,,v,"{""takeoutSegments"":[{""text"":""Older "" },{""text"":""form""}]}"\r\n'
        ),
        "Takeout/YouTube and YouTube Music/live chats/live chats.csv": (
            'Live Chat ID,Channel ID,Live Chat Create Timestamp,Price,Video ID,Live Chat Text\r\n1,c,2025-03-07T18:02:11+00:00,,v,"{""text"":""Hello all""}"\r\n'
        ),
        "Takeout/YouTube and YouTube Music/video metadata/videos.csv": (
            "Video ID,Video Title (Original),Video Description (Original),Privacy,Video Create Timestamp\r\n"
            "v,Choir,Spring concert,Public,2025-03-07T18:02:11+00:00\r\nw,Mine,,Private,2025-03-07T18:02:11+00:00\r\n"
        ),
        "Takeout/YouTube and YouTube Music/history/watch-history.json": "[]",
    }


def reddit():
    return {
        "posts.csv": 'id,permalink,date,ip,subreddit,gildings,title,url,body\r\n1,p,2025-03-07 18:02:11 UTC,192.0.2.7,r/teach,0,Best chalk?,,"It snaps, always"\r\n',
        "comments.csv": "id,permalink,date,ip,subreddit,gildings,link,parent,body,media\r\n2,p,2025-03-07 18:02:11 UTC,192.0.2.7,r/teach,0,l,,Try the thick ones,\r\n",
        "post_headers.csv": "id,permalink,date,ip,subreddit,gildings,url\r\n1,p,2025-03-07,,r/teach,0,\r\n",
        "messages.csv": "id,body\r\n1,a secret\r\n",
        "drafts.csv": "id,title\r\n1,a secret\r\n",
    }
