"""Every element of HTML, with the attributes and children that matter: kept, turned, or warned about."""

from __future__ import annotations

from typing import NamedTuple


class Case(NamedTuple):
    """What an author wrote, and of the page: HTML on it, a text that a reader sees, words of a warning."""

    written: str
    html: str = ""
    text: str = ""
    warning: str = ""


LINE: dict[str, Case] = {
    "a": Case(
        'x <a href="https://e.example.org" title="T">w</a>', html='href="https://e.example.org" title="T"'
    ),
    "a name": Case('<a name="here"></a>w', html='id="here"'),
    "a id": Case('<a id="here" href="https://e.example.org">w</a>', html='<span class="target" id="here">'),
    "a download": Case('<a href="a.pdf" download="b.pdf">w</a>', html='download=""'),
    "a script": Case('x <a href="javascript:x()">w</a>', text="w", warning="not a valid"),
    "abbr": Case('x <abbr title="T">w</abbr>', html='<abbr title="T">w</abbr>'),
    "span title": Case('x <span title="T">w</span>', html='<abbr title="T">w</abbr>'),
    "dfn title": Case('x <dfn title="T">w</dfn>', html="<em>w</em>"),
    "span id": Case('x <span id="Here_2">w</span> [y](#Here_2)', html='href="#here-2"'),
    "span struck": Case(
        'We will <span style="text-decoration: line-through">not</span> go', html="<s>not</s>"
    ),
    "span underlined": Case('x <span style="text-decoration-line:underline">w</span>', html="<u>w</u>"),
    "span bold": Case('x <span style="font-weight: 700">w</span>', html="<strong>w</strong>"),
    "span slanted": Case('x <font style="font-style:italic">w</font>', html="<em>w</em>"),
    "span raised": Case('m<span style="vertical-align: super">3</span>', html="<sup>3</sup>"),
    "span thin": Case('x <span style="font-weight: 400">w</span> y', text="x w y"),
    "meter": Case('x <meter value="3" max="9">w</meter>', text="x w", warning="its text stays"),
    "progress": Case('x <progress value="3" max="9"></progress>', text="x", warning="it was left out"),
    "heading in a link": Case('x <a href="https://e.example.org"><h3>v</h3><p>w</p></a>', text="v  w"),
    "acronym": Case('x <acronym title="T">w</acronym>', html='<abbr title="T">w</abbr>'),
    "b": Case("x <b>w</b>", html="<strong>w</strong>"),
    "strong": Case("x <strong>w</strong>", html="<strong>w</strong>"),
    "i": Case("x <i>w</i>", html="<em>w</em>"),
    "em": Case("x <em>w</em>", html="<em>w</em>"),
    "cite": Case("x <cite>w</cite>", html="<em>w</em>"),
    "dfn": Case("x <dfn>w</dfn>", html="<em>w</em>"),
    "var": Case("x <var>w</var>", html="<em>w</em>"),
    "code": Case("x <code>w</code>", html="<code"),
    "kbd": Case("x <kbd>w</kbd>", html="<code"),
    "samp": Case("x <samp>w</samp>", html="<code"),
    "tt": Case("x <tt>w</tt>", html="<code"),
    "sub": Case("x <sub>w</sub>", html="<sub>w</sub>"),
    "sup": Case("x <sup>w</sup>", html="<sup>w</sup>"),
    "del": Case("We will <del>not</del> go", html="<del>not</del>"),
    "s": Case("We will <s>not</s> go", html="<s>not</s>"),
    "strike": Case("We will <strike>not</strike> go", html="<s>not</s>"),
    "ins": Case("x <ins>w</ins>", html="<ins>w</ins>"),
    "u": Case("x <u>w</u>", html="<u>w</u>"),
    "mark": Case("x <mark>w</mark>", html="<mark>w</mark>"),
    "small": Case("x <small>w</small>", html="<small>w</small>"),
    "q": Case("x <q>w</q>", text="x “w”"),
    "ruby": Case("A <ruby>漢字<rt>かんじ</rt></ruby> b", text="A 漢字(かんじ) b"),
    "rp": Case("A <ruby>漢<rp>[</rp><rt>かん</rt><rp>]</rp></ruby>", text="A 漢(かん)"),
    "rp words": Case("A <ruby>漢<rp>v</rp><rt>かん</rt></ruby>", text="A 漢v(かん)"),
    "rb": Case("A <ruby><rb>漢</rb><rtc><rt>かん</rt></rtc></ruby>", text="A 漢(かん)"),
    "br": Case("x<br>w", html="x<br />w"),
    "wbr": Case("x<wbr>w", html="x<wbr />w"),
    "time": Case('x <time datetime="2031-05-01">May</time>', html='<time datetime="2031-05-01">May</time>'),
    "time alone": Case("x <time>2031-05-01</time>", text="x 2031-05-01"),
    "math": Case('x <math alttext="x^2"><mi>x</mi></math>', html=r"\(x^2\)"),
    "math TeX": Case(
        '<math display="block"><semantics><mi>x</mi><annotation encoding="application/x-tex">x_1</annotation>'
        "</semantics></math>",
        html=r"\[x_1\]",
    ),
    "math alone": Case("x <math><mi>a</mi><mo>+</mo><mi>b</mi></math>", text="x a+b", warning="no TeX"),
    **{
        tag: Case(f"x <{tag}>w</{tag}> y", text="x w y")
        for tag in "span big font bdi bdo label nobr data output slot".split()
    },
    "img": Case('x <img src="a.png" alt="w"> y', html='alt="w"'),
    "img percent": Case('<img src="a.png" width="50%">', html='style="width: 50%;"'),
    "img pixels": Case('<img src="a.png" width="200px" height="80px">', html="200px"),
    "img number": Case('<img src="a.png" width="120">', html='width="120"'),
    "img style": Case('<img src="a.png" style="max-width: 9em; width: 40%">', html='style="width: 40%;"'),
    "img align": Case('<img src="a.png" align="right">', html='class="align-right"'),
    "img float": Case('<img src="a.png" style="float: left">', html='class="align-left"'),
    "img margin": Case(
        '<img src="a.png" style="margin: 0 auto; display: block">', html='class="align-center"'
    ),
    "img in p": Case('<p align="center"><img src="a.png"></p>', html='class="align-center"'),
    "img in center": Case('<center><img src="a.png"></center>', html='class="align-center"'),
    "img linked": Case(
        '<a href="https://e.example.org"><img src="a.png" width="9" height="9"></a>', html="<a "
    ),
    "img empty": Case("x <img> y", warning="no src"),
    "img late": Case('<img data-src="a.png" src="data:image/gif;base64,R0" alt="w">', html='alt="w"'),
    "img sizes": Case('<img srcset="a.png 1x, b.png 2x" sizes="100vw" alt="w">', html='src="_images/a.png"'),
    "img elsewhere": Case(
        '<img src="https://e.example.org/a.png" alt="w">', html='href="https://e.example.org/a.png"'
    ),
    "img data": Case('x <img src="data:image/gif;base64,R0" alt="w">', text="x w", warning="not a valid"),
    "picture": Case('<picture><source srcset="b.webp"><img src="a.png" alt="w"></picture>', html='alt="w"'),
    "checkbox": Case('x <input type="checkbox" checked> w', html='checked="checked"'),
}

