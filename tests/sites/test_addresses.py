"""One page, one spelling (HYB-1, rulings 3): what meets, what is kept apart, what is no address at all; two laws."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from askfirst.sites.addresses import BadAddress, note_on, one_spelling
from askfirst.sites.services import SERVICES

MEET = [
    ("northgate.example", "https://northgate.example", "HTTP://WWW.Northgate.Example/", "https://northgate.example:443/index.html", "northgate.example."),
    ("northgate.example/science", "https://m.northgate.example//science/?utm_source=x&fbclid=1#top", "northgate.example/./science/"),
    ("northgate.example/a?id=2&page=1", "https://northgate.example/a/?page=1&id=2&utm_medium=mail"),
    (
        "instagram.com/northgatepe", "https://www.instagram.com/northgatepe/?igsh=abc", "@northgatepe on Instagram", "Instagram: @NorthgatePE",
        "https://m.instagram.com/NorthgatePE/p/C123/", "instagram.com/stories/northgatepe/33", "https://instagram.com/_u/northgatepe", "insta @northgatepe", "Look: https://instagram.com/northgatepe",
    ),
    ("x.com/eastfieldart", "https://twitter.com/EastfieldArt/status/123?s=20", "mobile.twitter.com/eastfieldart", "@eastfieldart on Twitter", "@eastfieldart (X)", "https://twitter.com/#!/eastfieldart"),
    ("facebook.com/northgateschool", "https://en-gb.facebook.com/Northgate.School/posts/12", "fb.com/northgateschool/", "@northgate.school on Facebook", "https://m.me/northgateschool", "https://mbasic.facebook.com/northgateschool?ref=a", "m.facebook.com/pg/northgateschool/about"),
    ("facebook.com/1234567890", "https://www.facebook.com/pages/Northgate-School/1234567890", "https://facebook.com/profile.php?id=1234567890&ref=x", "facebook.com/Northgate-School-1234567890/", "facebook.com/people/Northgate/1234567890"),
    ("facebook.com/groups/77", "https://facebook.com/groups/77/permalink/8"),
    ("youtube.com/@northgate", "https://youtube.com/@Northgate/videos?si=1", "@northgate on YouTube"),
    ("youtube.com/watch?v=aBc", "https://youtu.be/aBc?t=4", "https://m.youtube.com/watch?v=aBc&list=2"),
    ("youtube.com/channel/UCaBc", "https://www.youtube.com/channel/UCaBc/featured"),
    ("tiktok.com/@northgate", "https://www.tiktok.com/@Northgate/video/7", "TikTok @northgate"),
    ("social.example/@northgate", "@Northgate@social.example", "https://social.example/@northgate", "https://social.example/users/Northgate"),
    ("discord.com/invite/aBc", "https://discord.gg/aBc", "https://discordapp.com/invite/aBc?event=1"),
    ("bsky.app/profile/northgate.bsky.social", "@Northgate.bsky.social", "https://northgate.bsky.social/", "@northgate.bsky.social on Bluesky"),
    ("vm.tiktok.com/ZM1a", "https://vm.tiktok.com/ZM1a/"),
    ("chat.whatsapp.com/AbC", "https://chat.whatsapp.com/AbC"),
    ("northgate.blogspot.com/2026", "https://northgate.blogspot.co.uk/2026/"),
    ("northgate.tumblr.com", "https://northgate.tumblr.com/post/12/hello", "https://www.tumblr.com/Northgate/123/post", "tumblr.com/blog/view/northgate", "@northgate on Tumblr"),
    ("medium.com/@northgate", "https://northgate.medium.com/a-post-1", "medium.com/@Northgate/a-post", "@northgate (Medium)"),
    ("reddit.com/user/northgate", "https://old.reddit.com/u/Northgate/comments/", "https://www.reddit.com/user/northgate/?utm_source=share", "np.reddit.com/u/northgate"),
    ("reddit.com/r/northgate", "https://new.reddit.com/r/Northgate/comments/1/x/"),
    ("t.me/northgate", "https://telegram.me/s/Northgate/12", "telegram.dog/northgate", "@northgate on Telegram"),
    ("twitch.tv/northgate", "https://m.twitch.tv/Northgate/videos"),
    ("linktr.ee/northgate", "https://www.linktr.ee/Northgate/?utm_source=qr"),
    ("strava.com/clubs/northgate", "https://www.strava.com/clubs/Northgate/posts/1"),
    ("whatsapp.com/channel/0029VaBc", "https://www.whatsapp.com/channel/0029VaBc/101"),
    ("threads.net/@northgate", "https://www.threads.com/@Northgate/post/C1", "@northgate on Threads"),
    ("snapchat.com/add/northgate", "https://www.snapchat.com/@Northgate", "snapchat.com/add/northgate?share_id=1"),
    ("pinterest.com/northgate", "https://www.pinterest.co.uk/northgate/trips/", "uk.pinterest.com/Northgate"),
    ("linkedin.com/company/ridgeway", "https://uk.linkedin.com/company/Ridgeway/about/"),
    ("xn--nrthgate-n4a.example", "https://nörthgate.example/", "https://NÖRTHGATE.example", "XN--NRTHGATE-N4A.example"),
    ("x.com/northgate", "https://twitter.com/intent/user?screen_name=Northgate", "northgate on X", "x.com/intent/follow?screen_name=northgate"),
    ("youtube.com/watch?v=aBc", "https://www.youtube.com/shorts/aBc?feature=share", "https://www.youtube-nocookie.com/embed/aBc", "youtube.com/live/aBc"),
    ("instagram.com/northgate", "https://ig.me/m/northgate", "https://l.instagram.com/?u=https%3A%2F%2Finstagram.com%2FNorthgate%2F&e=1", "northgate on Instagram"),
    ("facebook.com/northgate", "https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.facebook.com%2FNorthgate%3Ffref%3Dts&h=AT0"),
    ("tiktok.com/@northgate", "https://tiktok.com/Northgate"), ("threads.net/@northgate", "threads.com/northgate"),
    ("bsky.app/profile/northgate.bsky.social", "@northgate on Bluesky", "https://bsky.app/profile/@northgate.bsky.social"),
    ("snapchat.com/add/northgate", "https://www.snapchat.com/u/Northgate"), ("linkedin.com/in/quill", "https://www.linkedin.com/mwlite/in/Quill"),
    ("pinterest.com/northgate", "https://www.pinterest.fr/Northgate/", "pinterest.com.au/northgate", "pinterest.ie/northgate"),
    ("northgate.tumblr.com", "https://at.tumblr.com/northgate/12/a1"), ("reddit.com/r/northgate", "r/Northgate on Reddit"), ("reddit.com/user/northgate", "u/northgate, Reddit"),
    ("t.me/northgate", "https://Northgate.t.me"), ("twitch.tv/northgate", "https://player.twitch.tv/?channel=Northgate&parent=a.example", "https://www.twitch.tv/popout/northgate/chat"),
    ("social.example/@northgate", "https://social.example/@Northgate/110123", "social.example/web/@northgate", "social.example/@northgate/with_replies", "social.example/@northgate.rss", "northgate@social.example on Mastodon", "https://social.example/users/northgate/statuses/110123"),
    ("discord.com/invite/aBc", "https://discord.gg/invite/aBc"), ("northgate.blogspot.com", "https://northgate.blogspot.de/?m=1"),
    ("bsky.app/profile/northgate.example", "https://bsky.app/profile/Northgate.example/post/3k", "https://embed.bsky.app/embed/northgate.example/app.bsky.feed.post/3", "bsky: northgate.example"),
    # what stands at the top of the page of somebody who is not signed in
    ("instagram.com/northgate", "https://www.instagram.com/accounts/login/?next=/northgate/", "https://www.instagram.com/accounts/login/?next=https%3A%2F%2Fwww.instagram.com%2Fnorthgate%2F%3Fhl%3Den&is_from_rle"),
    ("x.com/northgate", "https://x.com/i/flow/login?redirect_after_login=%2FNorthgate", "https://twitter.com/i/flow/login?redirect_after_login=%2Fnorthgate%2Fstatus%2F1"),
    ("facebook.com/northgate", "https://m.facebook.com/login/?next=https%3A%2F%2Fm.facebook.com%2FNorthgate", "https://www.facebook.com/login.php?next=https%3A%2F%2Fwww.facebook.com%2Fnorthgate%2Fposts"),
    ("linkedin.com/company/ridgeway", "https://www.linkedin.com/authwall?trk=x&sessionRedirect=https%3A%2F%2Fuk.linkedin.com%2Fcompany%2FRidgeway"),
    ("youtube.com/@northgate", "https://consent.youtube.com/m?continue=https%3A%2F%2Fwww.youtube.com%2F%40Northgate%3Fcbrd%3D1&gl=GB", "youtube: northgate", "You Tube @northgate"),
    ("tiktok.com/@northgate", "https://www.tiktok.com/embed/@northgate", "Tik Tok: northgate", "TikTok/@Northgate", "tiktok/northgate"),
    ("facebook.com/61550000000001", "https://www.facebook.com/p/Northgate-School-61550000000001/", "https://m.facebook.com/story.php?story_fbid=pfbid0&id=61550000000001", "facebook.com/permalink.php?story_fbid=2&id=61550000000001", "https://www.facebook.com/profile.php?id=61550000000001"),
    ("instagram.com/northgate", "Instagram/northgate", "<https://instagram.com/northgate>", "“https://instagram.com/northgate”,", "See instagram.com/northgate/ please", "https:/instagram.com/northgate", "https://instagram.com\\northgate"),
    ("t.me/northgate", "https://web.telegram.org/k/#@northgate", "https://t.me/boost/Northgate", "telegram: t.me/northgate"),
    ("snapchat.com/add/northgate", "https://www.snapchat.com/en-GB/add/northgate", "https://www.snapchat.com/en-gb/@Northgate"),
    ("reddit.com/user/northgate", "https://www.reddit.com/r/u_northgate/"), ("vimeo.com/123", "https://player.vimeo.com/video/123?h=a"),
    ("twitch.tv/northgate", "https://dashboard.twitch.tv/u/Northgate/home"),
    ("social.example/@northgate", "https://social.example/@northgate@social.example"),
    ("northgate.example", "https:northgate.example", "https:/northgate.example", "https:\\\\northgate.example"),
]  # fmt: skip


@pytest.mark.parametrize("spellings", MEET, ids=lambda row: row[0])
def test_spellings_of_one_page_meet(spellings):
    assert {one_spelling(one) for one in spellings} == {spellings[0]}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("instagram.com/northgatepe", "instagram.com/northgate_pe"),
        ("instagram.com/northgatepe", "x.com/northgatepe"),
        ("northgate.example/Science", "northgate.example/science"),  # another page where a server tells capitals apart
        ("northgate.example", "northgate.example.evil.example"),
        ("northgate.example", "https://northgate.example@evil.example/"),
        ("northgate.example", "nörthgate.example"),
        ("youtube.com/watch?v=aBc", "youtube.com/watch?v=abc"),
        ("discord.gg/aBc", "discord.gg/abc"),
        ("chat.whatsapp.com/AbC", "chat.whatsapp.com/abc"),
        ("vm.tiktok.com/ZM1", "tiktok.com/zm1"),
        ("northgate.example/a?id=1", "northgate.example/a?id=2"),
        ("instagram.com/northgatepe", "https://instagram.com.evil.example/northgatepe"),
        ("one.wordpress.com", "two.wordpress.com"),
        ("northgate.example:8080", "northgate.example"),
        ("t.me/+AbC", "t.me/+abc"),
        ("t.me/joinchat/AbC", "t.me/joinchat/abc"),
        ("tiktok.com/explore", "tiktok.com/@explore"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example", "https://l.facebook.com/l.php?u=https%3A%2F%2Fb.example"),
        ("https://evil.example/l.php?u=https%3A%2F%2Fnorthgate.example", "northgate.example"),
        ("https://l.facebook.com@evil.example/l.php?u=https%3A%2F%2Fnorthgate.example", "northgate.example"),
        # the browser ends the host at a backslash too: this opens evil.example
        ("https://evil.example\\@northgate.example/", "northgate.example"),
        ("https:\\\\evil.example\\@northgate.example", "northgate.example"),
        ("https://straße.example", "strasse.example"),
        ("https://xn--strae-oqa.example", "strasse.example"),  # two names, to a browser
        ("https://evil.example/@northgate@social.example", "social.example/@northgate"),  # what stands there, that server alone says
        # each is one thing of many at the service, and no page of a name
        ("facebook.com/hashtag/one", "facebook.com/hashtag/two"),
        ("facebook.com/reel/1", "facebook.com/reel/2"),
        ("facebook.com/media/set/?set=a.1", "facebook.com/media/set/?set=a.2"),
        ("facebook.com/marketplace/item/1", "facebook.com/marketplace/item/2"),
        ("instagram.com/s/aGl", "instagram.com/s/agl"),
        ("instagram.com/stories/highlights/1/", "instagram.com/stories/highlights/2/"),
        ("ig.me/j/AbC", "ig.me/j/AbD"),
        ("instagram.com/share/A", "instagram.com/share/B"),
        ("instagram.com/invites/a", "instagram.com/invites/b"),
        ("youtube.com/playlist?list=PLa", "youtube.com/playlist?list=PLA"),
        ("youtube.com/post/Ug", "youtube.com/post/ug"),
        ("youtube.com/clip/Ug", "youtube.com/clip/ug"),
        ("vimeo.com/channels/one", "vimeo.com/channels/two"),
        ("vimeo.com/groups/one", "vimeo.com/groups/two"),
        ("vimeo.com/showcase/1", "vimeo.com/showcase/2"),
        ("twitch.tv/team/one", "twitch.tv/team/two"),
        ("clips.twitch.tv/Northgate", "twitch.tv/northgate"),
        ("go.bsky.app/AbC", "go.bsky.app/abc"),
        ("t.snapchat.com/AbC", "t.snapchat.com/abc"),
        ("link.medium.com/AbC", "link.medium.com/AbD"),
        ("t.me/contact/a:b", "t.me/contact/c:d"),
        ("api.whatsapp.com/send?phone=441632960110", "api.whatsapp.com/send?phone=441632960111"),
        ("https://fxtwitter.com/northgate", "x.com/northgate"),  # a mirror that somebody else runs
    ],
)
def test_two_pages_stay_two(one, other):
    assert one_spelling(one) != one_spelling(other)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("", "Paste the address"), ("   ", "Paste the address"),
        ("javascript:alert(1)", "not the address of a page"), ("JaVaScRiPt :alert(1)", "address"),
        ("data:text/html,hello", "not the address of a page"), ("ftp://files.example/a", "not the address of a page"),
        ("file:///etc/hosts", "not the address of a page"), ("tel:01632960110", "not the address of a page"),
        ("https://page.example/" + "a" * 8_000, "8,021 characters"),
        ("office@northgate.example", "mail address"), ("office@northgate.example", "starts with @"), ("mailto:office@northgate.example", "mail address"),
        ("https://", "cannot read"), ("https:///path", "cannot read"), ("https://[::1", "cannot read"), ("https://northgate", "cannot read"),
        ("http://.example/", "cannot read"), ("https://page.example:99999999/", "cannot read"), ("https://-.example", "cannot read"),
        ("the page with the prizes", "cannot read"), ("prizes", "cannot read"),
        ("@northgatepe", "which app"), ("@northgatepe on Myface", "which app"),
        ("https://page.example/\u202egpj", "marks"), ("north\u200bgate.example", "marks"), ("page.example/\ud800", "marks"), ("a\0.example", "marks"),
        ("https://" + "ö" * 80 + ".example", "cannot read"), ("https://xn--999999999.example", "cannot read"), ("https://xn--\u0661.example", "cannot read"),
    ],
)  # fmt: skip
def test_what_is_no_address_is_said_in_one_sentence(given, says):
    with pytest.raises(BadAddress) as wrong:
        one_spelling(given)
    said = str(wrong.value.sentence)
    assert (says in said, said.endswith("."), given.strip() in said and bool(given.strip())) == (True, True, False)


@pytest.mark.parametrize(
    ("given", "noted"),
    [
        ("https://xn--nrthgate-n4a.example/", True),
        ("nоrthgate.example", True),
        ("https://nörthgate.example@evil.example", False),
        ("northgate.example/ö", False),
        ("northgate.example", False),
    ],
)
def test_a_host_with_other_letters_is_noted(given, noted):
    """The note depends on what was typed alone, and repeats nothing of it."""
    note = note_on(one_spelling(given))
    assert (note is not None, "xn--" in str(note), "rthgate" in str(note)) == (noted, False, False)


@pytest.mark.parametrize(
    ("given", "short"),
    [
        ("https://vm.tiktok.com/ZM1/", True), ("bit.ly/3abc", True), ("https://www.facebook.com/share/1AbC/", True),
        ("https://t.co/x", True), ("tiktok.com/@northgate", False), ("https://youtu.be/aBc", False), ("bit.ly.example/3abc", False),
        ("https://www.instagram.com/share/AbC", True), ("clips.twitch.tv/AbC", True), ("https://t.snapchat.com/AbC", True),
    ],
)  # fmt: skip
def test_a_short_link_is_noted_since_only_its_app_knows_where_it_leads(given, short):
    note = note_on(one_spelling(given))
    assert (note is not None and "short link" in str(note)) is short


NAME = st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=12)
PLACES = st.sampled_from(
    [shape.hosts[0] for shape in SERVICES]
    + ["northgate.example", "a.b.example", "nörth.example", "m.example.com", "youtu.be", "n.blogspot.co.uk"]
)
PIECES = st.lists(
    st.sampled_from(
        ["p", "Pages", "@Name", "a b", "%2e", "..", "", "index.html", "é", "%25", "groups", "watch", "x.y", "1234567890", "c", "status"]
    )
    | NAME,
    max_size=5,
)
QUERY = st.lists(st.tuples(st.sampled_from(["id", "v", "utm_x", "fbclid", "page", "q", "ref"]), st.text(max_size=4)), max_size=3)


@given(place=PLACES, pieces=PIECES, query=QUERY)
def test_made_twice_is_made_once(place, pieces, query):
    text = "https://{}/{}?{}".format(place, "/".join(pieces), "&".join("=".join(pair) for pair in query))
    try:
        once = one_spelling(text)
    except BadAddress:
        assume(False)
    assert one_spelling(once) == once
    assert one_spelling("HTTPS://www." + once) == once


@given(st.text(max_size=60) | st.text("@:/.#?&% ahtps", max_size=40))
def test_any_text_gives_a_page_or_a_sentence(text):
    try:
        once = one_spelling(text)
    except BadAddress as wrong:
        once, said = "", str(wrong.sentence)
        assert said.endswith(".")
    assert not once or one_spelling(once) == once


@given(
    name=NAME,
    front=st.sampled_from(["", "http://", "https://", "HTTPS://www.", "m.", "https://mobile."]),
    end=st.sampled_from(["", "/", "//", "?utm_source=a", "/?igsh=q#x"]),
)
def test_spellings_of_a_name_meet(name, front, end):
    assume(name not in ("p", "tv", "reel", "reels", "explore", "accounts", "direct", "stories"))
    assert one_spelling(front + "instagram.com/" + name + end) == "instagram.com/" + name
