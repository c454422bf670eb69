"""Emoji by name, ``:tada:``, as GitHub, Jekyll, Hugo and HackMD read them -> the sign."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.outline.code import CODE_SPAN, outside_code

if TYPE_CHECKING:
    from collections.abc import Mapping

# Not behind a digit or a letter, as in times and in prefixes of names.
_NAME = lazy_regex(r"(?<![\w:/@`]):([a-z+-][a-z0-9_+-]{1,40}):(?![\w:])")
# Icons of MkDocs Material, which are pictures of its own.
_ICON = lazy_regex(
    r"(?<![\w:`]):(?:material|fontawesome|octicons|simple|custom)-[a-z0-9_-]{1,80}:(?:\{[^{}\n]{0,80}\})?"
)
_KEPT = lazy_regex(CODE_SPAN + r"|<[A-Za-z/!][^<>]*>|\]\([^()\s]*\)|https?://\S+")
_FIRST_EMOJI = 0x1F300
_SYMBOLS = range(0x2190, 0x2BFF)

# Those whose name is not that of Unicode (https://github.com/github/gemoji).
_WORDS = """
    +1 👍 thumbsup 👍 -1 👎 thumbsdown 👎 ok_hand 👌 wave 👋 clap 👏 pray 🙏 muscle 💪
    point_right 👉 point_left 👈 point_up ☝️ point_down 👇 raised_hands 🙌 handshake 🤝 fist ✊
    v ✌️ punch 👊 raised_hand ✋ smile 😄 smiley 😃 grin 😁 laughing 😆 joy 😂 rofl 🤣 wink 😉
    blush 😊 slightly_smiling_face 🙂 heart_eyes 😍 sunglasses 😎 thinking 🤔 smirk 😏 cry 😢
    sob 😭 scream 😱 tired_face 😫 sleeping 😴 confused 😕 disappointed 😞 worried 😟 angry 😠
    rage 😡 relaxed ☺️ stuck_out_tongue 😛 stuck_out_tongue_winking_eye 😜 sweat_smile 😅
    sweat 😓 innocent 😇 star_struck 🤩 hugs 🤗 nerd_face 🤓 partying_face 🥳 exploding_head 🤯
    shrug 🤷 facepalm 🤦 heart ❤️ broken_heart 💔 sparkling_heart 💖 tada 🎉 confetti_ball 🎊
    fire 🔥 boom 💥 collision 💥 zap ⚡ star ⭐ star2 🌟 sparkles ✨ dizzy 💫 100 💯 rocket 🚀
    warning ⚠️ heavy_check_mark ✔️ white_check_mark ✅ x ❌ ballot_box_with_check ☑️ question ❓
    exclamation ❗ bangbang ‼️ information_source \N{INFORMATION SOURCE}️ bulb 💡 memo 📝 pencil 📝 pencil2 ✏️
    book 📖 books 📚 mag 🔍 link 🔗 email 📧 envelope ✉️ mailbox 📫 phone ☎️ telephone ☎️
    iphone 📱 computer 💻 desktop_computer 🖥️ keyboard ⌨️ movie_camera 🎥 video_camera 📹
    camera 📷 tv 📺 microphone 🎤 headphones 🎧 loudspeaker 📢 mega 📣 speech_balloon 💬
    thought_balloon 💭 calendar 📅 date 📅 clock1 🕐 hourglass ⌛ alarm_clock ⏰ stopwatch ⏱️
    pushpin 📌 round_pushpin 📍 paperclip 📎 chart_with_upwards_trend 📈 bar_chart 📊 lock 🔒
    unlock 🔓 key 🔑 wrench 🔧 hammer 🔨 gear ⚙️ tools 🛠️ hammer_and_wrench 🛠️ bug 🐛
    construction 🚧 rotating_light 🚨 art 🎨 package 📦 gift 🎁 trophy 🏆 dart 🎯
    checkered_flag 🏁 triangular_flag_on_post 🚩 rainbow 🌈 sunny ☀️ cloud ☁️ umbrella ☔
    snowflake ❄️ snowman ⛄ ocean 🌊 earth_africa 🌍 earth_americas 🌎 earth_asia 🌏
    globe_with_meridians 🌐 world_map 🗺️ seedling 🌱 evergreen_tree 🌲 deciduous_tree 🌳 herb 🌿
    four_leaf_clover 🍀 sunflower 🌻 cherry_blossom 🌸 coffee ☕ tea 🍵 beer 🍺 beers 🍻
    wine_glass 🍷 pizza 🍕 cake 🍰 birthday 🎂 cookie 🍪 apple 🍎 snake 🐍 whale 🐳 penguin 🐧
    cat 🐱 dog 🐶 crab 🦀 unicorn 🦄 octopus 🐙 turtle 🐢 bird 🐦 owl 🦉 airplane ✈️ train 🚋
    bus 🚌 car 🚗 bike 🚲 house 🏠 office 🏢 school 🏫 hotel 🏨 tent ⛺ moneybag 💰 recycle ♻️
    arrow_right ➡️ arrow_left ⬅️ arrow_up ⬆️ arrow_down ⬇️ new 🆕 free 🆓 sos 🆘 cool 🆒
    notes 🎶 musical_note 🎵 eyes 👀 eye 👁️ brain 🧠 robot 🤖 ghost 👻 skull 💀 poop 💩 alien 👽
    man 👨 woman 👩 busts_in_silhouette 👥 family 👪 mortar_board 🎓 test_tube 🧪 dna 🧬
    telescope 🔭 microscope 🔬 newspaper 📰 scroll 📜 page_facing_up 📄 clipboard 📋
    file_folder 📁 label 🏷️ bookmark 🔖 inbox_tray 📥 outbox_tray 📤 arrow_forward ▶️ rewind ⏪
    repeat 🔁 copyright ©️ tm ™️ registered ®️ one 1️⃣ two 2️⃣ three 3️⃣ four 4️⃣ five 5️⃣ us 🇺🇸
    gb 🇬🇧 uk 🇬🇧 de 🇩🇪 fr 🇫🇷 es 🇪🇸 it 🇮🇹 jp 🇯🇵 eu 🇪🇺 cn 🇨🇳 ru 🇷🇺 kr 🇰🇷
""".split()
_SIGNS: Mapping[str, str] = dict(zip(_WORDS[::2], _WORDS[1::2], strict=True))


def with_emoji(line: str) -> str:
    """Return *line* with signs in place of their names; what is in code, tags and addresses stays."""
    if line.count(":") < len("::"):
        return line
    return outside_code(line, _signed, _KEPT)


def _signed(text: str) -> str:
    return _NAME.sub(lambda match: _sign(match[1]) or match[0], _ICON.sub("", text))


def _sign(name: str) -> str | None:
    """Return the sign called *name*, be it by its name in Unicode."""
    found = _SIGNS.get(name)
    if found is None:
        try:
            sign = unicodedata.lookup(name.replace("_", " "))
        except KeyError:
            return None
        found = sign if ord(sign[0]) >= _FIRST_EMOJI or ord(sign[0]) in _SYMBOLS else None
    return found
