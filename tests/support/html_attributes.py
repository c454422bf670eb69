"""The attributes of HTML, and why no document has the like of some."""

from __future__ import annotations

ATTRIBUTES = frozenset(
    """
    abbr accept accept-charset accesskey action align allow allowfullscreen alpha alt as async
    autocapitalize autocomplete autocorrect autofocus autoplay background bgcolor blocking border
    charset checked cite class closedby color cols colorspace colspan command commandfor compact
    content contenteditable controls coords crossorigin data datetime decoding default defer dir
    dirname disabled download draggable enctype enterkeyhint face fetchpriority for form formaction
    formenctype formmethod formnovalidate formtarget frameborder headers headingoffset headingreset
    height hidden high href hreflang hspace http-equiv id imagesizes imagesrcset inert inputmode
    integrity is ismap itemid itemprop itemref itemscope itemtype kind label lang list loading
    longdesc loop low max maxlength media method min minlength multiple muted name nomodule nonce
    novalidate nowrap open optimum pattern ping placeholder playsinline popover popovertarget
    popovertargetaction poster preload readonly referrerpolicy rel required reversed rows rowspan
    sandbox scope scrolling selected shadowrootclonable shadowrootdelegatesfocus shadowrootmode
    shadowrootserializable shape size sizes slot span spellcheck src srcdoc srclang srcset start
    step style summary tabindex target title translate type usemap valign value vspace width wrap
    writingsuggestions
    """.split()
)
"""Those of the WHATWG's index of attributes, and of the past those that blogs have."""

_SEEN_BY_NOBODY = """
    cite abbr headers scope itemid itemprop itemref itemscope itemtype is lang dir translate
"""
_LOOKS = """
    bgcolor background border color face size hspace vspace valign nowrap compact frameborder
    scrolling rows cols span class wrap
"""
_LOADING = """
    async blocking charset crossorigin decoding defer fetchpriority imagesizes imagesrcset integrity
    loading nomodule nonce preload referrerpolicy rel target hreflang ping as http-equiv content
    media sandbox allow allowfullscreen
"""
_FORMS = """
    accept accept-charset action alpha autocapitalize autocomplete autocorrect autofocus closedby
    colorspace command commandfor contenteditable dirname disabled draggable enctype enterkeyhint
    for form formaction formenctype formmethod formnovalidate formtarget inert inputmode list
    maxlength method min minlength multiple novalidate pattern placeholder popovertarget
    popovertargetaction readonly required selected spellcheck step tabindex accesskey
    writingsuggestions high low optimum
"""
_PLAYING = """
    autoplay controls loop muted playsinline
"""
_PARTS = """
    coords shape usemap ismap longdesc summary shadowrootclonable shadowrootdelegatesfocus
    shadowrootmode shadowrootserializable headingoffset headingreset slot
"""

WITHOUT_LIKE = {
    name: reason
    for names, reason in (
        (_SEEN_BY_NOBODY, "no reader sees it"),
        (_LOOKS, "how a page looks is for its theme"),
        (_LOADING, "how a browser loads it is for the builder"),
        (_FORMS, "documents have no forms; a warning names the form"),
        (_PLAYING, "players have their controls and wait for a reader"),
        (_PARTS, "of an element that is warned about, or for one program only"),
    )
    for name in names.split()
}
"""Attributes that are dropped in silence, and why."""