_SECTIONS = (
    "search section article header footer main aside nav address hgroup html body noscript figcaption".split()
)

BLOCKS: dict[str, Case] = {
    "p": Case("<p>w</p>", html="<p>w</p>"),
    "p align": Case('<p align="right">w</p>', html='<p class="align-right">w</p>'),
    "p style": Case('<p style="text-align: center">w</p>', html='<p class="align-center">w</p>'),
    "div": Case("<div>w</div>", html="<p>w</p>"),
    "p id": Case('<p id="here">w</p>\n\n[x](#here)', html='<p id="here">w</p>'),
    "div id": Case('<div id="here">\n\nw\n\n</div>\n\n[x](#here)', html='<p id="here">w</p>'),
    "p struck": Case('<p style="text-decoration:line-through">w</p>', html="<p><s>w</s></p>"),
    "div in a line": Case("x <div>w</div> y", html="<p>x</p>\n<p>w</p>\n<p>y</p>"),
    "hgroup heading": Case("<hgroup><h2>v</h2><p>w</p></hgroup>", html='<h2 class="rubric">v</h2>\n<p>w</p>'),
    "div align": Case('<div align="center"><p>w</p></div>', html='<p class="align-center">w</p>'),
    "center": Case("<center>w</center>", html='<p class="align-center">w</p>'),
    **{tag: Case(f"<{tag}>w</{tag}>", html="<p>w</p>") for tag in _SECTIONS},
    **{f"h{level}": Case(f'<h{level} id="k">w</h{level}>', html='id="k"') for level in range(1, 7)},
    "hr": Case("v\n\n<hr>\n\nw", html="<hr"),
    "blockquote": Case("<blockquote>w</blockquote>", html="<blockquote"),
    "pre": Case("<pre>a  b\n c</pre>", text="a  b\n c"),
    "pre language": Case(
        '<pre><code class="language-python">import this</code></pre>', html="highlight-python"
    ),
    "ul": Case("<ul><li>w</ul>", html="<li><p>w</p></li>"),
    "menu": Case("<menu><li>w</menu>", html="<li><p>w</p></li>"),
    "ol": Case("<ol><li>w</ol>", html="<ol"),
    "ol start": Case('<ol start="4"><li>w</ol>', html='start="4"'),
    "ol value": Case('<ol><li value="7">w</ol>', html='start="7"'),
    "ol type": Case('<ol type="A"><li>w</ol>', html="upperalpha"),
    "ol below zero": Case('<ol start="-2"><li>w</ol>', text="w", warning="counts from 1"),
    "ol jump": Case('<ol><li>v<li value="7">w</ol>', text="v\nw", warning="<li value='7'> is number 2"),
    "ol same": Case('<ol start="4"><li>v<li value="5">w</ol>', html='start="4"'),
    "ol reversed": Case("<ol reversed><li>w</ol>", text="w", warning="counts upwards"),
    "dl": Case("<dl><dt>v<dd>w</dl>", html="<dt>v</dt>"),
    "dl terms": Case("<dl><dt>u<dt>v<dd>w</dl>", html="<dt>u</dt><dt>v</dt><dd><p>w</p>"),
    "dl groups": Case("<dl><div><dt>v<dd>w</div><div><dt>x<dd>y</div></dl>", html="<dt>x</dt><dd><p>y</p>"),
    "dl without terms": Case("<dl><dd>w</dl>", html="<dt></dt><dd><p>w</p>"),
    "dl words": Case("<dl>v<dt>w</dl>", text="v"),
    "summary heading": Case("<details><summary><h3>v</h3></summary>w</details>", html="<strong>v</strong>"),
    "details": Case(
        "<details><summary>v</summary>w</details>",
        html="<details>\n<summary>v</summary>\n<p>w</p>\n</details>",
    ),
    "details open": Case("<details open>w</details>", html='<details open="open">'),
    "details around": Case(
        "<details><summary>v</summary>\n\n*w*\n\n</details>", html="<p><em>w</em></p>\n</details>"
    ),
    "figure": Case(
        '<figure><img src="a.png"><figcaption>w</figcaption></figure>',
        html='<span class="caption-text">w</span>',
    ),
    "figure link": Case(
        '<figure><a href="https://e.example.org"><img src="a.png"></a><figcaption>w</figcaption></figure>',
        html='<span class="caption-text">w</span>',
    ),
    "figure picture": Case(
        '<figure><picture><img src="a.png"></picture><figcaption>w</figcaption></figure>',
        html='<span class="caption-text">w</span>',
    ),
    "figure titled": Case(
        '<figure><img src="a.png" title="v"><figcaption>w</figcaption></figure>',
        html='<span class="caption-text">w</span>',
    ),
    "figure embed": Case(
        '<figure><iframe src="https://e.example.org/x"></iframe><figcaption>w</figcaption></figure>',
        html='<span class="caption-text">w</span>',
    ),
    "figure table": Case(
        "<figure><table><tr><td>v</table><figcaption>w</figcaption></figure>",
        html='<caption><span class="caption-text">w</span>',
    ),
    "figure pictures": Case(
        '<figure><img src="a.png"><img src="a.png"><figcaption>w</figcaption></figure>', html="<p>w</p>"
    ),
    "figure quotation": Case(
        "<figure><blockquote>v</blockquote><figcaption>w</figcaption></figure>", html="<p>w</p>"
    ),
    "figure captions": Case(
        '<figure><img src="a.png"><figcaption>v</figcaption><figcaption>w</figcaption></figure>',
        html="<p>w</p>",
    ),
    "figure words": Case('<figure>u <img src="a.png"><figcaption><p>w</p></figcaption></figure>', text="w"),
    "footnote": Case("<select>\n\nx\n\n[^a]: v\n\n</select>\n\nw[^a]", text="v", warning="<select> has no"),
    "table": Case("<table><tr><th>v<tr><td>w</table>", html='<th class="head"><p>v</p></th>'),
    "caption": Case(
        "<table><caption>v</caption><tr><td>w</table>", html='<span class="caption-text">v</span>'
    ),
    "colspan": Case('<table><tr><td colspan="2">v<tr><td>w<td>x</table>', html='<td colspan="2"><p>v</p>'),
    "rowspan": Case(
        '<table><tr><td rowspan="2">u<td>v<tr><td>w</table>',
        html='<tr class="row-even"><td><p>w</p></td>\n</tr>',
    ),
    "rowspan 0": Case('<table><tr><td rowspan="0">u<td>v<tr><td>w<tr><td>x</table>', html='rowspan="3"'),
    "rowspan too far": Case('<table><tr><td rowspan="9">u<td>v<tr><td>w</table>', html='rowspan="2"'),
    "both spans": Case(
        '<table><tr><td rowspan="2" colspan="2">u<td>v<tr><td>w</table>', html='<td colspan="2" rowspan="2">'
    ),
    "spans that meet": Case(
        '<table><tr><td>t<td rowspan="2">u<tr><td colspan="2">v<td>w</table>',
        html="<td><p>v</p></td>\n<td><p>w</p>",
    ),
    "words in a row": Case("<table><tr>v<td>w</table>", text="v\nw"),
    "words in a group": Case("<table><thead>v<tr><th>x</thead><tr><td>w</table>", text="v\nx\nw"),
    "short row": Case("<table><tr><td>u<td>v<tr><td>w</table>", html="<td><p>w</p></td>\n<td></td>"),
    "tfoot first": Case(
        "<table><thead><tr><th>t</thead><tfoot><tr><td>w</tfoot><tbody><tr><td>v</table>",
        html='<tr class="row-odd"><td><p>w</p></td>',
    ),
    "th in rows": Case("<table><tr><th>u<td>v<tr><th>w<td>x</table>", html='<th class="stub"><p>w</p></th>'),
    "td align": Case('<table><tr><td align="right">w</table>', html='<td class="text-right">'),
    "td style": Case('<table><tr><td style="text-align:center">w</table>', html='<td class="text-center">'),
    "colgroup": Case("<table><colgroup><col><col></colgroup><tr><td>w</table>", html="<td><p>w</p></td>"),
    "table in pieces": Case(
        "<table>\n <tr>\n  <td><p>\nu</p>\n\n  </td>\n  <td>v\n  </td>\n </tr>\n <tr>\n  <td><p>\nw</p>\n\n"
        "  </td>\n  <td>x\n  </td>\n </tr>\n</table>",
        html='<tr class="row-even"><td><p>\nw</p></td>\n<td><p>x</p></td>',
    ),
    "list in pieces": Case(
        "<table>\n<tr>\n<td>\n<ul>\n\n<li>u\n\n<li>v\n\n<li>w\n</li>\n</ul>\n</td>\n</tr>\n</table>",
        html="<li><p>w</p></li>\n</ul>\n</td>",
    ),
    "button": Case("<button>w</button>", text="w", warning="<button> has no equivalent"),
    "fieldset": Case("<fieldset>w</fieldset>", text="w", warning="<fieldset> has no equivalent"),
    "legend": Case("<legend>v</legend><p>w</p>", text="v\nw", warning="<legend> has no equivalent"),
    "dialog": Case("<dialog open>w</dialog>", text="w", warning="<dialog> has no equivalent"),
    "marquee": Case("<marquee>w</marquee>", text="w", warning="<marquee> has no equivalent"),
    **{
        tag: Case(f"v\n\n<{tag}>x</{tag}>\n\nw", text="v\nw", warning=f"<{tag}> has no equivalent")
        for tag in "script style".split()
    },
    **{
        tag: Case(f"v\n\n<{tag}>x</{tag}>\n\nw", text="v\nx\nw", warning=f"<{tag}> has no equivalent")
        for tag in "form select textarea canvas map".split()
    },
    "template": Case("<template>w</template>", html="<details>\n<p>w</p>", warning="folded away"),
    "form around": Case("<form>\n\n*w*\n\n</form>", html="<p><em>w</em></p>", warning="<form> has no"),
    "form parts": Case(
        '<form><fieldset><legend>u</legend><label>v <input name="x"></label><button>w</button></fieldset>'
        "</form>",
        text="u\nv\nw",
        warning="write a link in its place",
    ),
    "form nested": Case("x <form>v <p>w</p></form> y", text="x\nv\nw\ny", warning="<form> has no"),
    "select options": Case(
        'x <select><option>u<optgroup label="v"><option selected>w</optgroup><option label="z"></select>',
        text="x u, v, w, z",
        warning="<select> has no equivalent in a document; its text stays",
    ),
    "submit": Case('<input type="submit" value="w">', text="w", warning="its text stays"),
    "input picture": Case('<input type="image" src="a.png" alt="w">', text="w", warning="its text stays"),
    "svg": Case(
        '<svg width="9"><title>u</title><style>x</style><g><text>v</text><a href="/z"><text>w</text></a></g>'
        "</svg>",
        text="u v w",
        warning="<svg> has no",
    ),
    "svg alone": Case("x <svg><path /></svg> w", text="x  w", warning="it was left out"),
    "input": Case('v\n\n<input name="x">\n\nw', text="v\nw", warning="<input> has no equivalent"),
    "handler": Case('<p onclick="x()">w</p>', html="<p>w</p>", warning="would run a script"),
}

