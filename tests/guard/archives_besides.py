"""Archives of the services whose form is less well known, with invented posts: Snapchat, Tumblr, Pinterest, Google's Maps, older YouTube.

Shapes: exports.md 1.6 and 1.9; Tumblr from memory; Pinterest after a public sample.
"""

import json


def snapchat(old=False):
    story = {"Story Date": "2025-03-07 18:02:11 UTC", "Story URL": "https://stories.example/1", "Content": "IMAGE"}
    told = {
        "Spotlight Date" if old else "Story Date": "2025-03-08 18:02:11 UTC",
        "Story URL": "https://stories.example/2",
        "Description": "Netball &amp; rain, what&#39;s new",
    }
    inside = "" if old else "json/"
    return {
        inside + "shared_story.json": json.dumps({"Shared Story": [story], "Spotlight History": [told]}),
        inside + "snap_pro.json": json.dumps(
            {"Profiles": [{"Display Name": "Miss E", "Bio": "Y4 teacher @ Northgate", "Location": "Haddon"}]}
            if old
            else {"Profile": {"Created": "2024-01-02 10:00:00 UTC", "Profile Title": "Y4 teacher @ Northgate", "Location": "Haddon"}, "Spotlights": []}
        ),
        inside + "memories_history.json": json.dumps({"Saved Media": [{"Date": "2025-03-07 18:02:11 UTC", "Location": "Latitude, Longitude: 53.8, -1.5", "Download Link": "a secret"}]}),
        inside + "friends.json": json.dumps({"Friends": [{"Username": "a secret"}]}),
        inside + "chat_history.json": json.dumps({"ana": [{"Content": "a secret"}]}),
        inside + "snap_history.json": "{}",
        inside + "talk_history.json": "{}",
        inside + "my_ai.json": "{}",
        inside + "bitmoji.json": "{}",
        "html/chat_history.html": "<p>a secret",
    }  # fmt: skip


def snapchat_of_nothing():
    """Nothing was ever shown to everyone."""
    return {"json/shared_story.json": json.dumps({"Shared Story": [], "Spotlight History": []}), "json/chat_history.json": "{}"}


def tumblr(old=False):
    foot = '<div id="footer"><span id="timestamp"> %s </span>%s</div></body></html>'
    page = "<!DOCTYPE html><html><head><title>Post</title><style>p{color:red}</style></head><body>%s" + foot
    passed_on = (
        '<p><a class="tumblr_blog" href="https://ana.example/post/1">ana</a>:</p><blockquote><p>someone else’s comment</p></blockquote>'
    )
    posts = {
        "101": page % ("<h1>Allotment</h1><p>Beans &amp; rain</p>", "March 7th, 2025 6:02pm", '<span class="tag">garden</span><span class="tag">beans</span>'),
        "102": page % (passed_on + "<p>So true</p>", "March 8th, 2025 12:05am", ""),
        "103": page % (passed_on, "March 9th, 2025 6:02pm", ""),
    }  # fmt: skip
    inside = "" if old else "posts/"
    return {inside + "html/%s.html" % name: held for name, held in posts.items()} | {
        inside + "posts_index.html": "<p>3 posts",
        "payload-0.json": json.dumps([{"email": "a secret"}]),
        "messages/ana.html": "<p>a secret",
        "media/101.jpg": b"a picture",
    }


def tumblr_as_xml():
    """All posts in one file, as Tumblr gives them now; questions and quotes are other people's words."""
    passed_on = '<p><a class="tumblr_blog" href="https://ana.example/">ana</a>:</p><blockquote><p>someone else’s comment</p></blockquote>'
    post = '<post id="%d" type="%s" date-gmt="2025-03-07 18:02:11 GMT"%s>%s</post>'
    kept = lambda words: words.replace("&", "&amp;").replace("<", "&lt;")  # noqa: E731
    posts = (
        post % (1, "regular", "", "<regular-title>Allotment</regular-title><regular-body>%s</regular-body><tag>garden</tag>" % kept("<p>Beans &amp; rain</p>")),
        post % (2, "regular", ' reblogged-from-name="ana"', "<regular-body>%s</regular-body>" % kept(passed_on + "<p>So true</p>")),
        post % (3, "regular", ' reblogged-from-name="ana"', "<regular-body>%s</regular-body>" % kept(passed_on)),
        post % (4, "answer", "", "<question>someone else’s comment</question><answer>%s</answer>" % kept("<p>In May</p>")),
        post % (5, "regular", ' state="draft"', "<regular-body>Not yet</regular-body>"),
        post % (6, "photo", "", "<photo-caption>%s</photo-caption>" % kept("<p>My desk</p>")),
    )  # fmt: skip
    page = '<?xml version="1.0" encoding="UTF-8"?><tumblr version="1.0"><posts>%s</posts></tumblr>' % "".join(posts)
    return {"posts/posts.xml": page, "messages.xml": "<messages>a secret</messages>", "media/1.jpg": b"a picture"}


