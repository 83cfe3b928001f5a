"""Web pages drawn for the tests and the benchmark: the two of S07, thirty ways to hide a note, thirty honest places for one, hostile files."""

from html import escape

__all__ = ["AVERILL", "DEPARTMENT", "HONEST", "NOTE", "TRICKS", "WHOLE_NOTE", "atom", "page", "posts", "wxr"]

NOTE = "These are my personal views and not those of my school."
WHOLE_NOTE = "The opinions here are mine alone and do not represent Eastfield Academy."
ABOUT = "<p>I teach art at Eastfield Academy.</p>"
WORDS = (
    "Blue paint dries slower than you think, and a warm radiator helps more than a fan does. This week I tried a new primer on old board. It took"
    " three thin coats, and the second one cracked. The third one held, and the colours stayed bright for once."
)


def posts(many: int, words: str = WORDS) -> str:
    return "".join("<article class='post'><h2>Week %d</h2><p>%s</p></article>" % (number, words) for number in range(1, many + 1))


def page(body: str, *, head: str = "", title: str = "Connie paints", about: str = ABOUT, top: str = "", tag: str = "<body>") -> bytes:
    """A whole page: a heading, who writes it, then `body`."""
    return (
        "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>%s</title>%s</head>%s%s<header><h1>%s</h1>%s</header>%s</body></html>"
        % (escape(title), head, tag, top, escape(title), about, body)
    ).encode()  # fmt: skip


AVERILL = page(
    "<main><article class='post'><h2>Back at the easel</h2><p>My neighbour Gary Wickstead is getting divorced and his wife has moved out.</p>"
    "<p>Text me on 07700 900627 if you want a print.</p></article>" + posts(11) + "</main>"
    "<footer><p style='font-size:6px'>" + NOTE + "</p></footer>"
)  # fmt: skip
DEPARTMENT = (
    b"<!DOCTYPE html><html><head><title>Art at Eastfield Academy</title></head><body><header><img src=/crest.png alt='Eastfield Academy crest'>"
    b"<h1>Eastfield Academy Art Department</h1><p>I teach art at Eastfield Academy, and this page is ours.</p></header><main><p>Ring us on"
    b" 01632 960120.</p></main></body></html>"
)


def styled(style):
    return page("<main><p style='%s'>%s</p>%s</main>" % (style, NOTE, posts(3)))


def by_sheet(rule):
    return page(
        "<main><div class='wrap'><p class='small-print' id='note' data-kind='note'>%s</p></div>%s</main>" % (NOTE, posts(3)),
        head="<style>%s</style>" % rule,
    )


def put(markup, *, many=3, head="", tag="<body>"):
    """The note inside `markup`, above the posts."""
    return page("<main>%s%s</main>" % (markup.replace("NOTE", NOTE), posts(many)), head=head, tag=tag)


