"""Posts written for the tests, one or more for each generator of blogs, in one site."""

from __future__ import annotations

from support.site import png

POSTS = {
    "jekyll/_posts/2018-03-20-the-promising-cloud.md": """\
---
layout: post
title: The Promising Cloud
excerpt_separator: <!--more-->
---

# {{ page.title }}

We went to the *cloud* [together](https://people.example.com/c){:target="_blank"}.

<!--more-->

Back to [the talk](#24-hours-serverless-what-now) and to [last year]({% post_url 2017-02-01-last-year %}),
by its old address [here](/2017/02/01/last-year.html) and
in HTML <a href="/2017/02/01/last-year.html">there</a>.
{: .lead}

[[Notes](https://notes.example.com)] and [elsewhere](/about/us/).

#### 24 hours serverless: what now?

{% youtube abcdefghijk %}

Much.
""",
    "jekyll/_posts/2017-02-01-last-year.md": """\
---
layout: post
title: Last Year
permalink: /archive/once/
---

It was good. See [the next](/2018/03/20/the-promising-cloud/) one, and {{ unknown }}.
""",
    "hugo/one/index.md": """\
---
title: Gardens of Hugo
date: 2020-05-01
draft: false
categories: [meetup]
---
An evening in the garden.

<!--more-->

### Worms {#worms-talk}

{{< speakerdeck id="0123456789abcdef0123456789abcdef" >}}

See [worms](#worms-talk) and {{< nothing here >}}.
""",
    "nikola/besides.md": """\
Text that begins at once.

## Below

With words.

<!-- TEASER_END -->

The end.
""",
    "nikola/besides.meta": """\
.. title: Metadata Besides
.. slug: beside-the-post
.. date: 2019-04-05 10:00:00 UTC
.. tags: one, two
""",
    "nikola/inside.md": """\
<!--
.. title: Metadata Inside
.. slug: inside
.. date: 2019-04-06 10:00:00 UTC
-->

Words of the post, after [the other](/posts/beside-the-post/).
""",
    "nikola/comments.rst": """\
.. title: Metadata in Comments
.. slug: comments
.. date: 2019-04-07 10:00:00 UTC
.. tags: three

Words of the post.

First Part
==========

More words.
""",
    "pelican/lines.md": """\
Title: Lines without a Fence
Date: 2014-09-10 09:30
Category: conference
Slug: lines

A talk, with [slides]({static}/files/slides.pdf) and [another]({filename}/nikola/inside.md).

<!-- PELICAN_END_SUMMARY -->

More.
""",
    "pelican/fields.rst": """\
Fields below a Title
####################

:date: 2014-09-11
:category: conference
:tags: four,
       five
:author: Ada Green

Words of the post.
""",
    "ablog/directive.rst": """\
Directive below a Title
=======================

.. post:: 21 July 2013
   :author: Stuart Brown
   :tags: scipy, talk

   An excerpt in the directive.

Words of the post.
""",
    "ablog/fence.md": """\
# Fence in Markdown

```{post} 2020-06-05
:author: Jane Roe
:tags: update
```

Words of the post.
""",
    "docusaurus/players.mdx": """\
---
title: Players of MDX
slug: mdx-players
authors: [jane]
date: 2024-03-14
---
import ReactPlayer from 'react-player'

Come and see.

{/* truncate */}

:::info[Visit our booth]
It is number **7**.
:::

## A Demo

<ReactPlayer url={"https://www.youtube.com/watch?v=abcdefghijk"} />
""",
    "quarto/talk.qmd": """\
---
title: Talk in Quarto
date: "2024-02-14"
categories: [conference]
format: html
execute:
  eval: false
---

Before the box.

::: {.callout-note title="Take care"}
Inside of the box.
:::

::: {layout-ncol=2}
![A wall](/img/wall.png){width=30% fig-align="center"}
:::

```{r, fig.width=4}
summary(cars)
```
""",
    "mkdocs/figure.md": """\
---
title: Figure in Material
date:
  created: 2024-05-20
authors: [jane]
categories: [events]
---

# Figure in Material

<figure markdown="span">
    ![A wall](../img/wall.png){width=70%}
    <figcaption>The wall of the hall</figcaption>
</figure>

<!-- more -->

!!! tip "Bring a coat"

    It was cold.

The end.
""",
    "zola/session.md": """\
+++
title = "Lessons of a Session"
template = "session.html"
[extra]
authors = "Thor Berg and Gert Holm"
session = "3.3"
slides = "https://slides.example.org/lessons.pdf"
+++

What we learned, see [the garden](@/hugo/one/index.md).
""",
    "hugoblox/evening/index.md": """\
---
title: Roots under a Lamp
event: Evening of Lamps
event_url: https://lamps.example.org
location: Hall of Glass
address:
  city: Nantes
summary: What grows at night.
date: "2021-05-18T19:00:00Z"
date_end: "2021-05-18T21:00:00Z"
all_day: false
publishDate: "2021-05-20T00:00:00Z"
authors: [Ada Green]
tags: [roots]
image:
  caption: "Picture: **us**"
  focal_point: Right
url_slides: https://slides.example.org/roots.pdf
url_video: https://www.youtube.com/watch?v=abcdefghijk
---

Roots need no light, see [the garden](/hugo/one/).

{{< youtube id="abcdefghijk" title="The whole evening" >}}

Nobody slept.
""",
    "devopsdays/program/bo-reed.md": """\
+++
Talk_date = "2019-06-26"
Talk_start_time = "10:00"
Title = "Pipes that Sing"
Type = "talk"
Speakers = ["bo-reed"]
youtube = "abcdefghijk"
slideshare = ""
+++

Water has a voice, and *pipes* have one more.
""",
    "academicpages/_talks/2012-03-04-moss.md": """\
---
title: "Moss &amp; Stone"
collection: talks
type: "Talk"
permalink: /talks/2012-03-04-moss/
venue: "Meeting of Mosses"
date: 2012-03-04
location: "Bergen, Norway"
excerpt: 'Why moss likes stone.'
slides: https://slides.example.org/moss.pdf
video: /no-video
paperurl: https://papers.example.org/moss.html
---

Stone keeps still. More in [another talk](/talks/2012-05-06-lichen/), of
[two](/talks/2012-05-06-lichen/#one-more-two).

See also [what we heard](../../jekyll/_posts/2018-03-20-the-promising-cloud.md#hours-serverless-what-now).

1. It is cold
2. <iframe src="https://slides.example.org/stone.pdf"></iframe>
""",
    "academicpages/_talks/2012-05-06-lichen.md": """\
---
title: "Lichen"
collection: talks
type: "Talk"
permalink: /talks/2012-05-06-lichen/
venue: "Meeting of Lichens"
date: 2012-05-06
---

Two who live as one.

## One, more: two?

```{iframe} https://slides.example.org/lichen.pdf
:width: 80%
```

```{youtube} abcdefghijk
:align: center
```
""",
}
FILES = {"img/wall.png": png(), "files/slides.pdf": b"%PDF-1.4\n"}
JEKYLL = "jekyll/_posts/2018-03-20-the-promising-cloud"
TITLES = {
    JEKYLL: "The Promising Cloud",
    "hugo/one/index": "Gardens of Hugo",
    "nikola/besides": "Metadata Besides",
    "nikola/inside": "Metadata Inside",
    "nikola/comments": "Metadata in Comments",
    "pelican/lines": "Lines without a Fence",
    "pelican/fields": "Fields below a Title",
    "ablog/directive": "Directive below a Title",
    "ablog/fence": "Fence in Markdown",
    "docusaurus/players": "Players of MDX",
    "quarto/talk": "Talk in Quarto",
    "mkdocs/figure": "Figure in Material",
    "zola/session": "Lessons of a Session",
    "hugoblox/evening/index": "Roots under a Lamp",
    "devopsdays/program/bo-reed": "Pipes that Sing",
    "academicpages/_talks/2012-03-04-moss": "Moss & Stone",
    "academicpages/_talks/2012-05-06-lichen": "Lichen",
}