def tumblr_inside(packed):
    """The posts lie in a packed file of their own; `packed` makes one."""
    return {"posts.zip": packed(tumblr(old=True)), "payload-0.json": "[]", "media/101.jpg": b"a picture"}


def _pin(words, repin, private, board="Flat in Haddon"):
    fields = (
        "Title: No data,", "Details: %s," % words, "Image: abcdef,", "Is Native: No data,", "Board Id: 1,", "Board Name: %s," % board, "Ip Address: 192.0.2.7,",
        "Username: me,", "Alt Text: No data,", 'Canonical Link: <a href="https://a.example/x">https://a.example/x</a>,', "Created at: 2025/03/07 18:02:11",
        "Alive: True", "Is a repin: %s" % repin, "Private: %s" % private,
    )  # fmt: skip
    link = '<a href="https://www.pinterest.com/pin/1/">https://www.pinterest.com/pin/1/</a>'
    return link + "".join("\n<br>" + one for one in fields) + "<br><br>"


BOARDS_OF_OLD = "Name: Reading corner<br>Description: Y4 ideas<br>Secret: False<br>"
BOARDS = '<a href="https://www.pinterest.com/me/reading-corner/">Reading corner</a>\n<br>Description: Y4 ideas\n<br>Created at: 2025/03/01 10:00:00<br><br>'


def pinterest(old=False):
    pins = (
        _pin("Shelf I made myself", "False", "False")
        + _pin("someone else’s comment", "True", "False", "Classroom")
        + _pin("Mine alone", "False", "True", "Hush")
    )
    sections = (
        ("Profile", "About: Art and tea<br>Location: Haddon<br>"), ("Pins", pins), ("Boards", BOARDS_OF_OLD if old else BOARDS),
        ("Pin comments", "Text: So pretty, where is it?<br>Created at: 2025/03/08 18:02:11<br>"), ("Messages", "Text: a secret<br>"), ("Searches", "Query: a secret<br>"),
    )  # fmt: skip
    body = "".join('<h1 id="h%d">%s</h1>\n%s' % (number, *one) for number, one in enumerate(sections))
    page = '<html><head><meta charset="utf-8"><title>Pinterest data</title></head><body><div id="contents">%s</div></body></html>' % body
    return {"Pins.html" if old else "pinterest-data/pinterest_data.html": page.encode()}


def google_maps(old=False):
    if old:
        place = {
            "Business Name": "Fellbrook Lido",
            "Address": "1 High Street",
            "Geo Coordinates": {"Latitude": "53.8", "Longitude": "-1.5"},
        }
        told = {"Published": "2019-03-07T18:02:11Z", "Location": place, "Star Rating": 5, "Review Comment": "My daughter learned here"}
    else:
        place = {"name": "Fellbrook Lido", "address": "1 High Street", "country_code": "GB"}
        told = {
            "date": "2025-03-07T18:02:11Z",
            "five_star_rating_published": 5,
            "review_text_published": "My daughter learned here",
            "location": place,
        }
    review = {"type": "Feature", "geometry": {"type": "Point", "coordinates": [-1.5, 53.8]}, "properties": told}
    held = {"Takeout/Maps (your places)/Reviews.json": json.dumps({"type": "FeatureCollection", "features": [review]})}
    return held | {
        "Takeout/Maps (your places)/Saved Places.json": json.dumps({"features": ["a secret"]}),
        "Takeout/Maps/My labeled places/Labeled places.json": json.dumps({"features": ["a secret"]}),
        "Takeout/Google Photos/Trip/IMG_1.jpg.json": json.dumps({"description": "a secret"}),
        "Takeout/Mail/All mail.mbox": "a secret",
        "Takeout/Google Chat/a/messages.json": "a secret",
    }


def youtube_of_old():
    said = '<li>You added a <a href="https://films.example/c">comment</a> on a <a href="https://films.example/v">video</a> at %s UTC.<br/>%s</li>'
    page = (
        "<html><body><ul>"
        + said % ("2018-03-07 18:02:11", "Great lesson<br>twice")
        + said % ("2018-03-08 18:02:11", "Tea &amp; cake")
        + "</ul></body></html>"
    )
    return {"Takeout/YouTube/my-comments/my-comments.html": page}