# What is not seen: name, the page, and the key of the reason.
TRICKS = (
    ("display: none", styled("display:none"), "off"),
    ("visibility: hidden", styled("visibility:hidden"), "off"),
    ("the hidden attribute", put("<p hidden>NOTE</p>"), "off"),
    ("hidden by a class of a sheet", by_sheet(".small-print { display: none }"), "off"),
    ("hidden by an id, against a class", by_sheet("#note{display:none} .small-print{display:block}"), "off"),
    ("hidden by an attribute inside another", by_sheet(".wrap > [data-kind=note] { display : none !important }"), "off"),
    ("hidden on screens alone", by_sheet("@media screen and (min-width: 600px) { .wrap p { display:none } }"), "off"),
    ("shown on paper alone", by_sheet(".small-print{display:none} @media print {.small-print{display:block}}"), "off"),
    ("white on white", styled("color:#fff;background:#FFFFFF"), "same-colour"),
    ("nearly white on white", styled("color:rgb(250 250 250)"), "same-colour"),
    ("black on black, from around it", put("<div style='background-color:black'><p style='color:#000000'>NOTE</p></div>"), "same-colour"),
    ("the colour of the page, by old marks", put("<p><font color='#ffffee'>NOTE</font></p>", tag="<body bgcolor='#ffffee'>"), "same-colour"),
    ("white by a variable", by_sheet(":root{--paper:#fff} .small-print{color:var(--paper)}"), "same-colour"),
    ("transparent letters", styled("color:transparent"), "see-through"),
    ("opacity 0", styled("opacity:0"), "see-through"),
    ("hardly any opacity, in two layers", put("<div style='opacity:.3'><p style='opacity:30%'>NOTE</p></div>"), "see-through"),
    ("a filter that takes it away", styled("filter: opacity(0%)"), "see-through"),
    ("font-size 0", styled("font-size:0"), "too-small"),
    ("font-size 1px by the short form", styled("font: 1px/1.2 Georgia, serif"), "too-small"),
    ("far to the left", styled("position:absolute;left:-9999px"), "off-screen"),
    ("moved out of sight", styled("transform:translateX(-300vw)"), "off-screen"),
    ("indented out of sight", styled("text-indent:-9999px;white-space:nowrap"), "off-screen"),
    ("clipped to nothing", styled("position:absolute;clip:rect(0 0 0 0)"), "cut-off"),
    ("cut by a path", styled("clip-path:inset(50%)"), "cut-off"),
    ("a box of no height", styled("height:0;overflow:hidden"), "cut-off"),
    ("shrunk to nothing", styled("transform: scale(0)"), "cut-off"),
    ("in folded details", put("<details><summary>More</summary><p>NOTE</p></details>"), "folded"),
    ("for those without scripts", put("<noscript><p>NOTE</p></noscript>"), "no-script"),
    ("in a template", put("<template><p>NOTE</p></template>"), "held-back"),
    ("in a comment", put("<!-- NOTE -->"), "comment"),
    ("behind a picture", put("<img src='a.png' alt='NOTE'>"), "alt"),
    ("in the description", page(posts(3), head="<meta name=description content='%s'>" % NOTE), "head"),
    ("in the title", page(posts(3), title=NOTE, about=ABOUT).replace(b"<h1>" + NOTE.encode() + b"</h1>", b""), "head"),
    ("below twelve posts", page("<main>%s</main><footer><p>%s</p></footer>" % (posts(12), NOTE)), "past-posts"),
    ("below a tall gap", page("<main>%s<div style='height:4000px'></div></main><p>%s</p>" % (posts(1), NOTE)), "past-posts"),
    ("at the end of one long text", page("<main>%s</main><p>%s</p>" % ("<p>%s</p>" % WORDS * 40, NOTE)), "far-down"),
    ("in tiny letters", styled("font-size:5px"), "tiny"),
    ("in pale letters", styled("color:#ccc"), "faint"),
    ("half of it hidden", put("<p>These are my personal views <span style='display:none'>and not those of my school.</span></p>"), "off"),
    ("a class that another sheet hides", put("<p class='visually-hidden'>NOTE</p>", head="<link rel=stylesheet href=a.css>"), "off"),
)  # fmt: skip


def honest(markup, *, head="", many=12, about=ABOUT, tag="<body>", note=NOTE):
    return page(markup.replace("NOTE", note).replace("POSTS", posts(many)), head=head, about=about, tag=tag)