EMBEDS: dict[str, Case] = {
    "iframe": Case('<iframe src="https://e.example.org/x"></iframe>', html="e.example.org"),
    "iframe empty": Case("<iframe></iframe>w", text="w", warning="no address"),
    "video": Case('<video src="https://e.example.org/a.mp4"></video>', html="a.mp4"),
    "object": Case('<object data="a.pdf">w</object>', html="a.pdf"),
    "iframe srcdoc": Case('<iframe srcdoc="x"></iframe>w', text="w", warning="no address"),
    "iframe size": Case(
        '<iframe src="https://e.example.org/x" width="4" height="3"></iframe>', html="e.example.org"
    ),
    "video parts": Case(
        '<video poster="a.png"><source src="https://e.example.org/a.webm"><source src="https://e.example.org/b.mp4">'
        '<track kind="captions" src="https://e.example.org/c.vtt" srclang="fr" label="L" default></video>',
        html='class="er-track er-kind-captions er-lang-fr er-default',
    ),
    "video poster": Case(
        '<video poster="a.png" src="https://e.example.org/a.mp4"></video>',
        html='class="er-poster dark-light"',
    ),
    "audio": Case('<audio src="https://e.example.org/a.ogg">x</audio>', html="Audio on e.example.org"),
    "audio parts": Case(
        '<audio><source src="https://e.example.org/a.ogg"><source src="https://e.example.org/b.mp3"></audio>',
        html='href="https://e.example.org/b.mp3"',
    ),
    "object picture": Case('<object data="a.png" type="image/png">w</object>', html='alt="w"'),
    "object words": Case("<object>w</object>", text="w", warning="no address"),
    "embed": Case('<embed src="a.pdf">', html="a.pdf"),
    "embed picture": Case('<embed src="a.png">', html='src="_images/a.png"'),
    "param": Case('<object><param name="movie" value="https://youtu.be/abcdefghijk"></object>', html="youtu"),
    "source alone": Case('w\n\n<source src="a.mp4">', text="w", warning="<source> has no equivalent"),
    "track alone": Case('w\n\n<track src="a.vtt">', text="w", warning="<track> has no equivalent"),
    "area": Case(
        '<map name="m"><area href="https://e.example.org" alt="x"></map>\n\nw',
        html='href="https://e.example.org">x</a>',
        warning="<map> has no",
    ),
}

