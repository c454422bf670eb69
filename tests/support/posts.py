"""Posts written for the tests: one in the shape of an old blog, one native, one in reStructuredText."""

from __future__ import annotations

JEKYLL_POST = """\
---
layout: post
title: "Minutes of Cloud&nbsp;Day&nbsp;Lyon&nbsp;2018"
canonical: http://blog.example.com/2018/03/20/minutes-of-cloud-day.html
canonicalLabel: example blog
excerpt: "A day among clouds, and what we took home from five talks about them."
illustration: "/img/hall.png"
illustration_thumbnail: "/img/hall-small.png"
---

We went, with [a colleague](https://people.example.com/c), to the Cloud Day.

## The Corridor

More about this in [the related talk](#functions-without-servers).

<img src="/img/corridor.png" class="responsive" title="Cloud Day 2018" />

## Moving House

<div class="embed-container" style="padding-bottom: 63%;"><iframe src="https://slides.example.org/moving.pdf" scrolling="yes" style="border:1px solid #CCC; max-width: 100%;" allowfullscreen> </iframe></div>

Boxes, and how to carry them.

## Asking Good Questions

<div class="embed-container" style="padding-bottom: 63%;"><iframe src="https://slides.example.org/questions.pdf" scrolling="yes" allowfullscreen> </iframe></div>

Three of them.

## Things and an Echo

<div class="embed-container" style="padding-bottom: 63%;"><iframe src="https://slides.example.org/things.pdf" scrolling="yes" allowfullscreen> </iframe></div>

Two hundred devices.

## Functions without Servers

<div class="embed-container" style="padding-bottom: 63%;"><iframe src="https://slides.example.org/functions.pdf" scrolling="yes" allowfullscreen> </iframe></div>

Pictures with moustaches.

## Locking the Door

<div class="embed-container" style="padding-bottom: 63%;"><iframe src="https://slides.example.org/door.pdf" scrolling="yes" allowfullscreen> </iframe></div>

- Configure your <abbr title="Virtual Private Cloud">VPC</abbr>, and encrypt.

## What Stays

Probably nothing.
"""

NATIVE_POST = """\
---
title: Garden Meetup, May
label: garden-may
date: 2021-05-20
authors: [Ada Green, {name: Bo Reed, url: "https://people.example.com/bo"}]
tags: [soil, water]
description: Two talks and a walk.
event:
  name: Garden Meetup
  series: garden
  start: 2021-05-18
  location: {name: Glass House, address: {city: Nantes, country: FR}}
---

An evening in the glass house.

## Worms, by Cleo Marsh

```{talk}
:label: worms
:start: 2021-05-18 19:00
:duration: 30
:track: Ground
:language: en
```

```{deck} worms.pdf
:label: worms-deck

The *whole* deck.
```

They dig.

## Watering

```{recording} https://www.youtube.com/watch?v=abcdefghijk
```

See {talk}`worms` and {event}`garden-may`.
"""

RST_POST = """\
Bridge Night
============

.. event:: Bridge Night
   :label: bridge-night
   :start: 2020-02-02
   :location: Porto

   We crossed four.

Steel
-----

.. talk::
   :speakers: Dora Sund

.. deck:: https://speakerdeck.com/dora/steel
   :title: On steel

   With drawings.
"""

INDEX = """\
# Reports

```{event-list}
```
"""