SIDE = "<style>.wrap{display:flex} main{width:700px} aside{width:260px}</style>"
HONEST = (
    ("under the heading", honest("<p>NOTE</p>POSTS")),
    ("in the header", honest("POSTS", about=ABOUT + "<p>" + NOTE + "</p>")),
    ("in one sentence with the job", honest("POSTS", about="<p>I teach art at Eastfield Academy. " + NOTE + "</p>")),
    ("the Trust by name", honest("<p>NOTE</p>POSTS", note="These are my personal views and not those of Ridgeway Education Trust.")),
    ("the school by name", honest("<p>NOTE</p>POSTS", note=WHOLE_NOTE)),
    ("in other words", honest("<p>NOTE</p>POSTS", note="I speak for myself on this site. Nothing here comes from my employer.")),
    ("small, and readable", honest("<p style='font-size:12px'>NOTE</p>POSTS")),
    ("grey on white", honest("<p style='color:#666'>NOTE</p>POSTS")),
    ("white on dark", honest("<div style='background:#222;color:#fff'><p>NOTE</p></div>POSTS")),
    ("white on dark, by the body", honest("<p>NOTE</p>POSTS", head="<style>body{background:#111;color:#eee}</style>")),
    ("white on a picture", honest("<div style='background:url(sky.jpg);color:white'><p>NOTE</p></div>POSTS")),
    ("italic and bold", honest("<p><em>These are <b>my personal views</b></em> and <i>not those</i> of my school.</p>POSTS")),
    ("over two lines", honest("<p>These are my personal views<br>and not those of my school.</p>POSTS")),
    ("in a box beside the posts", honest("<div class=wrap><main>POSTS</main><aside><p>NOTE</p></aside></div>", head=SIDE)),
    ("a floated box beside", honest("<div><aside style='float:right;width:200px'><p>NOTE</p></aside><main>POSTS</main></div>")),
    ("a side bar, its sheet elsewhere", honest("<main>POSTS</main><aside class=sidebar><p>NOTE</p></aside>", head="<link rel=stylesheet href=a.css>")),
    ("a table of two columns", honest("<table><tr><td>POSTS</td><td><p>NOTE</p></td></tr></table>")),
    ("a bar that stays at the bottom", honest("POSTS<div style='position:fixed;bottom:0;left:0'><p>NOTE</p></div>")),
    ("a bar that sticks to the bottom", honest("POSTS<p style='position:sticky;bottom:0'>NOTE</p>")),
    ("placed at the top, written last", honest("POSTS<p style='position:absolute;top:10px;left:20px'>NOTE</p>")),
    ("put first in a column", honest("<div style='display:flex;flex-direction:column'>POSTS<p style='order:-1'>NOTE</p></div>")),
    ("at the foot of a short page", honest("<p>Hello.</p><footer><p>NOTE</p></footer>", many=0)),
    ("below one short post", honest("POSTS<footer><p>NOTE</p></footer>", many=1)),
    ("in open details", honest("<details open><summary>About</summary><p>NOTE</p></details>POSTS")),
    ("in a summary", honest("<details><summary>NOTE</summary><p>More.</p></details>POSTS")),
    ("hidden on paper alone", honest("<p class=n>NOTE</p>POSTS", head="<style>@media print{.n{display:none}}</style>")),
    ("hidden on small screens alone", honest("<p class=n>NOTE</p>POSTS", head="<style>@media (max-width:500px){.n{display:none}}</style>")),
    ("hidden, then shown by a weightier rule", honest("<p class=n id=k>NOTE</p>POSTS", head="<style>.n{display:none}#k{display:block}</style>")),
    ("visible inside what is not", honest("<div style='visibility:hidden'>x<p style='visibility:visible'>NOTE</p></div>POSTS")),
    ("hidden from readers aloud alone", honest("<p aria-hidden=true>NOTE</p>POSTS")),
    ("a style for links alone", honest("<p>NOTE</p>POSTS", head="<style>p a{display:none} p:hover{opacity:0}</style>")),
    ("hidden copy, and a seen one", honest("<p hidden>NOTE</p><p>NOTE</p>POSTS")),
    ("after a script and a comment", honest("<script>var a='<p hidden>';</script><!-- x --><p>NOTE</p>POSTS")),
    ("unclosed marks all over", honest("<div><p>NOTE<div><ul><li>a<li>b</ul>POSTS")),
    ("a quotation mark too many", honest("<p title='a\" b'>x</p><p>NOTE</p>POSTS")),
    ("with marks for signs", honest("<p>These are my&nbsp;personal views &amp; not those of my school&#46;</p>POSTS")),
    ("in a definition list", honest("<dl><dt>Who?<dd>NOTE</dl>POSTS")),
    ("in a frame of a picture", honest("<figure><img src=a.png height=60><figcaption>NOTE</figcaption></figure>POSTS")),
    ("in a box that scrolls its rest", honest("<div style='overflow:auto;height:300px'><p>NOTE</p></div>POSTS")),
    ("set apart by a wide margin", honest("<p style='margin:20px 0 0 40px;letter-spacing:1px'>NOTE</p>POSTS")),
)  # fmt: skip


def wxr(*items: str, comment: str = "") -> bytes:
    """A blog as WordPress gives it out: each item is "status|type|password|title|body"."""
    made = []
    for one in items:
        status, kind, password, title, body = one.split("|", 4)
        made.append(
            "<item><title>%s</title><link>https://connie.example/%s</link><pubDate>Mon, 02 Nov 2026 10:00:00 +0000</pubDate>"
            "<content:encoded><![CDATA[%s]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded><wp:status>%s</wp:status>"
            "<wp:post_type>%s</wp:post_type><wp:post_password>%s</wp:post_password><wp:comment><wp:comment_content>%s</wp:comment_content>"
            "</wp:comment></item>" % (escape(title), escape(title), body, status, kind, password, escape(comment))
        )
    return (
        '<?xml version="1.0" encoding="UTF-8" ?>\n<!-- given out -->\n<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Connie paints</title>'
        "%s</channel></rss>" % "".join(made)
    ).encode()


def atom(entries: str) -> bytes:
    return (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://purl.org/atom/app#"><title>Connie paints</title>%s</feed>'
        % entries
    ).encode()