PAST: dict[str, Case] = {
    "dir": Case("<dir><li>w</dir>", html="<li><p>w</p></li>"),
    "image": Case('x <image src="a.png" alt="w"> y', html='alt="w"'),
    "multicol": Case("<multicol>w</multicol>", html="<p>w</p>"),
    **{tag: Case(f"<{tag}>a  b\nc</{tag}>", text="a  b\nc") for tag in "listing xmp plaintext".split()},
    **{
        tag: Case(f"v <{tag}>w</{tag}>", text="v w", warning=f"<{tag}> has no equivalent")
        for tag in "blink menuitem selectedcontent".split()
    },
    **{
        tag: Case(f"v\n\n<{tag}>x</{tag}>\n\nw", text="v\nw", warning=f"<{tag}> has no equivalent")
        for tag in "head title".split()
    },
    **{
        tag: Case(f"v\n\n<{tag}>x</{tag}>\n\nw", text="v\nx\nw", warning=f"<{tag}> has no equivalent")
        for tag in "applet noembed noframes frameset".split()
    },
    **{
        tag: Case(f"v\n\n<{tag}>\n\nw", text="v\nw", warning=f"<{tag}> has no equivalent")
        for tag in "base basefont bgsound command frame isindex keygen link meta nextid spacer".split()
    },
    "datalist": Case(
        "v\n\n<datalist><optgroup><option>x</datalist>\n\nw", text="v\nx\nw", warning="<datalist> has no"
    ),
    "rbc": Case("A <ruby><rbc><rb>漢</rb></rbc><rtc><rt>かん</rt></rtc></ruby>", text="A 漢(かん)"),
    "portal": Case("v\n\n<portal></portal>\n\nw", text="v\nw", warning="<portal> has no equivalent"),
}

