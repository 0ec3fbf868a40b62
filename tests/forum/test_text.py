"""Markdown in, safe HTML out."""

import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forum.text import SCHEMES, TAGS, render

ADDRESSES = [
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;avascript:alert(1)",
    "javascript&colon;alert(1)",
    "javascript&#58;alert(1)",
    "\x01javascript:alert(1)",
    "\\javascript:alert(1)",
    "%6A%61vascript:alert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD4=",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "file:///etc/passwd",
    "blob:https://example.org/1",
    'https://a.b/"onmouseover=alert(1)',
    "https://a.b/'onmouseover='alert(1)",
]
MARKUP = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//x.org/a.js></sCrIpT>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href='https://a.b' onclick=alert(1)>x</a>",
    "<body onload=alert(1)>",
    "<div style='background:url(javascript:alert(1))'>x</div>",
    "<style>*{display:none}</style>",
    "<link rel=stylesheet href=//x.org/a.css>",
    "<meta http-equiv=refresh content='0;url=//x.org'>",
    "<base href=//x.org/>",
    "<form action=//x.org><input name=a></form>",
    "<object data=//x.org></object>",
    "<embed src=//x.org>",
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "<x onclick=alert(1)>x</x>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<textarea></textarea><script>alert(1)</script>",
    "</div></article><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
]
FRAMES = ["[x]({})", "[x](<{}>)", "<{}>", "[x][a]\n\n[a]: {}", "![x]({})"]
HOSTILE = [
    *(frame.format(address) for frame in FRAMES for address in ADDRESSES),
    *MARKUP,
    *(f"**{markup}**" for markup in MARKUP),
    *(f"> - {markup}" for markup in MARKUP),
    '[x](https://a.b "onmouseover=alert(1)")',
    '[x](https://a.b "\\"><script>alert(1)</script>")',
    "```<script>\nalert(1)\n```",
    '```js" onload=alert(1)\nalert(1)\n```',
    "`<script>alert(1)</script>`",
    "https://a.b/<script>alert(1)</script>",
    'https://a.b/?q="><img src=x onerror=alert(1)>',
    "https://javascript:alert(1)@a.b",
]


class Reader(HTMLParser):
    """What a browser would find: every tag with its attributes."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def test_there_are_more_than_a_hundred_hostile_texts():
    assert len(set(HOSTILE)) > 150


@pytest.mark.parametrize("source", HOSTILE)
def test_nothing_hostile_is_left(source):
    refuse_danger(render(source).html)


@given(st.text(max_size=400))
def test_nothing_hostile_is_left_of_any_text(source):
    refuse_danger(render(source).html)


@given(
    st.lists(
        st.sampled_from([*MARKUP, *ADDRESSES, "[", "]", "(", ")", "<", ">", "`", "\n", "\n\n", "> ", "- ", "*", "_", "!", "https://"]),
        max_size=12,
    )
)
def test_nothing_hostile_is_left_of_any_mixture(pieces):
    refuse_danger(render("".join(pieces)).html)


def refuse_danger(html):
    for tag, attributes in Reader(html).found:
        assert tag in TAGS
        assert set(attributes) <= {"href", "rel", "start"}
        if "href" in attributes:
            scheme = re.match(r"([a-z][a-z0-9+.-]*):", attributes["href"].strip().lower())
            assert scheme is None or scheme[1] in SCHEMES
            assert attributes["rel"] == "nofollow ugc noopener"


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("un **mot** et *un autre*", "<p>un <strong>mot</strong> et <em>un autre</em></p>"),
        ("# Un titre", "<h3>Un titre</h3>"),
        ("ligne\nligne", "<p>ligne<br>\nligne</p>"),
        ("- un\n- deux", "<ul>\n<li>un</li>\n<li>deux</li>\n</ul>"),
        ("~~non~~", "<p><s>non</s></p>"),
        ("2 < 3 & 4", "<p>2 &lt; 3 &amp; 4</p>"),
    ],
)
def test_ordinary_markdown_is_kept(source, html):
    assert render(source).html.strip() == html


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("Voir https://exemple.ca/page.", "https://exemple.ca/page"),
        ("(https://exemple.ca/a)", "https://exemple.ca/a"),
        ("https://exemple.ca/a_(b)", "https://exemple.ca/a_(b)"),
        ("« https://exemple.ca »", "https://exemple.ca"),
        ("**https://exemple.ca**", "https://exemple.ca"),
        ("[le site](https://exemple.ca)", "https://exemple.ca"),
    ],
)
def test_addresses_become_links(source, address):
    assert [attributes["href"] for tag, attributes in Reader(render(source).html).found if tag == "a"] == [address]
    assert render(source).links == 1


@pytest.mark.parametrize("source", ["`https://exemple.ca`", "```\nhttps://exemple.ca\n```", "https://"])
def test_addresses_in_code_stay_text(source):
    assert render(source).links == 0


def test_the_plain_text_has_no_markup_and_keeps_words_apart():
    assert render("# Titre\n\nun **mot**\n- a\n- b <i>").plain == "Titre un mot a b <i>"


@pytest.mark.parametrize("piece", [">", "*", "[", "`", "- ", "![[", "<", "\\", "&", "[a](", "_a ", "~~a", "https://a)", "[a]: x\n"])
def test_twenty_thousand_characters_of_anything_are_read_quickly(piece):
    began = time.perf_counter()
    render((piece * 20_000)[:20_000])
    assert time.perf_counter() - began < 3