HIDDEN: dict[str, Case] = {
    "a block": Case("<div hidden>w</div>", html="<details>\n<p>w</p>\n</details>", warning="folded away"),
    "by style": Case(
        '<div style="Display: None">\n\nw\n\n</div>',
        html="<details>\n<p>w</p>\n</details>",
        warning="folded away",
    ),
    "a popover": Case("<div popover>w</div>", html="<details>\n<p>w</p>\n</details>", warning="folded away"),
    "an empty block": Case("<div hidden></div>\n\nw", text="w"),
    "in a line": Case("x <span hidden>w</span>", text="x w", warning="hidden in HTML, but not here"),
    "a picture": Case('w <img hidden src="a.png">', text="w", warning="<img> is hidden in HTML"),
    "a dot": Case(
        'w <img width="1" height="1" src="https://e.example.org/a.gif">',
        text="w",
        warning="<img> is hidden in HTML",
    ),
    "a frame": Case(
        '<noscript><iframe src="https://e.example.org/ns.html" height="0" width="0"></iframe></noscript>w',
        text="w",
        warning="<iframe> is hidden in HTML",
    ),
    "a script": Case("<script hidden>x</script>\n\nw", text="w", warning="<script> has no equivalent"),
}

WORDS: dict[str, Case] = {
    "a line of words": Case("v\n\n<back to slides>\n\nw", text="v\n<back to slides>\nw"),
    "words in a line": Case("IM <via chat>: would it?", text="IM <via chat>: would it?"),
    "a type": Case("A Vec<char> of <T>.", text="A Vec<char> of <T>."),
    "in a list": Case("- Odo: ... <notes missing>", text="Odo: … <notes missing>"),
    "in a heading": Case("## Vec<char> or <T>\n\nw", text="Vec<char> or <T>"),
    "an end of nothing": Case("A </char> w", text="A </char> w"),
    "around elements": Case("A <see <b>this</b>> w", text="A <see this> w"),
    "a component": Case("<Tabs>w</Tabs>", text="w", warning="<tabs> has no equivalent"),
    "a component with values": Case('<Card title="x">w</Card>', text="w", warning="<card> has no equivalent"),
    "an element of a script": Case(
        "<my-chart>w</my-chart>", text="w", warning="<my-chart> has no equivalent"
    ),
}

MARKDOWN: dict[str, Case] = {
    "an open task": Case(
        "- [ ] w", html='<input class="task-list-item-checkbox" disabled="disabled" type="checkbox"'
    ),
    "a done task": Case("- [x] w", html='checked="checked"'),
    "struck words": Case("We will ~~not~~ go", html="We will <del>not</del> go"),
    "struck words with blanks": Case("We ~~will not~~ go", html="<del>will not</del>"),
    "a hard break": Case("v\\\nw", html="v<br />w"),
    "the raw directive": Case("```{raw} html\n<form>w</form>\n```", html="\n<form>w</form></section>"),
}
